import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { keepRoster, previewRoster } from '@/lib/data/people/roster'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { RosterLine } from '@/lib/domain/people/roster'
import { readRoster } from '@/lib/forms/administration/roster'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, hashOfPassword, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

let everything: Viewer
let bureau: Viewer
beforeAll(async () => {
  const { root, administrator } = await aTree()
  everything = administrator
  const education = await aDepartment(everything, root, '示例教育局', '101', 'authority')
  bureau = await viewerOf(await aUser(everything, 'bureau', education, 'administrator', true))
})

const HEAD = '单位代码\t单位名称\t类型\t上级代码\t用户名\t姓名\t角色'
const lines = (...rows: string[]): readonly RosterLine[] => value(readRoster([HEAD, ...rows].join('\n'))).lines
const keep = async (viewer: Viewer, list: readonly RosterLine[]) => {
  const plan = await previewRoster(viewer, list)
  const hash = await hashOfPassword()
  return keepRoster(viewer, list, { hashes: new Map((plan?.people ?? []).map(({ loginName }) => [loginName, hash])), demo: false })
}
const counts = async () => [await database().department.count(), await database().user.count(), await database().auditEntry.count()]

test('sixty departments and a hundred and twenty people are made at once, each with its entry in the log, and once only', async () => {
  const departments = Array.from({ length: 60 }, (_, index) => `${200 + index}\t示例${index}局\t主管部门\t1`)
  const people = Array.from(
    { length: 120 },
    (_, index) => `${200 + (index % 60)}\t\t\t\tperson${index}\t示例${index}\t${index < 60 ? '填报人' : '单位审核人'}`,
  )
  const list = lines(...departments, ...people)
  const before = await counts()
  const plan = value(await keep(everything, list))
  expect([plan.departments.length, plan.people.length]).toEqual([60, 120])
  const after = await counts()
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([60, 120, 180])
  const someone = await database().user.findUniqueOrThrow({
    where: { loginName: 'person61' },
    select: { mustChangePassword: true, memberships: { select: { role: true, department: { select: { name: true, path: true } } } } },
  })
  expect(someone).toMatchObject({ mustChangePassword: true, memberships: [{ role: 'approver', department: { name: '示例1局' } }] })

  expect(value(await keep(everything, list))).toMatchObject({ departments: [], people: [], grants: [] })
  expect(await counts()).toEqual(after)
})

test('a person who is there gets the further role, and signs in anew with it', async () => {
  const list = lines('200\t\t\t\tperson1\t示例1\t填报人')
  expect(value(await keep(everything, list)).grants).toHaveLength(1)
  expect(await database().membership.count({ where: { user: { loginName: 'person1' } } })).toBe(2)
})

test('where a line is wrong nothing is kept', async () => {
  const before = await counts()
  expect(refusal(await keep(everything, lines('301\t示例水务局\t主管部门\t1', '302\t示例林业局\t主管部门\t999')))).toBe('roster-faulty')
  expect(await counts()).toEqual(before)
})

test('each administrator within what they administer, and nobody else', async () => {
  expect(refusal(await keep(bureau, lines('303\t示例财政局\t主管部门\t1')))).toBe('roster-faulty')
  expect(value(await keep(bureau, lines('101001\t示例小学\t单位\t101\tteacher\t示例师\t填报人'))).departments).toHaveLength(1)
  const editor = await viewerOf(await aUser(everything, 'only.editor', bureau.memberships[0]?.departmentId ?? '', 'editor'))
  expect(await previewRoster(editor, lines('101002\t示例中学\t单位\t101'))).toBeNull()
  expect(refusal(await keepRoster(editor, lines('101002\t示例中学\t单位\t101'), { hashes: new Map(), demo: false }))).toBe('not-permitted')
})

test('an account that became new only meanwhile has no password, and is not made without one', async () => {
  const list = lines('101\t\t\t\tnobody.yet\t示例新\t填报人')
  expect(refusal(await keepRoster(everything, list, { hashes: new Map(), demo: false }))).toBe('changed-meanwhile')
})
