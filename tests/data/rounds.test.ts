import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { renameDepartment, setDepartmentClosed } from '@/lib/data/people/departments'
import { listRoundDepartments as departmentsOfRound } from '@/lib/data/rounds/round-list'
import {
  addDepartmentsToRound,
  findRound,
  listRounds,
  listSchemeChoices,
  maySetDeadlines,
  openRound,
  setDeadlines,
} from '@/lib/data/rounds/rounds'
import { listYear } from '@/lib/data/rounds/year-list'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { Viewer } from '@/lib/domain/people/permissions'
import { EVERYTHING } from '@/lib/forms/dashboard'
import { testDatabase } from '@/tests/support/database'
import { aDepartment, aTree, aUser, refusal, value, viewerOf } from '@/tests/support/people'

testDatabase()

const listRoundDepartments = async (viewer: Viewer, roundId: string) =>
  (await departmentsOfRound(viewer, roundId, { search: '', status: null }, { after: '', size: 500 })).rows

let everything: Viewer
let part: Viewer
let root: string
let education: string
let school: string
let health: string
let scheme: string

beforeAll(async () => {
  await storeBundledSchemes()
  const tree = await aTree()
  everything = tree.administrator
  root = tree.root
  education = await aDepartment(everything, root, '示例教育局', '101', 'authority')
  school = await aDepartment(everything, education, '示例小学', '101001')
  health = await aDepartment(everything, root, '示例卫生局', '102', 'authority')
  part = await viewerOf(await aUser(everything, 'part', education, 'administrator', true))
  scheme = (await listSchemeChoices(everything)).find(({ schemeId }) => schemeId === 'national-2020')?.id ?? ''
})

const aRound = (over: Partial<Parameters<typeof openRound>[1]> = {}) => ({
  year: 2023,
  name: '2023年度部门整体支出绩效自评',
  schemeVersionId: scheme,
  departmentIds: [education, health],
  deadlines: { entry: '2024-04-30', finance: '2024-06-30' },
  ...over,
})

describe('opening a year', () => {
  test('creates one evaluation per department, by the scheme, with its name of the day', async () => {
    const id = value(await openRound(everything, aRound()))
    const departments = await listRoundDepartments(everything, id)
    expect(departments.map(({ name, status, node }) => [name, status, node])).toEqual([
      ['示例教育局', 'draft', 'entry'],
      ['示例卫生局', 'draft', 'entry'],
    ])
    const evaluation = await findEvaluation(everything, departments[0]?.evaluationId ?? '')
    expect(evaluation).toMatchObject({
      year: 2023,
      departmentName: '示例教育局',
      scheme: { id: 'national-2020' },
      status: 'draft',
      node: 'entry',
    })
    expect(evaluation?.indicators.map(({ fixedId }) => fixedId)).toEqual(
      [...(evaluation?.scheme.fixedIndicators ?? []), ...(evaluation?.scheme.adjustments ?? [])].map((given) => given.id),
    )
    expect(await findRound(everything, id)).toMatchObject({ progress: { draft: 2 }, deadlines: { entry: '2024-04-30' } })
  })

  test('a department is evaluated alone, or with the units below it where there are some', async () => {
    const both = { name: '汇总任务', departmentIds: [education, school], consolidatedIds: [education] }
    expect(refusal(await openRound(everything, aRound({ ...both, consolidatedIds: [school] })))).toBe('round-department-alone')
    const id = value(await openRound(everything, aRound(both)))
    expect((await listRoundDepartments(everything, id)).map(({ name, scope }) => [name, scope])).toEqual([
      ['示例教育局', 'consolidated'],
      ['示例小学', 'own'],
    ])
  })

  test('a name is given once a year', async () => {
    expect(refusal(await openRound(everything, aRound()))).toBe('round-name-taken')
    value(await openRound(everything, aRound({ year: 2022, departmentIds: [education] })))
  })

  test('needs a published scheme, departments that are open and one’s own, and deadlines in order', async () => {
    const named = { name: '另一任务' }
    expect(refusal(await openRound(everything, aRound({ ...named, schemeVersionId: 'none' })))).toBe('scheme-not-published')
    expect(refusal(await openRound(everything, aRound({ ...named, departmentIds: [] })))).toBe('round-without-departments')
    expect(refusal(await openRound(everything, aRound({ ...named, departmentIds: [education, 'none'] })))).toBe(
      'round-department-unavailable',
    )
    expect(refusal(await openRound(part, aRound({ ...named, departmentIds: [education, health] })))).toBe('round-department-unavailable')
    expect(refusal(await openRound(everything, aRound({ ...named, deadlines: { entry: '2024-05-31', unit: '2024-05-01' } })))).toBe(
      'deadline-order',
    )
    expect(refusal(await openRound(everything, aRound({ ...named, deadlines: { supervisor: '2024-05-01' } })))).toBe('deadline-node')
    value(await setDepartmentClosed(everything, school, true))
    expect(refusal(await openRound(everything, aRound({ ...named, departmentIds: [school] })))).toBe('round-department-closed')
    value(await setDepartmentClosed(everything, school, false))
    expect(await database().round.count({ where: { name: '另一任务' } })).toBe(0)
  })

  test('is for administrators', async () => {
    const reviewer = await viewerOf(await aUser(everything, 'reviewer', root, 'reviewer', true))
    expect(refusal(await openRound(reviewer, aRound({ name: '复核人的任务' })))).toBe('not-permitted')
    expect(await listRounds(reviewer)).toEqual([])
    expect(await listSchemeChoices(reviewer)).toEqual([])
  })
})

describe('a round that is open', () => {
  test('takes further departments, each once', async () => {
    const id = value(await openRound(everything, aRound({ name: '补充任务', departmentIds: [health] })))
    value(await addDepartmentsToRound(part, id, { departmentIds: [school] }))
    expect(refusal(await addDepartmentsToRound(everything, id, { departmentIds: [school, education] }))).toBe('round-department-already-in')
    expect((await listRoundDepartments(everything, id)).map(({ name }) => name)).toEqual(['示例小学', '示例卫生局'])
    expect((await listRoundDepartments(part, id)).map(({ name }) => name)).toEqual(['示例小学'])
    expect((await findRound(part, id))?.progress.draft).toBe(1)
  })

  test('the same department added twice at once is added once', async () => {
    const id = value(await openRound(everything, aRound({ name: '并发任务', departmentIds: [health] })))
    const both = await Promise.all([
      addDepartmentsToRound(everything, id, { departmentIds: [education] }),
      addDepartmentsToRound(everything, id, { departmentIds: [education] }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('has its deadlines set by who administers all its departments', async () => {
    const id = value(await openRound(part, aRound({ name: '教育系统任务', departmentIds: [school] })))
    expect(await maySetDeadlines(part, id)).toBe(true)
    value(await setDeadlines(part, id, { entry: '2024-05-15' }))
    value(await addDepartmentsToRound(everything, id, { departmentIds: [health] }))
    expect(await maySetDeadlines(part, id)).toBe(false)
    expect(refusal(await setDeadlines(part, id, {}))).toBe('round-not-found')
    const entries = await database().auditEntry.findMany({ where: { subject: id }, orderBy: { number: 'asc' } })
    expect(entries.map(({ action }) => action)).toEqual(['rounds.open', 'rounds.set-deadlines', 'rounds.add-departments'])
  })
})

test('a year is opened for some dozens of departments at once, while the person waits', async () => {
  const ids: string[] = []
  for (let i = 0; i < 60; i++) ids.push(await aDepartment(everything, health, `示例医院${i}`, `102${String(i).padStart(3, '0')}`))
  const begun = performance.now()
  const id = value(await openRound(everything, aRound({ name: '多部门任务', departmentIds: ids })))
  expect(await listRoundDepartments(everything, id)).toHaveLength(60)
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('a year keeps the codes of its departments: in its lists, in their order, and where it is searched', async () => {
  const id = value(await openRound(everything, aRound({ year: 2031, deadlines: {} })))
  const present = { name: '示例教育局', code: '101' }
  value(await renameDepartment(everything, education, { name: '示例教体局', code: '909', seen: present }))
  const listed = await listRoundDepartments(everything, id)
  expect(listed.map(({ name, code }) => [name, code])).toEqual([
    ['示例教育局', '101'],
    ['示例卫生局', '102'],
  ])
  const ofYear = async (query: string) =>
    (
      await listYear(
        everything,
        { year: 2031, selection: { ...EVERYTHING, query }, today: '2032-01-01' },
        { by: 'department', descending: false },
        { after: '', size: 10 },
      )
    ).rows.map(({ departmentName, departmentCode }) => [departmentName, departmentCode])
  const bureau = ['示例教育局', '101']
  expect(await ofYear('')).toEqual([bureau, ['示例卫生局', '102']])
  // By what it was called then, and by what it is called now
  for (const query of ['101', '教育', '909', 'jiaoti']) expect([query, await ofYear(query)]).toEqual([query, [bureau]])
  value(await renameDepartment(everything, education, { ...present, seen: { name: '示例教体局', code: '909' } }))
})
