import type { Sheet } from 'hucre/xlsx'
import { cellSpec, itemAt, readProjectCell, rowAt, rowText } from '@/lib/domain/cells/addresses'
import { isListName, type ListName } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { PlainDocumentError } from '@/lib/messages/document-errors'
import { BOOK_FORMAT, COLUMN_KEYS } from './book'
import { type ShownCell, shownCell } from './cell-text'
import type { ForeignSheet } from './foreign/foreign-book'
import { foreignSheets } from './foreign/foreign-sheets'
import { cellAt, type FoundRow, type FoundTable, isSwallowed, placeOf, tablesOn, textOf } from './found-tables'
import { bookTrouble } from './guard'
import type { BookTrouble, CellNote, ReadBook, ReadBookCell, ReadBookRow } from './read-book-format'
import { type BookRecord, recordIn } from './record'
import { namedRows, type RowNames, rowNamesIn } from './row-names'

/** What a workbook is: one of ours, with what differs in it, or another program's, with its tables. */
export type BookReading =
  | { ok: true; book: ReadBook }
  | { ok: true; foreign: ForeignSheet[] }
  | { ok: false; error: { at: ''; code: PlainDocumentError } }

const refusedAs = (code: PlainDocumentError): BookReading => ({ ok: false, error: { at: '', code } })

/** A filled-in workbook of unknown origin: what in it differs from what was written. Refused as an error, never an exception. */
export async function readBook(bytes: Uint8Array): Promise<BookReading> {
  const trouble = bookTrouble(bytes)
  if (trouble !== null) return refusedAs(trouble)
  const sheets = await sheetsIn(bytes)
  if (sheets === null) return refusedAs('notWorkbook')
  const record = recordIn(sheets)
  if (record === 'foreignWorkbook') return foreignBook(sheets)
  if (typeof record === 'string') return refusedAs(record)
  const book = differing(record, sheets)
  const rows = [book, ...(book.projects ?? [])].reduce((all, { rows: added }) => all + added.length, 0)
  return rows > MOST_NEW_ROWS ? refusedAs('suspiciousFile') : { ok: true, book: JSON.parse(JSON.stringify(book, keepable)) }
}

function foreignBook(sheets: readonly Sheet[]): BookReading {
  const foreign = foreignSheets(sheets)
  if (foreign === null) return refusedAs('largeTables')
  return foreign.length === 0 ? refusedAs('foreignWorkbook') : { ok: true, foreign }
}

/** More than all lists hold. */
const MOST_NEW_ROWS = 2_000
/** Longer than any cell may be: what is longer is refused at its cell. */
const LONGEST_TEXT = 10_000

/** Texts as they can be kept: spreadsheets can write signs that no text holds. */
const keepable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.slice(0, LONGEST_TEXT).replaceAll('\0', '').toWellFormed() : value

async function sheetsIn(bytes: Uint8Array): Promise<Sheet[] | null> {
  const { readXlsx } = await import('hucre/xlsx')
  try {
    return (await readXlsx(bytes, { readStyles: true })).sheets
  } catch {
    return null
  }
}

function differing(record: BookRecord, sheets: readonly Sheet[]): ReadBook {
  const tables = sheets.filter((sheet) => sheet !== record.sheet).flatMap(tablesOn)
  const told = (name: string): string => record.book.get(name) ?? ''
  const head = {
    format: BOOK_FORMAT,
    evaluation: told('evaluation'),
    department: told('department'),
    year: told('year'),
    by: told('by'),
    at: told('at'),
  } as const
  if (record.projects.size === 0) return { ...head, ...contentOf(record, tables) }
  const projects = [...record.projects].map(([id, own]) => ({
    id,
    name: own.book.get('name') ?? '',
    ...contentOf(own, tablesOf(id, tables)),
  }))
  return { ...head, cells: [], rows: [], gone: [], troubles: [], projects }
}

/** The tables of a project, called as in a workbook of its own; a row of another project keeps a name that none of its rows has. */
function tablesOf(id: string, tables: readonly FoundTable[]): FoundTable[] {
  const own = (name: string): string | null => {
    const cell = readProjectCell(name)
    return cell?.project === id ? cell.at : null
  }
  return tables.flatMap((table) => {
    const name = own(table.name)
    return name === null ? [] : [{ ...table, name, rows: table.rows.map((row) => ({ ...row, key: own(row.key) ?? row.key })) }]
  })
}

function contentOf(record: BookRecord, tables: readonly FoundTable[]): Pick<ReadBook, 'cells' | 'rows' | 'gone' | 'troubles'> {
  const known = rowsOf(record)
  const seen = new Set<string>()
  const found = tables.filter(({ name }) => record.tables.has(name)).map((table) => readTable(table, record, known, seen))
  const there = new Set(found.map(({ name }) => name))
  // A paragraph may have gone only where every table of paragraphs is found again
  const texts = [...record.tables.keys()].filter((name) => sectionOf(name) !== undefined)
  const isThere = (list: ListName | null): boolean =>
    list === 'narrative' ? texts.every((name) => there.has(name)) : there.has(list ?? '')
  return {
    cells: found.flatMap(({ cells }) => cells),
    rows: found.flatMap(({ rows }) => rows),
    gone: [...known.keys()].filter((row) => !seen.has(row) && isThere(listOf(row))).map((row) => ({ row, sheet: sheetOf(found, row) })),
    troubles: [...missing(record, known, there, seen), ...found.flatMap(({ troubles }) => troubles)],
  }
}

/** The rows that were written, each with the addresses of its cells. */
function rowsOf({ cells, given }: BookRecord): Map<string, string[]> {
  const rows = new Map<string, string[]>()
  for (const address of [...cells.keys(), ...given.keys()]) rows.set(rowOf(address), [...(rows.get(rowOf(address)) ?? []), address])
  return rows
}

/** `indicators/<row>`; a figure or a line of the cover is a row of its own. */
const rowOf = (address: string): string => {
  const row = rowAt(address)
  return row === null ? address : rowText(row)
}

const listOf = (address: string): ListName | null => rowAt(address)?.list ?? null

const sheetOf = (found: readonly ReadTable[], row: string): string => found.find(({ name }) => listIn(name) === listOf(row))?.sheet ?? ''

const sectionOf = (table: string): NarrativeSection | undefined => NARRATIVE_SECTIONS.find((section) => section === table)
/** The list whose rows stand in a table: paragraphs in those of their sections; null for figures and cover. */
const listIn = (table: string): ListName | null => (sectionOf(table) === undefined ? (isListName(table) ? table : null) : 'narrative')

/** Tables, and rows of the fixed ones, that are not found again. */
function missing(
  record: BookRecord,
  known: ReadonlyMap<string, unknown>,
  there: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): BookTrouble[] {
  const tables = [...record.tables.keys()].filter((table) => !there.has(table))
  const rows = [...known.keys()].filter((row) => listOf(row) === null && !seen.has(row))
  const trouble = (code: BookTrouble['code'], before: string): BookTrouble => ({ code, place: '', before, now: '' })
  return [
    ...tables.map((table) => trouble('tableMissing', table)),
    ...(tables.length > 0 ? [] : rows.map((row) => trouble('rowMissing', record.labels.get(row) ?? record.labels.get(keyOf(row)) ?? row))),
  ]
}

/** The key of the row that an item's figures stand in; any other row is its own. */
const keyOf = (address: string): string => {
  const item = itemAt(address)
  return item === null ? address : `funds/${item}`
}

type ReadTable = { name: string; sheet: string; cells: ReadBookCell[]; rows: ReadBookRow[]; troubles: BookTrouble[] }

/** One table; the rows that are found in it are added to `seen`. */
function readTable(table: FoundTable, record: BookRecord, known: ReadonlyMap<string, readonly string[]>, seen: Set<string>): ReadTable {
  const { name, sheet, columns } = table
  const [list, section] = [listIn(name), sectionOf(name)]
  const names = rowNamesIn(table, record)
  const troubles = headingTroubles(table, record)
  const headings = new Map(troubles.flatMap(({ code, before, now }) => (code === 'headingChanged' ? [[before, now] as const] : [])))
  const read: ReadTable = { name, sheet: sheet.name, cells: [], rows: [], troubles }
  for (const row of namedRows(table, names)) {
    if (row.byName) troubles.push({ code: 'foundByName', place: `${sheet.name}!${row.at + 1}`, before: names.now(row), now: '' })
    const isNew = !isKnown(row, name, known) || seen.has(row.key)
    if (isNew) {
      const added = addedRow(table, row, record)
      if (added === null) continue
      if (list !== null && !row.ended)
        read.rows.push({ list, ...(section === undefined ? {} : { section }), ...added, ...(row.key === '' ? {} : { copied: true }) })
      else troubles.push({ code: 'outside', place: added.place, before: '', now: added.cells.map(({ text }) => text).join('　') })
      continue
    }
    if (list !== null) seen.add(row.key)
    const notes = rowNotes(table, row, record, names, troubles)
    for (const [column, at] of columns) {
      const address = column === COLUMN_KEYS.whole ? row.key : `${row.key}/${column}`
      if (list === null) seen.add(address)
      const heading = headings.get(record.labels.get(`${name}#${column}`) ?? '')
      const cell = readCell(table, row.at, at, address, record, [
        ...notes,
        ...(heading === undefined ? [] : [{ code: 'heading', text: heading } as const]),
      ])
      if (cell !== null && record.cells.has(address)) read.cells.push(cell)
      else if (cell !== null) troubles.push({ code: 'givenChanged', place: cell.place, before: cell.written, now: cell.text })
    }
  }
  return read
}

/** Rows of a list by their names; of figures and cover some cell of theirs was written. */
const isKnown = ({ key }: FoundRow, table: string, known: ReadonlyMap<string, readonly string[]>): boolean =>
  key !== '' &&
  (listIn(table) !== null
    ? listOf(key) === listIn(table) && known.has(key)
    : [...known.keys()].some((row) => row === key || keyOf(row) === key))

/** A cell where it does not say what was written; null where it does. */
function readCell(
  { sheet }: FoundTable,
  row: number,
  column: number,
  address: string,
  record: BookRecord,
  notes: readonly CellNote[],
): ReadBookCell | null {
  const before = record.cells.get(address) ?? record.given.get(address)
  const kind = cellSpec(address)?.kind
  if (before === undefined || kind === undefined) return null
  const place = placeOf(sheet, row, column)
  const base = { address, sheet: sheet.name, place, written: tied(before, kind, record).text }
  if (isSwallowed(sheet, row, column)) return { ...base, text: '', notes: [], wrong: { code: 'merged' } }
  const shown = shownCell(cellAt(sheet, row, column), kind)
  if (shown.wrong === undefined && shown.text.trim() === before.trim()) return null
  return { ...base, ...withTies(shown, kind, record), notes: [...shown.notes, ...notes] }
}

type Kind = NonNullable<ReturnType<typeof cellSpec>>['kind']

/** Names of rows as their ids; the names as they are, where one is none. */
function tied(text: string, kind: Kind, { ids }: BookRecord): { text: string; ok: boolean } {
  if (kind !== 'rowId' && kind !== 'rowIds') return { text, ok: true }
  const names = text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const found = names.flatMap((name) => ids.get(name) ?? [])
  return found.length === names.length ? { text: found.join(' '), ok: true } : { text, ok: false }
}

function withTies(shown: ShownCell, kind: Kind, record: BookRecord): Omit<ReadBookCell, 'address' | 'sheet' | 'place' | 'written'> {
  const { text, ok } = tied(shown.text, kind, record)
  const wrong = shown.wrong ?? (ok ? undefined : ({ code: 'unknownName' } as const))
  return { text, notes: [...shown.notes], ...(wrong === undefined ? {} : { wrong }) }
}

/** A row that was not written: what stands in it; null where nothing does. */
function addedRow({ name, sheet, columns }: FoundTable, { at }: FoundRow, record: BookRecord): Omit<ReadBookRow, 'list'> | null {
  const cells = [...columns].flatMap(([column, index]) => {
    const kind = cellSpec(`${listIn(name) ?? name}/new/${column}`)?.kind ?? 'line'
    const shown = shownCell(cellAt(sheet, at, index), kind)
    return shown.text.trim() === '' && shown.wrong === undefined
      ? []
      : [{ column, place: placeOf(sheet, at, index), ...withTies(shown, kind, record) }]
  })
  return cells.length === 0 ? null : { sheet: sheet.name, place: `${sheet.name}!${at + 1}`, cells }
}

/** Whether a row is called as it was, and as no other row was. */
function rowNotes({ sheet, labels }: FoundTable, row: FoundRow, record: BookRecord, names: RowNames, troubles: BookTrouble[]): CellNote[] {
  const label = record.labels.get(row.key)
  if (labels !== null && label !== undefined) {
    const now = textOf(sheet, row.at, labels)
    if (now === label) return []
    troubles.push({ code: 'rowLabelChanged', place: placeOf(sheet, row.at, labels), before: label, now })
    return [{ code: 'rowLabel', text: now }]
  }
  const [written, now] = [names.written(row.key), names.now(row)]
  if (names.column === undefined || written === now || names.called(now).length === 0) return []
  troubles.push({ code: 'rowsSwapped', place: placeOf(sheet, row.at, names.column), before: written ?? '', now })
  return [{ code: 'otherRow', text: now }]
}

/** Headings that say something else than was written: what stands below may be meant otherwise. */
const headingTroubles = ({ name, sheet, columns, headings }: FoundTable, { labels, tables }: BookRecord): BookTrouble[] => [
  ...(tables.get(name) ?? [])
    .filter((column) => column !== COLUMN_KEYS.label && !columns.has(column))
    .map(
      (column): BookTrouble => ({ code: 'columnMissing', place: sheet.name, before: labels.get(`${name}#${column}`) ?? column, now: '' }),
    ),
  ...[...columns].flatMap(([column, at]): BookTrouble[] => {
    const before = labels.get(`${name}#${column}`)
    const now = headings === null ? '' : textOf(sheet, headings, at)
    return before === undefined || now === before ? [] : [{ code: 'headingChanged', place: placeOf(sheet, headings ?? 0, at), before, now }]
  }),
]
