import { describe, expect, test } from 'vitest'
import { figuresAskedFor } from '@/lib/domain/cells/funds'
import { fixed } from '@/lib/domain/quantities'
import { receivedRate } from '@/lib/domain/scoring/received-rate'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'
import { anEvaluation, figuresInWan, scheme } from '@/tests/support/builders'
import { found } from '@/tests/support/findings'

/** 到位数 and 到位率, where a scheme asks for them. */

const figures = (received: string, more: object = {}) =>
  figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '900', 'total/received': received, ...more })
const national = scheme('national-2020')

describe('到位率', () => {
  test('is of 全年预算数, and nothing without one', () => {
    const rate = receivedRate(figures('800'))
    expect(rate && fixed(rate, 4)).toBe('0.8000')
    expect(receivedRate(figuresInWan({ 'total/received': '4' }))).toBeNull()
    expect(receivedRate(figuresInWan({ 'total/adjustedBudget': '0', 'total/received': '4' }))).toBeNull()
  })

  test('stands in the document, and agrees with it', () => {
    const document = documentOf(anEvaluation({ figures: figures('800') }))
    expect(document.funds).toMatchObject([{ received: '800', printedReceivedRate: '80.00%' }])
    const result = evaluateDocument(JSON.parse(JSON.stringify(document)))
    expect(result.ok && result.line.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(documentOf(anEvaluation()).funds?.[0]).not.toHaveProperty('received')
  })
})

test('the sources of what was received add to the whole, and none of them is left out', () => {
  const evaluation = anEvaluation({ figures: figures('800', { 'general/received': '700', 'otherSource/received': '50' }) })
  expect(found(evaluation, 'F01')).toMatchObject([{ at: 'funds/total/received', expected: '750', found: '800' }])
  expect(found(evaluation, 'F17').map(({ at }) => at)).toEqual(['funds/governmentFund/received', 'funds/stateCapital/received'])
})

test('is asked for only by a scheme that says so', () => {
  expect(figuresAskedFor('department', national.figureGroups)).not.toContain('total/received')
  expect(figuresAskedFor('department', ['received']).filter((name) => name.endsWith('/received'))).toHaveLength(5)
  expect(figuresAskedFor('project', ['received'])).not.toContain('total/received')
})
