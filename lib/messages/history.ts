import { cellSpec, isReviewCell, rowAt } from '@/lib/domain/cells/addresses'
import type { ListName } from '@/lib/domain/cells/cells'
import type { CarriedSection } from '@/lib/domain/evaluation/carrying'
import { NOT_APPLICABLE_PREFIX } from '@/lib/domain/evaluation/cell-value'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import type { EvaluationAction, EvaluationPart } from '@/lib/domain/record/audit-payloads'
import type { ReportPart } from '@/lib/domain/report-document'
import { REVIEW_ACTIONS } from '@/lib/domain/review/review'
import { cellLabel } from './cell-labels'
import { sayReferences } from './data-labels'
import { evidencePlaceLabel } from './evidence'
import { NOT_FILLED } from './form-labels'
import { actionLabels } from './labels'
import { sectionLabels } from './section-labels'

/** How an entry of an evaluation's 操作日志 is said: what happened, and each changed cell with its text before and after. */
export type HistoryLine = { what: string; changes: readonly HistoryChange[]; remark: string }
export type HistoryChange = { label: string; before: string | null; after: string | null }

/** A line as a list shows it: `all` counts the changes that there are, which the page at `whole` shows. */
export type HistoryExcerpt = HistoryLine & { all: number; whole: string | null }

/** Changes of an entry that a list of entries shows. */
const SHOWN = 5

/** The first few changes, where `whole` leads to all of them; otherwise each. */
export const excerptOf = (line: HistoryLine, whole: string | null): HistoryExcerpt => ({
  ...line,
  changes: whole === null ? line.changes : line.changes.slice(0, SHOWN),
  all: line.changes.length,
  whole,
})

/** What an entry's payload holds, as far as it is said; `lib/forms/history.ts` reads it. */
export type HistoryPayload = OfEntries<{
  cells: readonly { address: string; before: string | null; after: string | null }[]
  reason: string
  due: string
  notes: readonly { at: string; text: string }[]
  replies: readonly { text: string }[]
  submission: number | null
  code: string
  before: string | null
  after: string | null
  text: string
  pdfHash: string
  part: string
  paper: string
  workbook: string
  file: string
  section: string
  year: number | null
  name: string
  opinion: string
}>
/** Nothing that no entry keeps. */
type OfEntries<Said extends { [Name in keyof Said]: Name extends EvaluationPart ? unknown : never }> = Said

const LIST_LABELS: Readonly<Record<ListName, string>> = {
  narrative: '段落',
  goals: '绩效目标',
  tasks: '重点工作任务',
  indicators: '指标',
  problems: '存在问题',
  measures: '改进措施',
}

/** `rows` are the evaluation's rows of today: a row that has gone since is said to be deleted. */
export function sayHistory(
  { action, subject, payload }: { action: string; subject: string; payload: HistoryPayload },
  rows: NamedRows,
): HistoryLine {
  const changes = payload.cells.map(
    ({ address, before, after }): HistoryChange => ({
      label: cellLabel(address, rows),
      before: before === null ? null : cellText(address, before, rows),
      after: after === null ? null : cellText(address, after, rows),
    }),
  )
  const row = rowAt(subject)
  const list = row === null ? '多行' : LIST_LABELS[row.list]
  switch (action as EvaluationAction) {
    case 'evaluations.open':
      return { what: '建立自评表', changes: [], remark: '' }
    case 'evaluations.take-out':
      return { what: '移出自评任务', changes, remark: '' }
    case 'evaluations.extend':
      return { what: '调整期限', changes: [], remark: '' }
    case 'projects.add':
      return { what: '新增项目', changes: [], remark: payload.name }
    case 'projects.rename':
      return { what: '项目改名', changes: [], remark: payload.name }
    case 'projects.remove':
      return { what: '移除项目', changes, remark: payload.name }
    case 'cells.save':
      return {
        what: payload.cells.every(({ address }) => isReviewCell(address)) ? scored(changes.length) : `修改 ${changes.length} 处`,
        changes,
        remark: '',
      }
    case 'rows.add':
      return { what: `新增${list}`, changes: changes.filter(({ after }) => after !== NOT_FILLED), remark: '' }
    case 'rows.carry':
      return { what: '沿用上年', changes, remark: sectionOf(payload) }
    case 'rows.confirm':
      return { what: '确认沿用内容', changes: [], remark: sectionOf(payload) }
    case 'rows.remove':
      return { what: `删除${list}`, changes: changes.filter(({ before }) => before !== NOT_FILLED), remark: '' }
    case 'rows.move':
      return { what: `调整${list}顺序`, changes: [], remark: cellLabel(subject, rows) }
    case 'targets.approve':
      return { what: '批复绩效目标', changes: [], remark: '' }
    case 'notes.reply':
      return { what: '答复批注', changes: [], remark: `${cellLabel(subject, rows)}：${payload.text}` }
    case 'notes.resolve':
      return { what: '标记批注已处理', changes: [], remark: `${cellLabel(subject, rows)}：${payload.text}` }
    case 'notes.reopen':
      return { what: '批注改回未处理', changes: [], remark: `${cellLabel(subject, rows)}：${payload.text}` }
    case 'review.open':
      return { what: '打开送审件', changes: [], remark: '此后不能撤回' }
    case 'papers.download':
      return { what: downloadLabels[payload.part] ?? '下载 PDF', changes: [], remark: payload.file || (paperLabels[payload.part] ?? '') }
    case 'papers.read':
      return { what: '读入已有报告', changes: [], remark: payload.paper }
    case 'papers.accept':
      return { what: `采用报告内容 ${changes.length} 处`, changes, remark: payload.paper }
    case 'workbooks.read':
      return { what: '读入工作簿', changes: [], remark: payload.workbook }
    case 'workbooks.map':
      return { what: '对应工作簿的表格', changes: [], remark: payload.workbook }
    case 'workbooks.accept':
      return { what: `采用工作簿内容 ${changes.length} 处`, changes, remark: payload.workbook }
    case 'workbooks.refuse':
      return { what: '不采用工作簿', changes: [], remark: payload.workbook }
    case 'evidence.add':
      return { what: '上传佐证材料', changes: [], remark: `${evidencePlaceLabel(subject, rows)}：${payload.file}` }
    case 'evidence.remove':
      return { what: '删除佐证材料', changes: [], remark: `${evidencePlaceLabel(subject, rows)}：${payload.file}` }
    case 'findings.explain': {
      const { before, after } = payload
      return { what: `说明校验警告 ${payload.code}`, changes: [{ label: cellLabel(subject, rows), before, after }], remark: '' }
    }
    default:
      return { what: reviewAction(action), changes: [], remark: reviewRemark(payload, rows) }
  }
}

/** 部门职能（2022 年度） */
const sectionOf = ({ section, year }: HistoryPayload): string =>
  Object.hasOwn(sectionLabels, section) ? `${sectionLabels[section as CarriedSection]}（${year} 年度）` : ''

/** What is taken away, where it is no paper of ours. */
const downloadLabels: Readonly<Record<string, string>> = {
  workbook: '下载填报工作簿',
  paper: '下载已有报告',
  evidence: '下载佐证材料',
}

/** Which paper of ours is taken away. */
const paperLabels: Readonly<Record<string, string>> = {
  table: '自评表',
  report: '自评报告',
  projects: '项目支出绩效自评表',
  both: '自评表和自评报告',
} satisfies Record<ReportPart, string>

/** What was given is not told to everybody before it is decided. */
const scored = (cells: number): string => (cells === 0 ? '复核评分' : `复核评分 ${cells} 处`)

function reviewAction(action: string): string {
  const taken = REVIEW_ACTIONS.find((candidate) => action === `review.${candidate}`)
  return taken === undefined ? action : actionLabels[taken]
}

function reviewRemark({ reason, due, opinion, notes, replies, submission, pdfHash }: HistoryPayload, rows: NamedRows): string {
  const parts = [
    submission === null ? '' : `第 ${submission} 次送审`,
    reason === '' ? '' : `退回理由：${reason}`,
    due === '' ? '' : `整改期限：${due}`,
    opinion === '' ? '' : `意见：${opinion}`,
    ...notes.map(({ at, text }) => `批注（${cellLabel(at, rows)}）：${text}`),
    ...replies.map(({ text }) => `答复批注：${text}`),
    pdfHash === '' ? '' : `报告已冻结，SHA-256：${pdfHash}`,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** The text of a cell; ids of rows are said by the rows' names. */
function cellText(at: string, text: string, rows: NamedRows): string {
  if (text === '') return NOT_FILLED
  switch (cellSpec(at)?.kind) {
    case 'rowId':
      return rows.tasks.find(({ id }) => id === text)?.name ?? '重点工作任务（已删除）'
    case 'rowIds':
      return text
        .split(' ')
        .map((id) => cellLabel(`measures/${id}`, rows))
        .join('、')
    case 'text':
      return sayReferences(text, rows)
    case 'money':
      return text.startsWith(NOT_APPLICABLE_PREFIX) ? text : `${text} 万元`
    default:
      return text
  }
}
