import { expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'

test.each([
  [{ printedScore: '8' }, '8.00'],
  [{}, '0.00'],
])('a late date costs what a printed form says: %o', (printed, score) => {
  const result = evaluateDocument({
    format: 'hengji.evaluation/1',
    kind: 'project',
    department: '示例县水务局',
    year: 2023,
    moneyUnit: '万元',
    scheme: 'two-dimension',
    complete: false,
    indicators: [
      { dimension: '履职效能', name: '完工时间', target: '2023年6月30日前', actual: '2023年8月31日', maxScore: '10', ...printed },
    ],
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  expect(result.line.indicators.map((row) => row.score)).toEqual([score])
})
