import { describe, expect, test } from 'vitest'
import { localPath, loginPath } from '@/lib/auth/local-path'
import { checkSecret } from '@/lib/auth/settings'

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

describe('the secret', () => {
  test.each([undefined, '', 'short', 'a'.repeat(64), 'abababababababababababababababababab'])('%j stops the start', (secret) => {
    expect(checkSecret(secret).ok).toBe(false)
  })
  test('long and varied is accepted', () => expect(checkSecret('k3J9-xQ2m_Z7vB4nL8pW1tY6rC5dF0gH').ok).toBe(true))
})
