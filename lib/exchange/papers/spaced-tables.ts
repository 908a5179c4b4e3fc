import { indicatorHeadOf } from '@/lib/domain/intake/indicator-table'
import { moneyHeadOf } from '@/lib/domain/intake/money-table'
import { cellWords } from './page-words'
import type { Placed } from './ruled-tables'

/** A table that a page sets in columns without drawing any line: rows of as many cells as it has columns. `y`: where it begins. */
export type SpacedTable = { y: number; rows: string[][] }

/** Words of one line of one column, and lines of a page. */
type Segment = { left: number; right: number; words: Placed[] }
type Line = { y: number; size: number; segments: Segment[] }

/** Words further apart than this many of their heights are of two columns. */
const GAP = 0.45
/** Fewer columns are no table, and no head has more lines. */
const FEWEST = 4
const MOST_HEAD_LINES = 3
/** Signs of a number or a stroke that stands for none: each row has one, none that only goes on with a cell has. */
const VALUE = /^[≥≤＞＜><=＝]*-?\d[\d,，.]*\s*(?:[%％]|[\u4e00-\u9fff]{1,3})?$|^[-—–/]+$/
/** A line so much nearer to the next row than lines of one cell are belongs to it: cells may be centred. */
const NEARER = 0.75
/** Lines nearer than this many of their heights are of cells beside one another. */
const HALF_LINE = 1.1

/** Takes such tables out of a page's words, by where they stand below their heads. Linear in the number of lines. */
export function spacedTables(words: readonly Placed[]): { rest: Placed[]; tables: SpacedTable[] } {
  const lines = linesOf(words)
  const rest: Placed[] = []
  const tables: SpacedTable[] = []
  let at = 0
  while (at < lines.length) {
    const head = headAt(lines, at)
    const body = head === null ? [] : bodyOf(lines, head)
    if (head === null || body.length === 0) {
      rest.push(...(lines[at] as Line).segments.flatMap((segment) => segment.words))
      at += 1
      continue
    }
    tables.push({ y: (lines[at] as Line).y, rows: rowsOf(head, body) })
    at = head.end + body.length
  }
  return { rest, tables }
}

function linesOf(words: readonly Placed[]): Line[] {
  const lines: { y: number; size: number; words: Placed[] }[] = []
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    if (line !== undefined && Math.abs(word.y - line.y) <= Math.min(line.size, word.height) * 0.25) {
      line.words.push(word)
      line.size = Math.max(line.size, word.height)
    } else lines.push({ y: word.y, size: word.height, words: [word] })
  }
  return lines.map(({ y, size, words: own }) => {
    const segments: Segment[] = []
    for (const word of own.sort((a, b) => a.x - b.x)) {
      const last = segments.at(-1)
      const right = word.x + word.width
      if (last !== undefined && word.x - last.right <= size * GAP) {
        last.words.push(word)
        last.right = Math.max(last.right, right)
      } else segments.push({ left: word.x, right, words: [word] })
    }
    return { y, size, segments }
  })
}

const wordsOf = ({ words }: Segment): string => cellWords(words).replace(/\s/g, '')
const hasValue = ({ segments }: Line): boolean => segments.some((segment) => VALUE.test(wordsOf(segment)))

/** Columns by where the head's words stand. `end`: the first line behind it. */
type Head = { columns: Segment[]; end: number }

function headAt(lines: readonly Line[], at: number): Head | null {
  const [first, second] = [lines[at], lines[at + 1]]
  // Cells of a head may be centred: the first line of its longest stands alone, half a line above the others.
  const isHalfAbove = first !== undefined && second !== undefined && second.y - first.y < first.size * HALF_LINE
  if ((first?.segments.length ?? 0) < FEWEST && !isHalfAbove) return null
  let found: Head | null = null
  let columns: Segment[] = []
  let widest = 0
  for (let end = at; end < Math.min(lines.length, at + MOST_HEAD_LINES); end++) {
    const line = lines[end] as Line
    // The values begin.
    if (hasValue(line) || (end > at && line.y - (lines[end - 1] as Line).y > line.size * 3)) break
    columns = merged([...columns, ...line.segments])
    widest = Math.max(widest, line.segments.length)
    // Two columns of a line are never one: what stands above them is no part of their head.
    if (columns.length < widest) break
    const cells = columns.map((column, index) => ({ text: wordsOf(column), from: index, to: index }))
    const isHead = columns.length >= FEWEST && (moneyHeadOf(cells) !== null || indicatorHeadOf(cells, undefined) !== null)
    if (isHead) found = { columns, end: end + 1 }
  }
  return found
}

/** Stretches that overlap are one column. */
function merged(segments: readonly Segment[]): Segment[] {
  const all: Segment[] = []
  for (const segment of [...segments].sort((a, b) => a.left - b.left)) {
    const last = all.at(-1)
    if (last !== undefined && segment.left < last.right) {
      last.right = Math.max(last.right, segment.right)
      last.words = [...last.words, ...segment.words]
    } else all.push({ ...segment })
  }
  return all
}

/** The lines below a head that stand in its columns, up to the last that has a value, and what goes on with it. */
function bodyOf(lines: readonly Line[], { columns, end }: Head): Line[] {
  const body: Line[] = []
  let kept = 0
  for (let at = end; at < lines.length; at++) {
    const line = lines[at] as Line
    const before = lines[at - 1] as Line
    if (headAt(lines, at) !== null || line.y - before.y > line.size * 6) break
    if (!standsIn(columns, line)) break
    body.push(line)
    if (hasValue(line)) kept = body.length
    else if (line.y - before.y <= line.size * 2) kept = Math.max(kept, kept === body.length - 1 ? body.length : kept)
  }
  return body.slice(0, kept)
}

/** Whether a line's words stand in columns: none runs across two, and no two values are of one. Else it was written, not set. */
function standsIn(columns: readonly Segment[], { segments }: Line): boolean {
  const values = segments.filter((segment) => VALUE.test(wordsOf(segment))).map((segment) => columnOf(columns, segment))
  return segments.every((segment) => !holdsTwo(segment) && columnOf(columns, segment) !== null) && new Set(values).size === values.length
}
/** 1,480.50 100% so near to one another that they are taken for one. */
const holdsTwo = ({ words }: Segment): boolean => /\d\s+\d/.test(cellWords(words))

/** The column that a stretch stands in: the one that it overlaps most, else the nearest; null where it runs across two. */
function columnOf(columns: readonly Segment[], { left, right }: Segment): number | null {
  const overlaps = columns.map((column) => Math.min(right, column.right) - Math.max(left, column.left))
  const most = Math.max(...overlaps)
  const best = overlaps.indexOf(most)
  const across = overlaps.filter((overlap, index) => overlap > ((columns[index] as Segment).right - (columns[index] as Segment).left) * 0.5)
  if (across.length > 1) return null
  if (most > 0) return best
  const [first, last] = [columns[0] as Segment, columns.at(-1) as Segment]
  const width = right - left
  return right < first.left - width || left > last.right + width ? null : best
}

function rowsOf({ columns }: Head, body: readonly Line[]): string[][] {
  const rows: Segment[][][] = [columns.map((column) => [column])]
  const open = (): Segment[][] => {
    const row = columns.map((): Segment[] => [])
    rows.push(row)
    return row
  }
  let row: Segment[][] | null = null
  let next: Segment[][] | null = null
  for (const [at, line] of body.entries()) {
    const [before, after] = [body[at - 1], body[at + 1]]
    const isRow = hasValue(line)
    if (isRow) {
      row = next ?? open()
      next = null
    }
    // The first line of a centred cell stands above its row's values.
    const isAbove =
      !isRow && after !== undefined && hasValue(after) && before !== undefined && after.y - line.y < (line.y - before.y) * NEARER
    if (!isRow && (isAbove || row === null)) next ??= open()
    const own: Segment[][] = !isRow && next !== null ? next : (row ?? open())
    for (const segment of line.segments) own[columnOf(columns, segment) ?? 0]?.push(segment)
  }
  return rows.map((cells) => cells.map((segments) => cellWords(segments.flatMap(({ words }) => words))))
}
