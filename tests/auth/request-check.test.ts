import { describe, expect, test } from 'vitest'
import { ADDRESS_HEADER, clientAddress } from '@/lib/auth/client-address'
import { localPath, loginPath } from '@/lib/auth/local-path'
import { refusedStatus } from '@/lib/auth/request-check'
import { contentSecurityPolicy, securityHeaders } from '@/lib/auth/security-headers'
import { checkSecret } from '@/lib/auth/settings'

const from = (origin: string | null, more: Record<string, string> = {}) =>
  new Headers({ host: 'hengji.example:3000', ...(origin === null ? {} : { origin }), ...more })

const sent = (method: string, headers: Headers, url = 'http://hengji.example:3000/users') => ({ method, headers, url })

describe('a request that changes something', () => {
  test('comes from a page of this host', () => {
    expect(refusedStatus(sent('POST', from('http://hengji.example:3000')), null)).toBeNull()
    expect(refusedStatus(sent('POST', from('http://hengji.example:3000', { 'sec-fetch-site': 'same-origin' })), null)).toBeNull()
    expect(refusedStatus(sent('POST', from('https://office.example')), new URL('https://office.example/'))).toBeNull()
  })

  test.each([
    [null],
    [''],
    ['null'],
    ['http://elsewhere.example'],
    ['http://hengji.example'],
    ['http://hengji.example:3000/'],
    ['http://hengji.example:3000 http://elsewhere.example'],
    ['http://hengji.example:3000@elsewhere.example'],
    ['hengji.example:3000'],
    ['javascript:alert(1)'],
    ['http://'],
    ['%00'],
  ])('with Origin %j is refused', (origin) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post']) expect(refusedStatus(sent(method, from(origin)), null)).toBe(403)
  })

  test('that the browser calls cross-site is refused, whatever its Origin says', () => {
    for (const site of ['cross-site', 'same-site', 'none', 'nonsense']) {
      expect(refusedStatus(sent('POST', from('http://hengji.example:3000', { 'sec-fetch-site': site })), null)).toBe(403)
    }
  })

  test('is refused before it is read where it is larger than 1 MB, or does not say how large', () => {
    const sized = (length: string) => from('http://hengji.example:3000', { 'content-length': length })
    expect(refusedStatus(sent('POST', sized('1048576')), null)).toBeNull()
    expect(refusedStatus(sent('POST', sized('1048577')), null)).toBe(413)
    expect(refusedStatus(sent('POST', sized('-1')), null)).toBe(411)
    expect(refusedStatus(sent('POST', sized('1e3')), null)).toBe(411)
    expect(refusedStatus(sent('POST', from('http://hengji.example:3000', { 'transfer-encoding': 'chunked' })), null)).toBe(411)
  })
})

test('an address with a NUL is refused', () => {
  for (const url of ['/users/%00', '/users?search=a%00b']) expect(refusedStatus(sent('GET', from(null), url), null)).toBe(400)
})

test('reading needs no Origin; unknown methods are refused', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(refusedStatus(sent(method, from(null)), null)).toBeNull()
  expect(refusedStatus(sent('TRACE', from(null)), null)).toBe(405)
})

describe('after signing in', () => {
  test.each(['/', '/evaluations/abc/funds?tab=1#row', '/users?search=%E6%95%99'])('%s is gone back to', (path) =>
    expect(localPath(path)).toBe(path),
  )

  test.each([
    null,
    undefined,
    '',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/ /elsewhere.example',
    '/%2f%2felsewhere.example/..//..//',
    'javascript:alert(1)',
    '/.//elsewhere.example',
    '/a/../..//elsewhere.example',
    '/login?next=/',
    '/api/auth/signout',
    `/${'a'.repeat(3000)}`,
  ])('%j never leads to another host or in a circle', (path) => {
    const gone = localPath(path)
    expect(new URL(gone, 'https://hengji.example').origin).toBe('https://hengji.example')
    expect(gone).not.toMatch(/^\/(login|api)|^\/\//)
  })

  test('the way back is part of the address of the sign-in page', () => {
    expect(loginPath('/users?page=2', true)).toBe('/login?next=%2Fusers%3Fpage%3D2&ended=1')
    expect(loginPath('//elsewhere.example', false)).toBe('/login')
  })
})

describe('the address of a client', () => {
  const headers = { [ADDRESS_HEADER]: '10.0.0.5', 'x-forwarded-for': '1.2.3.4, 192.0.2.7' }
  test('is that of the connection, whatever it claims', () => expect(clientAddress(headers, undefined)).toBe('10.0.0.5'))
  test('is what our own proxies wrote, never what stood before', () => {
    expect(clientAddress(headers, '1')).toBe('192.0.2.7')
    expect(clientAddress(headers, '2')).toBe('1.2.3.4')
    expect(clientAddress(headers, '3')).toBe('10.0.0.5')
    expect(clientAddress(headers, 'many')).toBe('10.0.0.5')
  })
})

describe('headers of an answer', () => {
  test('scripts run by nonce only, nothing frames a page', () => {
    const policy = contentSecurityPolicy('abc', false)
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).not.toContain("style-src 'self' 'unsafe-inline'")
  })
  test('https is insisted on only where people come by it', () => {
    expect(securityHeaders(false)).not.toHaveProperty('Strict-Transport-Security')
    expect(securityHeaders(true)).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Strict-Transport-Security': expect.any(String) })
  })
})

describe('the secret', () => {
  test.each([undefined, '', 'short', 'a'.repeat(64), 'abababababababababababababababababab'])('%j stops the start', (secret) => {
    expect(checkSecret(secret).ok).toBe(false)
  })
  test('long and varied is accepted', () => expect(checkSecret('k3J9-xQ2m_Z7vB4nL8pW1tY6rC5dF0gH').ok).toBe(true))
})
