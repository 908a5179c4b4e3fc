import { expect, test } from 'vitest'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import { evaluationBook } from '@/lib/exchange/workbook/evaluation-book'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'

const project = anEvaluation({
  kind: 'project',
  parentId: 'department',
  projectName: '示例道路维修',
  scheme: schemeOfProjects(scheme('two-dimension')),
  figures: figuresInWan({ 'total/adjustedBudget': '120', 'appropriation/adjustedBudget': '100', 'otherFunding/adjustedBudget': '15' }),
  indicators: [anIndicator({ name: '维修里程' })],
})
const { sheets } = evaluationBook(project, { by: '示例', at: '2024-01-01T00:00:00Z', say: (text) => text })
const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((cell) => cell ?? [])))

test('the workbook of a project asks for what its form asks for, and is called by it', () => {
  const funds = cells.flatMap(({ input }) => (input?.startsWith('funds/') ? [input.split('/')[1]] : []))
  expect([...new Set(funds)]).toEqual(['total', 'appropriation', 'broughtForward', 'otherFunding'])
  expect(sheets.map(({ name }) => name)).toEqual(['基本信息', '收支', '目标', '指标', '问题措施'])
  expect(cells.map(({ text }) => text)).toContain('示例街道办事处示例道路维修2023年度项目支出绩效自评　收支')
  expect(cells.map(({ text }) => text)).toContain('年度资金总额')
})

test('it adds up what the total comes from, with how far that is from it', () => {
  const difference = cells.filter(({ look }) => look === 'difference').map(({ number }) => number)
  expect(difference).toEqual(['0', '-5', '0'])
})
