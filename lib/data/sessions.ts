import 'server-only'
import type { Viewer } from '@/lib/domain/people/permissions'
import { database, type Transaction } from './database'
import { VIEWER_SHOWN, viewerFrom } from './viewers'

/** A session ends when nothing was asked for this long … */
const IDLE_MINUTES = 30
/** … and in any case this long after signing in. */
export const LONGEST_HOURS = 12

/** The moment of the last request is kept to the minute: not every request writes. */
const SEEN_EVERY_MS = 60_000

/** Who is signed in, as the database says at this moment. */
export type Account = {
  viewer: Viewer
  sessionId: string
  loginName: string
  /** The administrator set the password: before anything else it has to be changed. */
  mustChangePassword: boolean
  demo: boolean
}

/** Opens a session for a user who has just proved who they are. Its id is new each time. */
export async function openSession(tx: Transaction, userId: string, now: Date): Promise<string> {
  await tx.session.deleteMany({ where: { userId, createdAt: { lt: new Date(now.getTime() - LONGEST_HOURS * 3_600_000) } } })
  const { id } = await tx.session.create({ data: { userId, createdAt: now, lastSeenAt: now } })
  return id
}

/**
 * The account behind a token's user and session id, with role and membership as they are now. Null when the session
 * ended, was idle for 30 minutes or is older than 12 hours, or the account is disabled. Marks the session as seen.
 */
export async function findAccount(token: { userId: string; sessionId: string }, now: Date = new Date()): Promise<Account | null> {
  const session = await database().session.findUnique({
    where: { id: token.sessionId },
    include: { user: { select: { ...VIEWER_SHOWN, loginName: true, disabledAt: true, mustChangePassword: true, demo: true } } },
  })
  if (session === null || session.userId !== token.userId || session.endedAt !== null || session.user.disabledAt !== null) return null
  const idle = now.getTime() - session.lastSeenAt.getTime()
  if (idle > IDLE_MINUTES * 60_000 || now.getTime() - session.createdAt.getTime() > LONGEST_HOURS * 3_600_000) return null
  if (idle > SEEN_EVERY_MS) {
    await database().session.updateMany({ where: { id: session.id, endedAt: null }, data: { lastSeenAt: now } })
  }
  const { user } = session
  return {
    viewer: viewerFrom(user),
    sessionId: session.id,
    loginName: user.loginName,
    mustChangePassword: user.mustChangePassword,
    demo: user.demo,
  }
}

/** Signs out: the token is worth nothing from now on, wherever a copy of it may be. */
export async function endSession(token: { userId: string; sessionId: string }, now: Date = new Date()): Promise<void> {
  await database().session.updateMany({ where: { id: token.sessionId, userId: token.userId, endedAt: null }, data: { endedAt: now } })
}

/** Ends all sessions of a user: at a new password, a changed role, or when the account is disabled. `except` stays open. */
export async function endSessionsOf(tx: Transaction, userId: string, except: string | null = null): Promise<void> {
  await tx.session.updateMany({
    where: { userId, endedAt: null, ...(except === null ? {} : { id: { not: except } }) },
    data: { endedAt: new Date() },
  })
}
