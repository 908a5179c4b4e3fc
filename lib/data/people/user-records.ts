import 'server-only'
import { database } from '@/lib/data/database/database'
import { type PageAsked, type PageOf, pageOf, pageWith } from '@/lib/data/database/page-of'
import { matches } from '@/lib/data/database/search'
import { administersEverything } from '@/lib/domain/people/administration'
import type { Membership, Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'
import { departmentsAre, departmentsOf } from './visibility'

/** A user as administrators see them. */
export type UserRecord = {
  id: string
  loginName: string
  name: string
  disabled: boolean
  demo: boolean
  mustChangePassword: boolean
  memberships: readonly (Membership & { id: string; departmentName: string; departmentCode: string })[]
}

export const USER_SHOWN = {
  id: true,
  loginName: true,
  name: true,
  disabledAt: true,
  demo: true,
  mustChangePassword: true,
  memberships: {
    select: {
      id: true,
      departmentId: true,
      role: true,
      withSubtree: true,
      department: { select: { path: true, kind: true, name: true, code: true } },
    },
    orderBy: [{ department: { code: 'asc' } }, { role: 'asc' }],
  },
} as const satisfies Prisma.UserSelect

export function recordOf({ disabledAt, memberships, ...user }: Prisma.UserGetPayload<{ select: typeof USER_SHOWN }>): UserRecord {
  return {
    ...user,
    disabled: disabledAt !== null,
    memberships: memberships.map(({ department, ...m }) => ({
      ...m,
      departmentPath: department.path,
      departmentKind: department.kind,
      departmentName: department.name,
      departmentCode: department.code,
    })),
  }
}

/** Users that the viewer may see: everybody for who administers everything, otherwise those with a role in the viewer's departments. */
const usersOf = (viewer: Viewer): Prisma.UserWhereInput =>
  administersEverything(viewer) ? {} : { memberships: { some: { department: departmentsOf(viewer, ['administrator']) } } }

/** The users `u` with a role at a department `d` of which the condition holds. */
const withRoleAt = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`u.id IN (SELECT m.user_id FROM memberships m JOIN departments d ON d.id = m.department_id WHERE ${condition})`

/** A part of the users by login name: those that `search` finds by themselves or by a department where they have a role. */
export async function listUsers(viewer: Viewer, search: string, asked: PageAsked): Promise<PageOf<UserRecord>> {
  const visible = administersEverything(viewer) ? Prisma.sql`TRUE` : withRoleAt(departmentsAre(viewer, ['administrator']))
  const found = await pageOf(
    {
      id: Prisma.sql`u.id`,
      from: Prisma.sql`
        FROM users u
        WHERE ${visible} AND (${matches(Prisma.sql`u.search`, search)} OR ${withRoleAt(matches(Prisma.sql`d.search`, search))})`,
      keys: [{ by: Prisma.sql`u.login_name` }],
    },
    asked,
  )
  const rows = await database().user.findMany({ where: { id: { in: found.rows } }, select: USER_SHOWN })
  return pageWith(found, new Map(rows.map((row) => [row.id, recordOf(row)])))
}

/** A user with what may be done to them; null when there is none or the viewer may not see them. */
export async function findUser(viewer: Viewer, id: string): Promise<UserRecord | null> {
  const row = await database().user.findFirst({ where: { AND: [{ id }, usersOf(viewer)] }, select: USER_SHOWN })
  return row && recordOf(row)
}

/** The viewer's own roles with the names of their departments. */
export async function listOwnMemberships(viewer: Viewer): Promise<UserRecord['memberships']> {
  const row = await database().user.findUnique({ where: { id: viewer.userId }, select: USER_SHOWN })
  return row ? recordOf(row).memberships : []
}
