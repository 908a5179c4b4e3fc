import type { DepartmentKind } from './department'

/**
 * Who is asking, read afresh on each request: the token carries only user and session id. `address` is where the request
 * came from; absent where there is none, such as in a command.
 */
export type Viewer = { userId: string; name: string; memberships: readonly Membership[]; address?: string }

/** 填报人 · 单位审核人 · 复核人 · 管理员 */
export const ROLES = ['editor', 'approver', 'reviewer', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** A role at a department node; `departmentPath` is `/root/…/node/`, so that a subtree is a prefix. */
export type Membership = {
  departmentId: string
  departmentPath: string
  departmentKind: DepartmentKind
  role: Role
  withSubtree: boolean
}

/** Whether the viewer has the role for a department given by id and path. */
export const hasRole = (viewer: Viewer, role: Role, department: { id: string; path: string }): boolean =>
  viewer.memberships.some(
    (m) => m.role === role && (m.departmentId === department.id || (m.withSubtree && department.path.startsWith(m.departmentPath))),
  )

/** Whether the viewer has the role anywhere: for showing an entry in the navigation, never for access to data. */
export const hasRoleAnywhere = (viewer: Viewer, role: Role): boolean => viewer.memberships.some((m) => m.role === role)
