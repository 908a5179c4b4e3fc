import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { actedAt as actedIn, findEvaluation, findOpening } from '@/lib/data/evaluation/evaluations'
import { evaluationHeld } from '@/lib/data/evaluation/projections'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { mayDo, mayRecall, type Opening, type ReviewNode } from '@/lib/domain/review/review'
import { step } from './review'

/**
 * 撤回 of what was handed in: it goes back to where it came from, with the notes that the handing-in had settled. The submission stays in
 * the history. Refused as every step is, and as `opened-already` once somebody of the next node has opened it.
 */
export const recall = (viewer: Viewer, evaluationId: string, seen: number): Promise<Decision<null>> =>
  step(viewer, evaluationId, { action: 'recall', seen }, async ({ tx, opening }) => {
    const last = await tx.reviewStep.findFirst({ where: { evaluationId }, orderBy: { number: 'desc' }, select: { action: true } })
    const permitted = mayRecall(last?.action ?? null, opening)
    if (!permitted.ok) return permitted
    const submission = await tx.submission.findFirst({
      where: { evaluationId },
      orderBy: { number: 'desc' },
      select: { number: true, at: true },
    })
    if (submission === null) return refused('locked')
    await reopenNotes(tx, evaluationId, submission.at)
    return accepted({ payload: { submission: submission.number } })
  })

/** Notes that nobody marked as dealt with but the handing-in at that moment. */
async function reopenNotes(tx: Transaction, evaluationId: string, handedIn: Date): Promise<void> {
  const threads = await tx.noteThread.findMany({
    where: { evaluationId, resolvedBy: null, resolvedAt: { gte: handedIn } },
    select: { id: true, messages: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { node: true } } },
  })
  for (const { id, messages } of threads) {
    const state = messages[0]?.node === 'entry' ? 'answered' : 'open'
    await tx.noteThread.update({ where: { id }, data: { state, resolvedAt: null }, select: { id: true } })
  }
}

/**
 * Keeps that somebody who has it in hand now has opened what was handed in, once for each handing-in: from then on it is not taken
 * back. `opening`: what the page knows of an earlier one.
 */
export async function noteOpening(
  viewer: Viewer,
  evaluation: Evaluation,
  actedAt: ReviewNode | null,
  opening: Opening | null,
): Promise<void> {
  const { id, parentId, status, node } = evaluation
  // A project was handed in with its department, and is opened with it
  if (parentId !== null && status === 'submitted') {
    const department = await findEvaluation(viewer, parentId)
    if (department !== null) await noteOpening(viewer, department, await actedIn(viewer, parentId), await findOpening(viewer, parentId))
    return
  }
  if (status !== 'submitted' || opening !== null || !mayDo(viewer, evaluation, 'return', actedAt).ok) return
  await writingAs(viewer, evaluationHeld(id), async (tx, now) => {
    const opened = { openedAt: new Date(), openedByName: now.name }
    const { count } = await tx.evaluation.updateMany({ where: { id, status, node, openedAt: null }, data: opened })
    if (count > 0) await audit(tx, now, { action: 'review.open', evaluationId: id, payload: { node } })
    return accepted(null)
  })
}
