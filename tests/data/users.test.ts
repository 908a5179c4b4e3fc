import { beforeAll, describe, expect, test } from 'vitest'
import { listAuditEntries } from '@/lib/data/audit-log'
import { database } from '@/lib/data/database'
import { checkInstallation, hasRealAccounts } from '@/lib/data/installation'
import {
  addMembership,
  createUser,
  findUser,
  listUsers,
  removeMembership,
  renameUser,
  resetPassword,
  setUserDisabled,
} from '@/lib/data/users'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, hashOfPassword, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

let everything: Viewer
let root: string
let education: string
let health: string
let part: Viewer
let teacher: string
let nurse: string

beforeAll(async () => {
  expect(await hasRealAccounts()).toBe(false)
  const tree = await aTree()
  everything = tree.administrator
  root = tree.root
  education = await aDepartment(everything, root, '示例教育局', '101', 'authority')
  health = await aDepartment(everything, root, '示例卫生局', '102', 'authority')
  part = await viewerOf(await aUser(everything, 'part', education, 'administrator', true))
  teacher = await aUser(everything, 'teacher', education, 'editor')
  nurse = await aUser(everything, 'nurse', health, 'editor')
})

const page = { search: '', page: 1, pageSize: 50 }
const namesSeenBy = async (viewer: Viewer, search = '') =>
  (await listUsers(viewer, { ...page, search })).users.map(({ loginName }) => loginName)

describe('who sees whom', () => {
  test('an administrator of everything all, one of a part those with a role in it, others nobody', async () => {
    expect(await namesSeenBy(everything)).toEqual(['nurse', 'part', 'root', 'teacher'])
    expect(await namesSeenBy(part)).toEqual(['part', 'teacher'])
    expect(await namesSeenBy(await viewerOf(teacher))).toEqual([])
    expect(await findUser(part, nurse)).toBeNull()
  })

  test('search finds by login name, name, department and code', async () => {
    expect(await namesSeenBy(everything, 'TEACH')).toEqual(['teacher'])
    expect(await namesSeenBy(everything, '卫生')).toEqual(['nurse'])
    expect(await namesSeenBy(everything, '101')).toEqual(['part', 'teacher'])
    expect(await namesSeenBy(everything, '%')).toEqual([])
    expect(await namesSeenBy(part, '卫生')).toEqual([])
  })

  test('pages are counted over all', async () => {
    expect(await listUsers(everything, { search: '', page: 2, pageSize: 3 })).toMatchObject({ count: 4, users: [{ loginName: 'teacher' }] })
  })
})

describe('an account', () => {
  test('has a login name of its own', async () => {
    const grant = { departmentId: education, role: 'editor', withSubtree: false } as const
    const account = { loginName: 'twin', name: '示例双', passwordHash: await hashOfPassword(), grant, demo: false }
    const both = await Promise.all([createUser(everything, account), createUser(everything, account)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.flatMap((one) => (one.ok ? [] : one.refusal.code))).toEqual(['login-name-taken'])
  })

  test('begins with a password that must be changed', async () => {
    expect(await findUser(everything, teacher)).toMatchObject({ mustChangePassword: true, disabled: false })
  })
})

describe('an administrator of a part', () => {
  test('creates and gives roles there only, never more than their own', async () => {
    const account = { loginName: 'x', name: '示例某', passwordHash: await hashOfPassword(), demo: false }
    expect(refusal(await createUser(part, { ...account, grant: { departmentId: health, role: 'editor', withSubtree: false } }))).toBe(
      'membership-outside-scope',
    )
    expect(refusal(await addMembership(part, teacher, { departmentId: root, role: 'editor', withSubtree: true }))).toBe(
      'membership-outside-scope',
    )
    value(await addMembership(part, teacher, { departmentId: education, role: 'approver', withSubtree: true }))
  })

  test('cannot touch who has a role elsewhere: setting a password would be acting in their place', async () => {
    expect(refusal(await resetPassword(part, everything.userId, 'hash'))).toBe('user-not-found')
    expect(refusal(await resetPassword(part, nurse, 'hash'))).toBe('user-not-found')
    value(await addMembership(everything, nurse, { departmentId: education, role: 'editor', withSubtree: false }))
    expect(await findUser(part, nurse)).not.toBeNull()
    expect(refusal(await resetPassword(part, nurse, 'hash'))).toBe('user-not-found')
    expect(refusal(await setUserDisabled(part, nurse, true))).toBe('user-not-found')
    expect(refusal(await renameUser(part, nurse, '示例改'))).toBe('user-not-found')
    expect(refusal(await addMembership(part, nurse, { departmentId: education, role: 'administrator', withSubtree: false }))).toBe(
      'user-not-found',
    )
  })

  test('without the subtree gives no role with it', async () => {
    const node = await viewerOf(await aUser(everything, 'node', education, 'administrator', false))
    const account = { loginName: 'y', name: '示例某', passwordHash: await hashOfPassword(), demo: false }
    expect(
      refusal(await createUser(node, { ...account, grant: { departmentId: education, role: 'administrator', withSubtree: true } })),
    ).toBe('membership-outside-scope')
  })

  test('sees the audit entries of their own users only', async () => {
    value(await renameUser(part, teacher, '示例教师'))
    const seen = await listAuditEntries(part, {}, { before: null, pageSize: 100 })
    expect(new Set(seen.entries.map(({ actorName }) => actorName))).toEqual(new Set(['示例part']))
    expect((await listAuditEntries(await viewerOf(teacher), {}, { before: null, pageSize: 100 })).entries).toEqual([])
  })
})

describe('roles other than administrator', () => {
  test('change nobody', async () => {
    const viewer = await viewerOf(teacher)
    expect(refusal(await renameUser(viewer, nurse, '示例改'))).toBe('user-not-found')
    expect(refusal(await resetPassword(viewer, viewer.userId, 'hash'))).toBe('user-not-found')
    expect(refusal(await addMembership(viewer, teacher, { departmentId: education, role: 'administrator', withSubtree: true }))).toBe(
      'user-not-found',
    )
  })
})

describe('the last administrator of everything', () => {
  const own = async (viewer: Viewer) =>
    (await findUser(everything, viewer.userId))?.memberships.find(({ role }) => role === 'administrator')?.id ?? ''

  test('is not disabled, demoted or narrowed, not by themselves either', async () => {
    expect(refusal(await setUserDisabled(everything, everything.userId, true))).toBe('own-account')
    expect(refusal(await removeMembership(everything, everything.userId, await own(everything)))).toBe('last-administrator')
    expect(
      refusal(await addMembership(everything, everything.userId, { departmentId: root, role: 'administrator', withSubtree: false })),
    ).toBe('last-administrator')
  })

  test('of two who disable each other at once, one stays', async () => {
    const second = await viewerOf(await aUser(everything, 'second', root, 'administrator', true))
    const both = await Promise.all([setUserDisabled(everything, second.userId, true), setUserDisabled(second, everything.userId, true)])
    expect(both.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    const left = await database().user.count({
      where: { disabledAt: null, memberships: { some: { role: 'administrator', departmentId: root } } },
    })
    expect(left).toBeGreaterThanOrEqual(1)
    await database().user.updateMany({ where: { id: { in: [second.userId, everything.userId] } }, data: { disabledAt: null } })
    value(await removeMembership(everything, second.userId, await own(second)))
  })

  test('a disabled one does not count', async () => {
    const third = await aUser(everything, 'third', root, 'administrator', true)
    value(await setUserDisabled(everything, third, true))
    expect(refusal(await removeMembership(everything, everything.userId, await own(everything)))).toBe('last-administrator')
  })
})

test('a system with real accounts is never served as a demo, and demo data never as a real system', async () => {
  expect(await checkInstallation(false)).toEqual({ ok: true, value: undefined })
  expect(refusal(await checkInstallation(true))).toBe('demo-with-real-accounts')
  await database().installation.create({ data: { demo: true } })
  expect(refusal(await checkInstallation(false))).toBe('demo-data-present')
})

test('the audit entries of a user say what changed, and never a password', async () => {
  const { entries } = await listAuditEntries(everything, { action: 'users.' }, { before: null, pageSize: 500 })
  expect(entries.length).toBeGreaterThan(8)
  expect(entries.map(({ payload }) => payload).join()).not.toContain('argon2')
  const numbers = entries.map(({ number }) => BigInt(number))
  expect(numbers).toEqual([...numbers].sort((a, b) => (a < b ? 1 : -1)))
})

test('the log is read page by page and filtered by person', async () => {
  const first = await listAuditEntries(everything, {}, { before: null, pageSize: 3 })
  expect(first.entries).toHaveLength(3)
  const second = await listAuditEntries(everything, {}, { before: BigInt(first.next ?? 0), pageSize: 3 })
  expect(BigInt(second.entries[0]?.number ?? 0)).toBeLessThan(BigInt(first.entries[2]?.number ?? 0))
  const byPart = await listAuditEntries(everything, { actor: 'part' }, { before: null, pageSize: 50 })
  expect(new Set(byPart.entries.map(({ actorName }) => actorName))).toEqual(new Set(['示例part']))
})
