import type { AddressText } from '@/lib/domain/cells/addresses'

/**
 * 填报工作簿: a department-year as a workbook that is filled in without the program and read back. What stands on its sheets is said
 * here; `write-book.ts` makes a file of it, `read-book.ts` finds every cell again by its identity, wherever it was moved to.
 *
 * Each table carries its identities within itself: above its headings a hidden row begins with the table's mark and names the columns,
 * and the second column, hidden as well, names the rows. It stands between others, so that rows which are sorted take it with them.
 */

export const BOOK_FORMAT = 'hengji.workbook/1'

/** The sheet that keeps what was written, line by line, behind all others. */
export const RECORD_SHEET = '_衡绩'

/** Where the names of the rows stand, counted from 0. */
export const KEY_COLUMN = 1

/** Before the name of a table, in the hidden row above its headings. */
export const TABLE_MARK = '#hengji/'

/** What stands in the key column where no row's name does: the headings, a row that is computed, one that is still free. */
export const ROW_KEYS = { heading: '^', computed: '=', free: '+' } as const

/** How the hidden row calls a column that names the rows, and one whose cells have the row's key as their whole address. */
export const COLUMN_KEYS = { label: '@', whole: '.' } as const

export type BookLook =
  | 'title'
  | 'note'
  | 'heading'
  | 'label'
  | 'text' // typed text, kept as it is typed
  | 'money'
  | 'number'
  | 'percent'
  | 'sum'
  | 'sumPercent'
  | 'difference'

/** A cell. `input`: the address that it is read back as; `null` where its row is still free. `given`: shown, and not read back. */
export type BookCell = {
  look: BookLook
  /** As a form has it. */
  text?: string
  /** Digits that are written as a number in its place. */
  number?: string
  /** With what it comes to now: the programs that open it compute it again. */
  formula?: string
  input?: AddressText | null
  given?: true
  /** Name of the list that it is chosen from. */
  choices?: string
}

export type BookRow = { key?: string; hidden?: true; height?: number; cells: readonly (BookCell | null)[] }

/** Words to choose from. `strict`: no others will do. */
export type BookChoices = { words: readonly string[]; strict: boolean }

export type BookSheet = {
  name: string
  rows: readonly BookRow[]
  /** In characters, from the first column. */
  widths: readonly number[]
  /** Rows and columns that stay in view. */
  frozen: { rows: number; columns: number }
}

/** A line of the record: what it tells, of what, and the text. */
export type RecordLine = readonly [kind: RecordKind, at: string, text: string]
export const RECORD_KINDS = [
  'book', // evaluation, department, year, revision, by, at
  'cell', // a cell that is read back, by its address, with what was written
  'given', // one that is not
  'label', // a heading, by table and column, or the name of a row, by its key
  'name', // what a row that cells are tied to was called, by its id
  'list', // the columns of a table
  'project', // a project, by its id: its own record as JSON, in as many lines as it needs
] as const
type RecordKind = (typeof RECORD_KINDS)[number]

export type Book = { sheets: readonly BookSheet[]; choices: Readonly<Record<string, BookChoices>>; record: readonly RecordLine[] }

/** A1, counted from 0. */
export const refOf = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
