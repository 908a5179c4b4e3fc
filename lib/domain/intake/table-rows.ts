import type { TableCell } from './paper'
import type { Found } from './read-paper'

/** A row's cells by their columns; one that spans several stands in each of them, with a blank where there is none. */
export type Row = readonly TableCell[]

/** No spaces and line breaks within words; spaces between Latin letters stay. */
export const wordsOf = (text: string): string => text.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '')

/** Each cell once, in its order. */
export const distinct = (row: Row): TableCell[] => row.filter((cell, index) => cell.text !== '' && row.indexOf(cell) === index)

export const found = (cell: TableCell | undefined): Found | null =>
  cell === undefined || wordsOf(cell.text) === '' ? null : { text: wordsOf(cell.text), certainty: 'certain', from: cell.from, to: cell.to }

/** Columns by what their heads say; the first of those that say the same. */
export function columnsOf<C extends string>(row: Row, heads: readonly (readonly [C, RegExp])[]): Map<C, number> {
  const columns = new Map<C, number>()
  for (const [index, cell] of row.entries()) {
    if (row.indexOf(cell) !== index) continue
    const words = wordsOf(cell.text).replace(/[（(].*?[）)]/g, (note) => (/[A-Ba-b]/.test(note) ? note : ''))
    if (words.length > 24) continue
    const column = heads.find(([, pattern]) => pattern.test(words))?.[0]
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
  }
  return columns
}

export const isNumber = (text: string): boolean => /^[-—]?[\d,，.]+%?(?:万?元)?$/.test(wordsOf(text)) && /\d/.test(text)
