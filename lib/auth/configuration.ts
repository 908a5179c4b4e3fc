import 'server-only'
import type { NextAuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { LONGEST_HOURS } from '@/lib/data/sessions'
import { type Decision, refused } from '@/lib/domain/decision'
import { clientAddress } from './client-address'
import { type SessionToken, sessionCookieName } from './session-token'
import { authSecret, isDemoMode, usesHttps } from './settings'
import { signInAsDemo, signInByPassword } from './sign-in'

/** Longest name and password that are looked at: hashing must not be made expensive on purpose. */
const LONGEST_TYPED = 1000

const text = (value: unknown): string => (typeof value === 'string' && value.length <= LONGEST_TYPED ? value : '')

/**
 * Runs a sign-in for next-auth: the user with its new session, or an error whose message is the refusal,
 * `code` or `code:minutes`. What went wrong inside stays in the server's log.
 */
async function userOf(signIn: () => Promise<Decision<SessionToken>>): Promise<User & SessionToken> {
  const decision = await signIn().catch((error: unknown) => {
    console.error(error)
    return refused('sign-in-unavailable')
  })
  if (decision.ok) return { id: decision.value.userId, ...decision.value }
  const { refusal } = decision
  throw new Error(refusal.code === 'too-many-attempts' ? `${refusal.code}:${refusal.facts.minutes}` : refusal.code)
}

const password = CredentialsProvider({
  id: 'password',
  credentials: { loginName: { type: 'text' }, password: { type: 'password' } },
  authorize: (typed, { headers }) =>
    userOf(() =>
      signInByPassword({ loginName: text(typed?.loginName), password: text(typed?.password), address: clientAddress(headers ?? {}) }),
    ),
})

const demo = CredentialsProvider({
  id: 'demo',
  credentials: { loginName: { type: 'text' } },
  authorize: (typed, { headers }) =>
    userOf(() => signInAsDemo({ loginName: text(typed?.loginName), address: clientAddress(headers ?? {}) })),
})

/**
 * How people sign in. The token carries user and session id only; whether that session still holds, and what the
 * user may do, is read from the database on each request (`viewer.ts`). Outside demo mode the demo provider does not exist.
 */
export const authConfiguration = (): NextAuthOptions => ({
  secret: authSecret(),
  providers: isDemoMode() ? [password, demo] : [password],
  session: { strategy: 'jwt', maxAge: LONGEST_HOURS * 3600 },
  useSecureCookies: usesHttps(),
  cookies: {
    sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: usesHttps() } },
  },
  pages: { signIn: '/login', signOut: '/login', error: '/login' },
  callbacks: {
    jwt: ({ token, user }) => {
      const { userId, sessionId } = user && 'sessionId' in user ? { userId: user.id, sessionId: user.sessionId } : token
      return { userId, sessionId }
    },
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ baseUrl }) => baseUrl,
  },
  logger: { error: (code, details) => console.error('sign-in', code, details), warn: () => undefined, debug: () => undefined },
})
