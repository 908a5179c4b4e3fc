import type { CellFormFrame } from '@/components/evaluation/cells/cell-form-context'
import { formCell, lastYearNote } from '@/components/evaluation/rows/form-grid'
import type { GridCell } from '@/components/grid/grid-source'
import { columnIn } from '@/lib/domain/cells/addresses'
import { explainScore } from '@/lib/domain/explanation/explanation'
import { lessThan } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { isOverCompleted } from '@/lib/domain/scoring/over-completion'
import type { CellView } from '@/lib/forms/saving/cell-view'
import type { LiveRow, LiveScores } from '@/lib/forms/saving/live-scores'
import { NOT_APPLICABLE } from '@/lib/messages/form-labels'
import { score as sayScore } from '@/lib/messages/numbers'
import { targetDoubt } from './target-doubt'

/** What is known of an indicator's cell beside its text. */
export type CellSurroundings = {
  form: CellFormFrame
  /** The scheme gives the indicator: its name, target and 分值 are the scheme's. */
  fixed: boolean
  /** What was approved, where it is to be said. */
  approvedTarget: string | null
  saysLastYear: boolean
  /** Who else is in the cell; empty: nobody. */
  who: string
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
  { form, fixed, approvedTarget, saysLastYear, who }: CellSurroundings,
): GridCell {
  const column = columnIn('indicators', address) ?? ''
  const outside = outsideText(column, row, live)
  const locked = form.readOnly || outside !== null || (fixed && FIXED_COLUMNS.has(column))
  const doubt = column === 'target' && !locked && row !== undefined ? targetDoubt(row, form.store, live.now().evaluation.year) : null
  const shown = outside ?? (column === 'task' ? form.say(address, view.text) : undefined)
  return formCell(form, address, view, {
    locked,
    who,
    ...(shown === undefined ? {} : { shown }),
    hint: hintOf(column, row, live),
    said: [
      ...(column === 'actual' && outside !== null && row?.result.computed != null ? [{ text: '按公式计算', tone: 'muted' as const }] : []),
      ...(column === 'target' && approvedTarget !== null && approvedTarget.trim() !== view.text.trim()
        ? [{ text: `批复 ${approvedTarget}`, tone: 'muted' as const }]
        : []),
      ...(doubt === null ? [] : [{ text: doubt.word, full: doubt.why, tone: 'muted' as const }]),
      ...(saysLastYear ? lastYearNote(view) : []),
    ],
  })
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
