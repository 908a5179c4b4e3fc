import { expect, test } from 'vitest'
import { ledgerOfEvaluation } from '@/lib/domain/checks/narrative/figure-ledger'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { anEvaluation } from '@/tests/support/builders'
import { block } from '@/tests/support/findings'

/** The figures of a narrative with what became of each. */
function statuses(narrative: string, more: object = {}): Record<string, string> {
  const document = {
    format: 'hengji.evaluation/1',
    kind: 'project',
    department: '示例局',
    moneyUnit: '万元',
    year: 2023,
    narrative,
    ...more,
  }
  const result = evaluateDocument(document, { figures: true })
  if (!result.ok) throw new Error(result.error.code)
  for (const { offset, text } of result.line.figures ?? [])
    expect(narrative.slice(offset)).toMatch(new RegExp(`^${/[\d,.]+/.exec(text)?.[0]}`))
  return Object.fromEntries((result.line.figures ?? []).map(({ text, status }) => [text, status]))
}

test('every figure is confirmed, contradicted or not checked', () => {
  expect(statuses('预算800万元，支出600万元，执行率85%。新建泵站6座。')).toEqual({
    预算800万元: 'contradicted',
    支出600万元: 'contradicted',
    '执行率85%': 'contradicted',
    新建泵站6座: 'unchecked',
  })
  expect(statuses('预算800万元，支出600万元，执行率75%。')['执行率75%']).toBe('confirmed')
})

test('a figure that a cell of its own name says is confirmed, not one that another cell happens to say', () => {
  const row = (name: string, actual: string) => ({ dimension: '产出指标', group: '质量指标', name, target: `≥${actual}`, actual })
  const indicators = [row('救助金按月发放及时率', '100%'), row('救助对象认定准确率', '99.4%')]
  const text = '救助对象认定准确率为99.4%，救助金按月发放及时率为100%。困难群众救助覆盖率达到100.0%。'
  expect(statuses(text, { indicators })).toMatchObject({
    '救助对象认定准确率为99.4%': 'confirmed',
    '救助金按月发放及时率为100%': 'confirmed',
    '困难群众救助覆盖率达到100.0%': 'unchecked',
  })
})

test('figures are listed only where they are asked for', () => {
  const result = evaluateDocument({ format: 'hengji.evaluation/1', kind: 'project', department: '示例局', moneyUnit: '万元', year: 2023 })
  expect(result.ok && 'figures' in result.line).toBe(false)
})

test('a line of the ledger has the figure in its sentence, what it is and what it was held against', () => {
  const evaluation = anEvaluation()
  const { narrative } = evaluation
  const lines = ledgerOfEvaluation({
    ...evaluation,
    narrative: { ...narrative, conclusion: [block('c1', '概况良好。预算800万元，支出600万元，执行率85%。新建泵站6座。')] },
  })
  expect(lines.map(({ written, status }) => [written, status])).toEqual([
    ['800万元', 'contradicted'],
    ['600万元', 'contradicted'],
    ['85%', 'contradicted'],
    ['6座', 'unchecked'],
  ])
  expect(lines[2]).toEqual({
    at: 'narrative/c1/text',
    before: '预算800万元，支出600万元，执行率',
    written: '85%',
    behind: '',
    name: '执行率',
    dimension: 'percent',
    status: 'contradicted',
    held: [{ kind: 'rate', holds: false, others: '支出600万元、预算800万元' }],
  })
})
