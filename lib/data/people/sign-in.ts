import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { audit } from '@/lib/data/audit/audit'
import { database, inTransaction, type Transaction } from '@/lib/data/database/database'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Role } from '@/lib/domain/people/permissions'
import { AHEAD_MS, closeSession, openSession, type SessionToken } from './sessions'

/**
 * Wrong passwords within the window that are answered as such, counted by account **and** where they come from: whoever
 * guesses shuts out themselves, not the person whose name they use nor the colleagues behind the same address.
 */
const TRIES = 5
/** What guesses from many places at one account, or of many names from one place, may come to. It holds up strangers only. */
const TRIES_OF_STRANGERS = 50
const WINDOW_MINUTES = 15
const WINDOW_MS = WINDOW_MINUTES * 60_000

/** A place from which somebody signed in is known as theirs so long after the last time. */
const KNOWN_DAYS = 180

/** The longest login name and address that are kept; what is longer cannot be an account. */
const LONGEST_KEPT = 100

/** Where a sign-in comes from: the address of the request, and the mark of its browser (null or absent: it has none). */
export type Caller = { address: string; device?: string | null }

/** A try that has been booked, to be taken back when it succeeds. */
export type Booked = { id: bigint; place: string }

/** A mark that a browser keeps, and only its hash is kept here: whoever reads the database cannot pretend to be one. */
const placeOfDevice = (device: string): string => `device:${createHash('sha256').update(device).digest('hex')}`

/** Of an IPv6 address the part that a provider gives: within it everybody chooses as they like. */
function placeOfAddress(address: string): string {
  const short = address.slice(0, LONGEST_KEPT).toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(short)?.[1]
  if (mapped) return mapped
  if (!short.includes(':')) return short
  const [head = '', tail = ''] = short.split('::')
  const [left, right] = [head, tail].map((part) => part.split(':').filter(Boolean))
  const groups = [...(left ?? []), ...Array(Math.max(0, 8 - (left ?? []).length - (right ?? []).length)).fill('0'), ...(right ?? [])]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

/**
 * Books a try before the password is looked at, so that ten thousand tries at once cost no more hashes than the limits
 * allow. A successful try is taken back by `openSignIn`. Refused with the minutes until the next try.
 */
export async function bookTry(loginName: string, caller: Caller, now: Date): Promise<Decision<Booked>> {
  const name = loginName.slice(0, LONGEST_KEPT)
  const address = placeOfAddress(caller.address)
  const device = caller.device ? placeOfDevice(caller.device) : null
  // What lies ahead was booked before the clock was set back, and would hold for as long as that.
  const at = { gte: new Date(now.getTime() - WINDOW_MS), lte: new Date(now.getTime() + AHEAD_MS) }
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(1, hashtext(${address})), pg_advisory_xact_lock(2, hashtext(${name}))`
    await tx.signInFailure.deleteMany({ where: { OR: [{ loginName: name }, { place: address }], NOT: { at } } })
    const known = await knownPlaces(tx, name, now)
    const place = device !== null && known.has(device) ? device : address
    const limits = [
      { most: TRIES, where: { loginName: name, place } },
      ...(known.has(place)
        ? []
        : [
            { most: TRIES_OF_STRANGERS, where: { loginName: name } },
            { most: TRIES_OF_STRANGERS, where: { place } },
          ]),
    ]
    let free = 0
    for (const { most, where } of limits) {
      const oldest = await tx.signInFailure.findFirst({
        where: { ...where, at },
        orderBy: { at: 'desc' },
        skip: most - 1,
        select: { at: true },
      })
      if (oldest !== null) free = Math.max(free, oldest.at.getTime() + WINDOW_MS)
    }
    if (free > 0) return refused('too-many-attempts', { minutes: String(Math.max(1, Math.ceil((free - now.getTime()) / 60_000))) })
    const { id } = await tx.signInFailure.create({ data: { loginName: name, place, at: now }, select: { id: true } })
    return accepted({ id, place })
  })
}

/** From where the account was signed in to, lately; nothing for a name that nobody has. */
async function knownPlaces(tx: Transaction, loginName: string, now: Date): Promise<ReadonlySet<string>> {
  const since = new Date(now.getTime() - KNOWN_DAYS * 86_400_000)
  const rows = await tx.knownPlace.findMany({ where: { user: { loginName }, seenAt: { gte: since } }, select: { place: true } })
  return new Set(rows.map(({ place }) => place))
}

/** What is needed to check a password; null for a name that nobody has. */
export const findCredentials = async (
  loginName: string,
): Promise<{ userId: string; passwordHash: string; disabled: boolean; demo: boolean } | null> => {
  const user = await database().user.findUnique({ where: { loginName: loginName.slice(0, LONGEST_KEPT) } })
  return user && { userId: user.id, passwordHash: user.passwordHash, disabled: user.disabledAt !== null, demo: user.demo }
}

/**
 * Opens the session of a user whose password was right, forgets the failed tries from there, remembers the place, and
 * writes it down. `replaced`, the session that the browser had before, ends: no copy of its token is good for anything.
 * `device` is the mark that the browser is to keep.
 */
export async function openSignIn(
  userId: string,
  caller: Caller,
  { booked, replaced }: { booked: Booked | null; replaced: SessionToken | null },
  now: Date,
): Promise<Decision<SessionToken & { device: string }>> {
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { name: true, loginName: true, disabledAt: true } })
    if (user === null || user.disabledAt !== null) return refused('wrong-credentials')
    if (booked !== null) {
      await tx.signInFailure.deleteMany({ where: { OR: [{ id: booked.id }, { loginName: user.loginName, place: booked.place }] } })
    }
    if (replaced !== null) await closeSession(tx, replaced, caller.address, now)
    const device = await deviceOf(tx, caller)
    for (const place of [placeOfAddress(caller.address), placeOfDevice(device)]) {
      const key = { userId, place }
      await tx.knownPlace.upsert({ where: { userId_place: key }, create: { ...key, seenAt: now }, update: { seenAt: now } })
    }
    await tx.knownPlace.deleteMany({ where: { userId, seenAt: { lt: new Date(now.getTime() - KNOWN_DAYS * 86_400_000) } } })
    const sessionId = await openSession(tx, userId, now)
    await audit(
      tx,
      { userId, name: user.name, address: caller.address },
      { action: 'session.open', subject: userId, payload: { address: caller.address.slice(0, LONGEST_KEPT) } },
    )
    return accepted({ userId, sessionId, device })
  })
}

/** The mark of the browser where it is one that we gave, whomever it signed in then; otherwise a new one. */
async function deviceOf(tx: Transaction, { device }: Caller): Promise<string> {
  const isOurs = device && (await tx.knownPlace.findFirst({ where: { place: placeOfDevice(device) }, select: { userId: true } }))
  return isOurs ? device : randomBytes(16).toString('base64url')
}

/** Writes down that a password was wrong; gives the entry's number. Of a name that nobody has only that it was tried: it may be a password, typed in the wrong field. */
export const noteWrongPassword = (userId: string | null, address: string): Promise<bigint> =>
  inTransaction((tx) =>
    audit(
      tx,
      { userId: null, name: '', address },
      { action: 'session.refuse', subject: userId ?? '', payload: { address: address.slice(0, LONGEST_KEPT) } },
    ),
  )

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
