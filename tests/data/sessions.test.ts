import { beforeAll, describe, expect, test } from 'vitest'
import { database, inTransaction } from '@/lib/data/database/database'
import { changeOwnPassword, findOwnPasswordHash } from '@/lib/data/people/own-password'
import { endSession, findAccount, openSession } from '@/lib/data/people/sessions'
import { findUser } from '@/lib/data/people/user-records'
import { addMembership, removeMembership, resetPassword, setUserDisabled } from '@/lib/data/people/users'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aTree, aUser, hashOfPassword, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

const minutes = (count: number) => count * 60_000
const begin = Date.UTC(2024, 4, 6)
const at = (offset: number) => new Date(begin + offset)

let everything: Viewer
let root: string
let userId: string

beforeAll(async () => {
  const tree = await aTree()
  everything = tree.administrator
  root = tree.root
  userId = await aUser(everything, 'li', root, 'editor')
})

const open = async (now = new Date()) => ({ userId, sessionId: await inTransaction((tx) => openSession(tx, userId, now)) })

describe('a session', () => {
  test('holds while it is used, up to 12 hours', async () => {
    const token = await open(at(0))
    for (let i = 1; i <= 24 * 2; i++) expect(await findAccount(token, at(minutes(15 * i)))).not.toBeNull()
    expect(await findAccount(token, at(minutes(12 * 60) + 1))).toBeNull()
  })

  test('ends after 30 minutes without a request', async () => {
    const token = await open(at(0))
    expect(await findAccount(token, at(minutes(30)))).not.toBeNull()
    expect(await findAccount(token, at(minutes(60)))).not.toBeNull()
    expect(await findAccount(token, at(minutes(90) + 1))).toBeNull()
  })

  test('ends at sign-out, wherever a copy of the token is', async () => {
    const token = await open()
    const other = await open()
    await endSession(token, '10.0.0.1')
    expect(await findAccount(token)).toBeNull()
    expect(await findAccount(other)).not.toBeNull()
  })

  test('from a moment still to come is not believed: the clock was set back since', async () => {
    const token = await open(at(minutes(24 * 60)))
    expect(await findAccount(token, at(minutes(24 * 60)))).not.toBeNull()
    expect(await findAccount(token, at(0))).toBeNull()
    const used = await open(at(0))
    await database().session.update({ where: { id: used.sessionId }, data: { lastSeenAt: at(minutes(60)) } })
    expect(await findAccount(used, at(minutes(1)))).toBeNull()
    // Two servers’ clocks differ by seconds
    expect(await findAccount(await open(at(20_000)), at(0))).not.toBeNull()
  })

  test('is written down when it ends by sign-out, once', async () => {
    const token = await open()
    const entries = () => database().auditEntry.findMany({ where: { action: 'session.close', actorId: userId } })
    const before = (await entries()).length
    await Promise.all([endSession(token, '10.0.0.7'), endSession(token, '10.0.0.7')])
    expect((await entries()).slice(before)).toMatchObject([{ clientAddress: '10.0.0.7', actorName: '示例li', subject: userId }])
  })

  test('is worth nothing to another user, nor is a made-up one', async () => {
    const token = await open()
    expect(await findAccount({ userId: everything.userId, sessionId: token.sessionId })).toBeNull()
    expect(await findAccount({ userId, sessionId: 'made-up' })).toBeNull()
    await endSession({ userId: everything.userId, sessionId: token.sessionId }, '10.0.0.1')
    expect(await findAccount(token)).not.toBeNull()
  })
})

describe('sessions end', () => {
  test('when the account is disabled, and stay ended when it is enabled again', async () => {
    const token = await open()
    value(await setUserDisabled(everything, userId, true))
    expect(await findAccount(token)).toBeNull()
    value(await setUserDisabled(everything, userId, false))
    expect(await findAccount(token)).toBeNull()
  })

  test('when the administrator resets the password, which then must be changed', async () => {
    const token = await open()
    value(await resetPassword(everything, userId, await hashOfPassword()))
    expect(await findAccount(token)).toBeNull()
    expect((await findAccount(await open()))?.mustChangePassword).toBe(true)
  })

  test('at a new password of one’s own, all of them: the browser goes on with a new one', async () => {
    const before = [await open(), await open()]
    await database().user.update({ where: { id: userId }, data: { mustChangePassword: true } })
    const viewer = await viewerOf(userId)
    const seenHash = await findOwnPasswordHash(viewer)
    const renewed = value(await changeOwnPassword(viewer, { seenHash, passwordHash: 'new' }))
    expect(await findAccount(renewed)).toMatchObject({ mustChangePassword: false })
    for (const token of before) expect(await findAccount(token)).toBeNull()
    expect(refusal(await changeOwnPassword(viewer, { seenHash, passwordHash: 'newer' }))).toBe('password-wrong')
  })

  test('when a role is given or taken away', async () => {
    const before = await open()
    value(await addMembership(everything, userId, { departmentId: root, role: 'reviewer', withSubtree: true }))
    expect(await findAccount(before)).toBeNull()
    const between = await open()
    expect((await findAccount(between))?.viewer.memberships.map(({ role }) => role).sort()).toEqual(['editor', 'reviewer'])
    const membership = (await findUser(everything, userId))?.memberships.find(({ role }) => role === 'reviewer')
    value(await removeMembership(everything, userId, membership?.id ?? ''))
    expect(await findAccount(between)).toBeNull()
    expect((await findAccount(await open()))?.viewer.memberships.map(({ role }) => role)).toEqual(['editor'])
  })
})

test('a membership taken away behind its back counts at the very next request', async () => {
  const token = await open()
  await database().membership.deleteMany({ where: { userId } })
  expect((await findAccount(token))?.viewer.memberships).toEqual([])
})
