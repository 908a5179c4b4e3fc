import type { CellContext, CellReading } from './cell-reading'
import { compareCells } from './comparison'
import { dividedBy, isNegative, isPositive, type Points, plus, points, type Quantity, times, type Yuan, zero } from './quantities'
import { defaultRule, type RuleNumbers, type SchemeRules } from './scheme-rules'
import { scoreIndicator } from './scoring'

/** One unit's (or project's) contribution to an indicator of the whole: its funds, its actual value, and its score where people judged. */
export type UnitResult = { funds: Yuan; actual: CellReading; score: Points | null; maxScore: Points }

/** How an indicator is carried upwards: amounts add up, rates and judgements weigh by funds. */
export type AggregationKind = 'amount' | 'rate' | 'judgement'

const RATE_UNITS: ReadonlySet<string> = new Set(['%', '‰', '百分比', '千分比', '成'])

/** By the target: a number or range in % or ‰ is a rate, in any other unit an amount; dates, yes/no and words are judged. */
export function aggregationKind(target: CellReading): AggregationKind {
  if (target.kind !== 'number' && target.kind !== 'range') return 'judgement'
  return RATE_UNITS.has(target.unit) ? 'rate' : 'amount'
}

/** Σ value × funds ÷ Σ funds. `null` without values, where funds are negative, or where they add to 0: nothing can be weighed by nothing. */
export function weightedByFunds(values: readonly { funds: Yuan; value: Quantity }[]): Quantity | null {
  let weighed = zero
  let funds = zero
  for (const unit of values) {
    if (isNegative(unit.funds)) return null
    weighed = plus(weighed, times(unit.value, unit.funds))
    funds = plus(funds, unit.funds)
  }
  return isPositive(funds) ? dividedBy(weighed, funds) : null
}

/**
 * 汇总完成值: amounts added, rates weighed by funds. `null` where a unit has no measured number in the target's unit, so
 * that a missing report never counts as 0; units for which the indicator is 不适用 are left out.
 */
export function aggregatedActual(target: CellReading, units: readonly UnitResult[]): Quantity | null {
  if (target.kind !== 'number' && target.kind !== 'range') return null
  const values: { funds: Yuan; value: Quantity }[] = []
  for (const { funds, actual } of units) {
    if (actual.kind === 'notApplicable') continue
    if (actual.kind !== 'number' || actual.operator !== null || actual.approximate || actual.unit !== target.unit) return null
    values.push({ funds, value: actual.value })
  }
  if (values.length === 0) return null
  return aggregationKind(target) === 'rate' ? weightedByFunds(values) : values.reduce((sum, { value }) => plus(sum, value), zero)
}

/**
 * 汇总得分 of one indicator of the whole, two decimals: first the actual values are brought together, then the whole is
 * scored against its own target; scores are never averaged for a measured indicator. A judged indicator has the units'
 * shares of their 分值, weighed by funds, of the whole's 分值. `null` while a unit's contribution is missing.
 */
export function aggregatedScore(
  whole: { target: CellReading; context: CellContext; maxScore: Points },
  units: readonly UnitResult[],
  rules: SchemeRules,
  rule: RuleNumbers = defaultRule,
): Points | null {
  const { target, context, maxScore } = whole
  if (aggregationKind(target) === 'judgement') return judged(units, maxScore)
  if (target.kind !== 'number' && target.kind !== 'range') return null
  const value = aggregatedActual(target, units)
  if (value === null) return null
  const actual: CellReading = { kind: 'number', operator: null, writtenAs: 'none', value, unit: target.unit, approximate: false }
  return scoreIndicator(compareCells(target, actual, context), maxScore, null, rules, rule)
}

function judged(units: readonly UnitResult[], maxScore: Points): Points | null {
  const shares: { funds: Yuan; value: Quantity }[] = []
  for (const unit of units) {
    if (unit.actual.kind === 'notApplicable') continue
    if (unit.score === null || !isPositive(unit.maxScore)) return null
    shares.push({ funds: unit.funds, value: dividedBy(unit.score, unit.maxScore) })
  }
  const share = weightedByFunds(shares)
  return share === null ? null : points(times(share, maxScore))
}
