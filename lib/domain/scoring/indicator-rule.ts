import {
  atLeast,
  atMost,
  dividedBy,
  isPositive,
  isZero,
  lessThan,
  minus,
  moreThan,
  one,
  type Points,
  type Quantity,
  type Rate,
  smaller,
  times,
  zero,
} from '@/lib/domain/quantities'
import type { Comparison } from '@/lib/domain/reading/outcome'
import { isJudged, type RuleNumbers, type SchemeRules, type ValueRule } from '@/lib/domain/schemes/scheme-rules'

/**
 * What a rule makes of a row before anything is rounded: `full` where the 分值 is earned, a `share` of it (0…1) left
 * to a missed target, the `coefficient` that a person gave, `points` by steps, bands or intervals, `given` where numbers
 * do not decide and a person's score stands, `none` where there is nothing to score.
 */
export type Earned =
  | { by: 'full' }
  | { by: 'share'; share: Rate }
  | { by: 'coefficient'; share: Rate }
  | { by: 'points'; points: Quantity }
  | { by: 'given' }
  | { by: 'none' }

type Defaults = Pick<SchemeRules, 'atMostFormula' | 'missed'>

const FULL: Earned = { by: 'full' }
const GIVEN: Earned = { by: 'given' }
const NONE: Earned = { by: 'none' }
const NOTHING: Earned = { by: 'share', share: zero }

/**
 * What a row of `maxScore` earns by its rule; `defaults` are the scheme's for a missed target. `coefficient` is what a
 * person gave with grounds; only the rule 得分系数 × 分值 asks for it, and without it numbers decide there too.
 */
export function earned(
  rule: RuleNumbers,
  comparison: Comparison,
  maxScore: Points,
  defaults: Defaults,
  coefficient: Rate | null = null,
): Earned {
  const { outcome } = comparison
  if (coefficient !== null && rule.kind === 'coefficient' && outcome !== 'notApplicable') return { by: 'coefficient', share: coefficient }
  if (outcome !== 'met' && outcome !== 'missed' && outcome !== 'judgement') return NONE
  switch (rule.kind) {
    case 'default':
    case 'coefficient':
      return byOutcome(comparison, defaults)
    case 'yesNo':
      return outcome === 'met' ? FULL : outcome === 'missed' ? NOTHING : GIVEN
    case 'qualitative':
    case 'manual':
      return GIVEN
    default: {
      const value = measured(comparison)
      return value === null ? GIVEN : { by: 'points', points: pointsFor(rule, value, maxScore) }
    }
  }
}

/** A row that people judge needs no target: without one it is theirs to score, not 未填. */
export const withoutTarget = ({ kind }: RuleNumbers, comparison: Comparison): Comparison =>
  comparison.outcome === 'blank' && comparison.which !== 'actual' && isJudged(kind)
    ? { outcome: 'judgement', why: 'qualitative' }
    : comparison

/** The measured value that a comparison rests on; null where it rests on none, or on a bound (超过280人). */
function measured(comparison: Comparison): Quantity | null {
  if (comparison.outcome !== 'met' && comparison.outcome !== 'missed') return null
  if (comparison.by === 'number') return comparison.bounded ? null : comparison.actual
  return comparison.by === 'range' ? comparison.actual : null
}

function byOutcome(comparison: Comparison, defaults: Defaults): Earned {
  if (comparison.outcome !== 'met' && comparison.outcome !== 'missed') return GIVEN
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
function shareOfMissed(operator: '>=' | '>' | '=' | '<' | '<=', target: Quantity, actual: Quantity, defaults: Defaults): Quantity {
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

/** Points stated for `outOf` carried over to the row's own 分值. */
const carriedOver = (points: Quantity, outOf: Points | null, maxScore: Points): Quantity =>
  outOf === null ? points : dividedBy(times(points, maxScore), outOf)

/** Points of a value by steps, bands or intervals, before rounding: never below 0, never above the 分值. */
function pointsFor(rule: ValueRule, value: Quantity, maxScore: Points): Quantity {
  switch (rule.kind) {
    case 'intervals':
      return smaller(carriedOver(rule.intervals.find(({ from }) => atLeast(value, from))?.points ?? zero, rule.outOf, maxScore), maxScore)
    case 'bands': {
      const band = rule.bands.find(({ from, to }) => (from === null || moreThan(value, from)) && (to === null || atMost(value, to)))
      return smaller(carriedOver(band?.points ?? zero, rule.outOf, maxScore), maxScore)
    }
    case 'steps': {
      const excess = rule.direction === 'above' ? minus(value, rule.from) : minus(rule.from, value)
      if (!isPositive(excess)) return maxScore
      // In proportion, not by begun steps: 98.31 个百分点 at 0.8 cost 78.65 (扣完为止).
      const left = minus(maxScore, carriedOver(times(dividedBy(excess, rule.per), rule.deduct), rule.outOf, maxScore))
      return isPositive(left) ? left : zero
    }
  }
}
