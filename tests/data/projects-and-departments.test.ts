import { beforeAll, expect, test, vi } from 'vitest'
import { askForChecks } from '@/lib/data/change/checking'
import { addProject } from '@/lib/data/change/projects'
import { database, inTransaction } from '@/lib/data/database/database'
import { actedAt, findEvaluation, isChecked } from '@/lib/data/evaluation/evaluations'
import { namedEvaluations } from '@/lib/data/evaluation/named-evaluations'
import { recompute, recomputeAll } from '@/lib/data/jobs/recompute'
import { mayBring } from '@/lib/data/papers/brought-files'
import { forward, submit } from '@/lib/data/review/review'
import { takeOut } from '@/lib/data/rounds/round-removal'
import { toDos } from '@/lib/data/rounds/workbench'
import type { Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'
import { evaluationName } from '@/lib/messages/projects'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  add,
  anAccountOf,
  aViewer,
  type District,
  evaluationOf,
  fillIn,
  indicator,
  line,
  revisionOf,
  save,
  text,
  wan,
} from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

/** What a department's evaluation and those of its projects do to each other. */

let district: District
/** A project of the street. */
let road: string
/** A project of the town, whose evaluation could be handed in. */
let school: string
beforeAll(async () => {
  district = await aDistrict()
  const { editor, street, townEditor, town } = district
  road = value(await addProject(editor, street, { name: '示例道路维修', code: null }))
  school = value(await addProject(townEditor, town, { name: '示例校舍改造', code: null }))
  await fillIn(townEditor, town)
  await finish(townEditor, school)
})

/** Everything that a project has to say. */
async function finish(viewer: Viewer, project: string) {
  await save(viewer, project, {
    'funds/total/initialBudget': wan('50'),
    'funds/total/adjustedBudget': wan('50'),
    'funds/total/actualExpenditure': wan('30'),
  })
  await add(viewer, project, { list: 'goals', values: { text: text('改造校舍。'), completion: text('已改造。') } })
  const rows = [
    indicator('改造面积', '25'),
    indicator('验收合格率', '25', '≥95%', '96%', '产出指标', '质量指标'),
    indicator('受益学生数', '30', '≥100人', '110人', '效益指标', '社会效益指标'),
    indicator('师生满意度', '10', '≥90%', '91%', '满意度指标', '服务对象满意度指标'),
  ]
  for (const values of rows) await add(viewer, project, { list: 'indicators', values })
}

test('a project waits for nobody by itself', async () => {
  const { street, editor } = district
  const { rows } = await toDos(editor, { after: '', size: 100 })
  expect(rows.map(({ evaluation }) => evaluation.id)).toEqual([street])
})

test('a project that is added after 校验 was asked for is checked as the others are', async () => {
  const { street, editor } = district
  expect(await isChecked(editor, road)).toBe(false)
  value(await askForChecks(editor, street))
  const late = value(await addProject(editor, street, { name: '示例绿化', code: null }))
  expect(await isChecked(editor, late)).toBe(true)
})

test('a project is called by its own name beside the department’s', async () => {
  const { administrator, departments, street } = district
  const names = await namedEvaluations(administrator, [road, street])
  const nameOf = (id: string) => evaluationName(names.get(id) ?? { departmentName: '', projectName: null })
  expect(nameOf(road)).toBe(`${departments.street.name} · 示例道路维修`)
  expect(nameOf(street)).toBe(departments.street.name)
})

test('whether a file may be brought is asked with the evaluation loaded once', async () => {
  const asked = vi.spyOn(database(), '$queryRaw')
  value(await mayBring(district.editor, road))
  const statements = asked.mock.calls.map(([query, ...values]) => ('sql' in query ? query : Prisma.sql(query, ...values)).sql)
  const loads = statements.filter((sql) => /FROM evaluations e\s+JOIN rounds/.test(sql))
  asked.mockRestore()
  expect(loads).toHaveLength(1)
  expect(refusal(await mayBring(district.townEditor, road))).toBe('not-permitted')
})

test('computing a project anew waits for whoever holds its department', async () => {
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM evaluations WHERE id = ${district.street} FOR UPDATE`
    const other = inTransaction(async (other) => {
      await other.$executeRaw`SET LOCAL lock_timeout = '100ms'`
      return recomputeAll(other, [road], true)
    })
    await expect(other).rejects.toThrow(/lock timeout/)
  })
})

test('whoever acts in a project acts in its department’s evaluation, and the other way round', async () => {
  const { town, departments } = district
  const roles = (['editor', 'approver'] as const).map((role) => aViewer('两职', role, departments.town))
  const inProject = await anAccountOf({
    userId: '两职甲',
    name: '示例两职甲',
    memberships: roles.flatMap(({ memberships }) => memberships),
  })
  await save(inProject, school, { 'cover/preparer': line('示例') })
  expect(await actedAt(inProject, town)).toBe('entry')
  const inDepartment = await anAccountOf({ ...inProject, userId: '两职乙', name: '示例两职乙' })
  await save(inDepartment, town, { 'cover/phone': line('01000000000') })
  expect(await actedAt(inDepartment, school)).toBe('entry')
  await save(inDepartment, school, { 'cover/phone': line('01000000000') })

  // Emptied rows of a project go as those of its department do, and its pages are told
  const emptied = await add(inProject, school, { list: 'goals' })
  const before = await revisionOf(school)
  value(await submit(district.townEditor, town, await revisionOf(town)))
  expect(await revisionOf(school)).toBe(before + 1)
  expect((await evaluationOf(inProject, school)).goals).toHaveLength(1)
  const logged = { evaluationId: school, action: 'rows.remove' }
  expect(await database().auditEntry.findMany({ where: logged, select: { subject: true } })).toEqual([{ subject: `goals/${emptied}` }])
  expect((await recompute({ write: false })).deviations).toEqual([])

  for (const one of [inProject, inDepartment]) expect(refusal(await forward(one, town, await revisionOf(town)))).toBe('acted-elsewhere')
})

test('what stood in the projects of a department that is taken out is kept by the log', async () => {
  const { administrator, street, editor } = district
  await save(editor, road, { 'funds/total/adjustedBudget': wan('7') })
  value(await takeOut(administrator, street))
  expect(await findEvaluation(editor, road)).toBeNull()
  expect(await database().subject.count({ where: { name: '示例道路维修' } })).toBe(0)
  const entry = await database().auditEntry.findFirstOrThrow({ where: { action: 'projects.remove', subject: road } })
  expect(entry.evaluationId).toBe(street)
  expect(JSON.parse(entry.payload)).toMatchObject({
    name: '示例道路维修',
    cells: expect.arrayContaining([{ address: 'funds/total/adjustedBudget', before: '7' }]),
  })
})
