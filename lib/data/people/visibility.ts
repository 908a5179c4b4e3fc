import 'server-only'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { isRoot } from '@/lib/domain/people/department'
import { hasRole, ROLES, type Role, type Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'

/** Nothing at all: what a viewer without any membership may see. */
const NONE = { id: { in: [] as string[] } }

/** The departments for which the viewer has one of these roles: the node itself, or also everything below it. */
export function departmentsOf(viewer: Viewer, roles?: readonly Role[]): Prisma.DepartmentWhereInput {
  const own = viewer.memberships.filter(({ role }) => roles === undefined || roles.includes(role))
  if (own.length === 0) return NONE
  return {
    OR: own.map(({ departmentId, departmentPath, withSubtree }) =>
      withSubtree ? { path: { startsWith: departmentPath } } : { id: departmentId },
    ),
  }
}

/** The same of the departments `d` of a query, for lists that the database sorts and counts. */
export function departmentsAre(viewer: Viewer, roles?: readonly Role[]): Prisma.Sql {
  const own = viewer.memberships.filter(({ role }) => roles === undefined || roles.includes(role))
  if (own.length === 0) return Prisma.sql`FALSE`
  // Whoever sees the whole tree asks for nothing: the database need not look at a single department
  if (own.some((m) => m.withSubtree && isRoot({ id: m.departmentId, path: m.departmentPath }))) return Prisma.sql`TRUE`
  const nodes = own.map(({ departmentId, departmentPath, withSubtree }) =>
    withSubtree ? Prisma.sql`d.path LIKE ${`${departmentPath}%`}` : Prisma.sql`d.id = ${departmentId}`,
  )
  return Prisma.sql`(${Prisma.join(nodes, ' OR ')})`
}

/** The evaluations that a viewer may see: those of every department for which they have any role. */
export const visibleTo = (viewer: Viewer): Prisma.EvaluationWhereInput => ({ department: departmentsOf(viewer) })

/** Evaluations of the stage 自评, of one year where it is given: what lists and counts call an evaluation. */
export const selfEvaluations = (year?: number) =>
  ({ round: { stage: 'selfEvaluation', ...(year === undefined ? {} : { year }) } }) as const satisfies Prisma.EvaluationWhereInput

/** The same of the rounds `r` of a query. */
export const ARE_SELF_EVALUATIONS = Prisma.sql`r.stage = 'selfEvaluation'`

/** Whether the viewer may see the evaluation at hand. */
export const maySee = (viewer: Viewer, { departmentId, departmentPath }: Pick<Evaluation, 'departmentId' | 'departmentPath'>): boolean =>
  ROLES.some((role) => hasRole(viewer, role, { id: departmentId, path: departmentPath }))
