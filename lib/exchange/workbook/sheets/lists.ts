import { cellText, rowText } from '@/lib/domain/cells/addresses'
import type { ColumnOf } from '@/lib/domain/cells/cells'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { MOST_ROWS } from '@/lib/domain/evaluation/most-rows'
import { type BookCell, type BookRow, type BookSheet, ROW_KEYS } from '@/lib/exchange/workbook/book'
import { emptyRow, freeCell, headRows, inputCell, label, noteRow, tableRow, titleRow } from '@/lib/exchange/workbook/parts'
import { rowNames } from '@/lib/messages/cell-texts'
import { bookColumnHeadings, bookHeadings, bookMoney, bookSheets, bookTitle } from '@/lib/messages/workbook'

/** Rows that are prepared behind a list for what is added. */
const PREPARED = 20
export const preparedRows = (there: number, most = PREPARED): number[] =>
  Array.from({ length: Math.max(0, Math.min(most, MOST_ROWS - there)) }, (_, index) => there + index + 1)

const { goals, tasks, problems, measures } = bookColumnHeadings
type Listed = 'goals' | 'tasks' | 'problems' | 'measures'
type Columns<L extends Listed> = readonly (readonly [column: ColumnOf<L>, heading: string])[]
const TABLES: { readonly [L in Listed]: Columns<L> } = {
  goals: [
    ['text', goals.text],
    ['completion', goals.completion],
  ],
  tasks: [
    ['name', tasks.name],
    ['budget', bookMoney(tasks.budget)],
    ['expenditure', bookMoney(tasks.expenditure)],
  ],
  problems: [
    ['text', problems.text],
    ['measures', problems.measures],
  ],
  measures: [['text', measures.text]],
}

const ADDING = '要增加的写在表末的空行里。'

/** 目标 or 任务: a numbered row each, and some that are still free. */
export const listSheet = (evaluation: Evaluation, list: 'goals' | 'tasks'): BookSheet => ({
  name: bookSheets[list],
  rows: [...headOf(evaluation, bookSheets[list]), ...listTable(evaluation, list)],
  widths: list === 'goals' ? [8, 4, 60, 60] : [8, 4, 70, 18, 18],
  frozen: { rows: 4, columns: 1 },
})

/** 存在问题 and, below, the measures that answer them. */
export const problemsSheet = (evaluation: Evaluation): BookSheet => ({
  name: bookSheets.problems,
  rows: [
    ...headOf(evaluation, bookSheets.problems),
    ...listTable(evaluation, 'problems', 10),
    emptyRow,
    ...listTable(evaluation, 'measures', 10),
  ],
  widths: [8, 4, 80, 40],
  frozen: { rows: 2, columns: 1 },
})

const headOf = (evaluation: Evaluation, part: string): BookRow[] => [titleRow(bookTitle(evaluation, part)), noteRow(ADDING)]

function listTable<L extends Listed>(evaluation: Evaluation, list: L, prepared?: number): BookRow[] {
  const columns: Columns<L> = TABLES[list]
  const names = rowNames(evaluation)
  const all = evaluation[list]
  return [
    ...headRows(list, [['', bookHeadings.number], ...columns]),
    ...all.map(({ id }, index) =>
      tableRow(rowText({ list, row: id }), [
        label(String(index + 1)),
        ...columns.map(([column]) => withChoices(inputCell(evaluation, cellText(list, id, column), names), column)),
      ]),
    ),
    ...preparedRows(all.length, prepared).map((number) =>
      tableRow(ROW_KEYS.free, [
        label(String(number)),
        ...columns.map(([column]) => withChoices(freeCell(cellText(list, 'new', column)), column)),
      ]),
    ),
  ]
}

const withChoices = (cell: BookCell, column: string): BookCell => (column === 'measures' ? { ...cell, choices: 'measures' } : cell)
