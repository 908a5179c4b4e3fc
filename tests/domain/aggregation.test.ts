import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { atLeast, atMost, fixed, plain, type Quantity, quantity } from '@/lib/domain/quantities'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { aggregatedActual, aggregatedScore, aggregationKind, type UnitResult, weightedByFunds } from '@/lib/domain/scoring/aggregation'
import { scheme } from '@/tests/support/builders'

const context = { dimension: '产出指标', group: '质量指标', name: '覆盖率', unit: '' }
const target = (text: string) => readTarget(text, context)
const unit = (funds: string, actual: string, score: string | null = null, maxScore = '10'): UnitResult => ({
  funds: quantity(funds),
  actual: readActual(actual, context),
  score: score === null ? null : quantity(score),
  maxScore: quantity(maxScore),
})
const whole = (text: string) => ({ target: target(text), context, maxScore: quantity('10') })
const rules = rulesOf(scheme())
const text = (found: Quantity | null): string | null => (found === null ? null : plain(found))
/** The value of the whole with its unit. */
const actual = (asked: string, ...units: UnitResult[]): string | null => {
  const found = aggregatedActual(target(asked), units, context)
  return found && `${plain(found.value)}${found.unit}`
}

describe('汇总', () => {
  it('weighs rates by funds, then scores: 90 % of 100 and 80 % of 300 are 82.5 %', () => {
    const units = [unit('100', '90%'), unit('300', '80%')]
    expect(actual('≥90%', ...units)).toBe('82.5%')
    const score = aggregatedScore(whole('≥90%'), units, rules)
    expect(score && fixed(score, 2)).toBe('9.17') // 82.5 ÷ 90 × 10
    expect(text(aggregatedScore(whole('≥82.5%'), units, rules))).toBe('10')
  })
  it('adds amounts', () => {
    expect(actual('≥500人', unit('100', '300人'), unit('300', '150人'))).toBe('450人')
    expect(text(aggregatedScore(whole('≥500人'), [unit('100', '300人'), unit('300', '150人')], rules))).toBe('9')
  })
  test.each([
    ['≥100人', ['60人', '50'], '110人'],
    ['≥100', ['60人', '50'], '110人'],
    ['≥100', ['60', '50'], '110'],
    ['≥3万人次', ['2万人次', '15000人次'], '3.5万人次'],
    ['≥30000人次', ['2万人次', '15000人次'], '35000人次'],
    ['≥95', ['96%', '92%'], '93%'],
    ['≥95%', ['960‰', '92'], '93%'],
    ['≥2个', ['1个', '90%'], null],
    ['≥2个', ['1个', '超过3个'], null],
    ['≥2个', ['1个', '约3个'], null],
    ['≥2', ['1万人', '5000人'], '1.5万人'],
    ['≥100人', ['60人', '3公里'], null],
  ])('brings units of %s to one: %j make %s', (asked, cells, expected) => {
    expect(actual(asked, unit('100', cells[0] ?? ''), unit('300', cells[1] ?? ''))).toBe(expected)
  })
  it('weighs judged scores by funds as shares of their 分值', () => {
    const units = [unit('100', '达成预期指标', '8', '10'), unit('300', '达成预期指标', '4', '4')]
    expect(text(aggregatedScore(whole('效果明显'), units, rules))).toBe('9.5')
  })
  it('has nothing to say while a unit has not reported', () => {
    expect(actual('≥90%', unit('100', '90%'), unit('300', ''))).toBeNull()
    expect(aggregatedScore(whole('效果明显'), [unit('100', '达成预期指标')], rules)).toBeNull()
    expect(actual('≥90%')).toBeNull()
  })
  it('leaves out units to which the indicator does not apply', () => {
    expect(actual('≥90%', unit('100', '90%'), unit('300', '不适用：本年未开展'))).toBe('90%')
  })
  it('weighs nothing by nothing', () => expect(actual('≥90%', unit('0', '90%'))).toBeNull())
  it('tells amounts, rates and judgements apart', () => {
    expect(['≥90%', '≤5‰', '≥3个', '效果明显', '2023年11月底前'].map((cell) => aggregationKind(target(cell)))).toEqual([
      'rate',
      'rate',
      'amount',
      'judgement',
      'judgement',
    ])
  })
  it('lies between the least and the greatest rate', () => {
    const number = fc.bigInt({ min: 1n, max: 10n ** 12n }).map((n) => quantity(n))
    fc.assert(
      fc.property(fc.array(fc.record({ funds: number, value: number }), { minLength: 1, maxLength: 20 }), (values) => {
        const mean = weightedByFunds(values)
        expect(mean !== null && values.some(({ value }) => atMost(value, mean)) && values.some(({ value }) => atLeast(value, mean))).toBe(
          true,
        )
      }),
    )
  })
})
