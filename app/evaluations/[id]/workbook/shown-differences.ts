import 'server-only'
import type { ShownDifference } from '@/components/workbook/difference-table'
import { columnIn, isTie } from '@/lib/domain/cells/addresses'
import type { Evaluation, EvaluationKind } from '@/lib/domain/evaluation/evaluation'
import type { AddedRow, BookDifferences, CellDifference, GoneRow } from '@/lib/exchange/workbook/differences'
import { cellLabel } from '@/lib/messages/cell-labels'
import { rowNames } from '@/lib/messages/cell-texts'
import { narrativeSectionLabel } from '@/lib/messages/form-labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { bookColumnHeadings, bookRowNames } from '@/lib/messages/workbook'
import { BOOK_ROW_COPIED, BOOK_ROW_REMOVED, bookConflict, sayBookNote, sayBookWrong } from '@/lib/messages/workbook-reading'

/** Who wrote cells last, by their addresses. */
type Writers = Readonly<Partial<Record<string, { byName: string }>>>

/** What a workbook says otherwise, sheet by sheet in the workbook's order. `say`: how texts name the data in them. */
export function shownDifferences(
  { cells, added, gone }: BookDifferences,
  evaluation: Evaluation,
  writers: Writers,
  say: (text: string) => string,
): Map<string, ShownDifference[]> {
  const names = rowNames(evaluation)
  const shown = (address: string, text: string): string => {
    if (!isTie(address)) return say(text)
    return text
      .split(' ')
      .map((word) => names[word] ?? word)
      .join(' ')
  }
  const sheets = new Map<string, ShownDifference[]>()
  const show = (sheet: string, difference: ShownDifference): void => void sheets.set(sheet, [...(sheets.get(sheet) ?? []), difference])
  for (const cell of cells) show(cell.sheet, shownCell(cell, evaluation, writers, shown))
  for (const row of added) show(row.sheet, shownRow(row, evaluation.kind, shown))
  for (const row of gone) show(row.sheet, shownGone(row, evaluation))
  return sheets
}

const TAGS = {
  changed: null,
  conflict: { label: '表中已被修改', tone: 'warning' },
  doubtful: { label: '请核对', tone: 'warning' },
  refused: { label: '不能采用', tone: 'danger' },
  removed: { label: '不能采用', tone: 'danger' },
} as const

type Shown = (address: string, text: string) => string

function shownCell(cell: CellDifference, evaluation: Evaluation, writers: Writers, shown: Shown): ShownDifference {
  const { address, place, now, written, text, state } = cell
  const said = [
    ...saidOf(cell),
    ...(state === 'conflict' ? [bookConflict(writers[address]?.byName ?? '他人', shown(address, written))] : []),
    ...(state === 'removed' ? [BOOK_ROW_REMOVED] : []),
  ]
  const action = state === 'refused' || state === 'removed' ? null : state === 'changed' ? '采用' : '替换'
  return {
    at: address,
    place,
    label: cellLabel(address, evaluation),
    now: shown(address, now),
    text: shown(address, text),
    tag: TAGS[state],
    said,
    action,
    together: state === 'changed',
  }
}

/** What had to be done to read a cell, and why it cannot be kept. */
const saidOf = ({ notes, wrong, refusal, text }: CellDifference): string[] => [
  ...notes.map(sayBookNote),
  ...(wrong === null ? [] : [sayBookWrong(wrong.code, text)]),
  ...(refusal === null ? [] : [refusalSentence(refusal)]),
]

function shownRow({ at, row, place, copied, cells }: AddedRow, kind: EvaluationKind, shown: Shown): ShownDifference {
  const headings: Readonly<Record<string, string>> = row.list === 'narrative' ? { text: '内容' } : bookColumnHeadings[row.list]
  const headed = ({ address, text }: CellDifference): string => {
    const column = columnIn(row.list, address) ?? ''
    return `${headings[column] ?? column}：${shown(address, text)}`
  }
  const kept = cells.filter(({ state }) => state !== 'refused')
  return {
    at,
    place,
    label: `新增${row.list === 'narrative' && !('taskId' in row) ? narrativeSectionLabel(row.section, kind) : ''}${bookRowNames[row.list]}`,
    now: '',
    text: kept.map(headed).join('\n'),
    tag: copied ? TAGS.doubtful : null,
    said: [
      ...(copied ? [BOOK_ROW_COPIED] : []),
      ...cells.flatMap((cell) => saidOf(cell).map((sentence) => `${cell.place} ${headed(cell)}：${sentence}`)),
    ],
    action: kept.length === 0 ? null : '新增',
    together: !copied && kept.length > 0,
  }
}

const shownGone = ({ at, sheet, refusal }: GoneRow, evaluation: Evaluation): ShownDifference => ({
  at: `-${at}`,
  place: sheet,
  label: `删除：${cellLabel(at, evaluation)}`,
  now: '在表中',
  text: '此行已从工作簿中删去',
  tag: refusal === null ? TAGS.doubtful : TAGS.refused,
  said: refusal === null ? [] : [refusalSentence(refusal)],
  action: refusal === null ? '删除' : null,
  together: false,
})
