import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { insertRows, TABLES } from '@/lib/data/evaluation/kept-rows'
import { LIST_NAMES, type ListName } from '@/lib/domain/cells/cells'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { rowsOf } from '@/lib/domain/evaluation/evaluation-cells'
import { type RowList, rowsIn } from '@/lib/domain/evaluation/rows'

/** Blocks and indicators stand with tasks, problems are tied to measures: what is pointed at comes first. */
const POINTED_AT: readonly ListName[] = ['tasks', 'measures']
const IN_ORDER = [...POINTED_AT, ...LIST_NAMES.filter((list) => !POINTED_AT.includes(list))]

/** A row that is new: in which list, and its id. */
export type Added = { row: RowList; id: string }

/** Writes rows that are new in `after`, those of a list in one statement. */
export async function createRows(tx: Transaction, after: Evaluation, added: readonly Added[]): Promise<void> {
  for (const list of IN_ORDER) {
    const ids = new Map(added.filter(({ row }) => row.list === list).map(({ row, id }) => [id, row]))
    const rows = rowsOf(after, list).flatMap((row) => {
      const place = ids.get(row.id)
      return place === undefined ? [] : [{ ...row, beside: besideIn(place) }]
    })
    await insertRows(tx, after.id, list, rows)
  }
}

/** Where a block of text stands, as it is kept with it. */
const besideIn = (place: RowList): Readonly<Record<string, unknown>> =>
  place.list === 'narrative' ? { section: place.section, taskId: 'taskId' in place ? place.taskId : null } : {}

/** Writes the places of the list's rows as they stand in `evaluation`. */
export async function storeOrder(tx: Transaction, evaluation: Evaluation, place: RowList): Promise<void> {
  const ids = (rowsIn(evaluation, place) ?? []).map(({ id }) => id)
  await tx.$executeRawUnsafe(
    `UPDATE ${TABLES[place.list]} AS stored SET position = wanted.position
     FROM unnest($1::text[]) WITH ORDINALITY AS wanted (id, position)
     WHERE stored.id = wanted.id AND stored.position <> wanted.position`,
    ids,
  )
}

/** Where a narrative block stands, for the record. */
export const placeOf = (row: RowList): { section?: string; task?: string } => ({
  ...('section' in row ? { section: row.section } : {}),
  ...('taskId' in row ? { task: row.taskId } : {}),
})

/** The lists that rows are added to, each once. */
export const placesOf = (rows: readonly RowList[]): RowList[] => [
  ...new Map(rows.map((row) => [JSON.stringify([row.list, placeOf(row)]), row])).values(),
]
