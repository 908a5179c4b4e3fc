import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atMost, fixed, isNegative, lessThan, plain, type Quantity, quantity, times } from '@/lib/domain/quantities'
import type { Operator } from '@/lib/domain/reading/cell-reading'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anIndicator, type IndicatorTexts, scheme } from '@/tests/support/builders'
import { foundingCase } from '@/tests/support/founding-case'
import { linear, scored, text, withRule } from '@/tests/support/scores'

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
