import 'server-only'
import { accepted, type Decision, refused } from '@/lib/domain/decision'
import type { Role } from '@/lib/domain/people/permissions'
import { audit } from './audit'
import { database, inTransaction } from './database'
import { openSession } from './sessions'

/** Wrong passwords that an account, and an address, may try within the window. A whole bureau may sit behind one address. */
const TRIES_PER_ACCOUNT = 5
const TRIES_PER_ADDRESS = 50
const WINDOW_MINUTES = 15

const WINDOW_MS = WINDOW_MINUTES * 60_000

/** The longest login name and address that are kept; what is longer cannot be an account. */
const LONGEST_KEPT = 100

/**
 * Books a try before the password is looked at, so that ten thousand tries at once cost no more hashes than the limit
 * allows. A successful try is taken back by `openSignIn`. Refused with the minutes until the next try.
 */
export async function bookTry(loginName: string, address: string, now: Date): Promise<Decision<bigint>> {
  const name = loginName.slice(0, LONGEST_KEPT)
  const from = address.slice(0, LONGEST_KEPT)
  const since = new Date(now.getTime() - WINDOW_MS)
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(1, hashtext(${from}))`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(2, hashtext(${name}))`
    await tx.signInFailure.deleteMany({ where: { at: { lt: since }, OR: [{ loginName: name }, { address: from }] } })
    const ofAccount = await tx.signInFailure.findMany({
      where: { loginName: name, at: { gte: since } },
      orderBy: { at: 'asc' },
      select: { at: true },
    })
    const ofAddress = await tx.signInFailure.findMany({
      where: { address: from, at: { gte: since } },
      orderBy: { at: 'asc' },
      select: { at: true },
    })
    const full = [
      ofAccount.length >= TRIES_PER_ACCOUNT ? ofAccount[ofAccount.length - TRIES_PER_ACCOUNT] : undefined,
      ofAddress.length >= TRIES_PER_ADDRESS ? ofAddress[ofAddress.length - TRIES_PER_ADDRESS] : undefined,
    ].filter((oldest) => oldest !== undefined)
    if (full.length > 0) {
      const free = Math.max(...full.map((oldest) => oldest.at.getTime())) + WINDOW_MS
      return refused('too-many-attempts', { minutes: String(Math.max(1, Math.ceil((free - now.getTime()) / 60_000))) })
    }
    const { id } = await tx.signInFailure.create({ data: { loginName: name, address: from, at: now }, select: { id: true } })
    return accepted(id)
  })
}

/** What is needed to check a password; null for a name that nobody has. */
export const findCredentials = async (
  loginName: string,
): Promise<{ userId: string; passwordHash: string; disabled: boolean; demo: boolean } | null> => {
  const user = await database().user.findUnique({ where: { loginName: loginName.slice(0, LONGEST_KEPT) } })
  return user && { userId: user.id, passwordHash: user.passwordHash, disabled: user.disabledAt !== null, demo: user.demo }
}

/** Opens the session of a user whose password was right, forgets the account's failed tries, and writes it down. */
export async function openSignIn(userId: string, address: string, tried: bigint | null, now: Date): Promise<Decision<string>> {
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true, loginName: true, disabledAt: true } })
    if (user === null || user.disabledAt !== null) return refused('wrong-credentials')
    if (tried !== null) await tx.signInFailure.deleteMany({ where: { OR: [{ id: tried }, { loginName: user.loginName }] } })
    const sessionId = await openSession(tx, userId, now)
    await audit(
      tx,
      { userId, name: user.name, address },
      { action: 'session.open', subject: userId, payload: { address: address.slice(0, LONGEST_KEPT) } },
    )
    return accepted(sessionId)
  })
}

/** A demo account as it is offered at sign-in: its first duty by the departments' codes, null: none, and how many it has. */
export type DemoAccount = { loginName: string; name: string; duty: { role: Role; departmentName: string } | null; duties: number }

/** So many are offered; others sign in by name and password. */
const MOST_OFFERED = 60

/** The demo accounts, the oldest first; for demo mode only, where anybody may use them. */
export async function listDemoAccounts(): Promise<DemoAccount[]> {
  const users = await database().user.findMany({
    where: { demo: true, disabledAt: null },
    select: {
      loginName: true,
      name: true,
      memberships: { select: { role: true, department: { select: { name: true } } }, orderBy: { department: { code: 'asc' } }, take: 1 },
      _count: { select: { memberships: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { loginName: 'asc' }],
    take: MOST_OFFERED,
  })
  return users.map(({ loginName, name, memberships: [first], _count }) => ({
    loginName,
    name,
    duty: first === undefined ? null : { role: first.role, departmentName: first.department.name },
    duties: _count.memberships,
  }))
}
