import {
  atLeast,
  dividedBy,
  isPositive,
  minus,
  moreThan,
  one,
  type Points,
  points,
  quantity,
  type Rate,
  times,
} from '@/lib/domain/quantities'
import type { Comparison } from '@/lib/domain/reading/outcome'
import type { SchemeRules } from '@/lib/domain/schemes/scheme-rules'

/** Whether a target above 0 for ≥, > or = was reached `threshold` times or more (1.3: 130 %). */
export function isOverCompleted(comparison: Comparison, threshold: Rate): boolean {
  if (comparison.outcome !== 'met' && comparison.outcome !== 'missed') return false
  if (comparison.by !== 'number' || comparison.operator === '<' || comparison.operator === '<=') return false
  return isPositive(comparison.target) && atLeast(comparison.actual, times(comparison.target, threshold))
}

/** 偏离度 (完成 − 目标) ÷ 目标 above which points to take are suggested. Below it, from the scheme's threshold on, a reason is enough. */
export const SUGGESTED_ABOVE = quantity('0.5')

/**
 * What a scheme that suggests would have a person take: the 分值 less what it would be had the target been set so that the
 * actual value reached the threshold exactly, 分值 × (1 − 界限 ÷ 完成比例). There is no national formula; nothing is taken
 * without a person. `null` where nothing is suggested.
 */
export function suggestedDeduction(
  comparison: Comparison,
  maxScore: Points,
  { overCompletion }: SchemeRules,
): { deviation: Rate; deduct: Points } | null {
  if (overCompletion?.mode !== 'suggest' || !isOverCompleted(comparison, overCompletion.threshold)) return null
  if (!('by' in comparison) || comparison.by !== 'number') return null
  const reached = dividedBy(comparison.actual, comparison.target)
  const deviation = minus(reached, one)
  if (!moreThan(deviation, SUGGESTED_ABOVE)) return null
  return { deviation, deduct: points(times(maxScore, minus(one, dividedBy(overCompletion.threshold, reached)))) }
}
