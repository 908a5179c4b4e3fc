import type { FigureItem, FigureSplit } from '@/lib/domain/cells/funds'
import { equals, sum } from '@/lib/domain/quantities'
import { readMoney } from '@/lib/domain/reading/number-reading'
import type { TableFunds } from './money-table'
import type { Found } from './read-paper'
import { distinct, found, isNumber, type Row, wordsOf } from './table-rows'
import { ITEMS } from './vocabulary/money'

/** 其中：基本支出：3,105.62 in a cell below the money table's whole, or the name in one cell and the amount in the next. */
export type CellPart = { item: FigureItem; split: FigureSplit; name: Found; amount: Found }

const COLUMNS = ['actualExpenditure', 'adjustedBudget', 'initialBudget'] as const
const NAMED = /^(?:其中|按[\u4e00-\u9fff]{2,6}分)?[：:]?([\u4e00-\u9fff（）]{2,20})[：:]?\s*([\d,，.]+)(?:万元|元)?$/

/** Adds the parts that a row names; false where it names none. */
export function partsIn(row: Row, parts: CellPart[]): boolean {
  const cells = distinct(row)
  let any = false
  for (const [index, cell] of cells.entries()) {
    const inside = NAMED.exec(wordsOf(cell.text))
    const next = cells[index + 1]
    const name = inside?.[1] ?? wordsOf(cell.text).replace(/^其中[：:]?|[：:]$/g, '')
    const item = ITEMS.find(([, , pattern]) => pattern.test(name))
    const amount = inside !== null ? amountIn(cell, inside[2] ?? '') : next !== undefined && isNumber(next.text) ? found(next) : null
    if (/^按.{2,6}分[：:]?$/.test(wordsOf(cell.text))) any = true
    if (item === undefined || amount === null || name.length > 16) continue
    parts.push({ item: item[0], split: item[1], name: { ...amount, text: name }, amount })
    any = true
  }
  return any
}

const amountIn = ({ text, to }: { text: string; to: number }, digits: string): Found => {
  const behind = text.length - (text.lastIndexOf(digits.slice(-1)) + 1)
  return { text: digits, certainty: 'certain', from: to - behind - digits.length, to: to - behind }
}

/** The parts as rows of the money table, in the column of the whole that they make; what they were spent on where they make none. */
export function rowsOfParts(parts: readonly CellPart[], rows: readonly TableFunds[]): TableFunds[] {
  const whole = rows.find(({ role }) => role === 'total')
  const value = (cell: Found | undefined) => {
    const reading = readMoney(cell?.text ?? '', '万元')
    return reading.kind === 'number' ? reading.value : null
  }
  return [...new Set(parts.map(({ split }) => split))].flatMap((split) => {
    const own = parts.filter((part) => part.split === split)
    const made = sum(own.flatMap(({ amount }) => value(amount) ?? []))
    const column =
      COLUMNS.find((name) => {
        const all = value(whole?.[name])
        return all !== null && equals(all, made)
      }) ?? 'actualExpenditure'
    return own.map(({ name, amount }): TableFunds => ({ item: name, role: 'part', unit: null, [column]: amount }))
  })
}
