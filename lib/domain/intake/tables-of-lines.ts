import { kindOfHeading } from './heading-kind'
import { markerOf } from './markers'
import type { PageLine, TableCell } from './paper'
import { INDICATOR_HEADS, MONEY_HEADS } from './vocabulary/columns'

/** What parts the columns of a table in plain text. */
const COLUMNS = /\t+|\s*[|｜│]\s*|[ \u3000]{2,}|\u3000/
const RULE = /^[|｜│\s:+=─━┼┌┐└┘├┤┬┴-]+$/
/** Fewer columns are no table. */
const FEWEST = 3
const FEWEST_RULED = 2
/** And more are none. */
const MOST = 100

/** Takes tables out of the lines: two rows or more, one under another, with three columns or more. */
export function tablesIn(lines: readonly PageLine[]): { rest: PageLine[]; tables: TableCell[][][] } {
  const rest: PageLine[] = []
  const tables: TableCell[][][] = []
  let rows: TableCell[][] = []
  let held: PageLine[] = []
  const close = (): void => {
    if (rows.length >= 2 || (rows.length === 1 && isSpaced(held[0]?.text ?? '', false))) tables.push(rows)
    else rest.push(...held)
    rows = []
    held = []
  }
  let spaced = false
  for (const [at, line] of lines.entries()) {
    const isRule = RULE.test(line.text)
    const beside = [lines[at - 1], lines[at + 1]]
    spaced = isSpaced(line.text, spaced && !headsList(line.text, lines[at + 1]?.text ?? ''))
    const cells = isRule ? [] : spaced ? [whole(line)] : cellsOf(line, isTabbed(line, beside))
    const isRuled = /^[|｜│]/.test(line.text) || (tabsIn(line.text) > 0 && beside.some((other) => tabsIn(other?.text ?? '') >= FEWEST - 1))
    if (spaced || (cells.length <= MOST && cells.length >= (isRuled ? FEWEST_RULED : FEWEST))) {
      rows.push(cells)
      held.push(line)
    } else if (isRule && (held.length > 0 || line.text.includes('|'))) held.push(line)
    else {
      close()
      rest.push(bareLine(line))
    }
  }
  close()
  return { rest, tables }
}

const tabsIn = (text: string): number => text.split('\t').length - 1

/** Rows of a table that was pasted have as many tabs as the row beside them: each parts a cell, and blank ones stay in their place. */
const isTabbed = ({ text }: PageLine, beside: readonly (PageLine | undefined)[]): boolean =>
  tabsIn(text) >= FEWEST - 1 && beside.some((other) => other !== undefined && tabsIn(other.text) === tabsIn(text))

const NUMBER = /^(?:[-—–/]+|[≥≤><=]?-?[\d,，.]+(?:%|％|万?元|分|个|次|天)?)$/
/** Cells that only a space parts: a head, or three numbers at the end, two below such a row. Where a blank one stood, nobody can tell. */
function isSpaced(text: string, below: boolean): boolean {
  if (/[。；|\t]|[ \u3000]{2}/.test(text.trim())) return false
  const words = text.trim().split(' ')
  const last = words.findLastIndex((word) => !NUMBER.test(word))
  const numbers = words.length - 1 - last
  if (below && ((words.length >= 3 && numbers >= 2) || (text.trim().length <= 8 && markerOf(text.trim()) === null))) return true
  return (words.length >= 4 && numbers >= 3) || (words.length >= 4 && words.filter(isHead).length >= 4)
}
/** 项目年度目标 above 1.…: behind the table, and no row of it. */
const headsList = (text: string, below: string): boolean => kindOfHeading(text) === 'goals' && markerOf(below.trim())?.number === 1

const isHead = (word: string): boolean =>
  word.length <= 12 && [...INDICATOR_HEADS, ...MONEY_HEADS].some(([, pattern]) => pattern.test(word))
const whole = ({ text, place }: PageLine): TableCell => ({ text, from: place, to: place + text.length })

/** A line that is no row, without the tabs around it. */
function bareLine(line: PageLine): PageLine {
  const text = line.text.trim()
  return text === line.text ? line : { ...line, text, place: line.place + line.text.indexOf(text) }
}

function cellsOf({ text, place }: PageLine, tabbed: boolean): TableCell[] {
  if (tabbed) {
    let at = 0
    return text.split('\t').map((part) => {
      const from = place + at + part.length - part.trimStart().length
      at += part.length + 1
      return { text: part.trim(), from, to: from + part.trim().length }
    })
  }
  if (/[。；]/.test(text) && !/[|｜\t]/.test(text)) return []
  const cells: TableCell[] = []
  const line = text.replace(/^[|｜│]\s*/, (edge) => ' '.repeat(edge.length)).replace(/\s*[|｜│]$/, '')
  let at = line.length - line.trimStart().length
  // Tabs around it part nothing.
  const parts = line
    .slice(at)
    .trimEnd()
    .split(new RegExp(`(${COLUMNS.source})`))
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
