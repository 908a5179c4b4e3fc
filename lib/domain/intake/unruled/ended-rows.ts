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
