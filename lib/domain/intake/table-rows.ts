import { halfWidth } from '@/lib/domain/reading/number-reading'
import type { TableCell } from './paper'
import type { Found } from './read-paper'
import { mendScan, NO_SPACE } from './scan-mistakes'

/** A row's cells by their columns; one that spans several stands in each of them, with a blank where there is none. */
export type Row = readonly TableCell[]

/** No spaces and line breaks within words; spaces between Latin letters stay. */
export const wordsOf = (text: string): string => text.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '')

/** Each cell once, in its order. */
export const distinct = (row: Row): TableCell[] => row.filter((cell, index) => cell.text !== '' && row.indexOf(cell) === index)

export const found = (cell: TableCell | undefined): Found | null =>
  cell === undefined || wordsOf(cell.text) === ''
    ? null
    : {
        text: wordsOf(
          mendScan(cell.text)
            .replaceAll(NO_SPACE, '')
            .replace(/[０-９．％]/g, halfWidth),
        ),
        certainty: 'certain',
        from: cell.from,
        to: cell.to,
      }

/** What was in other years stands beside this year's and is none of it. */
const OTHER_YEAR = /上年|去年|往年|前[一二三两]年|历史|基期/

/** Columns by what their heads say: of those that say the same the one that says it best, which is the first of its patterns, then the first. */
export function columnsOf<C extends string>(row: Row, heads: readonly (readonly [C, RegExp])[]): Map<C, number> {
  const columns = new Map<C, number>()
  const ranks = new Map<C, number>()
  const years = distinct(row).flatMap(({ text }) => /^(20\d{2})\s*年/.exec(text.trim())?.[1] ?? [])
  const last = years.sort().at(-1) ?? ''
  for (const [index, cell] of row.entries()) {
    if (row.indexOf(cell) !== index) continue
    const words = wordsOf(cell.text).replace(/[（(].*?[）)]/g, (note) => (/[A-Ba-b]/.test(note) ? note : ''))
    // 2022年决算数 beside 2023年决算数
    if (words.length > 24 || OTHER_YEAR.test(words) || (/^(20\d{2})年/.exec(words)?.[1] ?? last) < last) continue
    const rank = heads.findIndex(([, pattern]) => pattern.test(words))
    const column = heads[rank]?.[0]
    if (column === undefined || rank >= (ranks.get(column) ?? heads.length)) continue
    ranks.set(column, rank)
    columns.set(column, index)
  }
  return columns
}

export const isNumber = (text: string): boolean => /^[-—]?[\d,，.]+%?(?:万?元)?$/.test(wordsOf(mendScan(text))) && /\d/.test(text)
