import 'server-only'
import { type AuditRecord, auditAll, entryOf } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { type Loaded, loadEvaluation, loadedFrom } from '@/lib/data/evaluation/evaluation-rows'
import { joinLines } from '@/lib/data/evaluation/lines'
import { evaluationHeld, projectionOf, type Scores, storeProjection } from '@/lib/data/evaluation/projections'
import { type CellRevision, revisionsFrom } from '@/lib/data/evaluation/revisions'
import { evaluationAsJson, storedFromJson } from '@/lib/data/evaluation/stored-evaluation'
import { maySee } from '@/lib/data/people/visibility'
import { writingAs } from '@/lib/data/people/writing'
import { type AddressText, rowAt } from '@/lib/domain/cells/addresses'
import type { Explanation } from '@/lib/domain/checks/findings'
import { type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Activity, isFrozen, mayDo, type Opening, type ReviewNode } from '@/lib/domain/review/review'
import { Prisma } from '@/lib/generated/prisma/client'
import { type ChangedCells, cellsWritten, storeApart, storeCells } from './cells'

/** An evaluation held for one change: nobody else changes it until the transaction ends. */
export type Held = {
  tx: Transaction
  viewer: Viewer
  /** As it is now, read after the lock. */
  evaluation: Evaluation
  /** The node at which the viewer has acted before, in a project as in its department's evaluation; null: at none. */
  actedAt: ReviewNode | null
  /** The revisions of the cells that were ever written. */
  revisions: ReadonlyMap<string, CellRevision>
  /** 得分 of each indicator as it is stored, by its id. */
  scores: Scores
  /** Every answer to a warning, oldest first. */
  explanations: readonly Explanation[]
  /** Who of the next node has opened what was handed in; null while nobody has. */
  opening: Opening | null
  /** Of a project that is changed with others: whoever holds them tells their department once, by `tellDepartment`. */
  withOthers?: true
}

/**
 * Holds the evaluation and lets `work` decide and write, in one transaction. `work` must decide before it writes.
 * Refused as `not-permitted` where there is none or the viewer may not see it; the two are not told apart.
 */
export const holding = <T>(viewer: Viewer, id: string, work: (held: Held) => Promise<Decision<T>>): Promise<Decision<T>> =>
  writingAs(
    viewer,
    evaluationHeld(id),
    async (tx, viewer, read) => {
      const stored = storedFromJson(read)
      const loaded = stored && (await loadedFrom(tx, stored))
      if (loaded === null || !maySee(viewer, loaded.evaluation)) return refused('not-permitted')
      return work(heldBy(tx, viewer, loaded))
    },
    evaluationAsJson(id),
  )

/** An evaluation that is locked, or a project whose department's is. */
export function heldBy(tx: Transaction, viewer: Viewer, { evaluation, stored }: Loaded): Held {
  const actedAt = stored.participants.find(({ userId }) => userId === viewer.userId)?.node ?? null
  const { explanations, opening } = stored
  const scores = new Map(stored.indicators.map(({ id, score }) => [id, score]))
  return { tx, viewer, evaluation, actedAt, revisions: revisionsFrom(stored), scores, explanations, opening }
}

/** Whether the viewer may do it with the evaluation held, and at which node. */
export const may = ({ viewer, evaluation, actedAt }: Held, activity: Activity): Decision<ReviewNode> =>
  mayDo(viewer, evaluation, activity, actedAt)

/**
 * Completes a change whose rows are written: indicators under new names join their lines, the revision grows by one, the projections become those of `after` unless
 * they were settled before, an audit entry is written for each record, and the viewer has acted at `node` from now on. Gives the new revision.
 */
export const keep = (held: Held, node: ReviewNode, after: Evaluation, ...records: readonly AuditRecord[]): Promise<number> =>
  keepCells(held, node, { evaluation: after, addresses: [] }, records)

/** The same of a change of which the cells are still to be written: in the statement that each change needs anyway, as far as one can. */
export async function keepCells(
  { tx, viewer, evaluation, actedAt, scores, explanations, withOthers = undefined }: Held,
  node: ReviewNode,
  changed: ChangedCells,
  records: readonly AuditRecord[],
): Promise<number> {
  const { id } = evaluation
  const { evaluation: after } = changed
  // Nobody acts at two nodes: a project is handed on with its department's evaluation, and so is what was done in it
  if (actedAt === null) await tx.participant.create({ data: { evaluationId: evaluation.parentId ?? id, userId: viewer.userId, node } })
  const standing = Prisma.sql`
    status = ${after.status}::review_status, node = ${after.node}::review_node, revision = revision + 1, changed_at = ${new Date()}`
  const frozen = isFrozen(evaluation.status)
  // The first entry goes with the projection
  const first = frozen ? undefined : records[0]
  let revision: number
  if (frozen) {
    await storeCells(tx, changed)
    revision = await storeStanding(tx, id, standing)
  } else {
    await storeApart(tx, changed)
    const projection = projectionOf(after, explanations)
    revision = await storeProjection(tx, id, projection, {
      sets: standing,
      stored: scoresWith(scores, changed.addresses, projection.scores),
      with: [...cellsWritten(changed, projection.scores), ...(first ? [entryOf(viewer, { ...first, evaluationId: id })] : [])],
    })
  }
  await joinLines(tx, evaluation, after)
  if (evaluation.parentId !== null && !withOthers) await tellDepartment(tx, evaluation.parentId)
  const others = first ? records.slice(1) : records
  await auditAll(tx, viewer, others, id)
  return revision
}

/** The scores as they are stored once these cells are: each is written with its row. */
function scoresWith(stored: Scores, addresses: readonly AddressText[], now: Scores): Scores {
  const written = addresses.flatMap((address) => rowAt(address) ?? [])
  return new Map([...stored, ...written.map(({ row }) => [row, now.get(row) ?? null] as const)])
}

/** The department's evaluation counts what its projects say and prints them: it changes with each of them. */
export async function tellDepartment(tx: Transaction, id: string): Promise<void> {
  const loaded = await loadEvaluation(tx, id, 'content')
  if (loaded === null || isFrozen(loaded.evaluation.status)) return
  const standing = Prisma.sql`revision = revision + 1, changed_at = ${new Date()}`
  await storeProjection(tx, id, projectionOf(loaded.evaluation, loaded.stored.explanations), { sets: standing })
}

async function storeStanding(tx: Transaction, id: string, standing: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ revision: number }[]>`UPDATE evaluations SET ${standing} WHERE id = ${id} RETURNING revision`
  if (row === undefined) throw new Error(`no evaluation ${id}`)
  return row.revision
}
