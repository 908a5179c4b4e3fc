import type { PageLine } from '@/lib/domain/intake/paper'
import { isNumber } from '@/lib/domain/intake/table-rows'
import { HEAD_CELL } from '@/lib/domain/intake/vocabulary/unruled'

/**
 * Rows of a table whose cells came in one stream, broken at any of them: heads with the begin of what stands below on one line. Such a
 * table is given back with each cell on a line of its own. Rows as a form has them stay as they are.
 */
export function withTornRows(lines: readonly PageLine[]): readonly PageLine[] {
  const all: PageLine[] = []
  let any = false
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && EDGED.test(lines[end]?.text ?? '')) end += 1
    const run = lines.slice(at, end)
    if (run.length >= FEWEST && isTorn(run)) {
      all.push(...run.flatMap(cellLines))
      any = true
    } else all.push(...run, ...lines.slice(end, end + 1))
    at = run.length >= FEWEST && isTorn(run) ? end : end + 1
  }
  return any ? all : lines
}

/** A line with a sign that parts cells. */
const EDGED = /[|｜│]/
const FEWEST = 3

/** Cells of a head and of what stands below it on one line: no row of a form is both. */
function isTorn(run: readonly PageLine[]): boolean {
  return run.some((line) => {
    const cells = cellLines(line).map(({ text }) => text.replace(/\s/g, ''))
    // The last head of the line, and what stands behind it.
    const last = cells.findLastIndex(isHead)
    const before = cells.slice(0, last).findLastIndex((text) => !isHead(text))
    return last - before >= FEWEST_HEADS && cells.slice(last + 1).filter(isNumber).length >= 2
  })
}

const FEWEST_HEADS = 4
const isHead = (text: string): boolean => HEAD_CELL.test(text)

/** Each cell of a line as a line; blank ones are left out, as nobody can tell how many there were. */
function cellLines({ text, place, indent }: PageLine): PageLine[] {
  return [...text.matchAll(/[^|｜│]+/g)].flatMap(({ index, 0: cell }) => {
    const words = cell.trim()
    return words === '' ? [] : [{ text: words, place: place + index + cell.indexOf(words), indent }]
  })
}
