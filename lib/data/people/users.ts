import 'server-only'
import { type Actor, audit } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { searchText } from '@/lib/data/database/search'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { administers, administersUser, type Grant, mayDisable, mayGrant, mayRevoke } from '@/lib/domain/people/administration'
import type { Viewer } from '@/lib/domain/people/permissions'
import { endSessionsOf } from './sessions'
import { recordOf, USER_SHOWN, type UserRecord } from './user-records'
import { changeRights, writingAs } from './writing'

/** Who may administer changes one at a time: the last administrator is counted. */
export const lockAdministration = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(4, 0)`

/** The same, where what this user may do changes. */
const lockRights = (userId: string) => async (tx: Transaction) => {
  await lockAdministration(tx)
  await changeRights(tx, userId)
}

/** The user within what the viewer may change; null otherwise. */
async function administered(tx: Transaction, viewer: Viewer, id: string): Promise<UserRecord | null> {
  const row = await tx.user.findUnique({ where: { id }, select: USER_SHOWN })
  const user = row && recordOf(row)
  return user && administersUser(viewer, user.memberships) ? user : null
}

/** How many other users who can sign in administer the whole tree. */
async function otherWholeAdministrators(tx: Transaction, userId: string): Promise<number> {
  return tx.user.count({
    where: {
      id: { not: userId },
      disabledAt: null,
      memberships: { some: { role: 'administrator', withSubtree: true, department: { parentId: null } } },
    },
  })
}

/** Creates an account with its first role. Whoever is given the password has to change it at first sign-in. */
export async function createUser(
  viewer: Viewer,
  { loginName, name, passwordHash, grant, demo }: { loginName: string; name: string; passwordHash: string; grant: Grant; demo: boolean },
): Promise<Decision<string>> {
  return writingAs(viewer, lockAdministration, async (tx, viewer) => {
    const department = await tx.department.findUnique({ where: { id: grant.departmentId }, select: { id: true, path: true } })
    if (department === null || !mayGrant(viewer, department, grant.withSubtree)) return refused('membership-outside-scope')
    return storeUser(tx, viewer, { loginName, name, passwordHash, mustChangePassword: true, demo, grant })
  })
}

/** Writes a new account with its role and the audit entry; whether it may be is decided before. */
export async function storeUser(
  tx: Transaction,
  actor: Actor,
  { grant, ...user }: { loginName: string; name: string; passwordHash: string; mustChangePassword: boolean; demo: boolean; grant: Grant },
): Promise<Decision<string>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(5, hashtext(${user.loginName}))`
  if (await tx.user.findUnique({ where: { loginName: user.loginName }, select: { id: true } })) {
    return refused('login-name-taken', { loginName: user.loginName })
  }
  const { id } = await tx.user.create({
    data: { ...user, search: searchText(user.name, user.loginName), memberships: { create: grant } },
    select: { id: true },
  })
  const after = { loginName: user.loginName, name: user.name, ...grant }
  await audit(tx, actor, { action: 'users.create', subject: id, payload: { before: null, after } })
  return accepted(id)
}

/** Changes the name that is shown; what was signed before keeps the name of its time. */
export async function renameUser(viewer: Viewer, id: string, name: string): Promise<Decision<void>> {
  return writingAs(viewer, lockAdministration, async (tx, viewer) => {
    const user = await administered(tx, viewer, id)
    if (user === null) return refused('user-not-found')
    await tx.user.update({ where: { id }, data: { name, search: searchText(name, user.loginName) } })
    await audit(tx, viewer, { action: 'users.rename', subject: id, payload: { before: { name: user.name }, after: { name } } })
    return accepted(undefined)
  })
}

/** Disables an account and ends its sessions, or enables it again. Never one's own, never the last administrator of everything. */
export async function setUserDisabled(viewer: Viewer, id: string, disabled: boolean): Promise<Decision<void>> {
  return writingAs(viewer, lockRights(id), async (tx, viewer) => {
    const user = await administered(tx, viewer, id)
    if (user === null) return refused('user-not-found')
    if (user.disabled === disabled) return accepted(undefined)
    if (disabled) {
      const may = mayDisable(viewer, { userId: id, memberships: user.memberships }, await otherWholeAdministrators(tx, id))
      if (!may.ok) return may
      await endSessionsOf(tx, id)
    }
    await tx.user.update({ where: { id }, data: { disabledAt: disabled ? new Date() : null } })
    await audit(tx, viewer, {
      action: disabled ? 'users.disable' : 'users.enable',
      subject: id,
      payload: { before: { disabled: !disabled }, after: { disabled } },
    })
    return accepted(undefined)
  })
}

/** Sets a password that has to be changed at the next sign-in, and ends all sessions of the account. */
export async function resetPassword(
  viewer: Viewer,
  id: string,
  passwordHash: string,
): Promise<Decision<{ loginName: string; name: string }>> {
  return writingAs(viewer, lockRights(id), async (tx, viewer) => {
    const user = await administered(tx, viewer, id)
    if (user === null) return refused('user-not-found')
    await storeReset(tx, viewer, user, passwordHash)
    return accepted({ loginName: user.loginName, name: user.name })
  })
}

/** Writes a reset password; whether it may be is decided before. */
export async function storeReset(
  tx: Transaction,
  actor: Actor,
  user: { id: string; loginName: string },
  passwordHash: string,
): Promise<void> {
  await tx.user.update({ where: { id: user.id }, data: { passwordHash, mustChangePassword: true } })
  await tx.signInFailure.deleteMany({ where: { loginName: user.loginName } })
  await endSessionsOf(tx, user.id)
  await audit(tx, actor, { action: 'users.reset-password', subject: user.id, payload: { loginName: user.loginName } })
}

/** Gives a user a role at a department. Their sessions end: a new role begins with a new session. */
export async function addMembership(viewer: Viewer, userId: string, grant: Grant): Promise<Decision<void>> {
  return writingAs(viewer, lockRights(userId), async (tx, viewer) => {
    const user = await administered(tx, viewer, userId)
    if (user === null) return refused('user-not-found')
    const department = await tx.department.findUnique({ where: { id: grant.departmentId }, select: { id: true, path: true } })
    if (department === null || !mayGrant(viewer, department, grant.withSubtree)) return refused('membership-outside-scope')
    const same = user.memberships.find((m) => m.departmentId === grant.departmentId && m.role === grant.role)
    if (same?.withSubtree === grant.withSubtree) return refused('membership-exists')
    if (same && !grant.withSubtree) {
      const may = mayRevoke(same, await otherWholeAdministrators(tx, userId))
      if (!may.ok) return may
    }
    await storeGrant(tx, viewer, userId, grant, same)
    return accepted(undefined)
  })
}

/** Writes a role, in place of `same` where it is held already but reaches elsewhere; whether it may be is decided before. */
export async function storeGrant(
  tx: Transaction,
  actor: Actor,
  userId: string,
  grant: Grant,
  same?: Grant & { id: string },
): Promise<void> {
  if (same) await tx.membership.update({ where: { id: same.id }, data: { withSubtree: grant.withSubtree } })
  else await tx.membership.create({ data: { userId, ...grant } })
  await endSessionsOf(tx, userId)
  const before = same ? { departmentId: same.departmentId, role: same.role, withSubtree: same.withSubtree } : null
  await audit(tx, actor, { action: 'users.grant', subject: userId, payload: { before, after: grant } })
}

/** Takes a role away, at once and for every open session. */
export async function removeMembership(viewer: Viewer, userId: string, membershipId: string): Promise<Decision<void>> {
  return writingAs(viewer, lockRights(userId), async (tx, viewer) => {
    const user = await administered(tx, viewer, userId)
    if (user === null) return refused('user-not-found')
    const membership = user.memberships.find((m) => m.id === membershipId)
    if (
      membership === undefined ||
      !administers(viewer, { id: membership.departmentId, path: membership.departmentPath }, membership.withSubtree)
    ) {
      return refused('membership-not-found')
    }
    const may = mayRevoke(membership, user.disabled ? 1 : await otherWholeAdministrators(tx, userId))
    if (!may.ok) return may
    await tx.membership.delete({ where: { id: membershipId } })
    await endSessionsOf(tx, userId)
    const before = { departmentId: membership.departmentId, role: membership.role, withSubtree: membership.withSubtree }
    await audit(tx, viewer, { action: 'users.revoke', subject: userId, payload: { before, after: null } })
    return accepted(undefined)
  })
}
