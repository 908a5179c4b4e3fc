import 'server-only'
import type { Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'

/** What of a user's row makes a viewer, with the roles as they are now. */
export type ViewerRow = { userId: string; userName: string; memberships: Viewer['memberships'] }

/** The columns of a `ViewerRow`, of the users `u` of a query: in one statement, for each request and each change begins with it. */
export const VIEWER_COLUMNS = Prisma.sql`u.id AS "userId", u.name AS "userName", (
  SELECT coalesce(json_agg(json_build_object('departmentId', m.department_id, 'departmentPath', d.path, 'departmentKind', d.kind,
    'role', m.role, 'withSubtree', m.with_subtree) ORDER BY d.code, m.id), '[]')
  FROM memberships m JOIN departments d ON d.id = m.department_id WHERE m.user_id = u.id) AS memberships`

/** A user as they ask for something. */
export const viewerFrom = ({ userId, userName, memberships }: ViewerRow): Viewer => ({ userId, name: userName, memberships })
