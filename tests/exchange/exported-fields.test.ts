import { expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'

/** What the product writes of its own into the further fields of a document, and reads there again without a finding. */

const codesIn = (document: unknown): string[] => {
  const result = evaluateDocument(JSON.parse(JSON.stringify(document)))
  if (!result.ok) throw new Error(result.error.at)
  return result.line.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}

test('subtotals of each 一级指标 with several rows, as they are printed', () => {
  const rows = [
    anIndicator({ id: 'a', maxScore: '40' }),
    anIndicator({ id: 'b', group: '质量指标', name: '合格率', maxScore: '30', actual: '90', deviationReason: '设备老化，已列入更新计划' }),
    anIndicator({ id: 'c', dimension: '效益指标', group: '社会效益指标', name: '知晓率', maxScore: '20' }),
  ]
  const document = documentOf(anEvaluation({ indicators: rows }))
  expect(document.subtotals).toEqual([{ dimension: '产出指标', maxScore: '70', printedScore: '67.00' }])
  expect(codesIn(document)).toEqual([])
  const falsified = { ...document, subtotals: [{ dimension: '产出指标', maxScore: '70', printedScore: '70.00' }] }
  expect(codesIn(falsified)).toEqual(['K40'])
})

test('a bonus or deduction of the scheme with its bound', () => {
  const given = scheme('two-dimension')
  const [item] = given.adjustments
  const row = anIndicator({ id: 'b', dimension: '加分项', fixedId: item?.id ?? '', target: '', actual: '', maxScore: null, selfScore: '1' })
  const document = documentOf(anEvaluation({ scheme: given, indicators: [anIndicator({ maxScore: '100', dimension: '履职效能' }), row] }))
  expect(document.indicators?.[1]).toMatchObject({ adjustment: item?.kind, bound: item?.max })
  expect(codesIn(document)).not.toContain('K41')
  const indicators = document.indicators?.map((one, index) => (index === 1 ? { ...one, printedScore: '99' } : one))
  expect(codesIn({ ...document, indicators })).toContain('K41')
})
