import 'server-only'
import { type AuditRecord, auditAll } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { settleAssessment } from '@/lib/data/evaluation/assessments'
import { loadEvaluations } from '@/lib/data/evaluation/evaluation-rows'
import { deleteRows } from '@/lib/data/evaluation/kept-rows'
import { projectionOf, storeProjection } from '@/lib/data/evaluation/projections'
import { storeReadings } from '@/lib/data/evaluation/readings'
import { rowText } from '@/lib/domain/cells/addresses'
import type { Explanation } from '@/lib/domain/checks/findings'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { withoutEmptyRows } from '@/lib/domain/evaluation/rows'
import type { Viewer } from '@/lib/domain/people/permissions'
import { mayHandIn, type ReviewNode, type ReviewStatus } from '@/lib/domain/review/review'
import type { Prisma } from '@/lib/generated/prisma/client'

/** What a step of a department's evaluation means for its projects: they have none of their own. */

const idsOf = (projects: Evaluation['projects']) => projects.map(({ id }) => id)

/** Names that a refusal gives; the others are counted. */
const MOST_NAMED = 5

/** Projects that could not be handed in: with an error, a warning that nobody explained, or something that was taken over and not confirmed. */
export const ofUnfinished = (evaluationId: string) =>
  ({
    parentId: evaluationId,
    OR: [{ openErrors: { gt: 0 } }, { openWarnings: { gt: 0 } }, { NOT: { carried: { equals: {} } } }],
  }) satisfies Prisma.EvaluationWhereInput

/** What is written of a project before it is handed in: rows that were emptied are gone. */
type Tidied = ReturnType<typeof withoutEmptyRows> & { explanations: readonly Explanation[] }

/**
 * Whether every project could be handed in, once its emptied rows are gone: gives all of them as they are then. Refused:
 * `projects-unfinished`, with the first of those that could not.
 */
export async function mayHandInProjects(tx: Transaction, { projects }: Evaluation): Promise<Decision<Tidied[]>> {
  const all = (await loadEvaluations(tx, idsOf(projects), 'content')).map(({ evaluation, stored: { carried, explanations } }) => {
    const { emptied, after } = withoutEmptyRows(evaluation)
    const finished = mayHandIn(projectionOf(after, explanations)).ok && Object.keys(carried).length === 0
    return { after, emptied, explanations, finished }
  })
  const unfinished = all.filter(({ finished }) => !finished)
  if (unfinished.length === 0) return accepted(all)
  const names = unfinished.slice(0, MOST_NAMED).map(({ after }) => `“${after.projectName ?? ''}”`)
  return refused('projects-unfinished', { names: names.join('、'), count: String(unfinished.length) })
}

/** What the log says of rows that were emptied and are gone. */
export const recordsOf = (emptied: Tidied['emptied']): AuditRecord[] =>
  emptied.map((row) => ({ action: 'rows.remove', subject: rowText(row), payload: { cells: [] } }))

/** Takes the emptied rows from the projects that are handed in; the log says so of each. */
export async function tidyProjects(tx: Transaction, viewer: Viewer, tidied: readonly Tidied[]): Promise<void> {
  for (const { after, emptied, explanations } of tidied) {
    if (emptied.length === 0) continue
    await deleteRows(tx, emptied)
    await storeProjection(tx, after.id, projectionOf(after, explanations))
    await auditAll(tx, viewer, recordsOf(emptied), after.id)
  }
}

/** The projects stand where their department's evaluation does; pages that show one are told. */
export const followDepartment = (tx: Transaction, evaluationId: string, { status, node }: { status: ReviewStatus; node: ReviewNode }) =>
  tx.$executeRaw`
    UPDATE evaluations SET status = ${status}::review_status, node = ${node}::review_node, revision = revision + 1, changed_at = ${new Date()}
    WHERE parent_id = ${evaluationId}`

/** Keeps for ever what is said of each project when its department's evaluation is approved. */
export async function settleProjects(tx: Transaction, { projects }: Evaluation): Promise<void> {
  const loaded = await loadEvaluations(tx, idsOf(projects))
  for (const { evaluation } of loaded) {
    await storeReadings(tx, evaluation)
    await settleAssessment(tx, evaluation)
  }
}
