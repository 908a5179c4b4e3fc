import 'server-only'
import type { AuditRecord } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { nextRevisions } from '@/lib/data/evaluation/revisions'
import { type AddressText, isAddress, isReviewCell, rowAt, rowText } from '@/lib/domain/cells/addresses'
import { accepted, type Decision, type Refusal, refused } from '@/lib/domain/decision/decision'
import { mayStandIn } from '@/lib/domain/evaluation/cell-change'
import { type CellValue, writeCellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { cellOf, withCell } from '@/lib/domain/evaluation/evaluation-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AuditAction, AuditPayloads } from '@/lib/domain/record/audit-payloads'
import type { ReviewNode } from '@/lib/domain/review/review'
import { type Held, holding, keep, keepCells, may } from './change'
import { addMissingRows, type BrowserRow } from './rows'

/**
 * A cell as a person wants it: `seen` is the revision that they had before them, 0 for a cell never written. `anew`: the cell gets a
 * new revision even where it stands so already, because something else that was sent for it may yet arrive and must find it changed.
 */
export type CellChange = { address: AddressText; seen: number; value: CellValue; anew?: boolean }

/** A cell that somebody else changed, or whose row they removed, meanwhile. Nothing of it was written; both values are here. */
export type CellConflict =
  | { kind: 'changed'; address: AddressText; yours: string; theirs: string; byId: string; byName: string; at: string; number: number }
  | { kind: 'removed'; address: AddressText; yours: string; byId: string | null; byName: string | null; at: string | null }

export type Saved = {
  /** Revision of the evaluation after this. */
  revision: number
  /** Cells that now stand as wanted, with their revision to be seen next. */
  saved: { address: AddressText; number: number }[]
  conflicts: CellConflict[]
  /** Cells that cannot hold the value, each with why. */
  refusals: { address: AddressText; refusal: Refusal }[]
}
export type SaveResult = Decision<Saved>

/** The paper or workbook that cells were read in, as the log tells of it. */
export type CellSource = SourceOf<'papers.accept'> | SourceOf<'workbooks.accept'>
type SourceOf<Action extends keyof AuditPayloads> = { action: Action; payload: Omit<AuditPayloads[Action], 'cells'> }

/** More cells than any form has. */
const MOST_CELLS = 2000

/**
 * Saves cells in one transaction: each is compared with the revision that the person saw, and what somebody else changed
 * meanwhile is not overwritten but comes back as a conflict; the other cells are saved. A cell that already stands as
 * wanted is saved without a trace, so that a repeated request does no harm. Of two changes of one cell the last counts.
 *
 * `together`: the cells mean something only as a whole, as 复核分 and its grounds do. All are saved or none; where one is in
 * conflict, all come back with both values, so that the choice is made between the two wholes.
 *
 * `rows` were added in the browser: those that are not there yet are added before the cells are written. `source`: the cells were
 * read in a paper or workbook, and one entry of the log tells of rows and cells together.
 *
 * Refused as a whole: `not-permitted`, `locked`, `acted-elsewhere`, `too-many-cells`, `too-many-rows`.
 */
export async function saveCells(
  viewer: Viewer,
  evaluationId: string,
  changes: readonly CellChange[],
  { together = false, rows = [], source = null }: { together?: boolean; rows?: readonly BrowserRow[]; source?: CellSource | null } = {},
): Promise<SaveResult> {
  if (changes.length > MOST_CELLS) return refused('too-many-cells', { most: String(MOST_CELLS) })
  return holding(viewer, evaluationId, async (held) => {
    const permitted = mayWrite(held, changes)
    if (!permitted.ok) return permitted
    const added = await addMissingRows(held, rows)
    return added.ok ? accepted(await save(held, permitted.value, changes, { together, source, ...added.value })) : added
  })
}

/** Review cells are the reviewers', all others the editors'. */
function mayWrite(held: Held, changes: readonly CellChange[]): Decision<ReviewNode> {
  const review = may(held, 'score')
  const entry = may(held, 'enter')
  const reviewing = changes.some(({ address }) => isReviewCell(address))
  const entering = changes.some(({ address }) => !isReviewCell(address))
  if (reviewing && !review.ok) return review
  return entering || !reviewing ? entry : review
}

/** Saves cells of an evaluation that is held, each by itself; `node`: where the viewer may enter them. Otherwise as `saveCells`. */
export const saveHeld = (held: Held, node: ReviewNode, changes: readonly CellChange[]): Promise<Saved> =>
  save(held, node, changes, { together: false, source: null, evaluation: held.evaluation, record: null })

/** `evaluation`: with the rows that were just added, of which `record` tells. */
type Beginning = { together: boolean; source: CellSource | null; evaluation: Evaluation; record: AuditRecord | null }

async function save(held: Held, node: ReviewNode, changes: readonly CellChange[], beginning: Beginning): Promise<Saved> {
  const { tx, revisions } = held
  const { together, source, evaluation, record } = beginning
  const saved: Saved['saved'] = []
  const conflicts: CellConflict[] = []
  const refusals: Saved['refusals'] = []
  const written: { address: AddressText; before: string; after: string }[] = []
  let after: Evaluation = evaluation
  for (const { address, seen, value, anew = false } of new Map(changes.map((change) => [change.address, change])).values()) {
    const yours = writeCellValue(value)
    const current = cellOf(after, address)
    const revision = revisions.get(address)
    if (current === null) {
      if (!isAddress(address)) refusals.push({ address, refusal: { code: 'no-such-cell' } })
      else conflicts.push({ kind: 'removed', address, yours, ...(await whoRemoved(tx, evaluation.id, address)) })
      continue
    }
    const theirs = writeCellValue(current)
    const stale = revision !== undefined && revision.number !== seen
    if (theirs === yours && (stale || !anew)) {
      saved.push({ address, number: revision?.number ?? 0 })
      continue
    }
    if (stale) {
      const { byId, byName, at, number } = revision
      conflicts.push({ kind: 'changed', address, yours, theirs, byId, byName, at, number })
      continue
    }
    const allowed = mayStandIn(after, address, value)
    if (!allowed.ok) {
      refusals.push({ address, refusal: allowed.refusal })
      continue
    }
    after = withCell(after, address, value)
    written.push({ address, before: theirs, after: yours })
  }
  if (together && conflicts.length + refusals.length > 0) {
    return { revision: evaluation.revision, saved: [], conflicts: wholesOf(held, changes, conflicts), refusals }
  }
  if (written.length === 0) {
    const revision = record === null ? evaluation.revision : await keep(held, node, after, record)
    return { revision, saved, conflicts, refusals }
  }
  const addresses = written.map(({ address }) => address)
  const next = nextRevisions(held, addresses)
  const cells = written.map((cell) => ({ ...cell, number: next.numbers.get(cell.address) ?? 0 }))
  const changed = cells.filter((cell) => cell.before !== cell.after)
  const revision = await keepCells(held, node, { evaluation: after, addresses, next }, recordsOf(record, changed, source))
  return { revision, saved: [...saved, ...cells.map(({ address, number }) => ({ address, number }))], conflicts, refusals }
}

type WrittenCell = AuditPayloads['cells.save']['cells'][number]

/** What was read in a paper or workbook is told of with the rows that came for it, in one entry. */
function recordsOf(added: AuditRecord | null, cells: readonly WrittenCell[], source: CellSource | null): AuditRecord[] {
  const rows = added === null ? [] : [added]
  if (cells.length === 0) return rows
  if (source === null) return [...rows, { action: 'cells.save', payload: { cells } }]
  return source.action === 'papers.accept'
    ? [{ action: source.action, payload: { ...source.payload, cells } }]
    : [{ action: source.action, payload: { ...source.payload, cells } }]
}

/** The conflicts of cells that belong together, with both values also of those that nobody else changed. */
function wholesOf({ evaluation, revisions }: Held, changes: readonly CellChange[], conflicts: CellConflict[]): CellConflict[] {
  const changed = conflicts.find((conflict) => conflict.kind === 'changed')
  if (changed === undefined) return conflicts
  const { byId, byName, at } = changed
  return changes.flatMap(({ address, value }): CellConflict[] => {
    const own = conflicts.find((conflict) => conflict.address === address)
    const current = cellOf(evaluation, address)
    if (own !== undefined || current === null) return own === undefined ? [] : [own]
    const number = revisions.get(address)?.number ?? 0
    return [{ kind: 'changed', address, yours: writeCellValue(value), theirs: writeCellValue(current), byId, byName, at, number }]
  })
}

/** The last removal of the cell's row, from the 操作日志; nulls where the row never was there or went with its task. */
async function whoRemoved(
  tx: Transaction,
  evaluationId: string,
  address: AddressText,
): Promise<{ byId: string | null; byName: string | null; at: string | null }> {
  const row = rowAt(address)
  const entry = await tx.auditEntry.findFirst({
    where: { evaluationId, action: 'rows.remove' satisfies AuditAction, subject: row === null ? '' : rowText(row) },
    select: { actorId: true, actorName: true, at: true },
  })
  return { byId: entry?.actorId ?? null, byName: entry?.actorName ?? null, at: entry?.at.toISOString() ?? null }
}
