import 'server-only'
import type { EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import { Prisma } from '@/lib/generated/prisma/client'
import { database } from './database'
import { BY_CODE, type PageAsked, type PageOf, pageOf, pageWith } from './page-of'
import { foundBy } from './search'
import { departmentsAre } from './visibility'

/** A department's place in a round, under the name and code that it had then. */
export type RoundDepartment = {
  evaluationId: string
  departmentId: string
  name: string
  code: string
  scope: EvaluationScope
  status: ReviewStatus
  node: ReviewNode
}

/** Which of them a list shows: those that the words find, at a status; '' and null mean any. */
export type RoundDepartmentsAsked = { search: string; status: ReviewStatus | null }

/** A part of the departments that have an evaluation in the round, by the code of then, as far as the viewer administers them. */
export async function listRoundDepartments(
  viewer: Viewer,
  roundId: string,
  { search, status }: RoundDepartmentsAsked,
  asked: PageAsked,
): Promise<PageOf<RoundDepartment>> {
  const found = await pageOf(
    {
      id: Prisma.sql`e.id`,
      from: Prisma.sql`FROM evaluations e LEFT JOIN departments d ON d.id = e.department_id WHERE e.round_id = ${roundId} AND e.kind = 'department' AND ${departmentsAre(viewer, ['administrator'])}
        AND ${foundBy(search)}
        AND ${status === null ? Prisma.sql`TRUE` : Prisma.sql`e.status = ${status}::review_status`}`,
      keys: BY_CODE,
    },
    asked,
  )
  const rows = await database().evaluation.findMany({
    where: { id: { in: found.rows } },
    select: { id: true, departmentId: true, departmentName: true, departmentCode: true, scope: true, status: true, node: true },
  })
  const loaded = rows.map(({ id, departmentName, departmentCode, ...row }): [string, RoundDepartment] => [
    id,
    { ...row, evaluationId: id, name: departmentName, code: departmentCode },
  ])
  return pageWith(found, new Map(loaded))
}
