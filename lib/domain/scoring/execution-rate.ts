import {
  atLeast,
  dividedBy,
  isNegative,
  isZero,
  one,
  type Points,
  type Quantity,
  quantity,
  type Rate,
  roundHalfUp,
  smaller,
  times,
  type Yuan,
  zero,
} from '@/lib/domain/quantities'
import type { ExecutionRules } from '@/lib/domain/schemes/scheme-rules'

/** 全年预算数 (after adjustment) and 全年执行数 of the one scored row; null is 未填. */
export type AnnualFunds = { adjustedBudget: Yuan | null; actualExpenditure: Yuan | null }

/**
 * What can be said of the execution of a budget: a rate; 不适用 where there was neither budget nor expenditure;
 * nothing while a figure is 未填; nothing either where money was spent without a budget (F07) or the budget is negative.
 */
export type Execution = { state: 'known'; rate: Rate } | { state: 'notApplicable' } | { state: 'notFilled' } | { state: 'withoutBudget' }

const NOT_APPLICABLE: Execution = { state: 'notApplicable' }
const NOT_FILLED: Execution = { state: 'notFilled' }
const WITHOUT_BUDGET: Execution = { state: 'withoutBudget' }

/** 预算执行率 = 全年执行数 ÷ 全年预算数 (the adjusted budget, not the opening one), or why there is none. */
export function executionOf({ adjustedBudget, actualExpenditure }: AnnualFunds): Execution {
  if (actualExpenditure === null) return NOT_FILLED
  if (adjustedBudget === null) return isZero(actualExpenditure) ? NOT_FILLED : WITHOUT_BUDGET
  if (isZero(adjustedBudget)) return isZero(actualExpenditure) ? NOT_APPLICABLE : WITHOUT_BUDGET
  if (isNegative(adjustedBudget)) return WITHOUT_BUDGET
  return { state: 'known', rate: dividedBy(actualExpenditure, adjustedBudget) }
}

/**
 * 预算执行率 as a share (1 is 100 %), not capped. `null` is 不适用 or not known: a department without a budget
 * has no rate, and calling that 0 % would cost it points it could never have earned.
 */
export function executionRate(funds: AnnualFunds): Rate | null {
  const execution = executionOf(funds)
  return execution.state === 'known' ? execution.rate : null
}

/** 分值 × rate, not above the 分值: what every published form does that prints no other rule. */
export const inProportion: ExecutionRules = { maxScore: quantity('10'), bands: null, capped: true, decimals: 2, reasonBelow: null }

/** Share of the 分值 that a rate earns, 0…1: overspending earns nothing extra unless the scheme sets no limit. */
export function executionShare(rate: Rate, rules: ExecutionRules): Quantity {
  if (isNegative(rate)) return zero
  if (rules.bands === null) return rules.capped ? smaller(rate, one) : rate
  for (const band of rules.bands) if (atLeast(rate, band.from)) return smaller(band.share, one)
  return zero
}

/**
 * 预算执行得分 of a rate: rate × 分值 or the band's share of it, at most the 分值 (unless the scheme sets no limit), rounded
 * half up once, to two decimals or to whole points as the scheme says. `maxScore` is the 分值 in force; the scheme's where left out.
 */
export function executionScore(rate: Rate, rules: ExecutionRules, maxScore: Points = rules.maxScore): Points {
  return roundHalfUp(times(executionShare(rate, rules), maxScore), rules.decimals)
}
