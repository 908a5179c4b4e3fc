import 'server-only'
import { bookTry, findCredentials, openSignIn } from '@/lib/data/sign-in'
import { type Decision, refused } from '@/lib/domain/decision'
import { verifyNothing, verifyPassword } from './passwords'
import type { SessionToken } from './session-token'
import { isDemoMode } from './settings'

/**
 * Signs in by name and password. An unknown name, a disabled account and a wrong password get the same answer after
 * the same work. Refused for 15 minutes after 5 wrong tries of an account or 50 from an address.
 */
export async function signInByPassword(
  { loginName, password, address }: { loginName: string; password: string; address: string },
  now: Date = new Date(),
): Promise<Decision<SessionToken>> {
  const name = loginName.trim().toLowerCase()
  const booked = await bookTry(name, address, now)
  if (!booked.ok) return booked
  const found = await findCredentials(name)
  const usable = found !== null && !found.disabled && (!found.demo || isDemoMode())
  const right = usable ? await verifyPassword(found.passwordHash, password) : await verifyNothing(password)
  return right && found ? opened(found.userId, address, booked.value, now) : refused('wrong-credentials')
}

/** Signs in a demo account without a password. Refused for any other account, and for all outside demo mode. */
export async function signInAsDemo(
  { loginName, address }: { loginName: string; address: string },
  now: Date = new Date(),
): Promise<Decision<SessionToken>> {
  if (!isDemoMode()) return refused('wrong-credentials')
  const found = await findCredentials(loginName)
  return found?.demo && !found.disabled ? opened(found.userId, address, null, now) : refused('account-unavailable')
}

async function opened(userId: string, address: string, booked: bigint | null, now: Date): Promise<Decision<SessionToken>> {
  const session = await openSignIn(userId, address, booked, now)
  return session.ok ? { ok: true, value: { userId, sessionId: session.value } } : session
}
