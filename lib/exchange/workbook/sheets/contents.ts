import { figure } from '@/lib/domain/cells/funds'
import { type Evaluation, PROJECT_COLUMNS } from '@/lib/domain/evaluation/evaluation'
import { plain, sum, wanFromYuan, type Yuan } from '@/lib/domain/quantities'
import type { BookCell, BookRow, BookSheet } from '@/lib/exchange/workbook/book'
import { emptyRow, label, letterOf, noteRow, titleRow } from '@/lib/exchange/workbook/parts'
import { figureColumnLabels } from '@/lib/messages/form-labels'
import { schemeName } from '@/lib/messages/scheme-name'
import { BOOK_GUIDE, bookHeadings, bookMoney, bookSheets, bookSums, bookTitle } from '@/lib/messages/workbook'

/** A project as the first sheet lists it; `total`: the row on its own sheet in which its 年度资金总额 stands, from 1. */
export type Listed = { project: Evaluation; code: string | null; sheet: string; total: number }

/** The first sheet of a workbook of many projects: whose it is, how it is filled in, and what each of them comes to, as it is typed. Nothing is read back from it. */
export function contentsSheet(department: Evaluation, listed: readonly Listed[]): BookSheet {
  const { departmentName, departmentCode, year } = department
  const [first] = listed
  const told: [string, string][] = [
    ['部门名称', departmentName],
    ['预算编码', departmentCode],
    ['年度', String(year)],
    ...(first === undefined ? [] : [['评价方案', schemeName(first.project.scheme)] satisfies [string, string]]),
  ]
  const above: BookRow[] = [
    titleRow(bookTitle(department, bookSheets.projects)),
    ...BOOK_GUIDE.map(noteRow),
    emptyRow,
    ...told.map(([name, text]): BookRow => ({ cells: [label(name), null, label(text)] })),
    emptyRow,
    { cells: headings.map((text) => (text === null ? null : { look: 'heading', text })) },
  ]
  const rows = listed.map(({ project, code, sheet, total }, index): BookRow => {
    const amounts = PROJECT_COLUMNS.map((column, place) =>
      amountCell(figure(project.figures, `total/${column}`), `N('${sheet}'!${letterOf(place + 2)}${total})`),
    )
    return { cells: [label(String(index + 1)), null, label(project.projectName ?? ''), label(code ?? ''), label(sheet), ...amounts] }
  })
  const [from, to] = [above.length + 1, above.length + rows.length]
  const sums = PROJECT_COLUMNS.map((column, place) => {
    const letter = letterOf(place + FIRST_AMOUNT)
    const filled = listed.flatMap(({ project }) => figure(project.figures, `total/${column}`) ?? [])
    return amountCell(sum(filled), `SUM(${letter}${from}:${letter}${to})`)
  })
  return {
    name: bookSheets.projects,
    rows: [
      ...above,
      ...rows,
      ...(rows.length === 0 ? [] : [{ cells: [label(''), null, label(bookSums.projects), label(''), label(''), ...sums] }]),
    ],
    widths: [10, 4, 44, 18, 28, 18, 18, 18],
    frozen: { rows: 1, columns: 0 },
  }
}

/** The column of the first amount, without that of the keys. */
const FIRST_AMOUNT = 4

const headings = [
  bookHeadings.number,
  null,
  bookHeadings.projectName,
  bookHeadings.projectCode,
  bookHeadings.sheet,
  ...PROJECT_COLUMNS.map((column) => bookMoney(figureColumnLabels[column])),
]

/** 元 as 万元; what is 未填 counts nothing until it is typed. */
const amountCell = (amount: Yuan | null, formula: string): BookCell => ({
  look: 'sum',
  formula,
  number: amount === null ? '0' : plain(wanFromYuan(amount)),
})
