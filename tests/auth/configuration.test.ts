import type { NextAuthOptions } from 'next-auth'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { authConfiguration } from '@/lib/auth/configuration'
import { checkSecret } from '@/lib/auth/settings'
import { database } from '@/lib/data/database/database'
import { findAccount } from '@/lib/data/people/sessions'
import { testDatabase } from '@/tests/support/database'
import { aTree, aUser, PASSWORD } from '@/tests/support/people'

testDatabase()

beforeAll(async () => {
  const { root, administrator } = await aTree()
  await aUser(administrator, 'li', root, 'editor')
})
beforeEach(() => {
  process.env.AUTH_SECRET = 'k3J9-xQ2m_Z7vB4nL8pW1tY6rC5dF0gH'
})
afterEach(() => {
  for (const name of ['AUTH_SECRET', 'HENGJI_DEMO', 'HENGJI_URL']) delete process.env[name]
})

/** The marks that the browser was given. */
const kept: string[] = []

type Credentials = { id: string; authorize: (typed: Record<string, unknown> | undefined, request: object) => Promise<unknown> }
const providers = ({ providers }: NextAuthOptions) => providers.map(({ options }) => options as unknown as Credentials)
const configuration = () => authConfiguration({ device: null, keepDevice: (device) => kept.push(device) })
const signIn = async (typed: Record<string, unknown> | undefined) => providers(configuration())[0]?.authorize(typed, { headers: {} })

describe('the sign-in configuration', () => {
  test('has no demo provider outside demo mode', () => {
    for (const mode of [undefined, '0', 'true', 'yes', '']) {
      if (mode === undefined) delete process.env.HENGJI_DEMO
      else process.env.HENGJI_DEMO = mode
      expect(providers(configuration()).map(({ id }) => id)).toEqual(['password'])
    }
    process.env.HENGJI_DEMO = '1'
    expect(providers(configuration()).map(({ id }) => id)).toEqual(['password', 'demo'])
  })

  test('answers nothing without a strong secret', () => {
    for (const secret of ['', 'short', 'a'.repeat(64)]) {
      process.env.AUTH_SECRET = secret
      expect(configuration).toThrow('AUTH_SECRET')
    }
  })

  test.each([
    [undefined, 'secret-missing'],
    ['', 'secret-missing'],
    ['short', 'secret-weak'],
    ['abcdefghijk'.repeat(4), 'secret-weak'],
  ])('%s as a secret is refused as %s', (secret, code) => expect(checkSecret(secret)).toMatchObject({ refusal: { code } }))

  test('marks the cookie for http only, and for https where people come by it', () => {
    expect(configuration().cookies?.sessionToken).toMatchObject({
      name: 'hengji.session',
      options: { httpOnly: true, sameSite: 'lax', secure: false },
    })
    process.env.HENGJI_URL = 'https://hengji.example'
    expect(configuration().cookies?.sessionToken).toMatchObject({
      name: '__Host-hengji.session',
      options: { httpOnly: true, path: '/', secure: true },
    })
  })
})

describe('signing in', () => {
  test('puts user and session id into the token, and nothing else', async () => {
    const user = (await signIn({ loginName: 'li', password: PASSWORD })) as { id: string; sessionId: string }
    const jwt = configuration().callbacks?.jwt
    const asked = { token: { name: '示例', email: 'x' }, user, account: null } as unknown as Parameters<NonNullable<typeof jwt>>[0]
    const token = await jwt?.(asked)
    expect(token).toEqual({ userId: user.id, sessionId: user.sessionId })
    expect(await findAccount({ userId: user.id, sessionId: user.sessionId })).toMatchObject({ loginName: 'li', mustChangePassword: false })
  })

  test('says what is refused, whatever was sent', async () => {
    const odd = [
      undefined,
      {},
      { loginName: 'li' },
      { loginName: ['li'], password: { $ne: '' } },
      { loginName: 'li', password: 'x'.repeat(5000) },
    ]
    for (const typed of odd) await expect(signIn(typed)).rejects.toThrow(/^wrong-credentials$/)
    await database().signInFailure.createMany({ data: Array.from({ length: 5 }, () => ({ loginName: 'li', place: 'unknown' })) })
    await expect(signIn({ loginName: 'li', password: PASSWORD })).rejects.toThrow(/^too-many-attempts:15$/)
  })

  test('tells nobody what went wrong inside', async () => {
    const url = process.env.DATABASE_URL ?? ''
    const logged = vi.spyOn(console, 'error').mockReturnValue(undefined)
    process.env.DATABASE_URL = 'postgresql://nobody:secret@127.0.0.1:1/none'
    await expect(signIn({ loginName: 'li', password: PASSWORD })).rejects.toThrow(/^sign-in-unavailable$/)
    expect(logged).toHaveBeenCalled()
    process.env.DATABASE_URL = url
    logged.mockRestore()
  })
})
