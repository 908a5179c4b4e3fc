import 'server-only'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { LONGEST_HOURS, type SessionToken } from '@/lib/data/people/sessions'
import { authSecret, usesHttps } from './settings'

/** `__Host-` ties the cookie to this very host; it needs https. */
const cookieName = (name: string): string => (usesHttps() ? `__Host-${name}` : name)
export const sessionCookieName = (): string => cookieName('hengji.session')
const deviceCookieName = (): string => cookieName('hengji.device')

const options = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: usesHttps() }) as const

/** How the session's cookie is set. */
export const sessionCookieOptions = options

/** The token of the request's cookie; null when there is none, or it is not one of ours, or has run out. */
export async function readSessionToken(): Promise<SessionToken | null> {
  const cookie = (await cookies()).get(sessionCookieName())
  if (!cookie) return null
  const token = await decode({ token: cookie.value, secret: authSecret() }).catch(() => null)
  return token && typeof token.userId === 'string' && typeof token.sessionId === 'string'
    ? { userId: token.userId, sessionId: token.sessionId }
    : null
}

/** Gives this browser the token of another session than the one that it had. */
export async function keepSessionToken({ userId, sessionId }: SessionToken): Promise<void> {
  const maxAge = LONGEST_HOURS * 3600
  const value = await encode({ token: { userId, sessionId }, secret: authSecret(), maxAge })
  ;(await cookies()).set(sessionCookieName(), value, { ...options(), maxAge })
}

/** Takes the token away from this browser. */
export async function dropSessionToken(): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), '', { ...options(), maxAge: 0 })
}

/** How long a browser keeps the mark by which it is known, in seconds: as long as browsers allow. */
const DEVICE_SECONDS = 400 * 86_400

/** The mark of the request's browser; null where it has none, or nothing that could be one of ours. */
export async function readDevice(): Promise<string | null> {
  const value = (await cookies()).get(deviceCookieName())?.value
  return value !== undefined && /^[\w-]{22}$/.test(value) ? value : null
}

/** The header by which a browser is to keep a mark. */
export const deviceCookie = (device: string): string =>
  `${deviceCookieName()}=${device}; Path=/; Max-Age=${DEVICE_SECONDS}; HttpOnly; SameSite=Lax${usesHttps() ? '; Secure' : ''}`
