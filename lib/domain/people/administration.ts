import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { type DepartmentPlace, isRoot } from './department'
import type { Membership, Role, Viewer } from './permissions'

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
