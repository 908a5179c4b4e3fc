import { z } from 'zod'
import { FIGURE_ITEMS, type FigureColumn, type FigureItem, type FigureName, isFigureItem, isFigureName } from '@/lib/domain/cells/funds'
import { storable } from '@/lib/domain/reading/typed'
import { bookCell, bookTroubles, cellNotes, cellWrong } from '@/lib/exchange/workbook/read-book-format'

/**
 * A workbook of another program: 部门决算, a bureau's list of departments. What stands on its sheets is kept as it shows, until somebody
 * has said which of its columns and rows are which figures (`TableMapping`); from then on it differs from the form cell by cell as a
 * 填报工作簿 does.
 */

export const FOREIGN_FORMAT = 'hengji.tables/1'

/** Texts by row and column; `notes`: what had to be done to read a cell, by `row,column`. What was laid together says the same in each. */
const sheet = z.strictObject({
  name: z.string(),
  rows: z.array(z.array(z.string())),
  notes: z.record(z.string(), z.strictObject({ notes: cellNotes, wrong: cellWrong.exactOptional() })),
})
export type ForeignSheet = z.infer<typeof sheet>

const FIGURE_COLUMNS: ReadonlySet<string> = new Set(Object.values(FIGURE_ITEMS).flatMap(({ columns }) => columns))
const isFigureColumn = (name: string): name is FigureColumn => FIGURE_COLUMNS.has(name)

const key = z
  .string()
  .max(300)
  .refine((text) => text === storable(text))
const index = z.number().int().min(0).max(20_000)

/** `corrected`: the sheet says another unit, and a person knew better. */
const said = { sheet: key, head: index, unit: z.enum(['元', '万元']), corrected: z.literal(true).exactOptional() }

/**
 * Which figures a table holds. `items`: each of its rows is an item (`rows`, by their names) and its columns are 预算数, 决算数 …;
 * `line`: one of its rows (`line`) holds all figures, each in a column of its own. Names that are not mentioned mean nothing here.
 * `head`: the last row of the headings, counted from 0.
 */
export const tableMapping = z.discriminatedUnion('shape', [
  z.strictObject({
    shape: z.literal('items'),
    ...said,
    columns: z.record(
      key,
      z.custom<FigureColumn>((name) => typeof name === 'string' && isFigureColumn(name)),
    ),
    rows: z.record(
      key,
      z.custom<FigureItem>((name) => typeof name === 'string' && isFigureItem(name)),
    ),
  }),
  z.strictObject({
    shape: z.literal('line'),
    ...said,
    columns: z.record(
      key,
      z.custom<FigureName>((name) => typeof name === 'string' && isFigureName(name)),
    ),
    line: index,
  }),
])
export type TableMapping = z.infer<typeof tableMapping>
export type TableShape = TableMapping['shape']

const foreignBook = z.strictObject({
  format: z.literal(FOREIGN_FORMAT),
  sheets: z.array(sheet),
  /** As it was said last; null before. */
  mapping: tableMapping.nullable(),
  /** What stands in the cells that it names, as a form has it. */
  cells: z.array(bookCell),
  troubles: bookTroubles,
})
export type ForeignBook = z.infer<typeof foreignBook>

/** What was kept; null where it is something else, or another release kept it otherwise. */
export const parseForeignBook = (json: unknown): ForeignBook | null => foreignBook.safeParse(json).data ?? null

/** A mapping that was kept; null where another release kept it otherwise. */
export const parseTableMapping = (json: unknown): TableMapping | null => tableMapping.safeParse(json).data ?? null
