import { beforeAll, describe, expect, test } from 'vitest'
import { database, inTransaction } from '@/lib/data/database'
import { changeOwnPassword, findOwnPasswordHash } from '@/lib/data/own-password'
import { endSession, findAccount, openSession } from '@/lib/data/sessions'
import { findUser } from '@/lib/data/user-records'
import { addMembership, removeMembership, resetPassword, setUserDisabled } from '@/lib/data/users'
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
    await endSession(token)
    expect(await findAccount(token)).toBeNull()
    expect(await findAccount(other)).not.toBeNull()
  })

  test('is worth nothing to another user, nor is a made-up one', async () => {
    const token = await open()
    expect(await findAccount({ userId: everything.userId, sessionId: token.sessionId })).toBeNull()
    expect(await findAccount({ userId, sessionId: 'made-up' })).toBeNull()
    await endSession({ userId: everything.userId, sessionId: token.sessionId })
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

  test('at a new password of one’s own, except the one it is changed in', async () => {
    const [here, elsewhere] = [await open(), await open()]
    const viewer = await viewerOf(userId)
    const seenHash = await findOwnPasswordHash(viewer)
    value(await changeOwnPassword(viewer, { seenHash, passwordHash: 'new', sessionId: here.sessionId }))
    expect(await findAccount(here)).toMatchObject({ mustChangePassword: false })
    expect(await findAccount(elsewhere)).toBeNull()
    expect(refusal(await changeOwnPassword(viewer, { seenHash, passwordHash: 'newer', sessionId: here.sessionId }))).toBe('password-wrong')
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
