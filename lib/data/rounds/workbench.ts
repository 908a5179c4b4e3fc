import 'server-only'
import { database } from '@/lib/data/database/database'
import { BY_CODE, type PageAsked, type PageOf, pageOf, pageWith } from '@/lib/data/database/page-of'
import { type ListedSummary, listedByIds } from '@/lib/data/evaluation/evaluations'
import { ARE_SELF_EVALUATIONS, departmentsAre } from '@/lib/data/people/visibility'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Activity, actingBy, WORKFLOW } from '@/lib/domain/review/review'
import { Prisma } from '@/lib/generated/prisma/client'
import { DUE_ON } from './own-deadlines'

/** A part of the departments' self-evaluations that the viewer may see: newest year first, then by the departments' codes of that year. */
export async function listVisible(viewer: Viewer, asked: PageAsked): Promise<PageOf<ListedSummary>> {
  const found = await pageOf(
    {
      id: Prisma.sql`e.id`,
      from: Prisma.sql`
        FROM evaluations e JOIN rounds r ON r.id = e.round_id LEFT JOIN departments d ON d.id = e.department_id
        WHERE e.kind = 'department' AND ${ARE_SELF_EVALUATIONS} AND ${departmentsAre(viewer)}`,
      keys: [{ by: Prisma.sql`r.year`, descending: true }, ...BY_CODE],
    },
    asked,
  )
  return pageWith(found, await listedByIds(viewer, found.rows))
}

/** Something that waits for the viewer: which evaluation, what may be done, and why it was sent back if it was. */
export type ToDo = {
  evaluation: ListedSummary
  activities: readonly Activity[]
  returned: { reason: string; byName: string; at: string; openNotes: number } | null
}

/** What waits for a person: nobody has to disclose, to approve targets or to take back, so these do not wait. */
const OPTIONAL: readonly Activity[] = ['publish', 'approveTargets', 'recall']
const WAITING = WORKFLOW.filter(({ may }) => !may.some((activity) => OPTIONAL.includes(activity)))

/**
 * A part of the departments' self-evaluations that wait for the viewer, from the workflow's table, without what they may not do because they acted at another
 * node. The most urgent first: what is longest overdue, then what is due soonest, then what has no date.
 */
export async function toDos(viewer: Viewer, asked: PageAsked): Promise<PageOf<ToDo>> {
  const open = WAITING.map(
    (rule) => Prisma.sql`(
      e.status = ${rule.status}::review_status AND e.node = ${rule.node}::review_node AND ${departmentsAre(actingBy(viewer, rule))}
      AND NOT EXISTS (
        SELECT FROM participants p WHERE p.evaluation_id = e.id AND p.user_id = ${viewer.userId} AND p.node <> ${rule.at}::review_node))`,
  )
  const found = await pageOf(
    {
      id: Prisma.sql`e.id`,
      from: Prisma.sql`
        FROM evaluations e JOIN rounds r ON r.id = e.round_id LEFT JOIN departments d ON d.id = e.department_id
        WHERE e.kind = 'department' AND ${ARE_SELF_EVALUATIONS} AND (${Prisma.join(open, ' OR ')})`,
      // No date: after every date
      keys: [{ by: Prisma.sql`coalesce(${DUE_ON}, '~') COLLATE "C"` }, { by: Prisma.sql`r.year` }, ...BY_CODE],
    },
    asked,
  )
  const [evaluations, reasons] = await Promise.all([listedByIds(viewer, found.rows), returnReasons(found.rows)])
  const waiting = [...evaluations].map(([id, evaluation]): [string, ToDo] => [
    id,
    {
      evaluation,
      activities: WAITING.find(({ status, node }) => status === evaluation.status && node === evaluation.node)?.may ?? [],
      returned: evaluation.status === 'returned' ? (reasons.get(id) ?? null) : null,
    },
  ])
  return pageWith(found, new Map(waiting))
}

async function returnReasons(evaluationIds: readonly string[]): Promise<Map<string, NonNullable<ToDo['returned']>>> {
  if (evaluationIds.length === 0) return new Map()
  const where = { evaluationId: { in: [...evaluationIds] } }
  const [steps, notes] = await Promise.all([
    database().reviewStep.findMany({ where: { ...where, action: 'return' }, orderBy: { number: 'asc' } }),
    database().noteThread.groupBy({ by: ['evaluationId'], where: { ...where, resolvedAt: null }, _count: true }),
  ])
  const open = new Map(notes.map(({ evaluationId, _count }) => [evaluationId, _count]))
  return new Map(
    steps.map(({ evaluationId, reason, byName, at }) => [
      evaluationId,
      { reason, byName, at: at.toISOString(), openNotes: open.get(evaluationId) ?? 0 },
    ]),
  )
}
