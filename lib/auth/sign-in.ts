import 'server-only'
import type { SessionToken } from '@/lib/data/people/sessions'
import { type Booked, bookTry, type Caller, findCredentials, noteWrongPassword, openSignIn } from '@/lib/data/people/sign-in'
import { type Decision, refused } from '@/lib/domain/decision/decision'
import { cleanedLoginName } from '@/lib/domain/reading/typed'
import { verifyNothing, verifyPassword } from './passwords'
import { isDemoMode } from './settings'

/** Who asks to be signed in: where from, and the session that the browser had until now (null: none). */
export type Asking = Caller & { replaced?: SessionToken | null }

/** The session that was opened, and the mark that the browser is to keep. */
export type SignedIn = SessionToken & { device: string }

/**
 * Signs in by name and password. An unknown name, a disabled account and a wrong password get the same answer after
 * the same work. Refused for 15 minutes after too many wrong tries (`bookTry`).
 */
export async function signInByPassword(
  { loginName, password, ...asking }: { loginName: string; password: string } & Asking,
  now: Date = new Date(),
): Promise<Decision<SignedIn>> {
  const name = cleanedLoginName(loginName)
  const booked = await bookTry(name, asking, now)
  if (!booked.ok) return booked
  const found = await findCredentials(name)
  const usable = found !== null && !found.disabled && (!found.demo || isDemoMode())
  const right = usable ? await verifyPassword(found.passwordHash, password) : await verifyNothing(password)
  if (right && found) return opened(found.userId, asking, booked.value, now)
  await noteWrongPassword(found?.userId ?? null, asking.address)
  return refused('wrong-credentials')
}

/** Signs in a demo account without a password. Refused for any other account, and for all outside demo mode. */
export async function signInAsDemo(
  { loginName, ...asking }: { loginName: string } & Asking,
  now: Date = new Date(),
): Promise<Decision<SignedIn>> {
  if (!isDemoMode()) return refused('wrong-credentials')
  const found = await findCredentials(loginName)
  return found?.demo && !found.disabled ? opened(found.userId, asking, null, now) : refused('account-unavailable')
}

const opened = (userId: string, asking: Asking, booked: Booked | null, now: Date) =>
  openSignIn(userId, asking, { booked, replaced: asking.replaced ?? null }, now)
