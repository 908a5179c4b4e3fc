import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import type { Reading } from '@/lib/domain/text/reading'

/** A line of a table that became text: its name, how deep its mark says that it stands (null: it has none), and its numbers. */
export type TableRow = { name: string; depth: number | null; isPart: boolean; cells: readonly Mention[] }

const MARKS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,2}[.．、]/,
  /^[（(]\d{1,2}[)）]/,
]
const PART = /^其中[:：]?/
/** A name as tables have it: no sentence, no figure. */
const NAME = /^[^，。；！？\d]{2,24}$/

/** Tables: lines one after another with as many numbers each, nothing but spaces between them. */
export const tablesIn = once((reading: Reading): TableRow[][] => {
  const tables: TableRow[][] = []
  let table: TableRow[] = []
  let next = -1
  for (const cells of linesOf(reading)) {
    const row = rowOf(reading, cells)
    const paragraph = cells[0]?.paragraph ?? 0
    const goesOn = row !== null && paragraph === next && row.cells.length === table[0]?.cells.length
    if (!goesOn && table.length > 0) {
      tables.push(table)
      table = []
    }
    if (row !== null) table.push(row)
    next = paragraph + 1
  }
  return table.length > 0 ? [...tables, table] : tables
})

/** The figures of each paragraph that has any. */
function linesOf({ mentions }: Reading): Mention[][] {
  const lines: Mention[][] = []
  for (const mention of mentions) {
    const line = lines.at(-1)
    if (line !== undefined && line[0]?.paragraph === mention.paragraph) line.push(mention)
    else lines.push([mention])
  }
  return lines
}

function rowOf({ text, paragraphs }: Reading, cells: readonly Mention[]): TableRow | null {
  const [first] = cells
  const last = cells.at(-1)
  const paragraph = paragraphs[first?.paragraph ?? 0]
  if (first === undefined || last === undefined || paragraph === undefined) return null
  if (cells.length > MOST || cells.slice(1).some(({ label }) => label.trim() !== '' || label === '')) return null
  if (last.end !== paragraph.end || (cells.length === 1 && first.unit.word !== '')) return null
  const words = text.slice(paragraph.start, first.start).trim()
  const depth = MARKS.findIndex((mark) => mark.test(words))
  const unmarked = depth < 0 ? words : words.replace(MARKS[depth] as RegExp, '')
  const name = unmarked.replace(PART, '')
  return NAME.test(name) ? { name, depth: depth < 0 ? null : depth, isPart: PART.test(unmarked), cells } : null
}
/** No table of a report has more columns; longer lines are no rows. */
const MOST = 24
