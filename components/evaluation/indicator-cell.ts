import type { GridCell, Tone } from '@/components/grid/grid-source'
import { explainScore } from '@/lib/domain/explanation/explanation'
import { lessThan } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { isOverCompleted } from '@/lib/domain/scoring/over-completion'
import type { CellView } from '@/lib/forms/cell-view'
import type { LiveRow, LiveScores } from '@/lib/forms/live-scores'
import { NOT_APPLICABLE, NOT_FILLED, severityLabels } from '@/lib/messages/labels'
import { score as sayScore } from '@/lib/messages/numbers'
import type { CellFindingText, CellNoteText } from './cell-form-context'

/** What is known of an indicator's cell beside its text. */
export type CellSurroundings = {
  readOnly: boolean
  /** The scheme gives the indicator: its name, target and 分值 are the scheme's. */
  fixed: boolean
  approvedTarget: string | null
  notes: readonly CellNoteText[]
  findings: readonly CellFindingText[]
  say: (address: string, text: string) => string
}

const STATES: Readonly<Record<string, { word: string; tone: Tone }>> = {
  unsaved: { word: '未保存', tone: 'warning' },
  saving: { word: '保存中', tone: 'muted' },
  refused: { word: '未保存', tone: 'danger' },
  conflict: { word: '冲突', tone: 'danger' },
}

const FIXED_COLUMNS = new Set(['dimension', 'group', 'name', 'target', 'unit', 'maxScore'])
/** What an indicator is scored by; 加分项 and 减分项 have none of it. */
const SCORED_COLUMNS = new Set(['target', 'actual', 'unit', 'maxScore'])
const NONE = '—'

/** One cell of the indicators' grid, from what is typed in it, what its row scores, and what stands beside it. */
export function indicatorCell(
  address: string,
  view: CellView,
  row: LiveRow | undefined,
  live: LiveScores,
  beside: CellSurroundings,
): GridCell {
  const column = address.split('/')[2] ?? ''
  const outside = outsideText(column, row, live)
  const saved = view.state === 'unchanged' || view.state === 'saved'
  const findings = saved ? beside.findings : []
  const state = STATES[view.state]
  const locked = beside.readOnly || outside !== null || (beside.fixed && FIXED_COLUMNS.has(column))
  const open = findings.filter(({ message }) => message !== null)
  const hint = locked ? undefined : findings.length > open.length ? NOT_FILLED : hintOf(column, row, live)
  return {
    text: view.text,
    ...(outside !== null ? { shown: outside } : column === 'task' ? { shown: beside.say(address, view.text) } : {}),
    locked,
    ...(state === undefined ? {} : { state }),
    wrong: view.error !== undefined || view.conflict !== undefined || open.some(({ severity }) => severity !== 'info'),
    ...(hint === undefined ? {} : { hint }),
    notes: [
      ...(view.error === undefined ? [] : [{ text: view.error, tone: 'danger' as const }]),
      ...(view.conflict === undefined ? [] : [{ text: '已另有修改，请在明细中选择', tone: 'danger' as const }]),
      ...(beside.notes.length === 0 ? [] : [{ text: `批注 ${beside.notes.length} 条`, tone: 'danger' as const }]),
      ...open.map(({ severity, message }) => ({
        text: severityLabels[severity],
        full: message ?? '',
        tone: severity === 'error' ? ('danger' as const) : severity === 'warning' ? ('warning' as const) : ('muted' as const),
      })),
      ...(column === 'actual' && outside !== null && row?.result.computed != null ? [{ text: '按公式计算', tone: 'muted' as const }] : []),
      ...(column === 'target' && beside.approvedTarget !== null && beside.approvedTarget.trim() !== view.text.trim()
        ? [{ text: `批复 ${beside.approvedTarget}`, tone: 'muted' as const }]
        : []),
      ...(view.submitted === undefined
        ? []
        : [{ text: '退回后已改', full: `送审时：${beside.say(address, view.submitted)}`, tone: 'muted' as const }]),
      ...(view.lastYear === undefined ? [] : [{ text: `上年 ${view.lastYear}`, tone: 'muted' as const }]),
    ],
  }
}

const hintOf = (column: string, row: LiveRow | undefined, live: LiveScores): string | undefined => {
  if (column === 'selfScore') return '自评分'
  return column === 'deviationReason' && lacksReason(row, live) ? '请说明' : undefined
}

/** What stands in a cell that nobody types; null where somebody does. */
function outsideText(column: string, row: LiveRow | undefined, live: LiveScores): string | null {
  if (row === undefined) return column === 'selfScore' ? NONE : null
  const { result } = row
  if (column === 'selfScore') return isByPerson(row, live) ? null : result.score === null ? NONE : sayScore(result.score)
  if (result.adjustment !== null) return SCORED_COLUMNS.has(column) ? NONE : null
  if (column !== 'actual' || result.computed === null) return null
  switch (result.computed.kind) {
    case 'number':
      return `${sayScore(result.computed.value)}${row.indicator.unit}`
    case 'notApplicable':
      return NOT_APPLICABLE
    case 'blank':
      return '所用数据未填'
    default:
      return '不能计算'
  }
}

/** Whether a person's score is wanted or given, because numbers do not decide. */
function isByPerson({ indicator }: LiveRow, live: LiveScores): boolean {
  const { evaluation, score } = live.now()
  const rule = explainScore(evaluation, score, { kind: 'indicator', id: indicator.id })?.rule
  if (rule?.kind === 'adjustment') return true
  return rule?.kind === 'indicator' && rule.rule.kind !== 'coefficient' && (rule.basis === 'given' || rule.basis === 'notGiven')
}

/** Whether 偏差原因 is asked for and missing: points were lost, or far more was achieved than was aimed at. */
function lacksReason(row: LiveRow | undefined, live: LiveScores): boolean {
  if (row === undefined) return false
  const { score, maxScore, comparison } = row.result
  const { overCompletion } = rulesOf(live.now().evaluation.scheme satisfies Scheme)
  const lost = score !== null && maxScore !== null && lessThan(score, maxScore)
  return lost || (overCompletion !== null && isOverCompleted(comparison, overCompletion.threshold))
}
