import type { PageLine, TableCell } from '@/lib/domain/intake/paper'
import { wordsOf } from '@/lib/domain/intake/table-rows'
import { DATA_TITLE, STAFF_TITLE, YEAR_COLUMN } from '@/lib/domain/intake/vocabulary/base-data'
import { MONEY_CELL } from '@/lib/domain/intake/vocabulary/unruled'

const NUMBER = /^-?[\d,，.]+(?:[%％]|万?元|人)?$/
const LONGEST_NAME = 24
/** Its longest head, and rows that say nothing in a row before it ends. */
const MOST_HEADS = 8
const MOST_EMPTY = 12

/**
 * 基础数据表 whose cells stand one a line or are parted by spaces: 财政供养人员情况 or 经费控制情况, the names of columns, and rows of as
 * many numbers as there are columns. A row of more or fewer is left out, since nobody can tell which is missing. Null where a line
 * begins none; `end`: the first line behind it.
 */
export function dataTableAt(lines: readonly PageLine[], at: number): { rows: TableCell[][]; end: number } | null {
  const [title, ...sameLine] = cellsIn(lines[at] as PageLine)
  if (title === undefined) return null
  const ofStaff = STAFF_TITLE.test(title.text)
  if (!ofStaff && !DATA_TITLE.test(title.text)) return null
  const heads = [...sameLine]
  let next = at + 1
  for (; heads.length < MOST_HEADS && next < lines.length; next++) {
    const cells = cellsIn(lines[next] as PageLine)
    if (cells.some(({ text }) => NUMBER.test(text)) || !cells.every(({ text }) => isHead(text, ofStaff))) break
    heads.push(...cells)
  }
  if (heads.length < 2 || !heads.every(({ text }) => isHead(text, ofStaff))) return null
  const rows: TableCell[][] = [[title, ...heads]]
  let row: TableCell[] = ofStaff ? [{ text: '', from: title.from, to: title.from }] : []
  let empty = 0
  let end = next
  for (; next < lines.length && empty <= MOST_EMPTY; next++) {
    const cells = cellsIn(lines[next] as PageLine)
    if (cells.length === 0) continue
    if (cells.some(({ text }) => text.length > LONGEST_NAME || /[。；]/.test(text)) || beginsOther(cells[0]?.text ?? '')) break
    for (const cell of cells) {
      if (NUMBER.test(cell.text) || (row.length > 0 && MONEY_CELL.test(cell.text))) row.push(cell)
      else row = [cell]
    }
    empty += 1
    // The next line may go on with the row.
    const isWhole = row.length === heads.length + 1 && !goesOn(lines[next + 1])
    if (!isWhole) continue
    rows.push(row)
    row = []
    empty = 0
    end = next + 1
    if (ofStaff) break
  }
  return rows.length < 2 ? null : { rows, end }
}

const isHead = (text: string, ofStaff: boolean): boolean => (ofStaff ? /编制|在[职编岗]|控制率|人数/.test(text) : YEAR_COLUMN.test(text))
const beginsOther = (text: string): boolean =>
  STAFF_TITLE.test(text) || DATA_TITLE.test(text) || /^(?:附件|楼堂馆所|厉行节约)|表$/.test(text)
const goesOn = (line: PageLine | undefined): boolean => {
  const [first] = line === undefined ? [] : cellsIn(line)
  return first !== undefined && NUMBER.test(first.text)
}

/** A line's cells; 2023 年 is one word. */
function cellsIn({ text, place }: PageLine): TableCell[] {
  return [...text.matchAll(/20\d{2}\s?年[^\s|｜│]*|[^\s\u3000|｜│]+/g)].map(({ index, 0: word }) => ({
    text: wordsOf(word),
    from: place + index,
    to: place + index + word.length,
  }))
}
