import 'server-only'
import { cookies } from 'next/headers'
import { endSession } from '@/lib/data/sessions'
import { readSessionToken, sessionCookieName } from './session-token'
import { usesHttps } from './settings'

/** Ends the session of this browser, in the database first: from then on no copy of the token is worth anything. */
export async function endCurrentSession(): Promise<void> {
  const token = await readSessionToken()
  if (token) await endSession(token)
  const jar = await cookies()
  jar.set(sessionCookieName(), '', { maxAge: 0, path: '/', httpOnly: true, sameSite: 'lax', secure: usesHttps() })
}
