import 'server-only'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Prisma } from '@/lib/generated/prisma/client'

/** What of a user's row makes a viewer. */
export const VIEWER_SHOWN = {
  id: true,
  name: true,
  memberships: {
    select: { departmentId: true, role: true, withSubtree: true, department: { select: { path: true, kind: true } } },
  },
} as const satisfies Prisma.UserSelect

/** A user as they ask for something, with role and membership as the row says. */
export const viewerFrom = ({ id, name, memberships }: Prisma.UserGetPayload<{ select: typeof VIEWER_SHOWN }>): Viewer => ({
  userId: id,
  name,
  memberships: memberships.map(({ department, ...m }) => ({ ...m, departmentPath: department.path, departmentKind: department.kind })),
})
