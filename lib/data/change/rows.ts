import 'server-only'
import type { AuditRecord } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { TABLES } from '@/lib/data/evaluation/kept-rows'
import { bumpRevisions } from '@/lib/data/evaluation/revisions'
import { type AddressText, isAddress, rowText } from '@/lib/domain/cells/addresses'
import type { ListName } from '@/lib/domain/cells/cells'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { mayStandIn } from '@/lib/domain/evaluation/cell-change'
import { type CellValue, writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { cellOf, textAt, withCell } from '@/lib/domain/evaluation/evaluation-cells'
import { type BlockShape, listOfRow, type RowList, rowsIn, withNewRow, withRowMoved } from '@/lib/domain/evaluation/rows'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AuditPayloads } from '@/lib/domain/record/audit-payloads'
import { type Added, createRows, placeOf, placesOf, storeOrder } from './added-rows'
import { type Held, holding, keep, may } from './change'
import { removedBefore } from './removed-rows'

/** A row to add: where, behind which row (null: first; absent: last), and what stands in it from the beginning, by column. */
export type NewRow = RowList & { after?: string | null; shape?: BlockShape; values?: Readonly<Record<string, CellValue>> }

/**
 * Adds rows in one transaction, in the viewer's name for the cells that they are given; gives their permanent ids in
 * the same order. All or none: refused as `not-permitted`, `locked`, `acted-elsewhere`, `too-many-rows`, `no-such-row`,
 * or what a cell refuses.
 */
export const addRows = (viewer: Viewer, evaluationId: string, rows: readonly NewRow[]): Promise<Decision<string[]>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    let after = held.evaluation
    const added: { row: NewRow; id: string; addresses: AddressText[] }[] = []
    for (const row of rows) {
      const id = newId()
      const empty = withNewRow(after, row, id, row)
      if (!empty.ok) return empty
      const filled = withValues(empty.value, row.list, id, row.values ?? {})
      if (!filled.ok) return filled
      after = filled.value.after
      added.push({ row, id, addresses: filled.value.addresses })
    }
    await createRows(held.tx, after, added)
    for (const place of placesOf(rows)) await storeOrder(held.tx, after, place)
    await bumpRevisions(
      held,
      added.flatMap(({ addresses }) => addresses),
    )
    if (added.length === 0) return accepted([])
    const cells = added.flatMap(({ addresses }) => addresses.map((address) => ({ address, after: textAt(after, address) })))
    await keep(held, permitted.value, after, recordOf(added, cells))
    return accepted(added.map(({ id }) => id))
  })

/** What the log says of rows that were added. */
function recordOf(added: readonly Added[], cells: AuditPayloads['rows.add']['cells'] = []): AuditRecord {
  const rows = added.map(({ row, id }) => ({ row: rowText({ list: row.list, row: id }), ...placeOf(row) }))
  const [only] = rows
  return { action: 'rows.add', subject: rows.length === 1 && only ? only.row : '', payload: { rows, cells } }
}

/** A row that was added in a browser, under the id that it got there. */
export type BrowserRow = NewRow & { id: string; libraryId?: string }

/**
 * Adds those of the rows that are not there yet, empty: their cells are written by whoever holds the evaluation, in the same
 * transaction, with the record. A row whose place is gone, whose id is somebody else's, or that was removed before, is left out: its
 * cells are found to stand nowhere. A request that comes late brings nothing back to life. Refused: `too-many-rows`.
 */
export async function addMissingRows(
  { tx, evaluation }: Held,
  rows: readonly BrowserRow[],
): Promise<Decision<{ evaluation: Evaluation; record: AuditRecord | null }>> {
  const taken = await takenIds(tx, evaluation.id, rows)
  let after = evaluation
  const added: Added[] = []
  for (const row of rows) {
    if (taken.has(row.id) || added.some(({ id }) => id === row.id)) continue
    const widened = withNewRow(after, row, row.id, row)
    if (!widened.ok && widened.refusal.code === 'no-such-row') continue
    if (!widened.ok) return widened
    after = widened.value
    added.push({ row, id: row.id })
  }
  if (added.length === 0) return accepted({ evaluation, record: null })
  await createRows(tx, after, added)
  for (const place of placesOf(added.map(({ row }) => row))) await storeOrder(tx, after, place)
  return accepted({ evaluation: after, record: recordOf(added) })
}

/** Those of the ids that rows have already, in whatever evaluation, or had before they were removed from this one. */
async function takenIds(tx: Transaction, evaluationId: string, rows: readonly BrowserRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const taken = await removedBefore(
    tx,
    evaluationId,
    rows.map(({ list, id }) => ({ list, row: id })),
  )
  for (const list of new Set(rows.map((row) => row.list))) {
    const ids = rows.filter((row) => row.list === list).map(({ id }) => id)
    const found = await tx.$queryRawUnsafe<{ id: string }[]>(`SELECT id FROM ${TABLES[list]} WHERE id = ANY($1::text[])`, ids)
    for (const { id } of found) taken.add(id)
  }
  return taken
}

/** Adds one row; see `addRows`. */
export async function addRow(viewer: Viewer, evaluationId: string, row: NewRow): Promise<Decision<{ id: string }>> {
  const added = await addRows(viewer, evaluationId, [row])
  return added.ok ? accepted({ id: added.value[0] ?? '' }) : added
}

type Filled = { after: Evaluation; addresses: AddressText[] }

function withValues(evaluation: Evaluation, list: ListName, id: string, values: Readonly<Record<string, CellValue>>): Decision<Filled> {
  let after = evaluation
  const addresses: AddressText[] = []
  for (const [column, value] of Object.entries(values)) {
    const address = `${list}/${id}/${column}`
    if (!isAddress(address)) return refused('no-such-cell')
    const before = cellOf(after, address)
    if (before?.kind !== value.kind) return refused('no-such-cell')
    const allowed = mayStandIn(after, address, value)
    if (!allowed.ok) return allowed
    after = withCell(after, address, value)
    if (writeCellValue(value) !== '') addresses.push(address)
  }
  return accepted({ after, addresses })
}

/**
 * Moves a row behind another of its list (null: to the top). Gives the evaluation's revision in which it stands there.
 * Refused: `not-permitted`, `locked`, `acted-elsewhere`, `no-such-row`.
 */
export const moveRow = (
  viewer: Viewer,
  evaluationId: string,
  list: ListName,
  row: string,
  after: string | null,
): Promise<Decision<number>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const moved = withRowMoved(held.evaluation, list, row, after)
    const place = listOfRow(held.evaluation, list, row)
    if (!moved.ok || place === null) return moved.ok ? refused('no-such-row') : moved
    const order = (evaluation: Evaluation) => (rowsIn(evaluation, place) ?? []).map(({ id }) => id)
    if (order(held.evaluation).join() === order(moved.value).join()) return accepted(held.evaluation.revision)
    await storeOrder(held.tx, moved.value, place)
    const payload = { before: order(held.evaluation), after: order(moved.value) }
    return accepted(await keep(held, permitted.value, moved.value, { action: 'rows.move', subject: rowText({ list, row }), payload }))
  })
