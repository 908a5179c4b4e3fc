import type { PageLine, TableCell } from './paper'

/** What parts the columns of a table in plain text. */
const COLUMNS = /\t+|\s*[|｜│]\s*|[ \u3000]{2,}|\u3000/
const RULE = /^[|｜│\s:+=─━┼┌┐└┘├┤┬┴-]+$/
/** Fewer columns are no table. */
const FEWEST = 3
const FEWEST_RULED = 2

/** Takes tables out of the lines: two rows or more, one under another, with three columns or more. */
export function tablesIn(lines: readonly PageLine[]): { rest: PageLine[]; tables: TableCell[][][] } {
  const rest: PageLine[] = []
  const tables: TableCell[][][] = []
  let rows: TableCell[][] = []
  let held: PageLine[] = []
  const close = (): void => {
    if (rows.length >= 2) tables.push(rows)
    else rest.push(...held)
    rows = []
    held = []
  }
  for (const line of lines) {
    const isRule = RULE.test(line.text)
    const cells = isRule ? [] : cellsOf(line)
    if (cells.length >= (/^[|｜│]/.test(line.text) ? FEWEST_RULED : FEWEST)) {
      rows.push(cells)
      held.push(line)
    } else if (isRule && (held.length > 0 || line.text.includes('|'))) held.push(line)
    else {
      close()
      rest.push(line)
    }
  }
  close()
  return { rest, tables }
}

function cellsOf({ text, place }: PageLine): TableCell[] {
  if (/[。；]/.test(text) && !/[|｜\t]/.test(text)) return []
  const cells: TableCell[] = []
  const line = text.replace(/^[|｜│]\s*/, (edge) => ' '.repeat(edge.length)).replace(/\s*[|｜│]$/, '')
  let at = line.length - line.trimStart().length
  const parts = line.slice(at).split(new RegExp(`(${COLUMNS.source})`))
  // Letters of one word set apart (合　　计) are one cell.
  for (let i = 0; i < parts.length; i += 2) {
    const part = parts[i] ?? ''
    const before = cells.at(-1)
    if (before !== undefined && /^[\u4e00-\u9fff]$/.test(before.text) && /^[\u4e00-\u9fff]$/.test(part)) {
      before.text += part
      before.to = place + at + part.length
    } else cells.push({ text: part.trim(), from: place + at, to: place + at + part.length })
    at += part.length + (parts[i + 1] ?? '').length
  }
  return cells
}
