import { expect, test } from 'vitest'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { paperOfProject, reportDocument } from '@/lib/report/report-document'
import { storedReport } from '@/lib/report/stored-report'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { block, text } from '@/tests/support/findings'
import { papersOf } from './sample'
import { pageSizes, pdfOf, textOf, typesetting } from './typeset'

typesetting()

const project = anEvaluation({
  kind: 'project',
  parentId: 'evaluation2',
  projectName: '示例道路维修',
  authorityName: '示例主管局',
  scheme: schemeOfProjects(scheme()),
  figures: figuresInWan({
    'total/initialBudget': '100',
    'total/adjustedBudget': '120',
    'total/actualExpenditure': '60',
    'appropriation/adjustedBudget': '100',
    'otherFunding/adjustedBudget': '20',
  }),
  goals: [{ id: 'g', mark: '', text: text('维修道路3公里'), completion: text('维修2公里') }],
  indicators: [anIndicator({ name: '维修里程', target: '≥3公里', actual: '2公里', maxScore: '90', deviationReason: '汛期停工' })],
})

const textsOf = (evaluation: typeof project): string[][] =>
  papersOf(evaluation).table.flatMap((one) => (one.kind === 'table' ? one.table.rows.map((row) => row.map((cell) => cell.text)) : []))

test('a project has one paper: only the total carries points, the rows it is made of say —', () => {
  const { table, report, title, marks } = papersOf(project)
  expect(report).toEqual([])
  expect(title).toBe('2023年度示例道路维修项目支出绩效自评表')
  expect(marks).toContain('草稿')
  expect(table[0]).toEqual({ kind: 'title', lines: ['2023年度项目支出绩效自评表'] })
  const rows = textsOf(project)
  expect(rows).toContainEqual(['资金总额', '年度资金总额', '100.00', '120.00', '60.00', '10', '50.00%', '5.00'])
  expect(rows).toContainEqual(['其中', '当年财政拨款', '', '100.00', '', '—', '—', '—'])
  expect(rows).toContainEqual(['其中', '上年结转资金', '', '', '', '—', '—', '—'])
  expect(rows).toContainEqual(['维修道路3公里', '维修2公里'])
  expect(rows.flat()).toContain('汛期停工')
  expect(rows).toContainEqual(['主管部门', '示例主管局'])
  expect(rows.flat()).not.toContain('一般公共预算财政拨款')
})

test('what is not filled in is left out, what is stands there', () => {
  const captions = (evaluation: typeof project) =>
    papersOf(evaluation).table.flatMap((one) => (one.kind === 'table' ? one.table.caption : []))
  expect(captions(project)).not.toContain('预算执行偏差说明')
  const said = { ...project, narrative: { ...project.narrative, deviation: [block('d', '汛期停工，资金结转。')] } }
  expect(captions(said)).toContain('预算执行偏差说明')
})

test('the papers of a department hold the forms of its projects, each to be had alone, also years later', () => {
  const department = anEvaluation({ status: 'approved', cover: { ...project.cover, date: '2024-05-29' } })
  const assessed = { evaluation: { ...project, status: 'approved' as const }, score: scoreEvaluation(project) }
  const papers = reportDocument(department, { score: scoreEvaluation(department) }, [assessed])
  const kept = storedReport(JSON.parse(JSON.stringify(papers)))
  const { table, title } = papersOf(assessed.evaluation)
  expect(paperOfProject(kept, project)).toMatchObject({ table, title, report: [], date: '2024-05-29' })
  expect(paperOfProject(kept, { ...project, projectName: '另一项目' })).toBeNull()
  expect(papersOf(department)).not.toHaveProperty('projects')
})

test('in one file each form begins a page of its own, landscape as the others, and 其中 is said once', async () => {
  const long = {
    ...project,
    indicators: Array.from({ length: 30 }, (_, place) => anIndicator({ id: `i${place}`, name: `示例指标${place}` })),
  }
  const score = scoreEvaluation(project)
  const department = anEvaluation()
  const papers = reportDocument(department, { score: scoreEvaluation(department) }, [
    { evaluation: long, score: scoreEvaluation(long) },
    { evaluation: { ...project, projectName: '示例绿化' }, score },
  ])
  const pdf = await pdfOf(papers, 'projects')
  const pages = await textOf(pdf)
  const begins = pages.flatMap((page, place) => (page.includes('2023年度项目支出绩效自评表') ? place : []))
  expect(begins).toHaveLength(2)
  expect(begins[1]).toBeGreaterThan(1)
  expect(pages[begins[1] ?? 0]).toContain('示例绿化')
  expect(pages[0]?.split('其中')).toHaveLength(2)
  expect((await pageSizes(pdf)).every(([width, height]) => width === 297 && height === 210)).toBe(true)
  expect(await textOf(await pdfOf(papers, 'table'))).not.toContain('示例绿化')
})
