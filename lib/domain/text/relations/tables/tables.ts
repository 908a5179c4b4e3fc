import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isOverByRun, kept, mayHold, sumsOf } from './column-sums'
import { columnsOf, waysOf } from './columns'
import { madeOf } from './made-of'
import { type TableRow, tablesIn } from './rows'

/**
 * A table that became text. The row 合计 is the sum of the others, a row with 其中 or lower marks behind it the sum of those, column
 * by column; a column may be made of two others. Which rows and columns these are the table itself shows: where they are so in
 * most places, they have to be in all.
 */
export function tables(reading: Reading): Relation[] {
  let tried = 0
  return tablesIn(reading).flatMap((rows) => {
    tried += waysOf(rows)
    return [
      ...blocksOf(rows).flatMap(ofTotal),
      ...ofParents(rows),
      ...(tried > MOST_TRIED ? [] : columnsOf(rows, rows.filter(isTotal).length > 1 ? undefined : totalOf(rows), headOf(reading, rows))),
    ]
  })
}
/** The line above a table. */
function headOf({ text, paragraphs }: Reading, [first]: readonly TableRow[]): string {
  const line = paragraphs[(first?.cells[0]?.paragraph ?? 0) - 1]
  return line === undefined || line.end - line.start > 80 ? '' : text.slice(line.start, line.end)
}
/** More than any report's tables take; what comes after them stays silent, so that nobody's input can keep the product busy. */
const MOST_TRIED = 20_000

/** The figures of tables of several lines: what is said of them is said by their rows and columns. */
export const cellsOf = (reading: Reading): ReadonlySet<Mention> =>
  new Set(tablesIn(reading).flatMap((rows) => (rows.length < 2 ? [] : rows.flatMap(({ cells }) => cells))))

const TOTAL = /^(?:合|总|共)计$|^(?:支出|收入|资金|本年)?(?:合计|总计)$/
const isTotal = ({ name }: TableRow): boolean => TOTAL.test(name.replace(/\s/g, ''))
const totalOf = (rows: readonly TableRow[]): TableRow | undefined => rows.find(isTotal)
const isSubtotal = ({ name }: TableRow): boolean => /小\s*计$/.test(name)

/** 收入合计 and 支出合计 in one table: each ends a block of its own. */
function blocksOf(rows: readonly TableRow[]): TableRow[][] {
  const totals = rows.flatMap((row, i) => (isTotal(row) ? [i] : []))
  // 合计 above its parts, and another below: those that a table begins with are of no block, but for the last of all.
  const leading = totals.findIndex((at, i) => at !== i)
  const skipped = leading < 0 ? Math.max(0, totals.length - 1) : leading
  const ends = totals.filter((at) => at - skipped > 1)
  return ends.length < 2 ? [rows.slice(skipped)] : ends.map((end, i) => rows.slice(i === 0 ? skipped : (ends[i - 1] ?? 0) + 1, end + 1))
}

/** 合计 is the sum of all other rows, or of those with the highest marks, or of those that have no parts, or that are no parts themselves. */
function ofTotal(rows: readonly TableRow[]): Relation[] {
  const total = totalOf(rows)
  const at = total === undefined ? 0 : rows.indexOf(total)
  // What stands behind 合计 is no part of it, unless it stands first.
  const others = (at > 1 ? rows.slice(0, at) : rows).filter((row) => row !== total && !isSubtotal(row))
  if (total === undefined || others.length < 2) return []
  const highest = Math.min(...others.map(({ depth }) => depth ?? Number.MAX_SAFE_INTEGER))
  const marked = others.filter(({ depth }) => depth === highest)
  const leaves = others.filter((_, i) => childrenOf(others, i).length === 0)
  const isFlat = leaves.length === others.length && others.every(({ isPart, depth }) => !isPart && (depth === null || depth === highest))
  const tried = [others, marked, leaves, madeOf(others, 2).tops, madeOf(others, 1).tops]
    .filter((parts) => parts.length > 1)
    .map((parts) => sumsOf(total, parts))
  const best = tried.reduce<Relation[]>((most, sums) => (kept(sums) > kept(most) ? sums : most), [])
  if (kept(best) > 0) return best
  // Marks say what belongs to 合计 only where every row has one.
  const isMarked = marked.length > 1 && others.every(({ depth }) => depth !== null)
  const sums = isFlat ? sumsOf(total, others) : isMarked ? sumsOf(total, marked) : []
  return mayHold(sums) && !isOverByRun(sums) ? sums : []
}

/** A row is the sum of those that its marks put below it, where it is so in one of several columns at least. */
const ofParents = (rows: readonly TableRow[]): Relation[] => {
  const { parts } = madeOf(rows, 2)
  return rows.flatMap((row, i): Relation[] => {
    const children = childrenOf(rows, i)
    // No mark says what it is made of: two columns do.
    const bySums = children.length > 0 || isTotal(row) ? [] : sumsOf(row, parts.get(row) ?? [])
    if (kept(bySums) > 1) return bySums
    // How far the parts behind 其中 go, no mark says: so far as the sums do.
    const ends = children.some(({ isPart }) => isPart) ? children.slice(0, MOST_PARTS).map((_, i) => i + 1) : [children.length]
    const tried = ends.filter((end) => end > 1).map((end) => sumsOf(row, children.slice(0, end)))
    const best = tried.reduce<Relation[]>((most, sums) => (kept(sums) > kept(most) ? sums : most), [])
    return best.length > 1 && kept(best) > 0 ? best : []
  })
}

/** No row of a report has more parts behind 其中. */
const MOST_PARTS = 24

/** The rows behind one that stand lower: behind 其中, with lower marks, or without marks behind a marked one. */
function childrenOf(rows: readonly TableRow[], at: number): TableRow[] {
  const row = rows[at]
  const first = rows[at + 1]
  if (row === undefined || first === undefined || row.isPart || TOTAL.test(row.name)) return []
  const { depth } = row
  const isLower = (other: TableRow): boolean => other.isPart || (other.depth ?? MARKLESS) > (depth ?? MARKLESS)
  if (!isLower(first)) return []
  const isEnd = (other: TableRow, i: number): boolean =>
    TOTAL.test(other.name) || (!isLower(other) && (depth !== null || other.depth !== null || i > at + 9))
  let end = at + 1
  while (end < rows.length && !isEnd(rows[end] as TableRow, end)) end += 1
  return rows.slice(at + 1, end)
}
const MARKLESS = 9
