import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Operator } from '@/lib/domain/cell-reading'
import type { Comparison } from '@/lib/domain/comparison'
import { gradeOf } from '@/lib/domain/grade'
import type { Indicator } from '@/lib/domain/indicator'
import { isOverCompleted } from '@/lib/domain/over-completion'
import { atMost, fixed, isNegative, lessThan, plain, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { reviewedTotal } from '@/lib/domain/reviewed-total'
import type { IndicatorRule, Scheme } from '@/lib/domain/scheme'
import { rulesOf } from '@/lib/domain/scheme-rules'
import { scoreEvaluation } from '@/lib/domain/scoring'
import { anEvaluation, anIndicator, figuresInWan, type IndicatorTexts, scheme } from '@/tests/support/builders'
import { foundingCase, MISSED_ROW } from '@/tests/support/founding-case'

const text = (score: Quantity | null): string | null => (score === null ? null : fixed(score, 2))
const scored = (indicator: Indicator, by: Scheme = scheme()) => {
  const row = scoreEvaluation(anEvaluation({ scheme: by, indicators: [indicator] })).indicators[0]
  if (row === undefined) throw new Error('one row')
  return row
}
const score = (texts: IndicatorTexts, by: Scheme = scheme()): string | null => text(scored(anIndicator(texts), by).score)

/** A scheme that gives the rule to the rows of the builder's 一级指标. */
const withRule = (rule: IndicatorRule, overrides: Partial<Scheme> = {}): Scheme => {
  const base = scheme('national-2020', overrides)
  return { ...base, dimensions: base.dimensions.map((dimension) => (dimension.name === '产出指标' ? { ...dimension, rule } : dimension)) }
}
const linear = scheme('national-2020', { defaults: { atMostFormula: 'linear', missed: 'ratio' } })
const noneIfMissed = scheme('national-2020', { defaults: { atMostFormula: 'ratio', missed: 'none' } })

describe('the founding case', () => {
  it('comes to 97.67, 优, at an execution rate of 100.31 %', () => {
    const result = scoreEvaluation(foundingCase())
    expect(text(result.total)).toBe('97.67')
    expect(result.grade).toBe('excellent')
    expect(result.executionRate && fixed(times(result.executionRate, quantity('100')), 2)).toBe('100.31')
    expect(text(result.executionScore)).toBe('10.00')
    expect(text(result.indicators[MISSED_ROW]?.score ?? null)).toBe('2.67')
  })
  it('comes to 97.50 with 50 %', () => expect(text(scoreEvaluation(foundingCase('50%')).total)).toBe('97.50'))
})

describe('numeric targets', () => {
  test.each([
    ['≥95', '95', '10.00'],
    ['≥95', '96', '10.00'],
    ['≥100', '87', '8.70'],
    ['≥3', '1', '3.33'],
    ['≥100', '0', '0.00'],
    ['≥2200', '2859', '10.00'],
    ['≥95', '-5', '0.00'],
    ['>100', '101', '10.00'],
    ['>100', '100', '9.99'], // equalling a strict bound misses it: never full marks
    ['>100', '50', '5.00'],
    ['≥10000', '9999.9', '9.99'], // 9.9999 would round to full marks, but the target was missed
    ['=100%', '100%', '10.00'],
    ['=100%', '53.4%', '5.34'],
    ['=0', '0', '10.00'],
    ['=0起', '1起', '0.00'],
    ['≤10', '10', '10.00'],
    ['≤10', '15', '6.67'],
    ['≤10', '20', '5.00'],
    ['<10', '10', '9.99'],
    ['≤0', '0', '10.00'],
    ['≤0', '3', '0.00'],
    ['≥-5', '-10', '0.00'], // no proportion of a negative target
  ])('%s answered by %s scores %s of 10', (target, actual, expected) => expect(score({ target, actual })).toBe(expected))
  test.each([
    ['≤10', '15', '5.00'],
    ['≤10', '20', '0.00'],
    ['≤10', '25', '0.00'],
    ['<10', '10', '9.99'],
    ['≤0', '1', '0.00'],
  ])('%s answered by %s scores %s of 10 by the linear formula', (target, actual, expected) => {
    expect(score({ target, actual }, linear)).toBe(expected)
  })
  it('gives nothing for a missed target where the scheme says so', () => {
    expect(score({ target: '≥100', actual: '99' }, noneIfMissed)).toBe('0.00')
    expect(score({ target: '≤10', actual: '20' }, noneIfMissed)).toBe('5.00')
  })
  it('leaves ≥ 0 to a person, as no proportion can be taken of 0', () => {
    expect(score({ target: '≥0', actual: '43' })).toBeNull()
    expect(score({ target: '≥0', actual: '43', selfScore: '8' })).toBe('8.00')
  })
  it('scores outside a range in proportion to the nearer end', () => {
    expect(score({ target: '80-90', actual: '85' })).toBe('10.00')
    expect(score({ target: '80-90', actual: '60' })).toBe('7.50')
  })
  it('knows no half points for dates and yes or no', () => {
    expect(score({ target: '2023年11月底前', actual: '2023年10月', group: '时效指标' })).toBe('10.00')
    expect(score({ target: '2023年11月底前', actual: '2023年12月', group: '时效指标' })).toBe('0.00')
    expect(score({ target: '是', actual: '否' })).toBe('0.00')
    expect(score({ target: '是', actual: '是' })).toBe('10.00')
  })
  it('never exceeds a 分值 of three decimals', () => expect(score({ target: '≥1', actual: '1', maxScore: '4.567' })).toBe('4.56'))
})

describe('judged rows', () => {
  const judged: IndicatorTexts = { target: '效果显著', actual: '达成预期指标' }
  it('take the self-score with its grounds', () => {
    expect(score({ ...judged, selfScore: '8.5' })).toBe('8.50')
    expect(score({ ...judged, selfScore: '8.5', selfScoreGrounds: ' ' })).toBeNull()
    expect(score(judged)).toBeNull()
  })
  it('refuse a self-score outside 0…分值', () => {
    expect(score({ ...judged, selfScore: '10.01' })).toBeNull()
    expect(score({ ...judged, selfScore: '-1' })).toBeNull()
  })
  it('do not let a self-score overrule numbers', () => expect(score({ target: '≥100', actual: '50', selfScore: '10' })).toBe('5.00'))
})

describe('未填, 不适用 and 0 are three things', () => {
  it('gives no score for a blank', () => {
    const result = scoreEvaluation(anEvaluation({ indicators: [anIndicator({ actual: '', maxScore: '90' })] }))
    expect(result.indicators[0]?.score).toBeNull()
    expect(result.total).toBeNull()
    expect(result.grade).toBeNull()
  })
  it('gives no score without 分值', () => expect(score({ maxScore: null })).toBeNull())
  const rows = [
    anIndicator({ id: 'a', maxScore: '60', target: '≥100', actual: '50' }),
    anIndicator({ id: 'b', maxScore: '30', actual: '不适用：本年未开展' }),
  ]
  it('rescales the rest to full marks', () => {
    const result = scoreEvaluation(anEvaluation({ indicators: rows }))
    expect(result.indicators[1]).toMatchObject({ score: null, notApplicable: true })
    expect(text(result.summary.sum)).toBe('40.00')
    expect(text(result.total)).toBe('57.14') // 40 × 100 ÷ 70
  })
  it('or gives full marks', () => {
    const result = scoreEvaluation(anEvaluation({ indicators: rows, scheme: scheme('national-2020', { notApplicable: 'full' }) }))
    expect(text(result.indicators[1]?.score ?? null)).toBe('30.00')
    expect(text(result.total)).toBe('70.00')
  })
  it('treats execution without budget and expenditure as 不适用', () => {
    const figures = figuresInWan({ 'total/adjustedBudget': '0', 'total/actualExpenditure': '0' })
    const result = scoreEvaluation(anEvaluation({ figures, indicators: [anIndicator({ maxScore: '90', target: '≥100', actual: '80' })] }))
    expect(result.executionRate).toBeNull()
    expect(result.executionScore).toBeNull()
    expect(text(result.total)).toBe('80.00')
  })
  it('gives no total where money was spent without a budget', () => {
    const figures = figuresInWan({ 'total/adjustedBudget': '0', 'total/actualExpenditure': '3' })
    expect(scoreEvaluation(anEvaluation({ figures })).total).toBeNull()
  })
})

describe('rules of a scheme', () => {
  const steps: IndicatorRule = { kind: 'steps', from: '0', direction: 'above', per: '1', deduct: '0.8', outOf: '8' }
  test.each([
    ['0', '8.00'],
    ['-3', '8.00'],
    ['5', '4.00'],
    ['2.5', '6.00'],
    ['98.3125', '0.00'], // 扣 78.65, 扣完为止
  ])('steps: %s %% of growth leave %s of 8', (actual, expected) => {
    expect(score({ target: '≤0', actual, maxScore: '8' }, withRule(steps))).toBe(expected)
  })
  it('carries steps over to another 分值', () => expect(score({ target: '≤0', actual: '5', maxScore: '4' }, withRule(steps))).toBe('2.00'))
  const bands: IndicatorRule = {
    kind: 'bands',
    bands: [
      { from: null, to: '0', points: '5' },
      { from: '0', to: '10', points: '4' },
      { from: '10', to: '20', points: '3' },
      { from: '20', to: '30', points: '2' },
      { from: '30', to: null, points: '0' },
    ],
  }
  test.each([
    ['0', '5.00'],
    ['0.01', '4.00'],
    ['10', '4.00'],
    ['20', '3.00'],
    ['39.94', '0.00'],
  ])('bands: %s gives %s of 5', (actual, expected) =>
    expect(score({ target: '≤0', actual, maxScore: '5' }, withRule(bands))).toBe(expected),
  )
  const intervals: IndicatorRule = {
    kind: 'intervals',
    intervals: [
      { from: '90', points: '10' },
      { from: '80', points: '8' },
      { from: '60', points: '5' },
    ],
    outOf: '10',
  }
  test.each([
    ['90%', '10.00'],
    ['89.99%', '8.00'],
    ['60%', '5.00'],
    ['59.9%', '0.00'],
  ])('满意度 intervals: %s gives %s of 10', (actual, expected) => {
    expect(score({ target: '≥90%', actual }, withRule(intervals))).toBe(expected)
  })
  it('halves an interval for half the 分值', () =>
    expect(score({ target: '≥90%', actual: '85%', maxScore: '5' }, withRule(intervals))).toBe('4.00'))
  it('multiplies a coefficient', () =>
    expect(score({ target: '≥95%', actual: '90.25%', maxScore: '2' }, withRule({ kind: 'coefficient' }))).toBe('1.90'))
  test.each([
    ['0.855', '依据台账', '5.99'], // 5.985
    ['1', '依据台账', '7.00'],
    ['0', '依据台账', '0.00'],
    ['0.855', ' ', '6.93'], // without grounds numbers decide: 99 %
    [null, '依据台账', '6.93'],
  ])('takes the coefficient %s that a person gave on “%s”: %s of 7', (coefficient, selfScoreGrounds, expected) => {
    const row = { target: '≥100', actual: '99', maxScore: '7', coefficient, selfScoreGrounds }
    expect(score(row, withRule({ kind: 'coefficient' }))).toBe(expected)
    expect(score(row)).toBe('6.93') // another rule asks for none
  })
  it('takes a coefficient where numbers do not decide, and none for what is 不适用', () => {
    const by = withRule({ kind: 'coefficient' })
    expect(score({ target: '效果明显', actual: '较好', coefficient: '0.9' }, by)).toBe('9.00')
    expect(score({ target: '', actual: '', coefficient: '0.9' }, by)).toBe('9.00')
    expect(score({ actual: '', coefficient: '0.9' }, by)).toBe('9.00')
    expect(score({ actual: '' }, by)).toBeNull()
    expect(score({ actual: '不适用：本年未开展', coefficient: '0.9' }, by)).toBeNull()
    expect(score({ target: '效果明显', actual: '较好', selfScore: '8' }, by)).toBe('8.00')
  })
  it('knows only yes and no where it says so', () => expect(score({ actual: '99' }, withRule({ kind: 'yesNo' }))).toBe('0.00'))
  test.each(['qualitative', 'manual'] as const)('leaves %s to a person', (kind) => {
    expect(score({}, withRule({ kind }))).toBeNull()
    expect(score({ selfScore: '7.9' }, withRule({ kind }))).toBe('7.90')
  })
  it('puts the rule of a 二级 before that of its 一级', () => {
    const by = withRule({ kind: 'manual' })
    const dimensions = by.dimensions.map((dimension) => ({
      ...dimension,
      groups: dimension.groups.map((group) => (group.name === '数量指标' ? { ...group, rule: { kind: 'yesNo' } as const } : group)),
    }))
    expect(score({ actual: '99' }, { ...by, dimensions })).toBe('0.00')
    expect(score({ actual: '99', group: '质量指标' }, { ...by, dimensions })).toBeNull()
  })
})

describe('over-completion', () => {
  const deducting = scheme('national-2020', { overCompletion: { threshold: '1.3', mode: 'deduct', deduct: '2' } })
  const compared = (target: string, actual: string): Comparison => scored(anIndicator({ target, actual })).comparison
  it('begins at 130 % of the target', () => {
    expect(isOverCompleted(compared('≥2200', '2859'), quantity('1.3'))).toBe(false)
    expect(isOverCompleted(compared('≥2200', '2860'), quantity('1.3'))).toBe(true)
    expect(isOverCompleted(compared('≤10', '5'), quantity('1.3'))).toBe(false)
    expect(isOverCompleted(compared('=0', '0'), quantity('1.3'))).toBe(false)
  })
  it('costs 2 points where the scheme deducts, never more than there are', () => {
    expect(score({ target: '≥100', actual: '130' }, deducting)).toBe('8.00')
    expect(score({ target: '≥100', actual: '129.99' }, deducting)).toBe('10.00')
    expect(score({ target: '≥100', actual: '130', maxScore: '1' }, deducting)).toBe('0.00')
    expect(score({ target: '≥100', actual: '130' })).toBe('10.00')
  })
})

describe('total', () => {
  const caps = [
    { rateBelow: '0.5', maxTotal: '59' },
    { rateBelow: '0.8', maxTotal: '89' },
    { rateBelow: '0.7', maxTotal: '79' },
    { rateBelow: '0.6', maxTotal: '69' },
  ]
  const capped = (rate: string) =>
    scoreEvaluation(
      anEvaluation({
        scheme: scheme('national-2020', { totalCaps: caps }),
        figures: figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': rate }),
      }),
    )
  test.each([
    ['80', '98.00', null],
    ['76', '89.00', '89.00'], // 97.6 before the cap
    ['70', '89.00', '89.00'],
    ['69.99', '79.00', '79.00'],
    ['49', '59.00', '59.00'],
  ])('at %s %% is %s', (rate, total, cap) => {
    expect(text(capped(rate).total)).toBe(total)
    expect(text(capped(rate).summary.cap)).toBe(cap)
  })
  const adjusted = (bonus: string | null, deduction: string | null, actual: string) => {
    const { adjustments } = scheme('two-dimension')
    return scoreEvaluation(
      anEvaluation({
        scheme: scheme('national-2020', { adjustments }),
        indicators: [
          anIndicator({ maxScore: '90', actual }),
          anIndicator({ id: 'plus', fixedId: 'bonus', target: '', actual: '', maxScore: null, selfScore: bonus }),
          anIndicator({ id: 'minus', fixedId: 'deduction', target: '', actual: '', maxScore: null, selfScore: deduction }),
        ],
      }),
    )
  }
  test.each([
    ['3', null, '90', '94.00'],
    ['9', null, '80', '87.00'], // at most 5
    [null, '2', '100', '98.00'],
    ['5', null, '100', '100.00'], // never above 100
    [null, null, '100', '100.00'],
  ])('with bonus %s and deduction %s on %s is %s', (bonus, deduction, actual, total) => {
    expect(text(adjusted(bonus, deduction, actual).total)).toBe(total)
  })
  it('never exceeds 100 where the execution score has no limit', () => {
    const { execution } = scheme()
    if (execution === null) throw new Error('has execution')
    const total = (actual: string) =>
      scoreEvaluation(
        anEvaluation({
          scheme: scheme('national-2020', { execution: { ...execution, capped: false } }),
          figures: figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '110' }),
          indicators: [anIndicator({ maxScore: '90', actual })],
        }),
      )
    expect([text(total('90').executionScore), text(total('90').total)]).toEqual(['11.00', '92.00'])
    expect(text(total('100').total)).toBe('100.00')
  })
  it('sums rounded scores', () => {
    const third = (id: string) => anIndicator({ id, target: '≥3', actual: '2', maxScore: '1' })
    const indicators = [third('a'), third('b'), third('c'), anIndicator({ id: 'd', maxScore: '87' })]
    expect(text(scoreEvaluation(anEvaluation({ indicators })).total)).toBe('99.01') // 3 × 0.67
  })
  it('is none while there is no indicator: execution alone is no evaluation', () => {
    const only = scoreEvaluation(anEvaluation({ indicators: [] }))
    expect([text(only.executionScore), only.total, only.grade]).toEqual(['10.00', null, null])
  })
  it('takes review scores where there are some', () => {
    const evaluation = anEvaluation({
      indicators: [anIndicator({ maxScore: '40' }), anIndicator({ id: 'b', maxScore: '50', reviewScore: '45.5' })],
    })
    const result = scoreEvaluation(evaluation)
    expect(text(result.total)).toBe('100.00')
    expect(text(reviewedTotal(evaluation, result))).toBe('95.50')
  })
  it('takes no review score without grounds, none above its row, and no total above 100', () => {
    const reviewed = (...texts: Parameters<typeof anIndicator>[0][]) => {
      const indicators = texts.map((row, index) => anIndicator({ id: `row${index}`, ...row }))
      const evaluation = anEvaluation({ scheme: scheme('two-dimension', { execution: scheme().execution }), indicators })
      return text(reviewedTotal(evaluation, scoreEvaluation(evaluation)))
    }
    expect(reviewed({ maxScore: '90', reviewScore: '80', reviewGrounds: ' ' })).toBe('100.00')
    expect(reviewed({ maxScore: '40' }, { maxScore: '50', actual: '50', reviewScore: '60' })).toBe('100.00')
    expect(reviewed({ maxScore: '90', actual: '50' }, { fixedId: 'bonus', maxScore: null, reviewScore: '30' })).toBe('60.00')
    expect(reviewed({ maxScore: '95' }, { maxScore: '10', reviewScore: '10' })).toBe('100.00')
  })
})

describe('等级', () => {
  test.each([
    ['100', 'excellent'],
    ['90', 'excellent'],
    ['89.99', 'good'],
    ['80', 'good'],
    ['79.99', 'fair'],
    ['60', 'fair'],
    ['59.99', 'poor'],
    ['0', 'poor'],
  ])('%s is %s', (total, grade) => expect(gradeOf(quantity(total), scheme())).toBe(grade))
  it('needs a total', () => expect(gradeOf(null, scheme())).toBeNull())
})

describe('fixed indicators', () => {
  const [hunan, chongqing] = [scheme('hunan-2013'), scheme('chongqing')]
  const fixedRow = (fixedId: string, by: Scheme): Indicator => {
    const definition = by.fixedIndicators.find(({ id }) => id === fixedId)
    if (definition === undefined) throw new Error(fixedId)
    const { dimension, group, name, unit, target, maxScore } = definition
    return anIndicator({ id: fixedId, fixedId, dimension, group, name, unit, target, maxScore, actual: '' })
  }
  const row = (fixedId: string, amounts: Parameters<typeof figuresInWan>[0], by = hunan) => {
    const result = scoreEvaluation(anEvaluation({ scheme: by, figures: figuresInWan(amounts), indicators: [fixedRow(fixedId, by)] }))
      .indicators[0]
    const value = result?.computed?.kind === 'number' ? fixed(result.computed.value, 2) : (result?.computed?.kind ?? null)
    return [value, text(result?.score ?? null)]
  }
  it('在职人员控制率 95.10 %', () =>
    expect(row('staff-control', { 'staffInPost/count': '136', 'staffQuota/count': '143' })).toEqual(['95.10', '5.00']))
  it('“三公”经费变动率 98.31 %', () => {
    expect(row('three-public-change', { 'threePublic/initialBudget': '63.46', 'threePublic/priorActual': '32' })).toEqual(['98.31', '0.00'])
  })
  // 年初预算 1922.76, 上年结转 19.8 and 本年追加 767.86 make a 全年预算数 of 2710.42; 19.8 are left at the end of the year.
  const year = {
    'openingCarryOver/amount': '19.8',
    'total/initialBudget': '1922.76',
    'total/adjustedBudget': '2710.42',
    'closingCarryOver/amount': '19.8',
  }
  it('预算完成率 99.27 %', () => expect(row('budget-completion', year)).toEqual(['99.27', '4.71']))
  it('预算控制率 39.94 %', () => expect(row('budget-control', year)).toEqual(['39.94', '0.00']))
  it('the same of chongqing', () => {
    expect(row('budget-completion', year, chongqing)).toEqual(['99.27', '1.99'])
    expect(row('budget-adjustment', year, chongqing)[0]).toBe('39.94')
    expect(row('budget-adjustment', { ...year, 'total/adjustedBudget': '1750.28' }, chongqing)[0]).toBe('10.00') // cut by 192.28
  })
  it('has no score while a figure is 未填', () => expect(row('staff-control', { 'staffInPost/count': '136' })).toEqual(['blank', null]))
  it('is 不适用 where there was nothing to measure', () => {
    expect(row('procurement', { 'procurement/initialBudget': '0', 'procurement/actualExpenditure': '0' })).toEqual([
      'notApplicable',
      '2.00',
    ])
  })
  it('is left to a person where something grew from nothing', () => {
    expect(row('three-public-change', { 'threePublic/initialBudget': '3', 'threePublic/priorActual': '0' })).toEqual(['unreadable', null])
  })
})

const amount = fc.bigInt({ min: 0n, max: 10n ** 9n })
const some = fc.bigInt({ min: 1n, max: 10n ** 9n })
const maximum = fc.integer({ min: 1, max: 5000 }).map((cents) => `${Math.trunc(cents / 100)}.${`${cents % 100}`.padStart(2, '0')}`)
const points = (texts: IndicatorTexts, by?: Scheme): Quantity => {
  const found = scored(anIndicator(texts), by).score
  if (found === null) throw new Error(`no score for ${JSON.stringify(texts)}`)
  return found
}

/** Each property on this many random cases. */
const cases = { numRuns: process.env.HENGJI_LONG === '1' ? 10_000 : 100 }

describe('properties', { timeout: 600_000 }, () => {
  const upwards = fc.constantFrom<Operator>('>=', '>')
  const downwards = fc.constantFrom<Operator>('<=', '<')
  it('≥ and >: never falling with the actual, never rising with the target, full exactly where met', () => {
    fc.assert(
      fc.property(upwards, some, amount, amount, maximum, (operator, target, a, b, maxScore) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const at = (actual: bigint, of: bigint = target) => points({ target: `${operator}${of}`, actual: `${actual}`, maxScore })
        expect(lessThan(at(more), at(less))).toBe(false)
        expect(lessThan(at(less), at(less, target + 1n))).toBe(false)
        expect(plain(at(a)) === plain(quantity(maxScore))).toBe(operator === '>' ? a > target : a >= target)
      }),
      cases,
    )
  })
  it('≤ and <: the mirror, by both formulas', () => {
    fc.assert(
      fc.property(downwards, some, amount, amount, maximum, fc.constantFrom(undefined, linear), (operator, target, a, b, maxScore, by) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const at = (actual: bigint, of: bigint = target) => points({ target: `${operator}${of}`, actual: `${actual}`, maxScore }, by)
        expect(lessThan(at(less), at(more))).toBe(false)
        expect(lessThan(at(less, target + 1n), at(less))).toBe(false)
        expect(plain(at(a)) === plain(quantity(maxScore))).toBe(operator === '<' ? a < target : a <= target)
      }),
      cases,
    )
  })
  it('never leaves 0…分值 and has two decimals, whatever the rule', () => {
    const rules: IndicatorRule[] = [
      { kind: 'default' },
      { kind: 'coefficient' },
      { kind: 'yesNo' },
      { kind: 'steps', from: '100', direction: 'below', per: '7', deduct: '1.3' },
      { kind: 'intervals', intervals: [{ from: '50', points: '30' }], outOf: '7' },
      { kind: 'bands', bands: [{ from: '3', to: '1000', points: '11' }] },
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.constantFrom('>=', '>', '=', '<', '<='),
        some,
        amount,
        maximum,
        (rule, operator, target, actual, maxScore) => {
          const found = points({ target: `${operator}${target}`, actual: `${actual}`, maxScore }, withRule(rule))
          expect(isNegative(found)).toBe(false)
          expect(atMost(found, quantity(maxScore))).toBe(true)
          expect(fixed(found, 2)).toBe(fixed(found, 3).slice(0, -1))
        },
      ),
      cases,
    )
  })
  it('does not depend on the order of rows, nor on the unit of money', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(foundingCase().indicators.slice(), { minLength: 16 }),
        fc.integer({ min: 1, max: 10 ** 6 }),
        (indicators, factor) => {
          const before = scoreEvaluation(foundingCase())
          const figures = Object.fromEntries(
            Object.entries(foundingCase().figures).map(([name, found]) => [
              name,
              found.state === 'filled' ? { ...found, value: times(found.value, quantity(BigInt(factor))) } : found,
            ]),
          )
          const after = scoreEvaluation({ ...foundingCase(), indicators, figures })
          expect(text(after.total)).toBe(text(before.total))
          expect(after.executionRate && fixed(after.executionRate, 12)).toBe(before.executionRate && fixed(before.executionRate, 12))
        },
      ),
      cases,
    )
  })
  it('reads a scheme once', () => {
    const once = scheme()
    expect(rulesOf(once)).toBe(rulesOf(once))
  })
})
