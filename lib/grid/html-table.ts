import type { Block, CopiedCell } from './block'

/**
 * The first table of a clipboard's HTML as Excel, WPS and Word write it. Read without a document, so that it is the same
 * everywhere and nothing in it can run: tags part the text, and are not looked at otherwise.
 */
export function htmlTable(html: string): Block | null {
  const table = /<table\b[\s\S]*?<\/table\s*>/i.exec(html.replace(/<!--[\s\S]*?-->|<!\[[^\]]*\]>|<(style|script)\b[\s\S]*?<\/\1\s*>/gi, ''))
  if (table === null) return null
  const grid: CopiedCell[][] = []
  const rows = table[0].split(/<tr\b/i).slice(1)
  const shown = rows.filter((row) => !/^[^>]*display\s*:\s*none/i.test(row))
  for (const [index, row] of shown.entries()) for (const cell of cellsOf(row)) put(grid, index, cell, shown.length)
  const width = Math.max(0, ...grid.map((row) => row.length))
  return width === 0 ? null : grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? { text: '' }))
}

/** `merged`: it was made one of several; a text that only runs over into empty neighbours was not. */
type WrittenCell = { text: string; rows: number; columns: number; merged: boolean }

/** More than this is no table that somebody copied. */
const WIDEST = 500

const cellsOf = (row: string): WrittenCell[] =>
  row
    .split(/<t[dh]\b/i)
    .slice(1)
    .map((cell) => {
      const attributes = /^(?:[^>"']|"[^"]*"|'[^']*')*/.exec(cell)?.[0] ?? ''
      const span = (name: string): number => {
        const written = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1]
        return Math.min(Math.max(Number(written ?? 1), 1), WIDEST)
      }
      const shown = textOf(cell.slice(attributes.length + 1))
      // A number in a column that is too narrow for it is shown as signs, and stands beside them.
      const text = /^#+$/.test(shown) ? (/(?:^|\s)x:num\s*=\s*["']?(-?[\d.]+)/i.exec(attributes)?.[1] ?? shown) : shown
      return { text, rows: span('rowspan'), columns: span('colspan'), merged: !/mso-ignore\s*:\s*colspan/i.test(attributes) }
    })

/** Puts a cell where the row has its next free place, and marks the places over which it reaches. */
function put(grid: CopiedCell[][], index: number, { text, rows, columns, merged }: WrittenCell, count: number): void {
  const row = placed(grid, index)
  let column = 0
  while (row[column] !== undefined) column += 1
  for (let down = 0; down < Math.min(rows, count - index); down += 1)
    for (let right = 0; right < columns; right += 1)
      placed(grid, index + down)[column + right] =
        right > 0 ? { text: '', ...(merged ? { merged: 'columns' } : {}) } : down > 0 ? { text, merged: 'rows' } : { text }
}

function placed(grid: CopiedCell[][], index: number): CopiedCell[] {
  while (grid.length <= index) grid.push([])
  return grid[index] ?? []
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  ge: '≥',
  le: '≤',
  times: '×',
}

/** The text between tags: line breaks where the table breaks lines, and not where its source does. */
const textOf = (html: string): string => {
  const text = html
    .replace(/\s+/g, (blanks) => (blanks.includes('\u00a0') ? '\u00a0' : ' '))
    .replace(/<br\b[^>]*>|<\/(?:p|div|li)\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
      const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
  return ACCOUNTED_DASH.test(text)
    ? ` ${text.trim()}  `
    : text
        .replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n')
        .replaceAll('\u00a0', ' ')
        .trim()
}

/** A dash between hard blanks stands in a format for accounts, where it means something: it keeps blanks around it. */
const ACCOUNTED_DASH = /^ *\u00a0[\s\u00a0]*[-–—][\s\u00a0]*\u00a0 *$/
