import { describe, expect, test } from 'vitest'
import { quantity } from '@/lib/domain/quantities'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import { evaluationBook } from '@/lib/exchange/workbook/evaluation-book'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { projectInFormB } from '@/tests/support/project-form-b'
import { bookOf, differing, edited, placeIn, put, putAt, scored } from '@/tests/support/workbooks'

const project = anEvaluation({
  kind: 'project',
  parentId: 'department',
  projectName: '示例道路维修',
  scheme: schemeOfProjects(scheme('two-dimension')),
  figures: figuresInWan({ 'total/adjustedBudget': '120', 'appropriation/adjustedBudget': '100', 'otherFunding/adjustedBudget': '15' }),
  indicators: [anIndicator({ name: '维修里程' })],
})
const { sheets } = evaluationBook(scored(project), { by: '示例', at: '2024-01-01T00:00:00Z', say: (text) => text })
const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((cell) => cell ?? [])))

test('the workbook of a project asks for what its form asks for, and is called by it', () => {
  const funds = cells.flatMap(({ input }) => (input?.startsWith('funds/') ? [input.split('/')[1]] : []))
  expect([...new Set(funds)]).toEqual(['total', 'appropriation', 'broughtForward', 'otherFunding'])
  expect(sheets.map(({ name }) => name)).toEqual(['基本信息', '收支', '目标', '指标', '问题措施', '文字说明'])
  expect(cells.map(({ text }) => text)).toContain('示例街道办事处示例道路维修2023年度项目支出绩效自评　收支')
  expect(cells.map(({ text }) => text)).toContain('年度资金总额')
})

test('the scores that it shows are those that it is given: of an approved one, what it was approved with', () => {
  const { score } = scored(project)
  const [rate, points] = [quantity('0.4321'), quantity('4.32')]
  const asApproved = { ...score, executionRate: rate, indicators: score.indicators.map((row) => ({ ...row, score: points })) }
  const book = evaluationBook({ evaluation: project, score: asApproved }, { by: '', at: '', say: (text) => text })
  const numbers = book.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((cell) => cell?.number ?? [])))
  expect(numbers).toEqual(expect.arrayContaining(['0.4321', '4.32']))
})

test('it adds up what the total comes from, with how far that is from it', () => {
  const difference = cells.filter(({ look }) => look === 'difference').map(({ number }) => number)
  expect(difference).toEqual(['0', '-5', '0'])
})

describe('of a project in form B', () => {
  const formB = projectInFormB()

  test('texts of its sections and who answers for it come back cell by cell, new paragraphs in their section', async () => {
    const bytes = await edited(await bookOf(formB), (all) => {
      const texts = all.get('文字说明')
      putAt(texts, 'narrative/w', 'text', { value: '分三期实施。' })
      if (texts === undefined) throw new Error('no sheet')
      const [row, column] = placeIn(texts, 'narrative/c', 'text')
      put(texts, [row + 1, column], { value: '目标基本实现。' })
      putAt(all.get('基本信息'), 'cover/financePrincipal', '.', { value: '示例丁' })
    })
    const found = await differing(bytes, formB)
    expect(found.cells.map(({ address, text }) => [address, text])).toEqual([
      ['cover/financePrincipal', '示例丁'],
      ['narrative/w/text', '分三期实施。'],
    ])
    expect(found.added.map(({ row, cells: [cell] }) => [row, cell?.text])).toMatchObject([
      [{ list: 'narrative', section: 'conclusion' }, '目标基本实现。'],
    ])
    expect(found.gone).toEqual([])
  })

  test('as it was written it differs in nothing', async () => {
    expect(await differing(await bookOf(formB), formB)).toEqual({ cells: [], added: [], gone: [] })
  })
})
