import { describe, expect, test } from 'vitest'
import { PATH_HEADER } from '@/lib/auth/local-path'
import { contentSecurityPolicy, givePolicy } from '@/scripts/server/page-policy.mjs'

test('scripts run by nonce only, nothing frames a page', () => {
  const policy = contentSecurityPolicy('abc', false)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(policy).not.toContain("style-src 'self' 'unsafe-inline'")
})

describe('a page', () => {
  function given(url: string, headers: Record<string, string> = {}) {
    const request = { url, headers }
    const answered = new Map<string, string>()
    givePolicy(request, { setHeader: (name: string, value: string) => answered.set(name, value) })
    return { asked: request.headers as Record<string, string>, policy: answered.get('Content-Security-Policy') }
  }

  test('has a nonce of its own, the same in the answer and for those who write the page, whatever a client sends', () => {
    const { asked, policy } = given('/', { 'x-nonce': 'mine', 'content-security-policy': "script-src 'nonce-mine'" })
    expect(asked['x-nonce']).toMatch(/^[\w+/]{22}==$/)
    expect(policy).toContain(`'nonce-${asked['x-nonce']}'`)
    expect(asked['content-security-policy']).toBe(policy)
    expect(given('/').asked['x-nonce']).not.toBe(asked['x-nonce'])
  })

  test.each([
    ['/users?page=2', '/users?page=2'],
    ['/users?_rsc=1a2b3', '/users'],
    ['/users?page=2&_rsc=1a2b3', '/users?page=2'],
    ['/users?q=a?b', '/users?q=a?b'],
  ])('%s knows itself as %s', (url, known) => expect(given(url).asked[PATH_HEADER]).toBe(known))

  test.each(['evidence/file?evidence=x&show', 'report/pdf?part=both&show'])(
    'is no page where it is a file (%s): of that nothing runs',
    (file) => {
      const { policy } = given(`/evaluations/e1/${file}`)
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).not.toMatch(/script|nonce|connect/)
      expect(given('/evaluations/e1/evidence?place=funds').policy).toContain("script-src 'self' 'nonce-")
    },
  )
})
