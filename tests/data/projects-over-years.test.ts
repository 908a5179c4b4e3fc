import { beforeAll, expect, test } from 'vitest'
import { findProjectsLastYear } from '@/lib/data/change/project-cells'
import { addProject, findProjects, renameProject } from '@/lib/data/change/projects'
import { database } from '@/lib/data/database/database'
import { findCarried, listEvaluations } from '@/lib/data/evaluation/evaluations'
import { listChanges } from '@/lib/data/evaluation/history'
import { recompute } from '@/lib/data/jobs/recompute'
import { openRound } from '@/lib/data/rounds/rounds'
import { textOf } from '@/lib/domain/cells/narrative'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, fillInProject, revisionOf } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let school: string
let road: string
let next: string
beforeAll(async () => {
  district = await aDistrict()
  const { town, townEditor } = district
  await fillIn(townEditor, town)
  school = value(await addProject(townEditor, town, { name: '示例校舍改造', code: 'P-1' }))
  road = value(await addProject(townEditor, town, { name: '示例道路维修', code: 'P-2' }))
  await fillInProject(townEditor, school)
  // It ends with this year
  await database().subject.update({ where: { id: (await evaluationOf(townEditor, road)).subjectId }, data: { toYear: 2023 } })
})

test('a round that takes over the year before brings the projects that go on, with their indicators on their lines and nothing achieved', async () => {
  const { administrator, townEditor, departments, town } = district
  const { id: schemeVersionId } = await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'national-2020' } })
  const round = { year: 2024, name: '2024 年度', schemeVersionId, departmentIds: [departments.town.id], deadlines: {}, carry: true }
  const roundId = value(await openRound(administrator, round))
  next = (await database().evaluation.findFirstOrThrow({ where: { roundId, parentId: null } })).id
  const [project, ...others] = await findProjects(townEditor, await evaluationOf(townEditor, next))
  expect(others).toEqual([])
  const before = await evaluationOf(townEditor, school)
  expect(project).toMatchObject({ projectName: '示例校舍改造', subjectId: before.subjectId, parentId: next, year: 2024, figures: {} })
  expect(project?.indicators.map(({ lineId, name, target, actual }) => [lineId, name, target.text, actual.text])).toEqual(
    before.indicators.map(({ lineId, name, target }) => [lineId, name, target.text, '']),
  )
  expect(project?.goals.map(({ text, completion }) => [textOf(text), textOf(completion)])).toEqual([['改造校舍。', '']])
  expect(await findCarried(townEditor, project?.id ?? '')).toMatchObject({ goals: 2023, indicators: 2023 })
  const opening = (await listChanges(townEditor, project?.id ?? '')).lines.map(({ action }) => action)
  expect(opening).toEqual(['evaluations.open'])
  expect((await evaluationOf(townEditor, town)).projects.length).toBe(2)
  expect((await recompute({ write: false })).deviations).toEqual([])
})

test('beside the projects of a year stand those of the year before, for who may see them', async () => {
  const { townEditor, editor } = district
  const [project] = await findProjects(townEditor, await evaluationOf(townEditor, next))
  if (project === undefined) throw new Error('no project')
  const before = await findProjectsLastYear(townEditor, [project])
  expect([...before.keys()]).toEqual([project.id])
  expect(before.get(project.id)).toMatchObject({ id: school, year: 2023, figures: (await evaluationOf(townEditor, school)).figures })
  expect(await findProjectsLastYear(townEditor, [await evaluationOf(townEditor, school)])).toEqual(new Map())
  expect(await findProjectsLastYear(editor, [project])).toEqual(new Map())
})

test('a project that is called otherwise stays one line, and its earlier years keep their name', async () => {
  const { townEditor, townApprover, editor } = district
  const [project] = (await evaluationOf(townEditor, next)).projects
  const id = project?.id ?? ''
  const other = value(await addProject(townEditor, next, { name: '示例食堂', code: null }))
  const rename = (name: string, viewer = townEditor, of = id) => renameProject(viewer, next, of, name)
  for (const viewer of [townApprover, editor]) expect(refusal(await rename('示例新校舍', viewer))).toBe('not-permitted')
  expect(refusal(await rename('示例新校舍', townEditor, school))).toBe('not-permitted')
  expect(refusal(await rename('示例食堂'))).toBe('project-name-taken')
  const [before, own] = [await revisionOf(next), await revisionOf(id)]
  value(await rename('示例新校舍'))
  expect([await revisionOf(next), await revisionOf(id)]).toEqual([before + 1, own + 1])
  expect((await evaluationOf(townEditor, next)).projects.map(({ name }) => name)).toEqual(['示例新校舍', '示例食堂'])
  const { subjectId } = await evaluationOf(townEditor, id)
  expect((await listEvaluations(townEditor, { subjectId })).map(({ year, projectName }) => [year, projectName])).toEqual([
    [2024, '示例新校舍'],
    [2023, '示例校舍改造'],
  ])
  expect((await database().subject.findUniqueOrThrow({ where: { id: subjectId } })).name).toBe('示例新校舍')
  expect((await listChanges(townEditor, next)).lines[0]).toMatchObject({
    action: 'projects.rename',
    subject: id,
    payload: { name: '示例新校舍', before: '示例校舍改造' },
  })
  // What an earlier year is called says nothing of what it is called now
  value(await renameProject(townEditor, district.town, school, '示例旧校舍'))
  expect((await database().subject.findUniqueOrThrow({ where: { id: subjectId } })).name).toBe('示例新校舍')
  value(await rename('示例新校舍', townEditor, id))
  expect(other).not.toBe(id)
  expect((await recompute({ write: false })).deviations).toEqual([])
})

test('the 主管部门 is the one above the department today', async () => {
  const { editor, townEditor, street, town } = district
  expect((await evaluationOf(editor, street)).authorityName).toBe('示例主管局')
  expect((await evaluationOf(townEditor, town)).authorityName).toBeNull()
})
