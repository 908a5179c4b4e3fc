import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { PATH_HEADER } from '@/lib/auth/local-path'
import { refusedStatus } from '@/lib/auth/request-check'
import { contentSecurityPolicy, securityHeaders } from '@/lib/auth/security-headers'
import { publicAddress, usesHttps } from '@/lib/auth/settings'

/**
 * Headers for every answer, and a first look at every request: where it comes from and how large it is. Who may do
 * what is decided in lib/data by the viewer; without this file nobody could see or change more.
 */
export function proxy(request: NextRequest): Response {
  const status = refusedStatus(request, publicAddress())
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = status === null ? NextResponse.next({ request: { headers } }) : new NextResponse(null, { status })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(securityHeaders(usesHttps()))) response.headers.set(name, value)
  return response
}

export const config = { matcher: ['/((?!_next/static/).*)'] }
