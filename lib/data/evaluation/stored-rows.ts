import 'server-only'
import { allOf } from '@/lib/data/database/json-rows'
import { type CellSpec, type ColumnOf, columnsOf, LIST_NAMES, type LISTS, type ListName, type RowCellKind } from '@/lib/domain/cells/cells'
import type { NarrativeBlock, Run } from '@/lib/domain/cells/narrative'
import type { Prisma } from '@/lib/generated/prisma/client'
import { columnName, keptAs, TABLES } from './kept-rows'

/** The rows of an evaluation's lists, from the database's columns to objects. */

/** Digits of a stored decimal, exactly as the database writes them. */
export type Digits = string

/** The revisions of a row's cells, or of an evaluation's single cells: by writer, so that nobody is named twice. Times are ISO. */
export type StoredRevisions = { byId: string; byName: string; cells: Record<string, [number: number, at: string]> }[]

/** What the database keeps for a cell of each kind. */
type Kept = {
  money: Digits | null
  points: Digits | null
  share: Digits | null
  line: string
  text: Run[]
  remark: string
  reading: string
  date: string
  rowId: string | null
  mark: string
}
type Spec<L extends ListName, C extends ColumnOf<L>> = (typeof LISTS)[L][C]
type KindOf<L extends ListName, C extends ColumnOf<L>> = Spec<L, C> extends CellSpec<infer K extends RowCellKind> ? K : never
/** As `keptAs` calls it. Ties to several rows stand in a table of their own. */
type KeptField<L extends ListName, C extends ColumnOf<L>> =
  KindOf<L, C> extends 'rowIds' ? never : Spec<L, C> extends { field: infer F extends string } ? F : C extends 'text' ? 'runs' : C
type KeptCells<L extends ListName> = { [C in ColumnOf<L> as KeptField<L, C>]: Kept[Exclude<KindOf<L, C>, 'rowIds'>] }

/** A row of a list: its cells, what is beside them, and the revisions of its cells. Lists stand in printed order. */
type Row<L extends ListName> = KeptCells<L> & Beside[L] & { id: string; revisions: StoredRevisions }

/** The lists of an evaluation as they are stored. */
export type StoredRows = { [L in ListName]: Row<L>[] }

/** What rows have beside their cells. */
type Beside = {
  narrative: { section: string; taskId: string | null; kind: NarrativeBlock['kind']; level: number }
  goals: unknown
  tasks: unknown
  indicators: {
    lineId: string
    libraryId: string | null
    fixedId: string | null
    approvedTarget: string | null
    approvedMaxScore: Digits | null
    approvedAs: string | null
    planIndicatorId: string | null
    targetReading: Prisma.JsonValue
    actualReading: Prisma.JsonValue
    score: Digits | null
  }
  problems: unknown
  measures: unknown
}

/** How a column travels: as a text (a JSON number would lose digits), or as the JSON that it is. */
type Travels = 'text' | 'json'

const BESIDE: { [L in ListName]: { readonly [F in keyof Beside[L] & string]: Travels } } = {
  narrative: { section: 'text', taskId: 'text', kind: 'text', level: 'json' },
  goals: {},
  tasks: {},
  indicators: {
    lineId: 'text',
    libraryId: 'text',
    fixedId: 'text',
    approvedTarget: 'text',
    approvedMaxScore: 'text',
    approvedAs: 'text',
    planIndicatorId: 'text',
    targetReading: 'json',
    actualReading: 'json',
    score: 'text',
  },
  problems: {},
  measures: {},
}

/** The fields of a list's rows that travel so, in one order. */
const fieldsOf = (list: ListName, as: Travels): string[] => {
  const cells = columnsOf(list).filter(({ kind }) => kind !== 'rowIds' && (kind === 'text' ? 'json' : 'text') === as)
  const beside = Object.entries<Travels>(BESIDE[list]).filter(([, travels]) => travels === as)
  return [...(as === 'text' ? ['id'] : []), ...cells.map(({ field }) => keptAs(field)), ...beside.map(([field]) => field)]
}
const byList = (as: Travels) => Object.fromEntries(LIST_NAMES.map((list) => [list, fieldsOf(list, as)])) as Record<ListName, string[]>
const TEXTS = byList('text')
const JSONS = byList('json')

/**
 * A row on its way: what travels as a text in one array, without names. A year's evaluations have some 50 indicators of 30 columns
 * each: with a name at every value the database would take twice as long over them as over all the rest.
 */
type Packed = { texts: (string | null)[]; revisions?: StoredRevisions } & Readonly<Record<string, unknown>>
export type PackedRows = Readonly<Record<ListName, readonly Packed[]>>

/** The rows of a list of the evaluation `e` as JSON, in printed order, for `unpackedRows`. */
export function packedRows(list: ListName, withRevisions: boolean): string {
  const texts = TEXTS[list].map((field) => `${columnName(field)}::text`)
  const jsons = JSONS[list].map((field) => `${columnName(field)} "${field}"`)
  return allOf(`SELECT ${[`ARRAY[${texts.join(', ')}] texts`, ...jsons, ...(withRevisions ? ['revisions'] : [])].join(', ')}
    FROM ${TABLES[list]} WHERE evaluation_id = e.id ORDER BY position, id`)
}

/** The lists that arrived; those that were not asked for are empty. */
export const unpackedRows = (packed: PackedRows): StoredRows =>
  Object.fromEntries(LIST_NAMES.map((list) => [list, packed[list].map((row) => unpacked(list, row))])) as StoredRows

function unpacked(list: ListName, row: Packed): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = { revisions: row.revisions ?? [] }
  TEXTS[list].forEach((field, place) => {
    fields[field] = row.texts[place]
  })
  for (const field of JSONS[list]) fields[field] = row[field]
  return fields
}
