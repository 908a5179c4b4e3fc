import { beforeAll, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { countAdministered, findNode, listBelow, listTops, searchTree, treeBeginning } from '@/lib/data/people/department-tree'
import { setDepartmentClosed } from '@/lib/data/people/departments'
import { listRoundDepartments } from '@/lib/data/rounds/round-list'
import { addDepartmentsToRound, openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

let everything: Viewer
let part: Viewer
let node: Viewer
let root: string
let district: string
let bureau: string
const schools: string[] = []

beforeAll(async () => {
  await storeBundledSchemes()
  const tree = await aTree()
  ;({ root, administrator: everything } = tree)
  district = await aDepartment(everything, root, '示例区', '2', 'region')
  bureau = await aDepartment(everything, district, '示例区教育局', '201', 'authority')
  for (let n = 1; n <= 3; n++) schools.push(await aDepartment(everything, bureau, `示例区第${n}小学`, `20100${n}`))
  await aDepartment(everything, root, '示例市民政局', '3', 'authority')
  value(await setDepartmentClosed(everything, schools[2] ?? '', true))
  part = await viewerOf(await aUser(everything, 'part', bureau, 'administrator', true))
  node = await viewerOf(await aUser(everything, 'node', bureau, 'administrator', false))
})

const names = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name)
const NOBODY: Viewer = { userId: 'x', name: 'x', memberships: [] }

test('a level is given by code, part after part, each node with what stands below it', async () => {
  const { nodes, more } = await listBelow(everything, bureau)
  expect([names(nodes), more]).toEqual([['示例区第1小学', '示例区第2小学', '示例区第3小学'], false])
  expect(nodes.map(({ closed, above }) => [closed, above])).toEqual(
    [false, false, true].map((closed) => [closed, [root, district, bureau]]),
  )
  expect(names((await listBelow(everything, bureau, '201001')).nodes)).toEqual(['示例区第2小学', '示例区第3小学'])
  // The bureau and its two open schools; the district itself is no unit.
  expect(await findNode(everything, district)).toMatchObject({ children: 1, units: 3, place: '示例市' })
})

test('everybody begins where their own part does, and reaches nothing beside it', async () => {
  expect(names(await listTops(everything))).toEqual(['示例市'])
  expect(names(await listTops(part))).toEqual(['示例区教育局'])
  expect((await listBelow(part, bureau)).nodes).toHaveLength(3)
  expect((await listBelow(part, root)).nodes).toEqual([])
  expect((await listBelow(node, bureau)).nodes).toEqual([])
  expect(names((await searchTree(part, '示例')).nodes)).toEqual(['示例区教育局', '示例区第1小学', '示例区第2小学', '示例区第3小学'])
  expect(await findNode(part, district)).toBeNull()
  expect([await countAdministered(everything), await countAdministered(part), await countAdministered(NOBODY)]).toEqual([7, 4, 0])
  for (const nothing of [await listTops(NOBODY), (await searchTree(NOBODY, '示例')).nodes, (await listBelow(NOBODY, root)).nodes])
    expect(nothing).toEqual([])
})

test('a search finds words in any order and says where each node stands', async () => {
  const { nodes } = await searchTree(everything, '小学 shiliqu 2')
  expect(nodes.map(({ name, place }) => [name, place])).toEqual(
    ['1', '2', '3'].map((n) => [`示例区第${n}小学`, '示例市 › 示例区 › 示例区教育局']),
  )
})

test('a small tree comes whole', async () => {
  const { tops, levels } = await treeBeginning(everything)
  expect(names(tops)).toEqual(['示例市'])
  expect(Object.values(levels).reduce((sum, level) => sum + level.nodes.length, 0)).toBe(6)
  expect(names(levels[bureau]?.nodes ?? [])).toEqual(['示例区第1小学', '示例区第2小学', '示例区第3小学'])
})

test('a subtree is chosen as one: without its regions, what is closed, what is left out and what is in the round already', async () => {
  const { id: schemeVersionId } = await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'national-2020' } })
  const round = { year: 2024, name: '示例任务', schemeVersionId, deadlines: {} }
  const [first = '', second = ''] = schools
  const id = value(await openRound(everything, { ...round, departmentIds: [], subtreeIds: [district], exceptIds: [second] }))
  const listed = async () => names((await listRoundDepartments(everything, id, { search: '', status: null }, { after: '', size: 50 })).rows)
  expect(await listed()).toEqual(['示例区教育局', '示例区第1小学'])
  expect((await listBelow(everything, bureau, '', id)).nodes.map(({ taken }) => taken)).toEqual([true, false, false])

  expect(value(await addDepartmentsToRound(everything, id, { departmentIds: [], subtreeIds: [root] }))).toMatchObject({ count: 2 })
  expect(await listed()).toEqual(['示例区教育局', '示例区第1小学', '示例区第2小学', '示例市民政局'])
  expect(refusal(await addDepartmentsToRound(everything, id, { departmentIds: [], subtreeIds: [root] }))).toBe('round-without-departments')
  expect(refusal(await addDepartmentsToRound(everything, id, { departmentIds: [first], subtreeIds: [] }))).toBe(
    'round-department-already-in',
  )
  // A subtree that is not wholly the viewer's is not opened in part.
  expect(refusal(await openRound(part, { ...round, name: '另一任务', departmentIds: [], subtreeIds: [district] }))).toBe(
    'round-department-unavailable',
  )
  const found = await listRoundDepartments(everything, id, { search: 'xiaoxue', status: 'draft' }, { after: '', size: 1 })
  expect([names(found.rows), found.count, found.next === null]).toEqual([['示例区第1小学'], 2, false])
})
