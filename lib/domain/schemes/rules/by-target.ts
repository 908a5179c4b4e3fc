import { dividedBy, isPositive, isZero, lessThan, minus, moreThan, one, type Quantity, smaller, zero } from '@/lib/domain/quantities'
import type { Operator } from '@/lib/domain/reading/operators'
import { type Earned, FULL, GIVEN, NOTHING, type RowAtStake, type RuleKind } from './rule-kind'

/** 按指标值比较: by operator, ranges, dates, yes and no; what a row has for which the scheme says nothing. */
export type ByTarget = { kind: 'default' }

export const byTarget: RuleKind<ByTarget> = { asks: 'target', read: () => ({ earned: earnedByTarget }) }

/** Met: full marks; missed: in proportion, by the scheme's formulas; what numbers do not decide is a person's. */
export function earnedByTarget({ comparison, defaults }: RowAtStake): Earned {
  if (comparison.outcome === 'judgement') return GIVEN
  if (comparison.by === 'number') {
    // ≥ 0 holds for everything counted: no proportion can be taken, so a person decides.
    if (comparison.operator === '>=' && isZero(comparison.target)) return GIVEN
    if (comparison.outcome === 'met') return FULL
    if (comparison.bounded) return GIVEN
    return leftOf(shareOfMissed(comparison.operator, comparison.target, comparison.actual, defaults))
  }
  if (comparison.outcome === 'met') return FULL
  return comparison.by === 'range' ? leftOf(shareOutside(comparison.from, comparison.to, comparison.actual)) : NOTHING
}

const leftOf = (share: Quantity): Earned => (isPositive(share) ? { by: 'share', share: smaller(share, one) } : NOTHING)

/**
 * Share of the 分值 left to a missed target (财预〔2020〕10 号: 完成值 ÷ 指标值). For ≤ and < the scheme chooses 目标 ÷ 完成
 * or 1 − (完成 − 目标) ÷ 目标. A target of 0 or below has no proportion: nothing is earned.
 */
function shareOfMissed(operator: Operator, target: Quantity, actual: Quantity, defaults: RowAtStake['defaults']): Quantity {
  if (!isPositive(target)) return zero
  if (operator === '<=' || operator === '<') {
    return defaults.atMostFormula === 'ratio'
      ? dividedBy(target, actual) // missed, so above 0
      : minus(one, dividedBy(minus(actual, target), target))
  }
  if (defaults.missed === 'none') return zero
  return moreThan(actual, target) ? dividedBy(target, actual) : dividedBy(actual, target)
}

/** Outside a range: in proportion to the nearer end. */
function shareOutside(from: Quantity, to: Quantity, actual: Quantity): Quantity {
  if (lessThan(actual, from)) return isPositive(from) ? dividedBy(actual, from) : zero
  return isPositive(to) ? dividedBy(to, actual) : zero
}
