import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import {
  addDepartment,
  findDepartment,
  listAncestors,
  listDepartments,
  moveDepartment,
  renameDepartment,
  setDepartmentClosed,
} from '@/lib/data/people/departments'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

let root: string
let everything: Viewer
let education: string
let health: string
let school: string
let classroom: string

beforeAll(async () => {
  const tree = await aTree()
  root = tree.root
  everything = tree.administrator
  education = await aDepartment(everything, root, '示例教育局', '101', 'authority')
  health = await aDepartment(everything, root, '示例卫生局', '102', 'authority')
  school = await aDepartment(everything, education, '示例小学', '101001')
  classroom = await aDepartment(everything, school, '示例教学点', '101001001')
})

const paths = async () => (await database().department.findMany({ orderBy: { code: 'asc' } })).map(({ id, path }) => [id, path])

describe('the department tree', () => {
  test('a path leads from the root down to the node', async () => {
    expect(await paths()).toEqual([
      [root, `/${root}/`],
      [education, `/${root}/${education}/`],
      [school, `/${root}/${education}/${school}/`],
      [classroom, `/${root}/${education}/${school}/${classroom}/`],
      [health, `/${root}/${health}/`],
    ])
    expect((await listAncestors(everything, classroom)).map(({ name }) => name)).toEqual(['示例市', '示例教育局', '示例小学', '示例教学点'])
    expect(await listAncestors({ ...everything, memberships: [] }, classroom)).toEqual([])
  })

  test('moving takes everything below along, and back again', async () => {
    value(await moveDepartment(everything, school, health))
    expect(Object.fromEntries(await paths())).toMatchObject({
      [school]: `/${root}/${health}/${school}/`,
      [classroom]: `/${root}/${health}/${school}/${classroom}/`,
    })
    value(await moveDepartment(everything, school, education))
    expect(Object.fromEntries(await paths())).toMatchObject({ [classroom]: `/${root}/${education}/${school}/${classroom}/` })
  })

  test('nothing moves below itself, the root nowhere', async () => {
    expect(refusal(await moveDepartment(everything, school, school))).toBe('department-cycle')
    expect(refusal(await moveDepartment(everything, school, classroom))).toBe('department-cycle')
    expect(refusal(await moveDepartment(everything, root, education))).toBe('department-root')
  })

  test('two moves at once that together would make a circle: one is refused', async () => {
    const a = await aDepartment(everything, health, '示例甲院', '102001')
    const b = await aDepartment(everything, health, '示例乙院', '102002')
    const both = await Promise.all([moveDepartment(everything, a, b), moveDepartment(everything, b, a)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('kinds keep their order: no 行政区 below a 单位, no 主管部门 below a 主管部门', async () => {
    expect(refusal(await addDepartment(everything, { parentId: school, kind: 'region', name: '示例区', code: '9' }))).toBe(
      'department-parent-kind',
    )
    expect(refusal(await moveDepartment(everything, education, health))).toBe('department-parent-kind')
  })

  test('a code is given once, a name once below the same node', async () => {
    expect(refusal(await addDepartment(everything, { parentId: root, kind: 'unit', name: '示例新单位', code: '101' }))).toBe(
      'department-code-taken',
    )
    expect(refusal(await addDepartment(everything, { parentId: root, kind: 'unit', name: '示例教育局', code: '999' }))).toBe(
      'department-name-taken',
    )
    expect(
      refusal(await renameDepartment(everything, health, { name: '示例卫生局', code: '101', seen: { name: '示例卫生局', code: '102' } })),
    ).toBe('department-code-taken')
  })

  test('renaming over what somebody else just renamed is refused', async () => {
    value(await renameDepartment(everything, health, { name: '示例卫健局', code: '102', seen: { name: '示例卫生局', code: '102' } }))
    expect(
      refusal(await renameDepartment(everything, health, { name: '示例医疗局', code: '102', seen: { name: '示例卫生局', code: '102' } })),
    ).toBe('department-changed')
  })

  test('closing waits for what stands below; below a closed one nothing opens', async () => {
    expect(refusal(await setDepartmentClosed(everything, school, true))).toBe('department-has-open-children')
    value(await setDepartmentClosed(everything, classroom, true))
    value(await setDepartmentClosed(everything, school, true))
    expect(refusal(await setDepartmentClosed(everything, classroom, false))).toBe('department-parent-closed')
    expect(refusal(await addDepartment(everything, { parentId: school, kind: 'unit', name: '示例班', code: '7' }))).toBe(
      'department-parent-closed',
    )
    value(await setDepartmentClosed(everything, school, false))
    value(await setDepartmentClosed(everything, classroom, false))
    expect(refusal(await setDepartmentClosed(everything, root, true))).toBe('department-root')
  })
})

describe('an administrator of a part', () => {
  test('sees and changes that part only', async () => {
    const part = await viewerOf(await aUser(everything, 'part', education, 'administrator', true))
    expect((await listDepartments(part, ['administrator'])).map(({ id }) => id)).toEqual([education, school, classroom])
    expect(await findDepartment(part, health)).toBeNull()
    expect(refusal(await addDepartment(part, { parentId: root, kind: 'unit', name: '示例外单位', code: '8' }))).toBe('department-not-found')
    expect(refusal(await moveDepartment(part, school, health))).toBe('department-not-found')
    expect(refusal(await renameDepartment(part, health, { name: '示例改名', code: '102', seen: { name: '', code: '' } }))).toBe(
      'department-not-found',
    )
    value(await addDepartment(part, { parentId: education, kind: 'unit', name: '示例中学', code: '101002' }))
  })

  test('one without the subtree adds nothing below', async () => {
    const node = await viewerOf(await aUser(everything, 'node', education, 'administrator', false))
    expect(refusal(await addDepartment(node, { parentId: education, kind: 'unit', name: '示例幼儿园', code: '101003' }))).toBe(
      'department-not-found',
    )
  })

  test('other roles change nothing', async () => {
    const reviewer = await viewerOf(await aUser(everything, 'reviewer', root, 'reviewer', true))
    expect(refusal(await addDepartment(reviewer, { parentId: root, kind: 'unit', name: '示例办', code: '6' }))).toBe('department-not-found')
    expect(refusal(await setDepartmentClosed(reviewer, health, true))).toBe('department-not-found')
    expect(await listDepartments(reviewer, ['administrator'])).toEqual([])
  })
})

test('each change leaves its audit entry', async () => {
  const entries = await database().auditEntry.findMany({ where: { subject: school }, orderBy: { number: 'asc' } })
  expect(entries.map(({ action }) => action)).toEqual([
    'departments.add',
    'departments.move',
    'departments.move',
    'departments.close',
    'departments.reopen',
  ])
  expect(entries[1]).toMatchObject({
    actorName: '示例管理员',
    payload: JSON.stringify({ after: { parentId: health }, before: { parentId: education } }),
  })
})
