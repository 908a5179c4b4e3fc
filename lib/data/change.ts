import 'server-only'
import { type Decision, refused } from '@/lib/domain/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Activity, isFrozen, mayDo, type ReviewNode } from '@/lib/domain/review/review'
import { type AuditRecord, audit } from './audit'
import type { Transaction } from './database'
import { loadEvaluation } from './evaluation-rows'
import { joinLines } from './lines'
import { explanationsOf, lockEvaluation, projectionColumns, projectionOf, storeScores } from './projections'
import { type CellRevision, revisionsFrom } from './revisions'
import { maySee } from './visibility'
import { writingAs } from './writing'

/** An evaluation held for one change: nobody else changes it until the transaction ends. */
export type Held = {
  tx: Transaction
  viewer: Viewer
  /** As it is now, read after the lock. */
  evaluation: Evaluation
  /** The node at which the viewer has acted before; null: at none. */
  actedAt: ReviewNode | null
  /** The revisions of the cells that were ever written. */
  revisions: ReadonlyMap<string, CellRevision>
}

/**
 * Holds the evaluation and lets `work` decide and write, in one transaction. `work` must decide before it writes.
 * Refused as `not-permitted` where there is none or the viewer may not see it; the two are not told apart.
 */
export const holding = <T>(viewer: Viewer, id: string, work: (held: Held) => Promise<Decision<T>>): Promise<Decision<T>> =>
  writingAs(
    viewer,
    (tx) => lockEvaluation(tx, id),
    async (tx, viewer) => {
      const loaded = await loadEvaluation(tx, id)
      if (loaded === null || !maySee(viewer, loaded.evaluation)) return refused('not-permitted')
      const { evaluation, stored } = loaded
      const actedAt = stored.participants.find(({ userId }) => userId === viewer.userId)?.node ?? null
      return work({ tx, viewer, evaluation, actedAt, revisions: revisionsFrom(stored) })
    },
  )

/** Whether the viewer may do it with the evaluation held, and at which node. */
export const may = ({ viewer, evaluation, actedAt }: Held, activity: Activity): Decision<ReviewNode> =>
  mayDo(viewer, evaluation, activity, actedAt)

/**
 * Completes a change whose rows are written: indicators under new names join their lines, the revision grows by one, the projections become those of `after` unless
 * they were settled before, the audit entry is written, and the viewer has acted at `node` from now on. Gives the new revision.
 */
export async function keep(
  { tx, viewer, evaluation, actedAt }: Held,
  node: ReviewNode,
  after: Evaluation,
  record: AuditRecord,
): Promise<number> {
  const { id } = evaluation
  if (actedAt === null) await tx.participant.create({ data: { evaluationId: id, userId: viewer.userId, node } })
  const projection = isFrozen(evaluation.status) ? null : projectionOf(after, await explanationsOf(tx, id))
  const { revision } = await tx.evaluation.update({
    where: { id },
    data: {
      ...(projection && projectionColumns(projection)),
      status: after.status,
      node: after.node,
      revision: { increment: 1 },
      changedAt: new Date(),
    },
    select: { revision: true },
  })
  if (projection !== null) await storeScores(tx, projection)
  await joinLines(tx, evaluation, after)
  await audit(tx, viewer, { ...record, evaluationId: id })
  return revision
}
