import { cellWords } from './page-words'
import type { GridCell } from './paper-builder'
import { merged, type Placed, type RuledTable } from './ruled-tables'

/** A drawn table of one page with the words in it. */
export type PageTable = { table: RuledTable; words: readonly Placed[] }

/** How far edges of a table may be apart from page to page, in points. */
const NEAR = 4

export const isAsWide = (a: RuledTable, b: RuledTable): boolean => Math.abs(a.left - b.left) <= NEAR && Math.abs(a.right - b.right) <= NEAR

/** A table as rows of cells, from the pages that it stands on: not every page draws every column's line. */
export function gridOf(parts: readonly PageTable[]): GridCell[][] {
  const xs = merged(parts.flatMap(({ table }) => table.xs))
  const rows: GridCell[][] = []
  for (const part of parts) {
    const [first, ...rest] = rowsOf(part, xs)
    if (first === undefined) continue
    const last = rows.at(-1)
    if (last !== undefined && isRestOf(last, first))
      for (const [place, cell] of first.entries()) (last[place] as GridCell).text += cell.text
    else rows.push(first)
    rows.push(...rest)
  }
  return rows
}

/** The rest of a row that the page broke: few of its cells hold anything, none of them a number. */
function isRestOf(last: readonly GridCell[], first: readonly GridCell[]): boolean {
  const filled = first.filter(({ text }) => text !== '')
  const goesOn = first.every(({ text, columns }, place) => last[place]?.columns === columns && (text === '' || last[place]?.text !== ''))
  return goesOn && last.length === first.length && filled.length * 2 < first.length && filled.every(({ text }) => !/\d/.test(text))
}

/** A page's rows in the columns of the whole table. */
function rowsOf({ table: { xs: own, ys, cellAt }, words }: PageTable, xs: readonly number[]): GridCell[][] {
  const columnAt = (x: number): number =>
    Math.min(
      Math.max(
        0,
        own.findLastIndex((edge) => edge <= x),
      ),
      own.length - 2,
    )
  const rowAt = (y: number): number =>
    Math.min(
      Math.max(
        0,
        ys.findLastIndex((edge) => edge <= y),
      ),
      ys.length - 2,
    )
  const byCell = new Map<number, Placed[]>()
  for (const word of words) {
    const cell = cellAt(rowAt(word.y - word.height * 0.35), columnAt(word.x + word.width / 2))
    byCell.set(cell, [...(byCell.get(cell) ?? []), word])
  }
  return ys.slice(1).map((_, row) => {
    const cells: GridCell[] = []
    let last = -1
    for (let place = 0; place < xs.length - 1; place++) {
      const column = columnAt(((xs[place] as number) + (xs[place + 1] as number)) / 2)
      const cell = cellAt(row, column)
      const before = cells.at(-1)
      if (cell === last && before !== undefined) before.columns += 1
      else cells.push({ text: cellWords(byCell.get(cell) ?? []), columns: 1, continues: row > 0 && cellAt(row - 1, column) === cell })
      last = cell
    }
    return cells
  })
}
