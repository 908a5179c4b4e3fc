import { createHash } from 'node:crypto'
import type { Cell, DataValidation, WriteSheet } from 'hucre/xlsx'

import {
  BOOK_FORMAT,
  type Book,
  type BookCell,
  type BookChoices,
  type BookSheet,
  columnLetters,
  KEY_COLUMN,
  RECORD_SHEET,
  type RecordLine,
  ROW_KEYS,
  refOf,
  TABLE_MARK,
} from './book'
import { styleOf } from './looks'

/** The file of a workbook (.xlsx). What writes it is loaded when somebody asks for one. */
export async function writeBook(book: Book): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx')
  const lists = Object.entries(book.choices).filter(([, { words }]) => words.length > 0)
  const places = new Map(lists.map(([name, choices], index) => [name, { ...choices, column: columnLetters(index + FIRST_LIST) }]))
  return writeXlsx({
    sheets: [...book.sheets.map((sheet) => sheetOf(sheet, places)), recordSheet(book.record, lists)],
    defaultFont: { name: '宋体', size: 11 },
    workbookProtection: { lockStructure: true },
  })
}

/** The record in one text, whose SHA-256 tells whether it is as it was written. */
export const sealOf = (lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex')

/** On the record's sheet, behind the record and an empty column. */
const FIRST_LIST = 2

function recordSheet(record: readonly RecordLine[], lists: readonly [string, BookChoices][]): WriteSheet {
  const lines = record.map((line) => JSON.stringify(line))
  const first = [`${BOOK_FORMAT} ${sealOf(lines)}`, ...lines]
  const longest = Math.max(first.length, ...lists.map(([, { words }]) => words.length))
  const rows = Array.from({ length: longest }, (_, row) => [first[row] ?? null, null, ...lists.map(([, { words }]) => words[row] ?? null)])
  return { name: RECORD_SHEET, rows, veryHidden: true }
}

type RowDef = { hidden?: boolean; height?: number }
type Places = ReadonlyMap<string, BookChoices & { column: string }>

function sheetOf({ name, rows, widths, frozen }: BookSheet, places: Places): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  const rowDefs = new Map<number, RowDef>()
  for (const [at, row] of rows.entries()) {
    if (row.hidden || row.height !== undefined)
      rowDefs.set(at, { ...(row.hidden ? { hidden: true } : {}), ...(row.height === undefined ? {} : { height: row.height }) })
    for (const [column, cell] of row.cells.entries()) if (cell !== null) cells.set(`${at},${column}`, cellOf(cell))
    if (row.key !== undefined) cells.set(`${at},${KEY_COLUMN}`, { value: row.key, type: 'string' })
  }
  const heading = rows.findIndex(({ key }) => key === ROW_KEYS.heading)
  return {
    name,
    cells,
    rowDefs,
    columns: widths.map((width, column) => (column === KEY_COLUMN ? { width, hidden: true } : { width })),
    freezePane: frozen,
    dataValidations: validationsOf(rows, places),
    protection: { sheet: true, formatColumns: true, formatRows: true, sort: true },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(tablesIn(rows) === 1 && heading >= 0 ? { printTitlesRow: `$${heading + 1}:$${heading + 1}` } : {}),
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  }
}

/** Headings are repeated on every page where a sheet has only one table. */
const tablesIn = (rows: BookSheet['rows']): number => rows.filter(({ key }) => key?.startsWith(TABLE_MARK)).length

function cellOf({ look, text, number, formula, given }: BookCell): Partial<Cell> {
  const style = styleOf(look, given === true)
  const value = number === undefined ? (text ?? '') : Number(number)
  if (formula !== undefined)
    return { formula, value: number === undefined ? '' : value, formulaResult: number === undefined ? '' : value, style }
  return value === '' ? { value: null, type: 'empty', style } : { value, type: typeof value === 'number' ? 'number' : 'string', style }
}

/** The lists of words, each for all its cells. */
function validationsOf(rows: BookSheet['rows'], places: Places): DataValidation[] {
  const cells = new Map<string, string[]>()
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.cells.entries())
      if (cell?.choices !== undefined && !cell.given) cells.set(cell.choices, [...(cells.get(cell.choices) ?? []), refOf(at, column)])
  return [...cells].flatMap(([name, refs]): DataValidation[] => {
    const place = places.get(name)
    if (place === undefined) return []
    const { column, words, strict } = place
    const words1 = `'${RECORD_SHEET}'!$${column}$1:$${column}$${words.length}`
    const wrong: Partial<DataValidation> = strict
      ? { showErrorMessage: true, errorStyle: 'stop', errorMessage: '请从下拉列表中选择。' }
      : { showErrorMessage: false }
    return [{ type: 'list', allowBlank: true, formula1: words1, range: refs.join(' '), ...wrong }]
  })
}
