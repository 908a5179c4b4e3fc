import { beforeAll, describe, expect, test } from 'vitest'
import { type AuditFilter, listAuditEntries } from '@/lib/data/audit/audit-log'
import { database } from '@/lib/data/database/database'
import { checkInstallation, hasRealAccounts } from '@/lib/data/database/installation'
import { findUser, listUsers } from '@/lib/data/people/user-records'
import { addMembership, createUser, removeMembership, renameUser, resetPassword, setUserDisabled } from '@/lib/data/people/users'
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

const namesSeenBy = async (viewer: Viewer, search = '') =>
  (await listUsers(viewer, search, { after: '', size: 50 })).rows.map(({ loginName }) => loginName)

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
    const first = await listUsers(everything, '', { after: '', size: 3 })
    expect(first).toMatchObject({ count: 4, skipped: 0, previous: null })
    const second = await listUsers(everything, '', { after: first.next ?? '', size: 3 })
    expect(second).toMatchObject({ count: 4, skipped: 3, previous: '', next: null, rows: [{ loginName: 'teacher' }] })
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
    const grant = { departmentId: education, role: 'editor', withSubtree: false } as const
    const account = { loginName: 'new', name: '示例新', passwordHash: await hashOfPassword(), grant, demo: false }
    const id = value(await createUser(everything, account))
    expect(await findUser(everything, id)).toMatchObject({ mustChangePassword: true, disabled: false })
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
    expect(refusal(await addMembership(part, teacher, { departmentId: education, role: 'approver', withSubtree: true }))).toBe(
      'membership-exists',
    )
    expect(refusal(await removeMembership(part, teacher, 'gone'))).toBe('membership-not-found')
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

  test('sees what happened at their own departments and to their own people only', async () => {
    value(await renameUser(part, teacher, '示例教师'))
    const { entries } = await listAuditEntries(part, {}, { before: null, pageSize: 500 })
    const places = await database().auditEntry.findMany({ select: { number: true, departmentPath: true } })
    const own = places.filter(({ departmentPath }) => departmentPath.split('/').includes(education)).map(({ number }) => String(number))
    expect(new Set(entries.map(({ number }) => number))).toEqual(new Set(own))
    expect(entries.some(({ action }) => action === 'users.rename')).toBe(true)
    expect(entries.length).toBeLessThan(places.length)
    const node = await viewerOf(await aUser(everything, 'nodeonly', education, 'administrator', false))
    const seen = (await listAuditEntries(node, {}, { before: null, pageSize: 500 })).entries
    const { path } = await database().department.findUniqueOrThrow({ where: { id: education } })
    const atNode = await database().auditEntry.findMany({ where: { departmentPath: path }, select: { number: true } })
    expect(new Set(seen.map(({ number }) => number))).toEqual(new Set(atNode.map(({ number }) => String(number))))
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
  const all = await listAuditEntries(everything, {}, { before: null, pageSize: 500 })
  const entries = all.entries.filter(({ action }) => action.startsWith('users.'))
  expect(entries.length).toBeGreaterThan(8)
  expect(entries.map(({ payload }) => payload).join()).not.toContain('argon2')
  const numbers = entries.map(({ number }) => BigInt(number))
  expect(numbers).toEqual([...numbers].sort((a, b) => (a < b ? 1 : -1)))
})

test('the log is read page by page and filtered by person', async () => {
  const first = await listAuditEntries(everything, {}, { before: null, pageSize: 3 })
  expect(first.entries).toHaveLength(3)
  const second = await listAuditEntries(everything, {}, { before: BigInt(first.next ?? 0), pageSize: 3 })
  const number = BigInt(second.entries[1]?.number ?? 0)
  expect((await listAuditEntries(everything, { number }, { before: null, pageSize: 1 })).entries).toEqual(second.entries.slice(1, 2))
  expect(BigInt(second.entries[0]?.number ?? 0)).toBeLessThan(BigInt(first.entries[2]?.number ?? 0))
  const found = async (filter: AuditFilter) => (await listAuditEntries(everything, filter, { before: null, pageSize: 500 })).entries
  // By login name, by name in pinyin, and not at all
  for (const actor of ['part', 'shilipart'])
    expect(new Set((await found({ actor })).map(({ actorName }) => actorName))).toEqual(new Set(['示例part']))
  expect(await found({ actor: 'nobody' })).toEqual([])
  const renamed = await found({ action: 'users.rename', object: teacher })
  expect(renamed.length).toBeGreaterThan(0)
  expect(renamed.every(({ action, subject }) => action === 'users.rename' && subject === teacher)).toBe(true)
  const { name } = await database().department.findUniqueOrThrow({ where: { id: education } })
  const atEducation = await found({ department: name })
  expect(atEducation.length).toBeGreaterThan(0)
  expect(atEducation.length).toBeLessThan((await found({})).length)
  const [newest] = await found({})
  expect((await found({ from: new Date(newest?.at ?? 0) })).map(({ number }) => number)).toContain(newest?.number)
  expect(await found({ until: new Date(0) })).toEqual([])
})

test('what somebody did is found by what they were called then, too', async () => {
  const doneBy = async (actor: string) => {
    const { entries } = await listAuditEntries(everything, { actor }, { before: null, pageSize: 500 })
    return new Set(entries.map(({ actorName }) => actorName))
  }
  expect(await doneBy('示例part')).toEqual(new Set(['示例part']))
  value(await renameUser(everything, part.userId, '示例改名者'))
  expect([await doneBy('示例改名者'), await doneBy('示例part')]).toEqual([new Set(['示例part']), new Set(['示例part'])])
})
