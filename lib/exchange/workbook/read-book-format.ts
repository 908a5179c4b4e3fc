import { z } from 'zod'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS } from '@/lib/domain/cells/narrative'
import { BOOK_FORMAT } from './book'

/** What was read in a workbook: only what differs from what was written, each with its place. Kept until it is accepted or refused. */

/** What had to be done to read a cell. Of the last four it is doubtful whether they are meant. */
const note = z.strictObject({
  code: z.enum(['formula', 'perCent', 'serialDay', 'day', 'scaled', 'heading', 'rowLabel', 'otherRow']),
  text: z.string(),
})
export const cellNotes = z.array(note)
export const cellWrong = z.strictObject({ code: z.enum(['errorValue', 'noResult', 'merged', 'unknownName']) })
const shown = { place: z.string(), text: z.string(), notes: cellNotes, wrong: cellWrong.exactOptional() }

export const bookCell = z.strictObject({ address: z.string(), sheet: z.string(), written: z.string(), ...shown })
const row = z.strictObject({
  list: z.enum(LIST_NAMES),
  /** Of a paragraph: where it stands. */
  section: z.enum(NARRATIVE_SECTIONS).exactOptional(),
  sheet: z.string(),
  place: z.string(),
  cells: z.array(z.strictObject({ column: z.string(), ...shown })),
  /** It has the name of another row: it was copied. */
  copied: z.literal(true).exactOptional(),
})
const trouble = z.strictObject({
  code: z.enum([
    'tableMissing',
    'columnMissing',
    'rowMissing',
    'headingChanged',
    'rowLabelChanged',
    'givenChanged',
    'outside',
    'rowsSwapped',
    'foundByName',
    'namedTwice',
  ]),
  place: z.string(),
  /** What stood there, and what stands there now. */
  before: z.string(),
  now: z.string(),
})

export const bookTroubles = z.array(trouble)

const content = {
  cells: z.array(bookCell),
  /** Rows that were added. */
  rows: z.array(row),
  /** Rows that were taken out. */
  gone: z.array(z.strictObject({ row: z.string(), sheet: z.string() })),
  troubles: bookTroubles,
}

const readBook = z.strictObject({
  format: z.literal(BOOK_FORMAT),
  evaluation: z.string(),
  department: z.string(),
  year: z.string(),
  by: z.string(),
  at: z.string(),
  ...content,
  /** Of a workbook of many projects what differs in each, by its id; it has nothing else. */
  projects: z.array(z.strictObject({ id: z.string(), name: z.string(), ...content })).exactOptional(),
})

export type CellNote = z.infer<typeof note>
export type CellWrong = z.infer<typeof cellWrong>
export type ReadBookCell = z.infer<typeof bookCell>
export type ReadBookRow = z.infer<typeof row>
export type BookTrouble = z.infer<typeof trouble>
export type ReadBook = z.infer<typeof readBook>

/** What was kept; null where another release read it otherwise. */
export const parseReadBook = (json: unknown): ReadBook | null => readBook.safeParse(json).data ?? null
