import { expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'

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
