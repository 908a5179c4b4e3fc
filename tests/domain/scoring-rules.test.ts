import { describe, expect, it, test } from 'vitest'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { fixed, quantity } from '@/lib/domain/quantities'
import type { Comparison } from '@/lib/domain/reading/outcome'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { isOverCompleted } from '@/lib/domain/scoring/over-completion'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { score, scored, text, withRule } from '@/tests/support/scores'

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
