import { FIGURE_ITEMS, type FigureColumn, type FigureItem, type FigureName } from '@/lib/domain/cells/funds'
import type { FurtherFigure } from './further-figures'
import { distinct, found, isNumber, type Row, wordsOf } from './table-rows'
import { DATA_ITEMS, DATA_TITLE, EXPENSE, EXPENSE_COLUMNS, EXPENSE_SUM, IN_POST, QUOTA, YEAR_COLUMN } from './vocabulary/base-data'

/**
 * 部门整体支出绩效评价基础数据表, which stands beside a report: people, and what last year and this year were spent on “三公”经费 and the
 * like. `columns`: which column of the form each of the row's cells is. `isOfExpenses`: its 合计 is that of “三公”经费.
 */
export type DataHead = {
  kind: 'staff' | 'money'
  columns: ReadonlyMap<number, FigureColumn | FigureItem>
  isYuan: boolean
  isOfExpenses: boolean
}

/**
 * 编制数 beside 实际在职人数, or 2022年决算数 beside 2023年预算数 and 2023年决算数, or the head of a table of “三公”经费 alone; null where a
 * row is no such head.
 */
export function dataHeadOf(row: Row, below: readonly Row[] = []): DataHead | null {
  const cells = distinct(row)
  if (cells.length < 3 || cells.length > 8 || cells.some(({ text }) => isNumber(text))) return null
  const words = row.map(({ text }, index) => (row.indexOf(row[index] as Row[number]) === index ? wordsOf(text) : ''))
  const columns = new Map<number, FigureColumn | FigureItem>()
  const quota = words.findIndex((text) => QUOTA.test(text))
  const inPost = words.findIndex((text) => IN_POST.test(text))
  if (quota >= 0 && inPost >= 0) {
    columns.set(quota, 'staffQuota')
    columns.set(inPost, 'staffInPost')
    return { kind: 'staff', columns, isYuan: false, isOfExpenses: false }
  }
  const isOfExpenses = namesExpenses(words[0] ?? '', below)
  const said = words.flatMap((text, index) => {
    const match = YEAR_COLUMN.exec(text)
    return match === null ? [] : [{ index, year: match[1] ?? '', isBudget: match[2] === '预算' }]
  })
  const last =
    said
      .map(({ year }) => year)
      .sort()
      .at(-1) ?? ''
  const isOfTwoYears = said.some(({ year }) => year < last) && said.some(({ isBudget }) => isBudget)
  const isYuan = /[（(]元/.test(words.join(''))
  if (!isOfTwoYears && !(DATA_TITLE.test(words[0] ?? '') && said.length > 0)) {
    const named = isOfExpenses ? expenseColumns(words) : columns
    return named.size < 2 ? null : { kind: 'money', columns: named, isYuan, isOfExpenses }
  }
  for (const { index, year, isBudget } of said) {
    if (year === last) columns.set(index, isBudget ? 'initialBudget' : 'actualExpenditure')
    else if (!isBudget) columns.set(index, 'priorActual')
  }
  return { kind: 'money', columns, isYuan, isOfExpenses }
}

const firstOf = (row: Row | undefined): string => wordsOf(row?.find(({ text }) => text !== '')?.text ?? '')

/** “三公”经费项目 in the head, or its parts in the first rows. */
function namesExpenses(title: string, [first, second]: readonly Row[]): boolean {
  const [name, next] = [firstOf(first), firstOf(second)]
  return EXPENSE.test(title) || EXPENSE.test(name) || (EXPENSE_SUM.test(name) && EXPENSE.test(next))
}

/** 上年决算数, 年初预算数, 本年决算数, where no year is said. */
function expenseColumns(words: readonly string[]): Map<number, FigureColumn> {
  const columns = new Map<number, FigureColumn>()
  for (const [index, text] of words.entries()) {
    const column = EXPENSE_COLUMNS.find(([, pattern]) => pattern.test(text))?.[0] ?? null
    if (index > 0 && column !== null && ![...columns.values()].includes(column)) columns.set(index, column)
  }
  return columns
}

/** Adds what a row says; false where it says nothing that the form has. */
export function dataIn(row: Row, { kind, columns, isYuan, isOfExpenses }: DataHead, figures: FurtherFigure[]): boolean {
  const name = wordsOf(row.find(({ text }) => text !== '' && !isNumber(text))?.text ?? '')
  const item =
    kind === 'staff'
      ? null
      : (DATA_ITEMS.find(([, pattern]) => pattern.test(name))?.[0] ?? (isOfExpenses && EXPENSE_SUM.test(name) ? 'threePublic' : null))
  let any = false
  for (const [index, column] of columns) {
    const cell = row[index]
    const amount = cell === undefined || !isNumber(cell.text) || cell.text.includes('%') ? null : found(cell)
    if (amount === null || (kind === 'money' && item === null)) continue
    const figure = kind === 'staff' ? (`${column}/count` as FigureName) : nameOf(item as FigureItem, column as FigureColumn)
    if (figure === null) continue
    figures.push({
      name: figure,
      amount: isYuan ? { ...amount, text: `${amount.text}元` } : amount,
      measure: kind === 'staff' ? 'count' : 'money',
    })
    any = true
  }
  return any
}

const nameOf = (item: FigureItem, column: FigureColumn): FigureName | null =>
  (FIGURE_ITEMS[item].columns as readonly FigureColumn[]).includes(column) ? `${item}/${column}` : null
