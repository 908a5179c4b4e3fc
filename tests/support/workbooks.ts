import { type Cell, openXlsx, readXlsx, type Sheet, saveXlsx } from 'hucre/xlsx'
import { idFrom } from '@/lib/data/database/new-id'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { type BookDifferences, differencesOf } from '@/lib/exchange/workbook/differences'
import { evaluationBook, type Scored } from '@/lib/exchange/workbook/evaluation-book'
import { readBook } from '@/lib/exchange/workbook/read-book'
import type { ReadBook } from '@/lib/exchange/workbook/read-book-format'
import { writeBook } from '@/lib/exchange/workbook/write-book'
import { readCellValue } from '@/lib/forms/cells/cells'

/** An evaluation with the score that it has now. */
export const scored = (evaluation: Evaluation): Scored => ({ evaluation, score: scoreEvaluation(evaluation) })

/** The workbook of an evaluation as a file. */
export const bookOf = (evaluation: Evaluation): Promise<Uint8Array> =>
  writeBook(evaluationBook(scored(evaluation), { by: '示例填报员', at: '2024-03-01T01:00:00.000Z', say: (text) => text }))

/** The sheets of a file by their names. */
export async function sheetsOf(bytes: Uint8Array): Promise<Map<string, Sheet>> {
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  return new Map(sheets.map((sheet) => [sheet.name, sheet]))
}

/** Where a row and a column of a sheet stand, by their names in its hidden row and column, counted from 0. */
export function placeIn({ rows }: Sheet, key: string, column: string): [row: number, column: number] {
  const row = rows.findIndex((cells) => cells.includes(key))
  const head = rows.slice(0, row).findLast((cells) => cells.some((cell) => typeof cell === 'string' && cell.startsWith('#hengji/')))
  const at = head?.indexOf(column) ?? -1
  if (row < 0 || at < 0) throw new Error(`no ${key} ${column}`)
  return [row, at]
}

export function cellIn(sheet: Sheet | undefined, key: string, column: string): Cell {
  if (sheet === undefined) throw new Error('no such sheet')
  const cell = sheet.cells?.get(placeIn(sheet, key, column).join(','))
  if (cell === undefined) throw new Error(`nothing at ${key} ${column}`)
  return cell
}

/** The file after these changes, written by a program that keeps everything else. */
export async function edited(bytes: Uint8Array, work: (sheets: ReadonlyMap<string, Sheet>) => void): Promise<Uint8Array> {
  const book = await openXlsx(bytes, { readStyles: true })
  work(new Map(book.sheets.map((sheet) => [sheet.name, sheet])))
  return saveXlsx(book)
}

/** Puts something into a cell; its format stays unless another is given. */
export function put(sheet: Sheet | undefined, [row, column]: readonly [number, number], cell: Partial<Cell>): void {
  if (sheet === undefined) throw new Error('no such sheet')
  const before = sheet.cells?.get(`${row},${column}`)
  const { formula: _, formulaResult: __, ...kept } = before ?? {}
  const value = cell.value ?? null
  const type = cell.formula === undefined ? (value === null ? 'empty' : typeof value === 'number' ? 'number' : 'string') : 'formula'
  sheet.cells?.set(`${row},${column}`, { ...kept, type, value, ...cell })
  while (sheet.rows.length <= row) sheet.rows.push([])
  const cells = sheet.rows[row] ?? []
  cells[column] = value
  sheet.rows[row] = cells
}

/** The same by the names of row and column. */
export const putAt = (sheet: Sheet | undefined, key: string, column: string, cell: Partial<Cell>): void => {
  if (sheet === undefined) throw new Error('no such sheet')
  put(sheet, placeIn(sheet, key, column), cell)
}

/** What a workbook says otherwise than the form; throws where it cannot be read. */
export async function differing(bytes: Uint8Array, evaluation: Evaluation): Promise<BookDifferences> {
  return differencesOf(await readAs(bytes), evaluation, (place) => idFrom('test', place), readCellValue)
}

export async function readAs(bytes: Uint8Array): Promise<ReadBook> {
  const read = await readBook(bytes)
  if (!read.ok) throw new Error(read.error.code)
  if (!('book' in read)) throw new Error('none of ours')
  return read.book
}
