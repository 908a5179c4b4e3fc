import { describe, expect, test } from 'vitest'
import { mayStandIn } from '@/lib/domain/evaluation/cell-change'
import { onItsGrounds } from '@/lib/domain/evaluation/indicator'
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

describe('grounds of a score that a person gives', () => {
  const nothing = ['无', '暂无。', '/', '——', '……', '√', '同上', '同前', '如上所述', '略', '详见附件', '见佐证材料。', '不适用', 'N/A']
  const something = ['', '抽查台账', '详见附件2第三页验收单', '同上年抽查结果一致，台账齐全', '无偏差，验收单齐全', '满意度95%']
  const grounds = (column: 'selfScoreGrounds' | 'reviewGrounds' | 'deviationReason', text: string) =>
    mayStandIn(evaluation, `indicators/row/${column}`, { kind: 'text', runs: text === '' ? [] : [{ text }] })
  test.each(nothing)('do not say “%s”', (text) => {
    for (const column of ['selfScoreGrounds', 'reviewGrounds'] as const)
      expect(grounds(column, text)).toEqual({ ok: false, refusal: { code: 'grounds-say-nothing' } })
    // Where nothing was lost there is nothing to explain
    expect(grounds('deviationReason', text).ok).toBe(true)
  })
  test.each(something)('may say “%s”', (text) => {
    for (const column of ['selfScoreGrounds', 'reviewGrounds'] as const) expect(grounds(column, text).ok).toBe(true)
  })
})

test('a score that was stored with grounds that say nothing counts as it did', () => {
  expect(onItsGrounds(quantity('5'), '/')).toEqual(quantity('5'))
})
