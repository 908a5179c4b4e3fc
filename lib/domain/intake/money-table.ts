import type { Found } from './read-paper'
import { columnsOf, distinct, found, isNumber, type Row, wordsOf } from './table-rows'
import { MONEY_HEADS, type MoneyColumn, PAIRED_NAMES, TOTAL_ROW } from './vocabulary/columns'

export type MoneyHead = { columns: Map<MoneyColumn, number>; first: number; width: number; title: Found | null; unit: string | null }
/** A row of a money table, each cell as printed. `unit`: what the table's head says. */
export type TableFunds = Partial<Record<MoneyColumn, Found>> & { item: Found; role: 'total' | 'part' | 'other'; unit: string | null }

/** The columns of a money table, where a row is its head: a budget and what was spent of it. */
export function moneyHeadOf(row: Row): MoneyHead | null {
  const cells = distinct(row)
  if (cells.some(({ text }) => isNumber(text) || /[。；]/.test(text)) || cells.length < 2) return null
  const columns = columnsOf(row, MONEY_HEADS)
  const received = columns.get('received')
  // What came in is the budget where the table has no other.
  if (received !== undefined && !columns.has('initialBudget') && !columns.has('adjustedBudget')) {
    columns.delete('received')
    columns.set('adjustedBudget', received)
  }
  const money = (['initialBudget', 'adjustedBudget', 'received', 'actualExpenditure', 'balance', 'carryOver'] as const).flatMap(
    (column) => columns.get(column) ?? [],
  )
  const isHead = columns.has('actualExpenditure') && (columns.has('initialBudget') || columns.has('adjustedBudget'))
  if (!isHead) return null
  const unit = /(?:单位[：:]|[（(])(亿元|万元|元)/.exec(cells.map(({ text }) => text).join(' '))?.[1] ?? null
  const first = Math.min(...money)
  return { columns, first, width: row.length, title: found(distinct(row.slice(0, first)).at(-1)), unit }
}

/** Adds a row of money; false where it is none. */
export function fundsIn(row: Row, { columns, first, width, title, unit }: MoneyHead, rows: TableFunds[]): boolean {
  const aligned = row.length < width ? [...Array.from({ length: width - row.length }, () => undefined), ...row] : row
  const names = distinct(row).filter((cell) => aligned.indexOf(cell) < first && !isNumber(cell.text) && !/^\d+$/.test(cell.text))
  // A single row under 资金执行情况 may have no name of its own.
  const item = found(names.at(-1)) ?? (rows.length === 0 ? title : null)
  const values = [...columns].flatMap(([column, index]) => {
    const value = found(aligned[index])
    return value === null || index < first ? [] : [[column, unit === LARGE && AMOUNTS.has(column) ? inLarge(value) : value] as const]
  })
  if (item === null || !values.some(([, { text }]) => isNumber(text))) return false
  const hasTotal = rows.some(({ role }) => role === 'total')
  const words = wordsOf(item.text)
  const isTotal = TOTAL_ROW.test(words) && !/其中/.test(words)
  const role = isTotal && !hasTotal ? 'total' : isTotal ? 'other' : 'part'
  rows.push({ ...Object.fromEntries(values), item, role, unit: unit === LARGE ? null : unit })
  return true
}

const LARGE = '亿元'
const AMOUNTS: ReadonlySet<MoneyColumn> = new Set([
  'initialBudget',
  'adjustedBudget',
  'received',
  'actualExpenditure',
  'carryOver',
  'balance',
])
/** 12.5 under a head in 亿元: the form counts in 万元 or 元, so that the cell says its own unit. */
const inLarge = (value: Found): Found => (/^[\d,，]+(?:\.\d+)?$/.test(value.text) ? { ...value, text: `${value.text}${LARGE}` } : value)

/** 计划安排资金 | 1,208.75 | 实际支出 | 991.51: the whole's amounts, each behind its name. False where a row is none. */
export function pairedFundsIn(row: Row, rows: TableFunds[]): boolean {
  const cells = distinct(row)
  if (cells.length < 4 || cells.length % 2 === 1 || rows.some(({ role }) => role === 'total')) return false
  const names = cells.filter((_, index) => index % 2 === 0)
  const amounts = cells.filter((_, index) => index % 2 === 1)
  if (names.some(({ text }) => isNumber(text)) || !amounts.every(({ text }) => isNumber(text))) return false
  const columns = columnsOf(names, PAIRED_NAMES)
  if (!columns.has('actualExpenditure') || !columns.has('adjustedBudget')) return false
  const unit = /[（(](万元|元)/.exec(names.map(({ text }) => text).join(' '))?.[1] ?? null
  const values = [...columns].flatMap(([column, index]) => {
    const value = found(amounts[index])
    return value === null ? [] : [[column, value] as const]
  })
  const [first] = names
  rows.push({
    ...Object.fromEntries(values),
    item: { text: '资金合计', certainty: 'likely', from: first?.from ?? 0, to: first?.to ?? 0 },
    role: 'total',
    unit,
  })
  return true
}
