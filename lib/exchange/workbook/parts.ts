import { type AddressText, cellSpec } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { textAt } from '@/lib/domain/evaluation/evaluation-cells'
import { dividedBy, hasMoreDigits, hundred, parseQuantity, plain } from '@/lib/domain/quantities'
import { type BookCell, type BookLook, type BookRow, COLUMN_KEYS, columnLetters, ROW_KEYS, TABLE_MARK } from './book'

/** What the sheets are made of. */

/** Between the names of rows in one cell. */
const NAMES_APART = '\n'

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15

const LOOKS: Readonly<Partial<Record<string, BookLook>>> = { money: 'money', count: 'number', points: 'number', share: 'percent' }

/** A cell that is filled in, with what stands there. `named`: how rows that it is tied to are called. */
export function inputCell(evaluation: Evaluation, input: AddressText, named: Readonly<Record<string, string>> = {}): BookCell {
  const text = textAt(evaluation, input)
  const kind = cellSpec(input)?.kind
  return { ...contentOf(input, kind === 'rowId' || kind === 'rowIds' ? namesOf(text, named) : text), input }
}

const namesOf = (ids: string, named: Readonly<Record<string, string>>): string =>
  ids
    .split(' ')
    .map((id) => named[id] ?? id)
    .join(NAMES_APART)

/** The cell of a row that is still free. */
export const freeCell = (address: string): BookCell => ({ look: lookOf(address), input: null })

const lookOf = (address: string): BookLook => LOOKS[cellSpec(address)?.kind ?? ''] ?? 'text'

/** A text as a workbook holds it: what is a number as one, unless digits would be lost. */
function contentOf(address: string, text: string): BookCell {
  const look = lookOf(address)
  const read = look === 'text' ? null : parseQuantity(text.replace(/%$/, ''))
  if (read === null) return { look, text }
  const value = text.endsWith('%') ? dividedBy(read, hundred) : read
  return hasMoreDigits(value, DIGITS) ? { look, text } : { look, text, number: plain(value) }
}

export const label = (text: string): BookCell => ({ look: 'label', text })

/** A table's hidden row and its headings. The second column is that of the keys. */
export function headRows(table: string, columns: readonly (readonly [key: string, heading: string])[]): BookRow[] {
  const spread = (cells: readonly (BookCell | null)[]): (BookCell | null)[] => [cells[0] ?? null, null, ...cells.slice(1)]
  return [
    {
      key: `${TABLE_MARK}${table}`,
      hidden: true,
      cells: spread(columns.map(([key]) => (key === '' ? null : { look: 'note', text: key }))),
    },
    { key: ROW_KEYS.heading, cells: spread(columns.map(([, heading]) => ({ look: 'heading', text: heading }))) },
  ]
}

/** A row of a table; the key column is put in. */
export const tableRow = (key: string, cells: readonly (BookCell | null)[]): BookRow => ({
  key,
  cells: [cells[0] ?? null, null, ...cells.slice(1)],
})

export const noteRow = (text: string): BookRow => ({ cells: [{ look: 'note', text }] })
export const titleRow = (text: string): BookRow => ({ cells: [{ look: 'title', text }], height: 26 })
export const emptyRow: BookRow = { cells: [] }

/** The letters of a table's column, counted without the key column. */
export const letterOf = (index: number): string => columnLetters(index === 0 ? 0 : index + 1)

/** The column that names the rows. */
export const LABEL = COLUMN_KEYS.label
