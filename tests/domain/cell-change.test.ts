import { describe, expect, test } from 'vitest'
import { mayStandIn } from '@/lib/domain/evaluation/cell-change'
import { quantity } from '@/lib/domain/quantities'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'

const evaluation = anEvaluation({
  scheme: scheme('two-dimension'),
  indicators: [
    anIndicator({ id: 'row', maxScore: '8' }),
    anIndicator({ id: 'open', maxScore: null }),
    anIndicator({ id: 'bonus', fixedId: 'bonus', maxScore: null }),
  ],
})
const given = (row: string, value: string) =>
  mayStandIn(evaluation, `indicators/${row}/reviewScore`, { kind: 'points', value: quantity(value) })
const share = (value: string) => mayStandIn(evaluation, 'indicators/row/coefficient', { kind: 'share', value: quantity(value) })

describe('复核分', () => {
  test.each([
    ['row', '8', true],
    ['row', '8.01', false],
    ['row', '-1', false],
    ['open', '99', true],
    ['bonus', '5', true],
    ['bonus', '5.01', false],
  ])('of %s: %s', (row, value, ok) => expect(given(row, value).ok).toBe(ok))
  test('above the 分值 says the 分值', () => {
    expect(given('row', '9')).toEqual({ ok: false, refusal: { code: 'above-most', facts: { most: '8' } } })
  })
})

describe('得分系数', () => {
  test.each([
    ['0', true],
    ['1', true],
    ['0.123456', true],
    ['0.1234567', false],
    ['1.01', false],
    ['-0.1', false],
  ])('%s', (value, ok) => expect(share(value).ok).toBe(ok))
})
