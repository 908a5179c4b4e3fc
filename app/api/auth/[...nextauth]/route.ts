import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authConfiguration } from '@/lib/auth/configuration'
import { deviceCookie, readDevice, readSessionToken } from '@/lib/auth/session-token'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What signing in and out asks for; everything else that the library would answer is closed. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  GET: ['csrf'],
  POST: ['callback/password', 'callback/demo'],
}

/** A refusal for too many tries is answered as such: 429 with the seconds until the next try. Who has signed in gets the mark of their browser. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  if (!ASKED[request.method]?.includes((await context.params).nextauth.join('/'))) return new Response(null, { status: 404 })
  let mark: string | null = null
  const browser = {
    device: await readDevice(),
    replaced: await readSessionToken(),
    keepDevice: (device: string) => {
      mark = device
    },
  }
  const response: Response = await NextAuth(request, context, authConfiguration(browser))
  const headers = new Headers(response.headers)
  if (mark !== null) headers.append('Set-Cookie', deviceCookie(mark))
  const seconds = response.status === 401 ? await secondsToWait(response) : null
  if (seconds !== null) headers.set('Retry-After', String(seconds))
  return new Response(response.body, { status: seconds === null ? response.status : 429, headers })
}

/** Until the next try, where a refusal is for too many; otherwise null. */
async function secondsToWait(response: Response): Promise<number | null> {
  const answered = await response
    .clone()
    .json()
    .catch(() => null)
  const minutes = typeof answered?.url === 'string' && /error=too-many-attempts(?::|%3A)(\d+)/i.exec(answered.url)?.[1]
  return minutes ? Number(minutes) * 60 : null
}

export { answer as GET, answer as POST }
