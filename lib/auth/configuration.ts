import 'server-only'
import type { NextAuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { beginAction } from '@/lib/data/database/request'
import { LONGEST_HOURS, type SessionToken } from '@/lib/data/people/sessions'
import { type Decision, refused } from '@/lib/domain/decision/decision'
import { clientAddress } from './client-address'
import { LineIsFull } from './in-line'
import { sessionCookieName, sessionCookieOptions } from './session-token'
import { authSecret, isDemoMode, usesHttps } from './settings'
import { type Asking, type SignedIn, signInAsDemo, signInByPassword } from './sign-in'

/** Longest name and password that are looked at: hashing must not be made expensive on purpose. */
const LONGEST_TYPED = 1000

const text = (value: unknown): string => (typeof value === 'string' && value.length <= LONGEST_TYPED ? value : '')

/** What the request's browser brings along, and what it is to keep when somebody has signed in. */
export type Browser = Omit<Asking, 'address'> & { keepDevice: (device: string) => void }

/** The address of a request as next-auth hands it on. */
const addressOf = (request: { headers?: Record<string, string | undefined> }): string => clientAddress(request.headers ?? {})

/**
 * Runs a sign-in for next-auth: the user with its new session, or an error whose message is the refusal,
 * `code` or `code:minutes`. What went wrong inside stays in the server's log.
 */
async function userOf({ keepDevice }: Browser, signIn: () => Promise<Decision<SignedIn>>): Promise<User & SessionToken> {
  beginAction()
  const decision = await signIn().catch((error: unknown) => {
    if (!(error instanceof LineIsFull)) console.error(error)
    return refused('sign-in-unavailable')
  })
  if (decision.ok) {
    const { userId, sessionId, device } = decision.value
    keepDevice(device)
    return { id: userId, userId, sessionId }
  }
  const { refusal } = decision
  throw new Error(refusal.code === 'too-many-attempts' ? `${refusal.code}:${refusal.facts.minutes}` : refusal.code)
}

const password = (browser: Browser) =>
  CredentialsProvider({
    id: 'password',
    credentials: { loginName: { type: 'text' }, password: { type: 'password' } },
    authorize: (typed, request) =>
      userOf(browser, () =>
        signInByPassword({
          ...browser,
          loginName: text(typed?.loginName),
          password: text(typed?.password),
          address: addressOf(request),
        }),
      ),
  })

const demo = (browser: Browser) =>
  CredentialsProvider({
    id: 'demo',
    credentials: { loginName: { type: 'text' } },
    authorize: (typed, request) =>
      userOf(browser, () => signInAsDemo({ ...browser, loginName: text(typed?.loginName), address: addressOf(request) })),
  })

/**
 * How people sign in. The token carries user and session id only; whether that session still holds, and what the
 * user may do, is read from the database on each request (`viewer.ts`). Outside demo mode the demo provider does not exist.
 */
export const authConfiguration = (browser: Browser): NextAuthOptions => ({
  secret: authSecret(),
  providers: isDemoMode() ? [password(browser), demo(browser)] : [password(browser)],
  session: { strategy: 'jwt', maxAge: LONGEST_HOURS * 3600 },
  useSecureCookies: usesHttps(),
  cookies: {
    sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
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
