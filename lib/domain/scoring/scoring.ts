import { figure } from '@/lib/domain/cells/funds'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { type Indicator, onItsGrounds } from '@/lib/domain/evaluation/indicator'
import {
  cutTo,
  isNegative,
  isPositive,
  lessThan,
  minus,
  moreThan,
  type Points,
  points,
  quantity,
  type Rate,
  smaller,
  times,
  zero,
} from '@/lib/domain/quantities'
import type { CellContext, CellReading } from '@/lib/domain/reading/cell-reading'
import { compareCells, compareNumbers } from '@/lib/domain/reading/comparison'
import type { Comparison } from '@/lib/domain/reading/outcome'
import { type Earned, GIVEN } from '@/lib/domain/schemes/rules/rule-kind'
import { earnedBy, type Rule } from '@/lib/domain/schemes/rules/rules'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { ruleOfRow, rulesOf, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { actualWithReason } from './actual-with-reason'
import { type AnnualFunds, type Execution, executionOf, executionScore, inProportion } from './execution-rate'
import { fixedReading } from './fixed-indicator'
import { gradeOf } from './grade'
import { isOverCompleted } from './over-completion'
import { targetInForce, withoutTarget } from './rule-target'
import { type ScorePart, type Total, totalOf } from './total'

/** The scores of one evaluation, all with two decimals; sums are sums of rounded scores. What they rest on: `explanation.ts`. */
export type EvaluationScore = {
  execution: Execution
  /** As a share, not capped; null is 不适用 or not known. */
  executionRate: Rate | null
  /** null where the scheme gives execution no 分值, where there is no rate, and for 不适用 under a scheme that rescales. */
  executionScore: Points | null
  /** null where the scheme gives execution no 分值. */
  executionMaxScore: Points | null
  /** In the evaluation's order. */
  indicators: readonly IndicatorScore[]
  summary: Total
  /** `summary.total`: null while a score is missing. */
  total: Points | null
  grade: Grade | null
}

export type IndicatorScore = ScorePart & {
  id: string
  comparison: Comparison
  /** The actual value where the scheme's formula gives it from the department's own figures; null where it is typed. */
  computed: CellReading | null
  /** What its rule makes of it, before rounding: by numbers, by a coefficient, or `given` by a person. */
  earned: Earned
}

const SMALLEST_STEP = quantity('0.01')

/** 总体支出 of an evaluation as the execution rate wants it. */
const annualFundsOf = ({ figures }: Pick<Evaluation, 'figures'>): AnnualFunds => ({
  adjustedBudget: figure(figures, 'total/adjustedBudget'),
  actualExpenditure: figure(figures, 'total/actualExpenditure'),
})

/** Scores an evaluation by its own scheme version. Pure: the same evaluation always has the same scores. */
export function scoreEvaluation(evaluation: Evaluation): EvaluationScore {
  const rules = rulesOf(evaluation.scheme)
  const execution =
    evaluation.figures['total/adjustedBudget']?.state === 'notApplicable' ? NOT_APPLICABLE : executionOf(annualFundsOf(evaluation))
  const executionRate = execution.state === 'known' ? execution.rate : null
  const executionPart = rules.execution === null ? null : scoreExecution(execution, rules.execution.maxScore, rules)
  const indicators = evaluation.indicators.map((indicator) => scoreRow(indicator, evaluation, rules))
  const summary = totalOf(executionPart, indicators, executionRate, rules)
  return {
    execution,
    executionRate,
    executionScore: executionPart?.score ?? null,
    executionMaxScore: executionPart?.maxScore ?? null,
    indicators,
    summary,
    total: summary.total,
    grade: gradeOf(summary.total, evaluation.scheme),
  }
}

const NOT_APPLICABLE: Execution = { state: 'notApplicable' }

/** The execution row with the 分值 in force. A printed form may give it a 分值 where its scheme has no rule: in proportion then. */
export function scoreExecution(execution: Execution, maxScore: Points, rules: SchemeRules): ScorePart {
  const notApplicable = execution.state === 'notApplicable'
  const score =
    execution.state === 'known'
      ? executionScore(execution.rate, rules.execution ?? inProportion, maxScore)
      : notApplicable && rules.notApplicable === 'full'
        ? fullPoints(maxScore)
        : null
  return { maxScore, score, notApplicable, adjustment: null }
}

function scoreRow(indicator: Indicator, { figures, year }: Evaluation, rules: SchemeRules): IndicatorScore {
  const { id, fixedId, maxScore } = indicator
  const adjustment = fixedId === null ? undefined : rules.adjustments.get(fixedId)
  if (adjustment !== undefined) {
    const score = adjustmentScore(selfScoreOf(indicator), adjustment.max)
    return {
      id,
      comparison: TYPED,
      computed: null,
      earned: GIVEN,
      maxScore: zero,
      score,
      notApplicable: false,
      adjustment: adjustment.kind,
    }
  }
  const fixed = fixedId === null ? undefined : rules.fixed.get(fixedId)
  const computed = fixed === undefined ? null : fixedReading(fixed, figures)
  const rule = ruleOfRow(indicator, rules)
  const comparison =
    compareNumbers(indicator.target.reading, computed ?? indicator.actual.reading) ?? compareOther(rule, indicator, computed, year)
  const notApplicable = comparison.outcome === 'notApplicable'
  // What a person gave is looked at only where it is asked for.
  const coefficient = rule.asks === 'coefficient' ? onItsGrounds(indicator.coefficient, indicator.selfScoreGrounds) : null
  const earned = earnedBy(rule, comparison, { maxScore: maxScore ?? zero, coefficient, defaults: rules })
  const given = earned.by === 'given' ? selfScoreOf(indicator) : null
  const score = maxScore === null ? null : scoreOf(earned, comparison, maxScore, given, rules)
  return { id, comparison, computed, earned, maxScore, score, notApplicable, adjustment: null }
}

/** A row that is not simply one number beside another. */
function compareOther(rule: Rule, indicator: Indicator, computed: CellReading | null, year: number): Comparison {
  const target = targetInForce(rule, indicator.target.reading, indicator)
  const actual = actualWithReason(indicator.actual, target, indicator.deviationReason)
  return compareRow(rule, target, actual, computed, indicator, year)
}

const selfScoreOf = ({ selfScore, selfScoreGrounds }: Indicator): Points | null => onItsGrounds(selfScore, selfScoreGrounds)

/** The actual value, as computed or else as typed, held against its target in the way of the row's rule. */
export const compareRow = (
  rule: Rule,
  target: CellReading,
  actual: CellReading,
  computed: CellReading | null,
  context: CellContext,
  year: number | null,
): Comparison =>
  computed?.kind === 'unreadable' ? NOT_COMPUTABLE : withoutTarget(rule, compareCells(target, computed ?? actual, context, year))

/** What a bonus or deduction item adds or takes: what a person gave, at most `max`; nothing where nothing was given. */
export const adjustmentScore = (given: Points | null, max: Points): Points =>
  given !== null && !isNegative(given) ? points(smaller(given, max)) : zero

/** Nothing is compared for a bonus or deduction item. */
export const TYPED: Comparison = { outcome: 'judgement', why: 'adjustment' }
/** A formula that divides something by 0 leaves the row to a person's score. */
const NOT_COMPUTABLE: Comparison = { outcome: 'judgement', why: 'notComputable' }

/** Whether numbers or a coefficient decide; elsewhere a person's score is asked for, or nothing can be scored. */
export const isDecided = ({ by }: Earned): boolean => by !== 'given' && by !== 'none'

/**
 * 得分 of a row by what it `earned`, rounded half up to two decimals, 0…分值: where numbers or a coefficient decide by them,
 * otherwise `given` (the self-score in the product, the printed score on a form) if it lies within 0…分值. A missed target
 * never earns the full 分值: at most 0.01 below it, also where rounding would reach it or a strict > or < is exactly equalled.
 * `null`: 未填, unreadable, or not given; 不适用 under a scheme that rescales.
 */
export function scoreOf(earned: Earned, comparison: Comparison, maxScore: Points, given: Points | null, rules: SchemeRules): Points | null {
  if (isNegative(maxScore)) return null
  switch (earned.by) {
    case 'full':
      return overCompletionDeducted(comparison, maxScore, rules)
    case 'share':
      return missedPoints(times(earned.share, maxScore), maxScore)
    case 'points':
      return within(earned.points, maxScore)
    case 'coefficient':
      return within(times(earned.share, maxScore), maxScore)
    case 'given':
      return given !== null && !isNegative(given) && !moreThan(given, maxScore) ? within(given, maxScore) : null
    case 'none':
      return comparison.outcome === 'notApplicable' && rules.notApplicable === 'full' ? fullPoints(maxScore) : null
  }
}

/** The whole 分值 as a score. One of more than two decimals is cut, so that no score exceeds it. */
const fullPoints = (maxScore: Points): Points => cutTo(maxScore, 2)

const within = (unrounded: Points, maxScore: Points): Points => smaller(points(unrounded), fullPoints(maxScore))

function missedPoints(unrounded: Points, maxScore: Points): Points {
  const full = fullPoints(maxScore)
  const rounded = points(unrounded)
  if (lessThan(rounded, full)) return rounded
  return isPositive(full) ? minus(full, SMALLEST_STEP) : zero
}

function overCompletionDeducted(comparison: Comparison, maxScore: Points, { overCompletion }: SchemeRules): Points {
  if (overCompletion === null || overCompletion.deduct === null || !isOverCompleted(comparison, overCompletion.threshold)) {
    return fullPoints(maxScore)
  }
  const left = minus(maxScore, overCompletion.deduct)
  return isPositive(left) ? within(left, maxScore) : zero
}
