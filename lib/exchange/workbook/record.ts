import type { Sheet } from 'hucre/xlsx'
import { z } from 'zod'
import type { PlainDocumentError } from '@/lib/messages/document-errors'
import { BOOK_FORMAT, RECORD_KINDS, type RecordLine, TABLE_MARK } from './book'
import { sealOf } from './write-book'

/** The record of a workbook, found again: what was written, by what it tells of. */
export type BookRecord = {
  /** The sheet that it stands on. */
  sheet: Sheet
  /** Whose workbook it is. */
  book: ReadonlyMap<string, string>
  /** Cells that are read back, and those that are not, by their addresses. */
  cells: ReadonlyMap<string, string>
  given: ReadonlyMap<string, string>
  labels: ReadonlyMap<string, string>
  /** The ids of rows that cells are tied to, by what they were called. */
  ids: ReadonlyMap<string, string>
  /** The columns of each table. */
  tables: ReadonlyMap<string, readonly string[]>
  /** Of a workbook of many projects the record of each, by its id; none in any other. */
  projects: ReadonlyMap<string, BookRecord>
}

/** The record among the sheets, whatever its own is called; why the workbook is none of ours, or not as it was. */
export function recordIn(sheets: readonly Sheet[]): BookRecord | PlainDocumentError {
  const sheet = sheets.find(({ rows }) => textAt(rows, 0).startsWith(`${BOOK_FORMAT} `))
  if (sheet === undefined) return sheets.some(hasTable) ? 'alteredWorkbook' : 'foreignWorkbook'
  const [head, ...rest] = sheet.rows.map((_, row) => textAt(sheet.rows, row))
  const end = rest.indexOf('')
  const lines = end < 0 ? rest : rest.slice(0, end)
  if (head !== `${BOOK_FORMAT} ${sealOf(lines)}`) return 'alteredWorkbook'
  const record = parsed(lines)
  if (record === null) return 'alteredWorkbook'
  const projects = new Map<string, BookRecord>()
  for (const [id, text] of partsOf(record)) {
    const lines = readLines(text)
    if (lines === null) return 'alteredWorkbook'
    projects.set(id, { ...recordOf(sheet, lines), projects: new Map() })
  }
  return { ...recordOf(sheet, record), projects }
}

/** The records of projects, put together again. */
function partsOf(record: readonly RecordLine[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [kind, id, part] of record) if (kind === 'project') texts.set(id, (texts.get(id) ?? '') + part)
  return texts
}

function readLines(text: string): RecordLine[] | null {
  try {
    return recordLines.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function recordOf(sheet: Sheet, record: readonly RecordLine[]): Omit<BookRecord, 'projects'> {
  const of = (kind: RecordLine[0]): [string, string][] => record.flatMap(([one, at, text]) => (one === kind ? [[at, text]] : []))
  return {
    sheet,
    book: new Map(of('book')),
    cells: new Map(of('cell')),
    given: new Map(of('given')),
    labels: new Map(of('label')),
    ids: new Map(of('name').map(([id, name]) => [name, id])),
    tables: new Map(of('list').map(([table, columns]) => [table, columns.split(' ')])),
  }
}

/** Whoever can seal a record can write anything into it. */
function parsed(lines: readonly string[]): RecordLine[] | null {
  try {
    return recordLines.safeParse(lines.map((line) => JSON.parse(line))).data ?? null
  } catch {
    return null
  }
}

const recordLines = z.array(z.tuple([z.enum(RECORD_KINDS), z.string(), z.string()]))

const textAt = (rows: Sheet['rows'], row: number): string => {
  const value = rows[row]?.[0]
  return typeof value === 'string' ? value : ''
}

const hasTable = ({ rows }: Sheet): boolean =>
  rows.some((row) => row.some((value) => typeof value === 'string' && value.startsWith(TABLE_MARK)))
