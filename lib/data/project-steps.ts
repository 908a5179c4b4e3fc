import 'server-only'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Prisma } from '@/lib/generated/prisma/client'
import { settleAssessment } from './assessments'
import type { Transaction } from './database'
import { loadEvaluations } from './evaluation-rows'
import { storeReadings } from './readings'

/** What a step of a department's evaluation means for its projects: they have none of their own. */

/** Names that a refusal gives; the others are counted. */
const MOST_NAMED = 5

/** Projects that could not be handed in: with an error, a warning that nobody explained, or something that was taken over and not confirmed. */
export const ofUnfinished = (evaluationId: string) =>
  ({
    parentId: evaluationId,
    OR: [{ openErrors: { gt: 0 } }, { openWarnings: { gt: 0 } }, { NOT: { carried: { equals: {} } } }],
  }) satisfies Prisma.EvaluationWhereInput

/** Whether every project could be handed in. Refused: `projects-unfinished`, with the first of those that could not. */
export async function mayHandInProjects(tx: Transaction, evaluationId: string): Promise<Decision<null>> {
  const unfinished = await tx.evaluation.findMany({
    where: ofUnfinished(evaluationId),
    orderBy: [{ subject: { code: 'asc' } }, { id: 'asc' }],
    select: { projectName: true },
  })
  if (unfinished.length === 0) return accepted(null)
  const names = unfinished.slice(0, MOST_NAMED).map(({ projectName }) => `“${projectName ?? ''}”`)
  return refused('projects-unfinished', { names: names.join('、'), count: String(unfinished.length) })
}

/** The projects stand where their department's evaluation does. */
export const followDepartment = (tx: Transaction, evaluationId: string, { status, node }: { status: ReviewStatus; node: ReviewNode }) =>
  tx.evaluation.updateMany({ where: { parentId: evaluationId }, data: { status, node } })

/** Keeps for ever what is said of each project when its department's evaluation is approved. */
export async function settleProjects(tx: Transaction, { projects }: Evaluation): Promise<void> {
  const loaded = await loadEvaluations(
    tx,
    projects.map(({ id }) => id),
  )
  for (const { evaluation } of loaded) {
    await storeReadings(tx, evaluation)
    await settleAssessment(tx, evaluation)
  }
}
