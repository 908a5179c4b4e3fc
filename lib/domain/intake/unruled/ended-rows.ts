import type { PageLine, TableCell } from '@/lib/domain/intake/paper'
import { wordsOf } from '@/lib/domain/intake/table-rows'
import { type ColumnKind, VALUED, worthOf } from './columns'
import { joined, type Word, wordsIn } from './words'

/** Several signs that part cells, and none: a row ends. */
export const ROW_END = /^\s*(?:[|｜│]\s*){2,}$/

/**
 * Rows below a head, a cell a line, of a form that says where each ends: blank cells are marked, and cells that span rows are left out at
 * the left. `used`: so many lines are read.
 */
export function endedRows(body: readonly PageLine[], kinds: readonly ColumnKind[]): { rows: TableCell[][]; used: number } {
  const rows: TableCell[][] = []
  let words: Word[] = []
  let used = 0
  for (const [at, line] of [...body, { text: '||', place: 0, indent: 0 }].entries()) {
    if (!ROW_END.test(line.text)) {
      words.push(...wordsIn(line, at, true))
      continue
    }
    const row = words.some(({ text }) => text !== '') ? endedRow(words, kinds) : null
    words = []
    if (row === null) continue
    rows.push(row)
    used = at + 1
  }
  return { rows, used: Math.min(used, body.length) }
}

/** Cells of one row of such a form that is under no head; longer ones, and sentences, are text. */
const LONGEST_CELL = 30
const MOST_CELLS = 24
const CELL_END = /\s*[|｜│]$/

/** A cell a line, each with the sign that ends it, up to the end of the row; null where a line is no such begin. */
export function endedCells(lines: readonly PageLine[], at: number): { cells: TableCell[]; end: number } | null {
  const cells: TableCell[] = []
  for (let index = at; index <= at + MOST_CELLS; index++) {
    const line = lines[index]
    if (line === undefined) return null
    if (ROW_END.test(line.text)) return cells.filter(({ text }) => text !== '').length < 2 ? null : { cells, end: index + 1 }
    const text = line.text.replace(CELL_END, '')
    if (text === line.text || text.length > LONGEST_CELL || /[。；|｜│]/.test(text)) return null
    cells.push({ text, from: line.place, to: line.place + text.length })
  }
  return null
}

/** Null where a cell could not stand where it would. */
function endedRow(words: readonly Word[], kinds: readonly ColumnKind[]): TableCell[] | null {
  const first = kinds.length - words.length
  if (first < 0 || first > kinds.indexOf('name')) return null
  const row = kinds.map((_, index): TableCell => {
    const word = words[index - first]
    return word === undefined ? { text: '', from: words[0]?.from ?? 0, to: words[0]?.from ?? 0 } : joined([word])
  })
  const isFitting = row.every(({ text }, index) => text === '' || worthOf(kinds[index] as ColumnKind, wordsOf(text), 1) !== null)
  return isFitting && row.some(({ text }, index) => text !== '' && VALUED.has(kinds[index] as ColumnKind)) ? row : null
}
