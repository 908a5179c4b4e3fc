import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { evaluationHeld } from '@/lib/data/evaluation/projections'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { afterReturn, checkDeadlines, type Deadlines } from '@/lib/domain/review/deadlines'
import { Prisma } from '@/lib/generated/prisma/client'
import { findPlaceInRound } from './round-list'

/** `dueOn` of lib/domain/review/deadlines.ts, of evaluations `e` in rounds `r`. */
export const DUE_ON = Prisma.sql`nullif(coalesce(e.deadlines ->> e.node::text, r.deadlines ->> e.node::text), '')`

/** Gives an evaluation its dates for the correction; see `afterReturn`. `due`: 2024-05-31, or empty. */
export async function setCorrectionDate(tx: Transaction, evaluationId: string, due: string, at: Date): Promise<Decision<void>> {
  const [row] = await tx.$queryRaw<{ own: Deadlines; ofRound: Deadlines; today: string }[]>`
    SELECT e.deadlines AS own, r.deadlines AS "ofRound", (${at}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date::text AS today
    FROM evaluations e JOIN rounds r ON r.id = e.round_id WHERE e.id = ${evaluationId}`
  if (row === undefined) throw new Error(`no evaluation ${evaluationId}`)
  const deadlines = afterReturn(row.own, row.ofRound, due, row.today)
  if (!deadlines.ok) return deadlines
  await tx.evaluation.update({ where: { id: evaluationId }, data: { deadlines: deadlines.value }, select: { id: true } })
  return accepted(undefined)
}

/**
 * 延期: gives one evaluation dates of its own, by node; a node without one keeps the round's. Only for who administers its department.
 * Refused: `not-permitted`, and as `checkDeadlines` refuses the dates that hold then.
 */
export async function extend(viewer: Viewer, evaluationId: string, own: Deadlines): Promise<Decision<void>> {
  return writingAs(viewer, evaluationHeld(evaluationId), async (tx, viewer) => {
    const place = await findPlaceInRound(viewer, evaluationId, tx)
    if (place === null) return refused('not-permitted')
    const inOrder = checkDeadlines({ ...place.ofRound, ...own }, place.nodes)
    if (!inOrder.ok) return inOrder
    await tx.evaluation.update({ where: { id: evaluationId }, data: { deadlines: own }, select: { id: true } })
    await audit(tx, viewer, { action: 'evaluations.extend', evaluationId, payload: { before: place.own, after: own } })
    return accepted(undefined)
  })
}
