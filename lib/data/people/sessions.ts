import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { database, inTransaction, type Transaction } from '@/lib/data/database/database'
import { STEADY } from '@/lib/data/database/steady'
import type { Viewer } from '@/lib/domain/people/permissions'
import { VIEWER_COLUMNS, type ViewerRow, viewerFrom } from './viewers'

/** A session ends when nothing was asked for this long … */
const IDLE_MINUTES = 30
/** … and in any case this long after signing in. */
export const LONGEST_HOURS = 12

/** The moment of the last request is kept to the minute: not every request writes. */
const SEEN_EVERY_MS = 60_000

/** A moment further ahead than this was kept before the clock was set back, and is not believed. */
export const AHEAD_MS = 60_000

/** All that a session token carries. Role and membership are read from the database on each request. */
export type SessionToken = { userId: string; sessionId: string }

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
  const believed = { gte: new Date(now.getTime() - LONGEST_HOURS * 3_600_000), lte: new Date(now.getTime() + AHEAD_MS) }
  await tx.session.deleteMany({ where: { userId, NOT: { createdAt: believed } } })
  const { id } = await tx.session.create({ data: { userId, createdAt: now, lastSeenAt: now } })
  return id
}

/**
 * The account behind a token's user and session id, with role and membership as they are now. Null when the session
 * ended, was idle for 30 minutes, is older than 12 hours or of a moment still to come, or the account is disabled. Marks
 * the session as seen.
 */
export async function findAccount(token: SessionToken, now: Date = new Date()): Promise<Account | null> {
  const [session] = await database().$queryRaw<(ViewerRow & StoredSession)[]>`${STEADY}
    SELECT s.id AS "sessionId", s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", u.login_name AS "loginName",
      u.must_change_password AS "mustChangePassword", u.demo, ${VIEWER_COLUMNS}
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${token.sessionId} AND s.user_id = ${token.userId} AND s.ended_at IS NULL AND u.disabled_at IS NULL`
  if (session === undefined) return null
  const { createdAt, lastSeenAt, sessionId, loginName, mustChangePassword, demo } = session
  const idle = now.getTime() - lastSeenAt.getTime()
  if (Math.max(createdAt.getTime(), lastSeenAt.getTime()) > now.getTime() + AHEAD_MS) return null
  if (idle > IDLE_MINUTES * 60_000 || now.getTime() - createdAt.getTime() > LONGEST_HOURS * 3_600_000) return null
  if (idle > SEEN_EVERY_MS) {
    await database().session.updateMany({ where: { id: sessionId, endedAt: null }, data: { lastSeenAt: now } })
  }
  return { viewer: viewerFrom(session), sessionId, loginName, mustChangePassword, demo }
}

type StoredSession = Omit<Account, 'viewer'> & { createdAt: Date; lastSeenAt: Date }

/** Signs out: the token is worth nothing from now on, wherever a copy of it may be. */
export const endSession = (token: SessionToken, address: string, now: Date = new Date()): Promise<void> =>
  inTransaction((tx) => closeSession(tx, token, address, now))

/** The same within a transaction; a session that has ended already leaves no second entry in the 操作日志. */
export async function closeSession(tx: Transaction, { userId, sessionId }: SessionToken, address: string, now: Date): Promise<void> {
  const ended = await tx.session.updateMany({ where: { id: sessionId, userId, endedAt: null }, data: { endedAt: now } })
  if (ended.count === 0) return
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } })
  await audit(tx, { userId, name, address }, { action: 'session.close', subject: userId, payload: {} })
}

/** Ends all sessions of a user: at a new password, a changed role, or when the account is disabled. */
export async function endSessionsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } })
}
