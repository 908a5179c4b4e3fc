import type { Cell, Sheet } from 'hucre/xlsx'
import { COLUMN_KEYS, ROW_KEYS, refOf, TABLE_MARK } from './book'

/** The tables of a workbook, found by their marks wherever rows and columns were moved to. */

export type FoundTable = {
  name: string
  sheet: Sheet
  /** The columns by their names. */
  columns: ReadonlyMap<string, number>
  /** The column that names the rows; null where none does. */
  labels: number | null
  /** The row of the headings; null where it is gone. */
  headings: number | null
  rows: readonly FoundRow[]
}
/** `ended`: it stands behind what the table comes to. */
export type FoundRow = { at: number; key: string; ended: boolean }

/** The tables on a sheet, each up to the next. */
export function tablesOn(sheet: Sheet): FoundTable[] {
  const marks = sheet.rows.flatMap((row, at) => {
    const column = row.findIndex((value) => typeof value === 'string' && value.startsWith(TABLE_MARK))
    return column < 0 ? [] : [{ at, column }]
  })
  return marks.map(({ at, column }, index) => tableAt(sheet, at, column, marks[index + 1]?.at ?? sheet.rows.length))
}

function tableAt(sheet: Sheet, mark: number, keyColumn: number, end: number): FoundTable {
  const names = (sheet.rows[mark] ?? []).flatMap((value, column): [string, number][] =>
    typeof value === 'string' && column !== keyColumn && value.trim() !== '' ? [[value.trim(), column]] : [],
  )
  const { [COLUMN_KEYS.label]: labels = null, ...columns } = Object.fromEntries(names)
  const rows: FoundRow[] = []
  let headings: number | null = null
  let ended = false
  for (let at = mark + 1; at < end; at++) {
    const key = textOf(sheet, at, keyColumn)
    if (key === ROW_KEYS.heading) headings ??= at
    else if (key === ROW_KEYS.computed) ended = true
    else rows.push({ at, key: key === ROW_KEYS.free ? '' : key, ended })
  }
  return {
    name: textOf(sheet, mark, keyColumn).slice(TABLE_MARK.length),
    sheet,
    columns: new Map(Object.entries(columns)),
    labels,
    headings,
    rows,
  }
}

/** The cell with its format and formula, as far as the reader keeps them. */
export function cellAt({ cells, rows }: Sheet, row: number, column: number): Partial<Cell> | undefined {
  const value = rows[row]?.[column] ?? null
  return cells?.get(`${row},${column}`) ?? (value === null ? undefined : { value })
}

export function textOf(sheet: Sheet, row: number, column: number): string {
  const value = cellAt(sheet, row, column)?.value
  return value === null || value === undefined ? '' : String(value).trim()
}

/** 指标!F12 */
export const placeOf = ({ name }: Sheet, row: number, column: number): string => `${name}!${refOf(row, column)}`

/** Whether the cell was laid together with others and is not the first of them, which alone holds what is seen. */
export const isSwallowed = ({ merges = [] }: Sheet, row: number, column: number): boolean =>
  merges.some(
    ({ startRow, startCol, endRow, endCol }) =>
      row >= startRow && row <= endRow && column >= startCol && column <= endCol && !(row === startRow && column === startCol),
  )
