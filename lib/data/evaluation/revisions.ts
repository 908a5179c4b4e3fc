import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { type AddressText, nameInRow, type RowText, rowAt, rowOfCell, rowText } from '@/lib/domain/cells/addresses'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'
import { TABLES } from './kept-rows'
import type { StoredEvaluation } from './stored-evaluation'
import type { StoredRevisions } from './stored-rows'

/** The revision of a cell: how often it was written, and who wrote it last, when (ISO time). A cell never written has none. */
export type CellRevision = { number: number; byId: string; byName: string; at: string }

/** The revisions of the cells that were ever written, by address. */
export function revisionsFrom(stored: StoredEvaluation): Map<string, CellRevision> {
  const found = new Map<string, CellRevision>()
  const read = (revisions: StoredRevisions, prefix: string) => {
    for (const { byId, byName, cells } of revisions)
      for (const [cell, [number, at]] of Object.entries(cells)) found.set(`${prefix}${cell}`, { number, byId, byName, at })
  }
  read(stored.singleRevisions ?? [], '')
  for (const list of LIST_NAMES) for (const { id, revisions } of stored[list]) read(revisions, `${rowText({ list, row: id })}/`)
  return found
}

/** An evaluation whose cells are counted up, with their revisions until now; it must be locked. */
type Counted = {
  tx: Transaction
  viewer: Viewer
  evaluation: { id: string }
  revisions: ReadonlyMap<string, CellRevision>
}

/** What the revisions of cells become when these are written once more. */
export type NextRevisions = {
  numbers: ReadonlyMap<AddressText, number>
  /** What is kept with each row that has one of the cells, by `indicators/<row>`; by '' for the cells that stand in no list. */
  kept: ReadonlyMap<RowText | '', StoredRevisions>
}

/** Counts the cells up, each by one, in the viewer's name; nothing is written yet. */
export function nextRevisions({ viewer, revisions }: Counted, addresses: readonly AddressText[]): NextRevisions {
  const by = { byId: viewer.userId, byName: viewer.name, at: new Date().toISOString() }
  const next = new Map(addresses.map((address) => [address, { ...by, number: (revisions.get(address)?.number ?? 0) + 1 }]))
  const touched = new Map<RowText | '', Record<string, CellRevision>>([...next.keys()].map((address) => [rowOf(address), {}]))
  for (const [address, revision] of [...revisions, ...next]) {
    const row = touched.get(rowOf(address))
    if (row !== undefined) row[address] = revision
  }
  return {
    numbers: new Map([...next].map(([address, { number }]) => [address, number])),
    kept: new Map([...touched].map(([row, cells]) => [row, byWriter(cells)])),
  }
}

/** The statement that keeps the revisions of the cells that stand in no list; none where none of them was written. */
export function singleRevisionsWritten(evaluationId: string, { kept }: NextRevisions): Prisma.Sql[] {
  const singles = kept.get('')
  if (singles === undefined) return []
  return [
    Prisma.sql`
      INSERT INTO single_cell_revisions (evaluation_id, revisions) VALUES (${evaluationId}, ${JSON.stringify(singles)}::jsonb)
      ON CONFLICT (evaluation_id) DO UPDATE SET revisions = excluded.revisions`,
  ]
}

/** Counts cells up whose rows are there and otherwise written; see `nextRevisions`. */
export async function bumpRevisions(counted: Counted, addresses: readonly AddressText[]): Promise<void> {
  const next = nextRevisions(counted, addresses)
  for (const statement of singleRevisionsWritten(counted.evaluation.id, next)) await counted.tx.$executeRaw`${statement}`
  for (const list of LIST_NAMES) {
    const rows = [...next.kept].flatMap(([at, revisions]) => {
      const row = rowAt(at)
      return row?.list === list ? [[row.row, revisions] as const] : []
    })
    if (rows.length === 0) continue
    await counted.tx.$executeRawUnsafe(
      `UPDATE ${TABLES[list]} AS stored SET revisions = given.revisions::jsonb
       FROM unnest($1::text[], $2::text[]) AS given (id, revisions) WHERE stored.id = given.id`,
      rows.map(([row]) => row),
      rows.map(([, revisions]) => JSON.stringify(revisions)),
    )
  }
}

/** `indicators/<row>`; empty for a cell that stands in no list. */
const rowOf = (address: string): RowText | '' => rowOfCell(address) ?? ''

/** The revisions as they are kept, each by what its row calls the cell. */
function byWriter(revisions: Readonly<Record<string, CellRevision>>): StoredRevisions {
  const writers = new Map<string, StoredRevisions[number]>()
  for (const [address, { number, byId, byName, at }] of Object.entries(revisions)) {
    const writer = JSON.stringify([byId, byName])
    const written = writers.get(writer) ?? { byId, byName, cells: {} }
    written.cells[nameInRow(address)] = [number, at]
    writers.set(writer, written)
  }
  return [...writers.values()]
}
