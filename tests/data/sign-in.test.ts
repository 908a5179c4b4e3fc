import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signInAsDemo, signInByPassword } from '@/lib/auth/sign-in'
import { database, inTransaction } from '@/lib/data/database/database'
import { findAccount } from '@/lib/data/people/sessions'
import { bookTry, listDemoAccounts } from '@/lib/data/people/sign-in'
import { setUserDisabled, storeUser } from '@/lib/data/people/users'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aTree, aUser, hashOfPassword, PASSWORD, refusal, value } from '@/tests/support/people'

testDatabase()

const minutes = (count: number) => count * 60_000
const at = (offset: number) => new Date(Date.UTC(2024, 4, 6) + offset)
const right = (loginName: string, address = '10.0.0.1') => ({ loginName, password: PASSWORD, address })
/** Guesses at an account, each from another address. */
async function guessFrom(loginName: string, addresses: number): Promise<void> {
  for (let i = 0; i < addresses; i++) await bookTry(loginName, { address: `10.5.${i}.1` }, at(i))
}
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
  await database().knownPlace.deleteMany()
})
afterEach(() => {
  delete process.env.HENGJI_DEMO
})

describe('signing in', () => {
  test('the right password opens a session of its own each time', async () => {
    const first = value(await signInByPassword({ loginName: ' Li ', password: PASSWORD, address: '10.0.0.1' }))
    const second = value(await signInByPassword({ loginName: 'ｌｉ\u200b', password: PASSWORD, address: '10.0.0.1' }))
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

  test('the session that the browser had ends with it, whoever it was of', async () => {
    const before = value(await signInByPassword(right('li')))
    const after = value(await signInByPassword({ ...right('wang'), replaced: before }))
    expect(await findAccount(before)).toBeNull()
    expect(await findAccount(after)).not.toBeNull()
  })

  test('is written down with where it came from, right and wrong', async () => {
    const entries = async () =>
      (await database().auditEntry.findMany({ where: { action: { startsWith: 'session.' } }, orderBy: { number: 'asc' } })).map(
        ({ action, actorId, subject, clientAddress, payload }) => ({ action, actorId, subject, clientAddress, payload }),
      )
    const before = (await entries()).length
    const { userId } = value(await signInByPassword(right('li', '10.0.0.3')))
    await signInByPassword(wrong('li', '10.0.0.4'))
    await signInByPassword(wrong('my-Secret-pass', '10.0.0.5'))
    const kept = (await entries()).slice(before)
    expect(kept).toMatchObject([
      { action: 'session.open', actorId: userId, subject: userId, clientAddress: '10.0.0.3' },
      { action: 'session.refuse', actorId: null, subject: userId, clientAddress: '10.0.0.4' },
      { action: 'session.refuse', actorId: null, subject: '', clientAddress: '10.0.0.5' },
    ])
    // What was typed for a name may be a password
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('secret')
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
  test('after 5 of an account from a place it stays shut there for 15 minutes, also for the right password', async () => {
    for (let i = 0; i < 5; i++) expect(refusal(await signInByPassword(wrong('li'), at(minutes(i))))).toBe('wrong-credentials')
    const shut = await signInByPassword(right('li'), at(minutes(5)))
    expect(shut).toEqual({ ok: false, refusal: { code: 'too-many-attempts', facts: { minutes: '10' } } })
    value(await signInByPassword(right('wang'), at(minutes(5))))
    expect(refusal(await signInByPassword(right('li'), at(minutes(15) - 1)))).toBe('too-many-attempts')
    value(await signInByPassword(right('li'), at(minutes(15) + 1)))
  })

  test('a named person is not shut out by who guesses from elsewhere', async () => {
    for (let i = 0; i < 20; i++) await signInByPassword(wrong('li', '10.9.0.1'), at(i))
    expect(refusal(await signInByPassword(right('li', '10.9.0.1'), at(30)))).toBe('too-many-attempts')
    value(await signInByPassword(right('li', '10.0.0.1'), at(30)))
  })

  test('nor by guesses from ever new addresses where they signed in before; strangers are held up', async () => {
    const { device } = value(await signInByPassword(right('li', '10.0.0.1'), at(0)))
    await guessFrom('li', 60)
    expect(refusal(await signInByPassword(right('li', '10.8.0.1'), at(60)))).toBe('too-many-attempts')
    value(await signInByPassword(right('li', '10.0.0.1'), at(60)))
    // On the road, with the browser of always
    value(await signInByPassword({ ...right('li', '10.8.0.2'), device }, at(61)))
    // A mark that we never gave, or gave to somebody else, helps nobody
    const other = value(await signInByPassword(right('wang', '10.7.0.1'), at(0)))
    for (const mark of ['x'.repeat(22), other.device])
      expect(refusal(await signInByPassword({ ...right('li', '10.8.0.3'), device: mark }, at(62)))).toBe('too-many-attempts')
  })

  test('a known browser has 5 tries of its own', async () => {
    const { device } = value(await signInByPassword(right('li'), at(0)))
    for (let i = 0; i < 5; i++)
      expect(refusal(await signInByPassword({ ...wrong('li', `10.6.0.${i}`), device }, at(i)))).toBe('wrong-credentials')
    expect(refusal(await signInByPassword({ ...right('li', '10.6.0.9'), device }, at(9)))).toBe('too-many-attempts')
  })

  test('within an IPv6 network one address is as good as another', async () => {
    for (let i = 0; i < 5; i++) await signInByPassword(wrong('li', `2001:db8:0:7::${i}`), at(i))
    expect(refusal(await signInByPassword(right('li', '2001:DB8::7:1:2:3:4'), at(9)))).toBe('too-many-attempts')
    value(await signInByPassword(right('li', '2001:db8:0:8::1'), at(9)))
    for (let i = 0; i < 5; i++) await signInByPassword(wrong('wang', '::ffff:10.0.0.1'), at(i))
    expect(refusal(await signInByPassword(right('wang', '10.0.0.1'), at(9)))).toBe('too-many-attempts')
  })

  test('what was booked before the clock was set back, or ahead, shuts nobody out', async () => {
    for (let i = 0; i < 5; i++) await signInByPassword(wrong('li'), at(minutes(24 * 60)))
    expect(refusal(await signInByPassword(right('li'), at(minutes(24 * 60))))).toBe('too-many-attempts')
    value(await signInByPassword(right('li'), at(0)))
  })

  test('a right password forgets the wrong ones of the account', async () => {
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) await signInByPassword(wrong('li'), at(round))
      value(await signInByPassword({ loginName: 'li', password: PASSWORD, address: '10.0.0.1' }, at(round)))
    }
  })

  test('after 50 from an address who never signed in there does not come in from there; colleagues do', async () => {
    value(await signInByPassword(right('wang', '10.0.0.7'), at(0)))
    for (let i = 0; i < 50; i++) value(await bookTry(`name${i}`, { address: '10.0.0.7' }, at(0)))
    expect(refusal(await signInByPassword(right('li', '10.0.0.7'), at(1)))).toBe('too-many-attempts')
    value(await signInByPassword(right('li', '10.0.0.8'), at(1)))
    value(await signInByPassword(right('wang', '10.0.0.7'), at(1)))
  })

  test('tries that come all at once cost no more hashes than the limit', async () => {
    const booked = await Promise.all(Array.from({ length: 200 }, () => bookTry('li', { address: '10.0.0.1' }, at(0))))
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
