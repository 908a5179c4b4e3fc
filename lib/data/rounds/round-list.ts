import 'server-only'
import { database, type Transaction } from '@/lib/data/database/database'
import { BY_CODE, type PageAsked, type PageOf, pageOf, pageWith } from '@/lib/data/database/page-of'
import { foundBy } from '@/lib/data/database/search'
import { departmentsAre } from '@/lib/data/people/visibility'
import { schemeOf } from '@/lib/data/schemes/schemes'
import type { EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Deadlines } from '@/lib/domain/review/deadlines'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import { Prisma } from '@/lib/generated/prisma/client'

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

/** A department's evaluation as its administrator sees it in its round. */
export type PlaceInRound = RoundDepartment & {
  roundId: string
  roundName: string
  year: number
  department: { id: string; path: string }
  /** The nodes of its scheme; its own dates, and the round's. */
  nodes: readonly ReviewNode[]
  own: Deadlines
  ofRound: Deadlines
  /** Anything was filled in; anything was handed in. */
  begun: boolean
  handedIn: boolean
}

/** null where there is none in a round of 自评, or the viewer does not administer its department. */
export async function findPlaceInRound(viewer: Viewer, evaluationId: string, tx: Transaction = database()): Promise<PlaceInRound | null> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM evaluations e JOIN rounds r ON r.id = e.round_id JOIN departments d ON d.id = e.department_id
    WHERE e.id = ${evaluationId} AND e.kind = 'department' AND r.stage = 'selfEvaluation' AND ${departmentsAre(viewer, ['administrator'])}`
  if (found.length === 0) return null
  const { round, schemeVersion, ...row } = await tx.evaluation.findUniqueOrThrow({
    where: { id: evaluationId },
    include: {
      round: true,
      schemeVersion: true,
      department: { select: { id: true, path: true } },
      _count: { select: { submissions: true } },
    },
  })
  const { departmentId, departmentName: name, departmentCode: code, scope, status, node, department } = row
  return {
    evaluationId,
    departmentId,
    name,
    code,
    scope,
    status,
    node,
    roundId: round.id,
    roundName: round.name,
    year: round.year,
    department,
    nodes: schemeOf(schemeVersion).nodes,
    own: row.deadlines as Deadlines,
    ofRound: round.deadlines as Deadlines,
    begun: row.revision > 0,
    handedIn: row._count.submissions > 0 || status !== 'draft',
  }
}
