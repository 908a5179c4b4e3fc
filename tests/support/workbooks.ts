import { type Cell, readXlsx, type Sheet } from 'hucre/xlsx'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { evaluationBook } from '@/lib/exchange/workbook/evaluation-book'
import { writeBook } from '@/lib/exchange/workbook/write-book'

/** The workbook of an evaluation as a file. */
export const bookOf = (evaluation: Evaluation): Promise<Uint8Array> =>
  writeBook(evaluationBook(evaluation, { by: '示例填报员', at: '2024-03-01T01:00:00.000Z' }))

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
