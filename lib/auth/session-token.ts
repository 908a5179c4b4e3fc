import 'server-only'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { authSecret, usesHttps } from './settings'

/** All that a session token carries. Role and membership are read from the database on each request. */
export type SessionToken = { userId: string; sessionId: string }

/** `__Host-` ties the cookie to this very host; it needs https. */
export const sessionCookieName = (): string => (usesHttps() ? '__Host-hengji.session' : 'hengji.session')

/** The token of the request's cookie; null when there is none, or it is not one of ours, or has run out. */
export async function readSessionToken(): Promise<SessionToken | null> {
  const cookie = (await cookies()).get(sessionCookieName())
  if (!cookie) return null
  const token = await decode({ token: cookie.value, secret: authSecret() }).catch(() => null)
  return token && typeof token.userId === 'string' && typeof token.sessionId === 'string'
    ? { userId: token.userId, sessionId: token.sessionId }
    : null
}
