import { beforeAll, expect, test } from 'vitest'
import { addProject, findProjects, listUnfinished, removeProject } from '@/lib/data/change/projects'
import { database } from '@/lib/data/database/database'
import { findReturnedProjects, findSubmission, listSubmissions } from '@/lib/data/evaluation/history'
import { forward, returnForRevision, submit } from '@/lib/data/review/review'
import { changedProjects } from '@/lib/domain/evaluation/changed-projects'
import { sayProjectChange } from '@/lib/messages/projects'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  add,
  type District,
  evaluationOf,
  fillIn,
  fillInProject,
  line,
  revisionOf,
  save,
  text,
  wan,
} from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

let district: District
let school: string
let road: string
let park: string
beforeAll(async () => {
  district = await aDistrict()
  const { town, townEditor } = district
  await fillIn(townEditor, town)
  ;[school, road, park] = (await Promise.all(
    ['示例校舍改造', '示例道路维修', '示例公园改造'].map(async (name, place) => {
      const id = value(await addProject(townEditor, town, { name, code: `P-${place}` }))
      await fillInProject(townEditor, id)
      return id
    }),
  )) as [string, string, string]
})

async function changes() {
  const { townEditor, town } = district
  const now = await findProjects(townEditor, await evaluationOf(townEditor, town))
  return changedProjects(now, (await findReturnedProjects(townEditor, town)) ?? []).map((change) => [
    change.kind,
    change.project?.projectName ?? change.before,
    sayProjectChange(change),
  ])
}

test('a row that was emptied keeps no project back, where it is shown as where it is handed in', async () => {
  const { town, townEditor } = district
  const unfinished = async () => listUnfinished(townEditor, await evaluationOf(townEditor, town))
  await add(townEditor, road, { list: 'indicators', values: { name: line('') } })
  await add(townEditor, park, { list: 'goals', values: { text: text('') } })
  for (const list of ['problems', 'measures'] as const) await add(townEditor, school, { list, values: { text: text('') } })
  expect(await unfinished()).toEqual(new Set())
  const empty = value(await addProject(townEditor, town, { name: '示例空项目', code: null }))
  await save(townEditor, empty, {
    'funds/total/initialBudget': wan('50'),
    'funds/total/adjustedBudget': wan('50'),
    'funds/total/actualExpenditure': wan('50'),
  })
  await add(townEditor, empty, { list: 'goals', values: { text: text('改造校舍。'), completion: text('已改造。') } })
  await add(townEditor, empty, { list: 'indicators', values: { name: line('') } })
  expect(await unfinished()).toEqual(new Set([empty]))
  const refused = await submit(townEditor, town, await revisionOf(town))
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'projects-unfinished', facts: { names: '“示例空项目”', count: '1' } } })
  value(await removeProject(townEditor, town, empty))
})

test('what is handed in keeps its projects, each with its cells', async () => {
  const { town, townEditor, townApprover, reviewer, editor } = district
  value(await submit(townEditor, town, await revisionOf(town)))
  value(await forward(townApprover, town, await revisionOf(town)))
  value(await returnForRevision(reviewer, town, await revisionOf(town), { reason: '请核对项目。', notes: [] }))
  const kept = await findReturnedProjects(townEditor, town)
  expect(kept?.map(({ projectId, name, code }) => [projectId, name, code])).toEqual([
    [school, '示例校舍改造', 'P-0'],
    [road, '示例道路维修', 'P-1'],
    [park, '示例公园改造', 'P-2'],
  ])
  expect(Object.fromEntries(kept?.[0]?.cells ?? [])).toMatchObject({ 'funds/total/actualExpenditure': '30' })
  expect((await findReturnedProjects(townEditor, town, road))?.map(({ projectId }) => projectId)).toEqual([road])
  expect(await findReturnedProjects(editor, town)).toBeNull()
  expect(await listSubmissions(townEditor, road)).toMatchObject([{ number: 1 }])
  expect(await listSubmissions(editor, road)).toEqual([])
  expect(await findSubmission(townEditor, town, 1)).toMatchObject({ number: 1 })
})

test('what came, went and changed since the return is named', async () => {
  const { town, townEditor } = district
  expect(await changes()).toEqual([])
  await save(townEditor, school, { 'funds/total/actualExpenditure': wan('40') }, 1)
  value(await removeProject(townEditor, town, park))
  value(await addProject(townEditor, town, { name: '示例绿化', code: null }))
  expect(await changes()).toEqual([
    ['changed', '示例校舍改造', '退回后已改 1 处：年度资金总额 · 全年执行数'],
    ['added', '示例绿化', '退回后新增'],
    ['removed', '示例公园改造', '退回后移除'],
  ])
  // What was handed in is there, though the project is gone
  expect((await findReturnedProjects(townEditor, town, park))?.[0]?.name).toBe('示例公园改造')
})

test('a handing-in from before projects were kept says nothing of them', async () => {
  const { town, townEditor } = district
  const run = (sql: string) => database().$executeRawUnsafe(sql)
  await run('ALTER TABLE submissions DISABLE TRIGGER submissions_never_change')
  await run('UPDATE submissions SET project_count = NULL')
  await run('ALTER TABLE submissions ENABLE TRIGGER submissions_never_change')
  expect(await findReturnedProjects(townEditor, town)).toBeNull()
})
