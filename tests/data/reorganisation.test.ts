import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { moveDepartment } from '@/lib/data/people/departments'
import { renameUser } from '@/lib/data/people/users'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, aViewer, type District, line, save } from '@/tests/support/evaluations'
import { aDepartment, aUser, value } from '@/tests/support/people'

testDatabase()

let district: District
let successor: { id: string; path: string; kind: 'authority' }
let before: string

const placesOf = async (action: string) =>
  (await database().auditEntry.findMany({ where: { action }, orderBy: { number: 'asc' } })).map((entry) => entry.departmentPath)
const sees = async (viewer: Viewer): Promise<boolean> => (await findEvaluation(viewer, district.street)) !== null

beforeAll(async () => {
  district = await aDistrict()
  const { whole, street } = district.departments
  const id = await aDepartment(district.administrator, whole.id, '示例承接局', '103', 'authority')
  successor = { id, path: `${whole.path}${id}/`, kind: 'authority' }
  before = street.path
  await save(district.editor, district.street, { 'cover/phone': line('1') })
  value(await moveDepartment(district.administrator, street.id, id))
  await save(district.editor, district.street, { 'cover/preparer': line('示例填报人') })
})

test('an evaluation keeps where its department stood when it was opened', async () => {
  const kept = await database().evaluation.findUniqueOrThrow({ where: { id: district.street } })
  expect(kept.departmentPath).toBe(before)
})

test('an entry of the log keeps where it happened, as the tree stood then', async () => {
  const { street, whole } = district.departments
  const after = `${successor.path}${street.id}/`
  expect(await placesOf('cells.save')).toEqual([before, after])
  expect(await placesOf('departments.move')).toEqual([after])
  // Rounds and schemes have no place of their own: it is that of who acted, and the system has none.
  expect(new Set(await placesOf('rounds.open'))).toEqual(new Set([whole.path]))
  expect(new Set(await placesOf('schemes.store'))).toEqual(new Set(['']))
})

test('what is done to a person happens at the deepest node that holds all their roles', async () => {
  const { administrator, departments } = district
  const user = await aUser(administrator, 'somebody', departments.town.id, 'editor')
  value(await renameUser(administrator, user, '示例某人'))
  await database().membership.create({ data: { userId: user, departmentId: departments.bureau.id, role: 'reviewer' } })
  value(await renameUser(administrator, user, '示例某某'))
  expect(await placesOf('users.rename')).toEqual([departments.town.path, departments.whole.path])
})

test('who may see it goes by where the department stands today', async () => {
  expect(await sees(aViewer('原主管', 'reviewer', district.departments.bureau, true))).toBe(false)
  expect(await sees(aViewer('承接', 'reviewer', successor, true))).toBe(true)
})
