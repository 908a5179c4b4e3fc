import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { PATH_HEADER } from '@/lib/auth/local-path'
import { contentSecurityPolicy } from '@/lib/auth/security-headers'

/**
 * The content security policy of every page, with the page's own nonce. What is malformed or foreign has been refused
 * before (`scripts/server`); who may do what is decided in lib/data by the viewer.
 */
export function proxy(request: NextRequest): Response {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = { matcher: ['/((?!_next/static/).*)'] }
