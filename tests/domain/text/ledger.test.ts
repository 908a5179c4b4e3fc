import { expect, test } from 'vitest'
import { ledgerOfEvaluation } from '@/lib/domain/checks/narrative/figure-ledger'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { anEvaluation } from '@/tests/support/builders'
import { block } from '@/tests/support/findings'

/** The figures of a narrative with what became of each. */
function statuses(narrative: string): Record<string, string> {
  const document = { format: 'hengji.evaluation/1', kind: 'project', department: '示例局', moneyUnit: '万元', year: 2023, narrative }
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
