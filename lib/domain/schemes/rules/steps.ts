import { dividedBy, isPositive, minus, quantity, times, zero } from '@/lib/domain/quantities'
import { bound, notPositive, quantityOrNull } from './numbers'
import { carriedOver, GIVEN, measured, type RuleKind } from './rule-kind'

/** 每超或每低 `per` 扣 `deduct`，扣完为止: in proportion, not by begun steps. The points are stated for a 分值 of `outOf`, where it is given. */
export type StepsRule = { kind: 'steps'; from: string; direction: 'above' | 'below'; per: string; deduct: string; outOf?: string }

export const steps: RuleKind<StepsRule> = {
  asks: 'value',
  faults: ({ per, outOf }, at) => [...notPositive(outOf, `${at}/outOf`), ...notPositive(per, `${at}/per`)],
  read: (rule) => {
    const [from, per, deduct, outOf] = [quantity(rule.from), quantity(rule.per), quantity(rule.deduct), quantityOrNull(rule.outOf)]
    const above = rule.direction === 'above'
    return {
      earned: ({ comparison, maxScore }) => {
        const value = measured(comparison)
        if (value === null) return GIVEN
        const excess = above ? minus(value, from) : minus(from, value)
        if (!isPositive(excess)) return { by: 'points', points: maxScore }
        const left = minus(maxScore, carriedOver(times(dividedBy(excess, per), deduct), outOf, maxScore))
        return { by: 'points', points: isPositive(left) ? left : zero }
      },
      ownTarget: (unit) => bound(above ? '<=' : '>=', from, unit),
      values: (maxScore) => [{ kind: 'value', direction: above ? 'atMost' : 'atLeast', value: from, earns: maxScore }],
    }
  },
}
