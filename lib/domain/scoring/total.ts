import {
  dividedBy,
  hundred,
  isNegative,
  isZero,
  lessThan,
  minus,
  moreThan,
  type Points,
  plus,
  points,
  type Quantity,
  type Rate,
  smaller,
  sum as sumOf,
  times,
  zero,
} from '@/lib/domain/quantities'
import type { SchemeRules } from '@/lib/domain/schemes/scheme-rules'

/** One scored row: execution or an indicator. */
export type ScorePart = {
  /** null is 未填. */
  maxScore: Points | null
  /** Two decimals; null while it cannot be given, and for 不适用 under a scheme that rescales. */
  score: Points | null
  notApplicable: boolean
  /** Not one of the 100 points but a bonus or deduction of the scheme, of the amount `score`. */
  adjustment: 'bonus' | 'deduction' | null
}

export type Total = {
  /** Sum of the rounded scores; null while one is missing. */
  sum: Points | null
  /** 分值 of the 不适用 rows where the scheme rescales the rest to full marks; null where nothing was rescaled. */
  rescaledFor: Points | null
  /** sum × all 分值 ÷ the applicable 分值 before it is rounded; the sum where nothing was rescaled, null where there is none. */
  unrounded: Quantity | null
  /** Bonus less deductions. */
  adjustment: Points
  /** Rescaled and adjusted, before any cap by execution rate. */
  uncapped: Points | null
  /** The cap by execution rate that cut the total; null where none did. */
  cap: Points | null
  /** 总分, two decimals, 0…100. */
  total: Points | null
}

/**
 * 总分: the sum of the rounded scores of execution and indicators; where rows are 不适用 and the scheme rescales,
 * sum × all 分值 ÷ the applicable 分值, rounded; then bonus and deduction within 0…100; then the cap by execution rate.
 * `null` while a score is missing, where there is no indicator yet, or where nothing is applicable.
 */
export function totalOf(execution: ScorePart | null, indicators: readonly ScorePart[], rate: Rate | null, rules: SchemeRules): Total {
  const scores: Points[] = []
  let adjustment = zero
  let unscored = false
  let missing = false
  let rows = 0
  if (execution !== null) {
    if (execution.score !== null) scores.push(execution.score)
    else if (execution.notApplicable) unscored = true
    else missing = true
  }
  for (const { score, notApplicable, adjustment: kind } of indicators) {
    if (kind === null) rows += 1
    if (score === null) {
      if (notApplicable) unscored = true
      else missing = true
    } else if (kind === null) scores.push(score)
    else adjustment = kind === 'bonus' ? plus(adjustment, score) : minus(adjustment, score)
  }
  // Execution alone is no total: who has entered no indicator yet has not earned 10 of 100.
  if (rows === 0) missing = true
  const rescaledFor = unscored ? unscoredMax(execution, indicators) : null
  const none = { rescaledFor, unrounded: null, adjustment, uncapped: null, cap: null, total: null }
  if (missing) return { sum: null, ...none }
  const sum = sumOf(scores)
  const unrounded = rescaledFor === null ? sum : rescale(sum, rescaledFor, execution, indicators)
  if (unrounded === null) return { sum, ...none }
  const rescaled = rescaledFor === null ? sum : points(unrounded)
  const mayExceed = !isZero(adjustment) || rules.execution?.capped === false
  const uncapped = mayExceed ? withinHundred(plus(rescaled, adjustment)) : rescaled
  const cap = capFor(rate, rules)
  const cut = cap !== null && moreThan(uncapped, cap)
  return { sum, rescaledFor, unrounded, adjustment, uncapped, cap: cut ? cap : null, total: cut ? cap : uncapped }
}

/** The total that a rate allows at most; null where the scheme sets no cap for it. */
export function capFor(rate: Rate | null, { totalCaps }: SchemeRules): Points | null {
  if (rate === null) return null
  let lowest: Points | null = null
  for (const { rateBelow, maxTotal } of totalCaps)
    if (lessThan(rate, rateBelow)) lowest = lowest === null ? maxTotal : smaller(lowest, maxTotal)
  return lowest
}

const partsOf = (execution: ScorePart | null, indicators: readonly ScorePart[]): readonly ScorePart[] =>
  execution === null ? indicators : [execution, ...indicators]

/** 分值合计, without bonus and deduction items; rows without a 分值 add nothing. */
export const maxScoreSum = (execution: ScorePart | null, indicators: readonly ScorePart[]): Points =>
  partsOf(execution, indicators).reduce(
    (all, { maxScore, adjustment }) => (maxScore === null || adjustment !== null ? all : plus(all, maxScore)),
    zero,
  )

/** The same of a scored evaluation: what its rows and the execution make together, 100 when all is handed out. */
export const fullMarksOf = (score: { executionMaxScore: Points | null; indicators: readonly ScorePart[] }): Points =>
  maxScoreSum({ maxScore: score.executionMaxScore, score: null, notApplicable: false, adjustment: null }, score.indicators)

const unscoredMax = (execution: ScorePart | null, indicators: readonly ScorePart[]): Points =>
  maxScoreSum(
    null,
    partsOf(execution, indicators).filter(({ score, notApplicable }) => score === null && notApplicable),
  )

function rescale(sum: Points, unscored: Points, execution: ScorePart | null, indicators: readonly ScorePart[]): Quantity | null {
  const all = maxScoreSum(execution, indicators)
  const applicable = minus(all, unscored)
  return isZero(applicable) || isNegative(applicable) ? null : dividedBy(times(sum, all), applicable)
}

/** Never below 0 nor above 100. */
export const withinHundred = (total: Points): Points => (isNegative(total) ? zero : smaller(total, hundred))
