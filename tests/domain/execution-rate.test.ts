import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { atMost, fixed, isNegative, lessThan, plain, quantity } from '@/lib/domain/quantities'
import type { ExecutionRule } from '@/lib/domain/schemes/scheme'
import { type ExecutionRules, rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { executionOf, executionRate, executionScore } from '@/lib/domain/scoring/execution-rate'
import { scheme } from '@/tests/support/builders'

const rule = (overrides: Partial<ExecutionRule>): ExecutionRules => {
  const execution = scheme().execution
  if (execution === null) throw new Error('national-2020 has an execution rule')
  const rules = rulesOf(scheme('national-2020', { execution: { ...execution, ...overrides } })).execution
  if (rules === null) throw new Error('no rule')
  return rules
}
const funds = (adjustedBudget: string | null, actualExpenditure: string | null) => ({
  adjustedBudget: adjustedBudget === null ? null : quantity(adjustedBudget),
  actualExpenditure: actualExpenditure === null ? null : quantity(actualExpenditure),
})
const rateOf = (budget: string, spent: string) => {
  const rate = executionRate(funds(budget, spent))
  if (rate === null) throw new Error('no rate')
  return rate
}

describe('预算执行率', () => {
  test.each([
    ['251.89', '251.89', '1'],
    ['310.2', '154.74', '0.498839458414'],
    ['8988.68', '9016.65', '1.003111691594'],
  ])('%s budget, %s spent: %s', (budget, spent, rate) => expect(plain(rateOf(budget, spent))).toBe(rate))
  test.each([
    ['0', '0', 'notApplicable'],
    ['0', '5', 'withoutBudget'],
    [null, '5', 'withoutBudget'],
    [null, '0', 'notFilled'],
    [null, null, 'notFilled'],
    ['5', null, 'notFilled'],
    ['-5', '5', 'withoutBudget'],
  ])('budget %s, spent %s: no rate, %s', (budget, spent, state) => {
    expect(executionOf(funds(budget, spent)).state).toBe(state)
    expect(executionRate(funds(budget, spent))).toBeNull()
  })
})

describe('预算执行得分', () => {
  test.each([
    { executed: '1', score: '10.00' },
    { executed: '0.9565', score: '9.57' }, // 9.565 rounds up: 四舍五入
    { executed: '0.4988', score: '4.99' },
    { executed: '1.2', score: '10.00' }, // overspending earns nothing extra
    { executed: '0', score: '0.00' },
    { executed: '-0.1', score: '0.00' },
  ])('执行率 $executed of 10 分 scores $score', ({ executed, score }) => {
    expect(fixed(executionScore(quantity(executed), rule({})), 2)).toBe(score)
  })
  it('takes the printed 分值 where a form prints one', () => {
    expect(plain(executionScore(quantity('0.5'), rule({}), quantity('20')))).toBe('10')
  })
  it('rounds to whole points where the scheme does', () => {
    expect(plain(executionScore(quantity('0.86'), rule({ decimals: 0 })))).toBe('9')
    expect(plain(executionScore(quantity('0.85'), rule({ decimals: 0 })))).toBe('9')
    expect(plain(executionScore(quantity('0.8499'), rule({ decimals: 0 })))).toBe('8')
  })
  it('gives the share of the first band that the rate reaches', () => {
    const bands = rule({
      method: 'bands',
      bands: [
        { from: '0.95', share: '1' },
        { from: '0.8', share: '0.6' },
      ],
    })
    const scores = ['1.3', '0.95', '0.9499', '0.8', '0.79'].map((rate) => plain(executionScore(quantity(rate), bands)))
    expect(scores).toEqual(['10', '10', '6', '6', '0'])
  })
  it('rounds a band’s share of the 分值 as the scheme says', () => {
    const bands = [{ from: '0.8', share: '0.85' }]
    expect(plain(executionScore(quantity('0.8'), rule({ method: 'bands', bands, maxScore: '5' })))).toBe('4.25')
    expect(plain(executionScore(quantity('0.8'), rule({ method: 'bands', bands, maxScore: '5', decimals: 0 })))).toBe('4')
    expect(plain(executionScore(quantity('0.8'), rule({ method: 'bands', bands, decimals: 0 })))).toBe('9') // 8.5
  })
  it('follows the rate beyond the 分值 where the scheme sets no limit', () => {
    expect(plain(executionScore(quantity('1.0031'), rule({ capped: false })))).toBe('10.03')
    expect(plain(executionScore(quantity('1.0031'), rule({ capped: true })))).toBe('10')
  })
  it('never leaves 0…分值 and never falls as more is spent', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), amount, amount, (budget, a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a]
        const [low, high] = [less, more].map((spent) => executionScore(rateOf(`${budget}`, `${spent}`), rule({})))
        if (low === undefined || high === undefined) throw new Error('two scores')
        expect(isNegative(low)).toBe(false)
        expect(atMost(high, quantity('10'))).toBe(true)
        expect(lessThan(high, low)).toBe(false)
      }),
    )
  })
})
