import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authConfiguration } from '@/lib/auth/configuration'
import { keepDevice, readDevice, readSessionToken } from '@/lib/auth/session-token'

type Context = { params: Promise<{ nextauth: string[] }> }

/** What signing in and out asks for; everything else that the library would answer is closed. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  GET: ['csrf'],
  POST: ['callback/password', 'callback/demo'],
}

/** A refusal for too many tries is answered as such: 429 with the seconds until the next try. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  if (!ASKED[request.method]?.includes((await context.params).nextauth.join('/'))) return new Response(null, { status: 404 })
  const browser = { device: await readDevice(), replaced: await readSessionToken(), keepDevice }
  const response: Response = await NextAuth(request, context, authConfiguration(browser))
  if (response.status !== 401) return response
  const url: unknown = (
    await response
      .clone()
      .json()
      .catch(() => null)
  )?.url
  const minutes = typeof url === 'string' && /error=too-many-attempts(?::|%3A)(\d+)/i.exec(url)?.[1]
  if (!minutes) return response
  const headers = new Headers(response.headers)
  headers.set('Retry-After', String(Number(minutes) * 60))
  return new Response(response.body, { status: 429, headers })
}

export { answer as GET, answer as POST }
