import 'server-only'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Activity, actingBy, WORKFLOW } from '@/lib/domain/review/review'
import type { Prisma } from '@/lib/generated/prisma/client'
import { database } from './database'
import { type EvaluationSummary, listEvaluations, summariesWhere } from './evaluations'
import { departmentsOf, visibleTo } from './visibility'

/** The departments' evaluations of a year that the viewer may see, by unit code. One query over stored projections. */
export const yearOverview = (viewer: Viewer, year: number): Promise<EvaluationSummary[]> =>
  listEvaluations(viewer, { year, kind: 'department' })

/** The years in which the viewer may see an evaluation, newest first. */
export async function years(viewer: Viewer): Promise<number[]> {
  const rounds = await database().round.findMany({
    where: { evaluations: { some: visibleTo(viewer) } },
    distinct: ['year'],
    select: { year: true },
    orderBy: { year: 'desc' },
  })
  return rounds.map(({ year }) => year)
}

/** Something that waits for the viewer: which evaluation, what may be done, and why it was sent back if it was. */
export type ToDo = {
  evaluation: EvaluationSummary
  activities: readonly Activity[]
  returned: { reason: string; byName: string; at: string; openNotes: number } | null
}

/** The longest list of to-dos that helps anybody. */
const MOST_TO_DOS = 200

/** What waits for a person: nobody has to disclose or to approve targets, so these do not wait. */
const WAITING = WORKFLOW.filter(({ may }) => !may.includes('publish') && !may.includes('approveTargets'))

/** What waits for the viewer, newest year first: from the workflow's table, without what they may not do because they acted at another node. */
export async function toDos(viewer: Viewer): Promise<ToDo[]> {
  const open: Prisma.EvaluationWhereInput[] = WAITING.map((rule) => ({
    status: rule.status,
    node: rule.node,
    department: departmentsOf(actingBy(viewer, rule)),
    participants: { none: { userId: viewer.userId, node: { not: rule.at } } },
  }))
  const evaluations = await summariesWhere({ AND: [visibleTo(viewer), { OR: open }] }, MOST_TO_DOS)
  const returnedIds = evaluations.filter(({ status }) => status === 'returned').map(({ id }) => id)
  const reasons = await returnReasons(returnedIds)
  return evaluations.map((evaluation) => ({
    evaluation,
    activities: WAITING.find(({ status, node }) => status === evaluation.status && node === evaluation.node)?.may ?? [],
    returned: reasons.get(evaluation.id) ?? null,
  }))
}

async function returnReasons(evaluationIds: readonly string[]): Promise<Map<string, NonNullable<ToDo['returned']>>> {
  if (evaluationIds.length === 0) return new Map()
  const where = { evaluationId: { in: [...evaluationIds] } }
  const [steps, notes] = await Promise.all([
    database().reviewStep.findMany({ where: { ...where, action: 'return' }, orderBy: { number: 'asc' } }),
    database().reviewNote.groupBy({ by: ['evaluationId'], where: { ...where, resolvedAt: null }, _count: true }),
  ])
  const open = new Map(notes.map(({ evaluationId, _count }) => [evaluationId, _count]))
  return new Map(
    steps.map(({ evaluationId, reason, byName, at }) => [
      evaluationId,
      { reason, byName, at: at.toISOString(), openNotes: open.get(evaluationId) ?? 0 },
    ]),
  )
}
