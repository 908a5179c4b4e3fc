import type { Sheet } from 'hucre/xlsx'
import { shownCell } from '@/lib/exchange/workbook/cell-text'
import { cellAt } from '@/lib/exchange/workbook/found-tables'
import type { ForeignSheet } from './foreign-book'
import { isAmount } from './headings'

/** Cells that are kept of a workbook, and the longest text of one. */
const MOST_CELLS = 30_000
const LONGEST_TEXT = 300
/** Places, with the empty ones between cells: each is kept, and looked at whenever the tables are. */
const MOST_PLACES = 300_000

/** The sheets of somebody else's workbook that hold numbers beside names; null where they are too large to be kept. */
export function foreignSheets(sheets: readonly Sheet[]): ForeignSheet[] | null {
  const kept = sheets.map(foreignSheet).filter(({ rows }) => rows.some((row) => row.some(isAmount)) && rows.filter(isRow).length > 1)
  const cells = kept.reduce((all, { rows }) => all + rows.reduce((count, row) => count + row.filter((text) => text !== '').length, 0), 0)
  const places = kept.reduce((all, { rows }) => all + rows.reduce((count, row) => count + row.length, 0), 0)
  return cells > MOST_CELLS || places > MOST_PLACES ? null : kept
}

const isRow = (row: readonly string[]): boolean => row.filter((text) => text !== '').length > 1

function foreignSheet(sheet: Sheet): ForeignSheet {
  const notes: ForeignSheet['notes'] = {}
  const rows = sheet.rows.map((row, at) =>
    row.map((_, column) => {
      const { text, notes: own, wrong } = shownCell(cellAt(sheet, at, column), 'money')
      if (own.length > 0 || wrong !== undefined) notes[`${at},${column}`] = { notes: [...own], ...(wrong === undefined ? {} : { wrong }) }
      return text.trim().slice(0, LONGEST_TEXT).replaceAll('\0', '').toWellFormed()
    }),
  )
  spread(sheet, rows)
  return { name: sheet.name.slice(0, 100), rows: rows.map(upToLast), notes }
}

/** Without the empty places behind its last text. */
const upToLast = (row: readonly string[]): string[] => row.slice(0, row.findLastIndex((text) => text !== '') + 1)

/** A heading over several columns, and a name beside several rows, stand for each of them. A number stands for itself. */
function spread({ merges = [] }: Sheet, rows: string[][]): void {
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const text = rows[startRow]?.[startCol] ?? ''
    if (text === '' || isAmount(text)) continue
    for (let at = startRow; at <= Math.min(endRow, rows.length - 1); at++) {
      const row = rows[at] ?? []
      for (let column = startCol; column <= endCol; column++) {
        while (row.length <= column) row.push('')
        row[column] ||= text
      }
    }
  }
}
