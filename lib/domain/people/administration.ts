import { accepted, type Decision, refused } from '@/lib/domain/decision'
import type { Membership, Role, Viewer } from './permissions'

/** 行政区 → 主管部门 → 单位 */
export const DEPARTMENT_KINDS = ['region', 'authority', 'unit'] as const
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number]

/** A place in the department tree: its id, and `/root/…/id/`. */
export type DepartmentPlace = { id: string; path: string }

/** Which kinds may stand directly below a kind: units may have units of their own below them. */
const BELOW: Readonly<Record<DepartmentKind, readonly DepartmentKind[]>> = {
  region: ['region', 'authority', 'unit'],
  authority: ['unit'],
  unit: ['unit'],
}
export const mayStandBelow = (kind: DepartmentKind, parent: DepartmentKind): boolean => BELOW[parent].includes(kind)

/** Moves a department below another. Refused for the root, and below itself or what stands below it. */
export function moveBelow(
  department: DepartmentPlace & { kind: DepartmentKind },
  parent: DepartmentPlace & { kind: DepartmentKind },
): Decision<string> {
  if (isRoot(department)) return refused('department-root')
  if (parent.path.startsWith(department.path)) return refused('department-cycle')
  return mayStandBelow(department.kind, parent.kind) ? accepted(`${parent.path}${department.id}/`) : refused('department-parent-kind')
}

/** The top of the tree: its path holds nothing but itself. */
export const isRoot = ({ id, path }: DepartmentPlace): boolean => path === `/${id}/`

/** Whether the viewer keeps this node as administrator; with `wholeSubtree` also everything below it. */
export const administers = (viewer: Viewer, place: DepartmentPlace, wholeSubtree = false): boolean =>
  viewer.memberships.some(
    (m) =>
      m.role === 'administrator' &&
      (m.withSubtree ? place.path.startsWith(m.departmentPath) : m.departmentId === place.id && !wholeSubtree),
  )

/** Whether a role is the administration of the whole tree. */
const isWholeAdministration = ({ role, withSubtree, departmentId, departmentPath }: Membership): boolean =>
  role === 'administrator' && withSubtree && isRoot({ id: departmentId, path: departmentPath })

/** Whether the viewer administers the whole tree. */
export const administersEverything = (viewer: Viewer): boolean => viewer.memberships.some(isWholeAdministration)

/**
 * Whether the viewer may change a user: only when everything that the user may do lies within what the viewer
 * administers, since whoever sets a password could act in its owner's place.
 */
export const administersUser = (viewer: Viewer, memberships: readonly Membership[]): boolean =>
  memberships.length === 0
    ? administersEverything(viewer)
    : memberships.every((m) => administers(viewer, { id: m.departmentId, path: m.departmentPath }, m.withSubtree))

/** Whether the viewer may give this role here: only what lies within their own administration. */
export const mayGrant = (viewer: Viewer, place: DepartmentPlace, withSubtree: boolean): boolean => administers(viewer, place, withSubtree)

/** Whether a user may be disabled: never oneself, never the last who administers the whole tree. */
export function mayDisable(
  viewer: Viewer,
  user: { userId: string; memberships: readonly Membership[] },
  otherWholeAdministrators: number,
): Decision<void> {
  if (viewer.userId === user.userId) return refused('own-account')
  return user.memberships.some(isWholeAdministration) && otherWholeAdministrators === 0
    ? refused('last-administrator')
    : accepted(undefined)
}

/** Whether a membership may be taken away: not the last administration of the whole tree. */
export const mayRevoke = (membership: Membership, otherWholeAdministrators: number): Decision<void> =>
  isWholeAdministration(membership) && otherWholeAdministrators === 0 ? refused('last-administrator') : accepted(undefined)

/** A role that is given at a node, with or without what stands below it. */
export type Grant = { departmentId: string; role: Role; withSubtree: boolean }
