import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signInAsDemo, signInByPassword } from '@/lib/auth/sign-in'
import { database, inTransaction } from '@/lib/data/database'
import { findAccount } from '@/lib/data/sessions'
import { bookTry, listDemoAccounts } from '@/lib/data/sign-in'
import { setUserDisabled, storeUser } from '@/lib/data/users'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aTree, aUser, hashOfPassword, PASSWORD, refusal, value } from '@/tests/support/people'

testDatabase()

const minutes = (count: number) => count * 60_000
const at = (offset: number) => new Date(Date.UTC(2024, 4, 6) + offset)
const wrong = (loginName: string, address = '10.0.0.1') => ({ loginName, password: 'wrong-password', address })

let everything: Viewer
let root: string

beforeAll(async () => {
  const tree = await aTree()
  everything = tree.administrator
  root = tree.root
  await aUser(everything, 'li', root, 'editor')
  await aUser(everything, 'wang', root, 'editor')
})
beforeEach(async () => {
  await database().signInFailure.deleteMany()
})
afterEach(() => {
  delete process.env.HENGJI_DEMO
})

describe('signing in', () => {
  test('the right password opens a session of its own each time', async () => {
    const first = value(await signInByPassword({ loginName: ' Li ', password: PASSWORD, address: '10.0.0.1' }))
    const second = value(await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.1' }))
    expect(second.sessionId).not.toBe(first.sessionId)
    expect((await findAccount(first))?.viewer).toMatchObject({
      name: '示例li',
      memberships: [{ role: 'editor', departmentId: root, departmentPath: `/${root}/` }],
    })
    expect((await findAccount(second))?.viewer.userId).toBe(first.userId)
  })

  test('an unknown name, a wrong password and a disabled account get the same answer', async () => {
    const gone = await aUser(everything, 'gone', root, 'editor')
    value(await setUserDisabled(everything, gone, true))
    expect(refusal(await signInByPassword(wrong('nobody')))).toBe('wrong-credentials')
    expect(refusal(await signInByPassword(wrong('li')))).toBe('wrong-credentials')
    expect(refusal(await signInByPassword({ loginName: 'gone', password: PASSWORD, address: '10.0.0.1' }))).toBe('wrong-credentials')
  })

  test('an unknown name takes about as long as a known one', async () => {
    const time = async (loginName: string) => {
      const times: number[] = []
      for (let i = 0; i < 4; i++) {
        const begun = performance.now()
        await signInByPassword(wrong(loginName, `10.1.0.${i}`))
        times.push(performance.now() - begun)
      }
      return Math.min(...times)
    }
    const known = await time('li')
    const unknown = await time('nobody')
    // Without a password to verify it would take a hundredth; a loaded machine makes half or twice of anything.
    expect(unknown).toBeGreaterThan(known / 10)
    expect(unknown).toBeLessThan(known * 10)
  })
})

describe('too many wrong passwords', () => {
  test('after 5 of an account it stays shut for 15 minutes, also for the right password', async () => {
    for (let i = 0; i < 5; i++)
      expect(refusal(await signInByPassword(wrong('li', `10.0.0.${i}`), at(minutes(i))))).toBe('wrong-credentials')
    const shut = await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.9' }, at(minutes(5)))
    expect(shut).toEqual({ ok: false, refusal: { code: 'too-many-attempts', facts: { minutes: '10' } } })
    value(await signInByPassword({ loginName: 'wang', password: PASSWORD, address: '10.0.0.9' }, at(minutes(5))))
    expect(refusal(await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.9' }, at(minutes(15) - 1)))).toBe(
      'too-many-attempts',
    )
    value(await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.9' }, at(minutes(15) + 1)))
  })

  test('a right password forgets the wrong ones of the account', async () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await signInByPassword(wrong('li'), at(round))
      value(await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.1' }, at(round)))
    }
  })

  test('after 50 from an address nobody comes in from there; from elsewhere they do', async () => {
    for (let i = 0; i < 50; i++) value(await bookTry(`name${i}`, '10.0.0.7', at(0)))
    expect(refusal(await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.7' }, at(1)))).toBe('too-many-attempts')
    value(await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.8' }, at(1)))
  })

  test('tries that come all at once cost no more hashes than the limit', async () => {
    const booked = await Promise.all(Array.from({ length: 200 }, () => bookTry('li', '10.0.0.1', at(0))))
    expect(booked.filter(({ ok }) => ok)).toHaveLength(5)
  })

  test('a name and an address of any length are survived', async () => {
    expect(
      refusal(await signInByPassword({ loginName: 'x'.repeat(100_000), password: 'y'.repeat(1000), address: 'z'.repeat(10_000) })),
    ).toBe('wrong-credentials')
  })
})

describe('demo accounts', () => {
  beforeAll(async () => {
    const account = {
      loginName: 'demo-editor',
      name: '示例填报人',
      passwordHash: await hashOfPassword(),
      mustChangePassword: false,
      demo: true,
    }
    const grant = { departmentId: root, role: 'editor', withSubtree: false } as const
    await inTransaction((tx) => storeUser(tx, null, { ...account, grant }))
  })

  test('come in without a password in demo mode', async () => {
    process.env.HENGJI_DEMO = '1'
    expect(await listDemoAccounts()).toEqual([
      { loginName: 'demo-editor', name: '示例填报人', duty: { role: 'editor', departmentName: '示例市' }, duties: 1 },
    ])
    value(await signInAsDemo({ loginName: 'demo-editor', address: '10.0.0.1' }))
    expect(refusal(await signInAsDemo({ loginName: 'li', address: '10.0.0.1' }))).toBe('account-unavailable')
  })

  test('never outside it, with or without a password', async () => {
    for (const mode of ['0', 'true', '']) {
      process.env.HENGJI_DEMO = mode
      expect(refusal(await signInAsDemo({ loginName: 'demo-editor', address: '10.0.0.1' }))).toBe('wrong-credentials')
      expect(refusal(await signInByPassword({ loginName: 'demo-editor', password: PASSWORD, address: '10.0.0.1' }))).toBe(
        'wrong-credentials',
      )
    }
  })
})
