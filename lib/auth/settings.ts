import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'

/** How this installation signs people in, from the environment. Missing or weak settings stop the start; they never fail open. */

/** Shortest secret that is accepted outside and inside demo mode. */
const SHORTEST_SECRET = 32

/** Demo mode: one-click accounts, said on every page. Only ever on by this very value. */
export const isDemoMode = (): boolean => process.env.HENGJI_DEMO === '1'

/** The address under which people reach the program, where it is not the one it listens on; null: not set. */
function publicAddress(): URL | null {
  const address = process.env.HENGJI_URL
  return address && URL.canParse(address) ? new URL(address) : null
}

/** Cookies are marked `Secure` wherever people come by https. */
export const usesHttps = (): boolean => publicAddress()?.protocol === 'https:'

/** Whether a secret is long and varied enough to sign sessions with. */
export function checkSecret(secret: string | undefined): Decision<string> {
  if (!secret) return refused('secret-missing')
  return secret.length < SHORTEST_SECRET || new Set(secret).size < 12 ? refused('secret-weak') : accepted(secret)
}

/** The secret that session tokens are encrypted with. Throws where it is missing or weak, so that no request is answered. */
export function authSecret(): string {
  const secret = checkSecret(process.env.AUTH_SECRET)
  if (!secret.ok) throw new Error(`AUTH_SECRET: ${secret.refusal.code}`)
  return secret.value
}
