import {
  dividedBy,
  isNegative,
  isPositive,
  type Points,
  plus,
  points,
  type Quantity,
  times,
  type Yuan,
  zero,
} from '@/lib/domain/quantities'
import { type CellContext, type CellReading, cellNumber } from '@/lib/domain/reading/cell-reading'
import { compareCells } from '@/lib/domain/reading/comparison'
import { inOneUnit } from '@/lib/domain/reading/one-unit'
import { unitOf } from '@/lib/domain/reading/units'
import { defaultRule, earnedBy, type Rule } from '@/lib/domain/schemes/rules/rules'
import type { SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { scoreOf } from './scoring'

/** One unit's (or project's) contribution to an indicator of the whole: its funds, its actual value, and its score where people judged. */
export type UnitResult = { funds: Yuan | null; actual: CellReading; score: Points | null; maxScore: Points }

/** A value for the whole, in a unit. */
export type AggregatedValue = { value: Quantity; unit: string }

/** How an indicator is carried upwards: amounts add up, rates and judgements weigh by funds. */
export type AggregationKind = 'amount' | 'rate' | 'judgement'

/** A number or range in a rate's unit is a rate, in any other unit an amount; dates, yes/no and words are judged. */
export const aggregationKind = (target: CellReading): AggregationKind =>
  target.kind !== 'number' && target.kind !== 'range' ? 'judgement' : unitOf(target.unit).rate ? 'rate' : 'amount'

/** Σ value × funds ÷ Σ funds. `null` without values, where funds are 未填 or negative, or where they add to 0: nothing can be weighed by nothing. */
export function weightedByFunds(values: readonly { funds: Yuan | null; value: Quantity }[]): Quantity | null {
  let weighed = zero
  let funds = zero
  for (const unit of values) {
    if (unit.funds === null || isNegative(unit.funds)) return null
    weighed = plus(weighed, times(unit.value, unit.funds))
    funds = plus(funds, unit.funds)
  }
  return isPositive(funds) ? dividedBy(weighed, funds) : null
}

/**
 * 汇总完成值 in the target's unit (where it has none, in that of the first value that has one): amounts added, rates weighed
 * by funds. Every value is brought into that unit as if it answered the target alone. `null` where a unit has no measured
 * number that surely fits, so that a missing report never counts as 0; units for which the indicator is 不适用 are left out.
 */
export function aggregatedActual(target: CellReading, units: readonly UnitResult[], context: CellContext): AggregatedValue | null {
  if (target.kind !== 'number' && target.kind !== 'range') return null
  const actuals = units.flatMap(({ funds, actual }) => (actual.kind === 'notApplicable' ? [] : [{ funds, actual }]))
  const written = actuals.find(({ actual }) => actual.kind === 'number' && actual.unit !== '')?.actual
  const unit = target.unit !== '' || written?.kind !== 'number' ? target.unit : written.unit
  const asked = cellNumber(target.kind === 'number' ? target.value : target.from, unit)
  const values: { funds: Yuan | null; value: Quantity }[] = []
  for (const { funds, actual } of actuals) {
    if (actual.kind !== 'number' || actual.operator !== null || actual.approximate || actual.direction !== undefined) return null
    const common = inOneUnit(asked, actual, context)
    if ('why' in common || common.other !== undefined) return null
    values.push({ funds, value: common.actual })
  }
  if (values.length === 0) return null
  const value = unitOf(unit).rate ? weightedByFunds(values) : values.reduce((sum, one) => plus(sum, one.value), zero)
  return value === null ? null : { value, unit }
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
  rule: Rule = defaultRule,
): Points | null {
  const { target, context, maxScore } = whole
  if (aggregationKind(target) === 'judgement') return judged(units, maxScore)
  const found = aggregatedActual(target, units, context)
  if (found === null) return null
  const comparison = compareCells(target, cellNumber(found.value, found.unit), context)
  return scoreOf(earnedBy(rule, comparison, { maxScore, coefficient: null, defaults: rules }), comparison, maxScore, null, rules)
}

function judged(units: readonly UnitResult[], maxScore: Points): Points | null {
  const shares: { funds: Yuan | null; value: Quantity }[] = []
  for (const unit of units) {
    if (unit.actual.kind === 'notApplicable') continue
    if (unit.score === null || !isPositive(unit.maxScore)) return null
    shares.push({ funds: unit.funds, value: dividedBy(unit.score, unit.maxScore) })
  }
  const share = weightedByFunds(shares)
  return share === null ? null : points(times(share, maxScore))
}
