import { isZero, moreThan, zero } from '@/lib/domain/quantities'
import { exactly, type Interval, meet, total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { mostlyHold, sumsOf } from './column-sums'
import { isNumber } from './columns'
import type { TableRow } from './rows'

/** No row of a report is made of more. */
const MOST_PARTS = 24
/** As many columns are looked at first: one of two adds up where a single figure is wrong. */
const GUIDES = 2

/** Rows that are no part of another, and of each that is made of others those parts. */
type Made = { tops: readonly TableRow[]; parts: ReadonlyMap<TableRow, readonly TableRow[]> }

/**
 * What is made of what, by the sums themselves: 基本支出, 人员经费, 公用经费, 项目支出 in lines below each other, where no mark says that the
 * second and the third are the first's, but they come to it in most columns. Asked from below, so that a part may be made of others in
 * its turn. With `fewest` 1, also 住房保障支出 and the one 住房公积金 that it is made of: two that are alike need not be so.
 */
export function madeOf(rows: readonly TableRow[], fewest: 1 | 2): Made {
  const parts = new Map<TableRow, readonly TableRow[]>()
  const behind: TableRow[] = []
  for (const row of rows.toReversed()) {
    const own = partsOf(row, behind.slice(-MOST_PARTS).reverse(), fewest)
    if (own.length > 0) parts.set(row, own)
    behind.length -= own.length
    behind.push(row)
  }
  return { tops: behind.reverse(), parts }
}

/** Those of the rows behind it that a row is made of; empty where it is of none. */
function partsOf(row: TableRow, behind: readonly TableRow[], fewest: number): readonly TableRow[] {
  const guides = row.cells.flatMap((cell, column) => (isNumber(cell) && !isZero(cell.value) ? [{ cell, column }] : [])).slice(0, GUIDES)
  let sums: Interval[] = guides.map(() => exactly(zero))
  for (const [i, part] of behind.entries()) {
    sums = sums.map((sum, guide) => withCell(sum, part.cells[guides[guide]?.column ?? 0]))
    if (guides.every(({ cell }, guide) => moreThan((sums[guide] as Interval).low, cell.span.high))) return []
    const parts = behind.slice(0, i + 1)
    if (i + 1 >= fewest && guides.some(({ cell }, guide) => meet(sums[guide] as Interval, cell.span)) && mostlyHold(sumsOf(row, parts)))
      return parts
  }
  return []
}
const withCell = (sum: Interval, cell: Mention | undefined): Interval => (cell === undefined ? sum : total([sum, cell.span]))
