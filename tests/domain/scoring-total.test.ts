import { describe, expect, it, test } from 'vitest'
import { quantity } from '@/lib/domain/quantities'
import { gradeOf } from '@/lib/domain/scoring/grade'
import { reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { text } from '@/tests/support/scores'

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
