import { beforeAll, expect, test } from 'vitest'
import { addProject } from '@/lib/data/change/projects'
import { type CellChange, saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { listSubmissions } from '@/lib/data/evaluation/history'
import { submit } from '@/lib/data/review/review'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  add,
  changesOf,
  type District,
  evaluationOf,
  fillIn,
  indicator,
  line,
  revisionOf,
  text,
  wan,
} from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

const MANY = 100
/** Far above what it takes, and below what a person would wait for. */
const PATIENCE = 20_000

/** A form as `fillInProject` fills it, and in one save. */
const INDICATORS = {
  area: indicator('改造面积', '25'),
  passed: indicator('验收合格率', '25', '≥95%', '96%', '产出指标', '质量指标'),
  pupils: indicator('受益学生数', '30', '≥100人', '110人', '效益指标', '社会效益指标'),
  content: indicator('师生满意度', '10', '≥90%', '91%', '满意度指标', '服务对象满意度指标'),
}

const rowsOf = (place: number) => [
  { list: 'goals', id: `goal${place}` } as const,
  ...Object.keys(INDICATORS).map((name) => ({ list: 'indicators', id: `${name}${place}` }) as const),
]

/** Small, so that all together stay within 项目支出. */
function cellsOf(place: number): CellChange[] {
  const rows = Object.entries(INDICATORS).flatMap(([name, cells]) =>
    Object.entries(cells).map(([column, cell]) => [`indicators/${name}${place}/${column}`, cell]),
  )
  return changesOf({
    'funds/total/initialBudget': wan('0.5'),
    'funds/total/adjustedBudget': wan('0.5'),
    'funds/total/actualExpenditure': wan('0.3'),
    [`goals/goal${place}/text`]: text('改造校舍。'),
    [`goals/goal${place}/completion`]: text('已改造。'),
    ...Object.fromEntries(rows),
  })
}

let district: District
let projects: string[]
beforeAll(async () => {
  district = await aDistrict()
  const { town, townEditor } = district
  await fillIn(townEditor, town)
  projects = []
  for (let place = 0; place < MANY; place++) {
    const id = value(await addProject(townEditor, town, { name: `示例项目${place}`, code: `P-${place}` }))
    projects.push(id)
    value(await saveCells(townEditor, id, cellsOf(place), { rows: rowsOf(place) }))
  }
  // A row that was emptied goes with the handing in
  await add(townEditor, projects[7] ?? '', { list: 'indicators', values: { name: line('') } })
}, 300_000)

test('a department is handed in with a hundred projects, all at once, and each is kept as it was', async () => {
  const { town, townEditor } = district
  const begun = performance.now()
  value(await submit(townEditor, town, await revisionOf(town)))
  const took = performance.now() - begun
  console.info(`送审 with ${MANY} projects: ${took.toFixed(0)} ms`)
  expect(took).toBeLessThan(PATIENCE)
  const standing = await database().evaluation.groupBy({ by: ['status'], where: { id: { in: projects } }, _count: true })
  expect(standing).toEqual([{ status: 'submitted', _count: MANY }])
  expect((await evaluationOf(townEditor, projects[7] ?? '')).indicators).toHaveLength(4)
  expect(await listSubmissions(townEditor, town)).toHaveLength(1)
  expect(await database().submittedProject.count()).toBe(MANY)
})
