import type { CellAddress } from './cells'
import type { Comparison } from './comparison'
import type { Evaluation } from './evaluation'
import { executionShare } from './execution-rate'
import { figuresIn } from './formula'
import { type FigureName, figure } from './funds'
import type { Indicator } from './indicator'
import { type Earned, earned } from './indicator-rule'
import { type Gain, gainsOf } from './points-to-gain'
import {
  atLeast,
  isPositive,
  lessThan,
  minus,
  moreThan,
  one,
  type Points,
  points,
  type Quantity,
  quantity,
  type Rate,
  times,
} from './quantities'
import type { ExecutionRule, Grade, IndicatorRule } from './scheme'
import { type FixedRules, rulesOf, type SchemeRules } from './scheme-rules'
import { type EvaluationScore, type IndicatorScore, isOverCompleted, ruleAt } from './scoring'
import { capFor, maxScoreSum } from './total'

/** Which score is asked about. */
export type ExplainedSubject = { kind: 'execution' } | { kind: 'indicator'; id: string } | { kind: 'total' } | { kind: 'grade' }

/**
 * Why a score is what it is, as data that lib/messages says: the inputs with the cells they stand in, the rule with its
 * parameters and clause, the value before rounding, the rounding, the limit that cut it, the points lost, and what would
 * have earned them. `score` is always the one that `scoreEvaluation` gave.
 */
export type ScoreExplanation = {
  subject: ExplainedSubject
  inputs: readonly ExplainedInput[]
  /** The unit in which an indicator's values are given; empty elsewhere. */
  unit: string
  rule: ExplainedRule
  /** null where nothing was calculated: met in full, given by a person, or no score. */
  unrounded: Quantity | null
  /** Decimals it was rounded to, half up; null where nothing was rounded. */
  decimals: 0 | 2 | null
  limit: ScoreLimit | null
  score: Points | null
  /** 分值; 100 for the total. */
  maxScore: Points | null
  /** 分值 − 得分; null without a score. */
  lost: Points | null
  gains: readonly Gain[]
}

/** `at` is the cell that the value stands in; null where it is the scheme's or was calculated. */
export type ExplainedInput =
  | { kind: 'figure'; at: CellAddress; name: FigureName; value: Quantity | null }
  | { kind: 'target' | 'actual'; at: CellAddress; text: string }
  | { kind: 'computed'; at: null; formula: string; value: Quantity | null; unit: string }
  | { kind: 'maxScore'; at: CellAddress | null; value: Points | null }
  | { kind: 'given'; at: CellAddress; value: Points; grounds: string }
  | { kind: 'rate'; at: null; value: Rate | null }
  | {
      kind: 'part'
      at: CellAddress | null
      name: string
      score: Points | null
      notApplicable: boolean
      adjustment: 'bonus' | 'deduction' | null
    }
  | { kind: 'total'; at: null; value: Points | null }

export type ExplainedRule =
  | { kind: 'execution'; rule: ExecutionRule | null; share: Rate | null; state: 'known' | 'notApplicable' | 'notFilled' | 'withoutBudget' }
  | {
      kind: 'indicator'
      rule: IndicatorRule
      basis: ScoreBasis
      share: Rate | null
      clause: string
      overCompletion: { threshold: Rate; deduct: Points } | null
    }
  | { kind: 'adjustment'; adjustment: 'bonus' | 'deduction'; name: string; clause: string }
  | { kind: 'total'; rescaledFor: Points | null; adjustment: Points; fullMarks: Points }
  | { kind: 'grade'; grades: readonly { grade: Grade; name: string; from: Points }[]; grade: Grade | null }

/** On what an indicator's score rests. */
export type ScoreBasis =
  | 'met' // 完成年度指标值，得满分
  | 'ratio' // 完成 ÷ 目标
  | 'inverseRatio' // 目标 ÷ 完成
  | 'linear' // 1 − (完成 − 目标) ÷ 目标
  | 'rangeRatio' // in proportion to the nearer end
  | 'missed' // no points
  | 'value' // steps, bands, intervals
  | 'given' // a person's score with grounds
  | 'notGiven' // a person's score is wanted
  | 'notApplicable'
  | 'blank'
  | 'unreadable'
  | 'noMaxScore'

/** What cut a score: the 分值, the step below it that a missed target keeps, or a cap by execution rate. */
export type ScoreLimit = { by: 'maxScore' | 'missed' | 'executionRate'; value: Points }

/** Explains one score of an evaluation; null where the evaluation has no such indicator. */
export function explainScore(evaluation: Evaluation, score: EvaluationScore, subject: ExplainedSubject): ScoreExplanation | null {
  switch (subject.kind) {
    case 'execution':
      return explainExecution(evaluation, score)
    case 'total':
      return explainTotal(evaluation, score)
    case 'grade':
      return explainGrade(evaluation, score)
    case 'indicator': {
      const index = evaluation.indicators.findIndex(({ id }) => id === subject.id)
      const indicator = evaluation.indicators[index]
      const row = score.indicators[index]
      return indicator === undefined || row === undefined ? null : explainIndicator(evaluation, indicator, row)
    }
  }
}

const lostOf = (score: Points | null, maxScore: Points | null): Points | null =>
  score === null || maxScore === null ? null : minus(maxScore, score)

function explainExecution({ scheme, figures }: Evaluation, score: EvaluationScore): ScoreExplanation {
  const rules = rulesOf(scheme)
  const { executionRate: rate, executionMaxScore: maxScore } = score
  // In proportion the rate itself is said first, and the 分值 as its limit after it.
  const share =
    rate === null || rules.execution === null ? null : rules.execution.bands === null ? rate : executionShare(rate, rules.execution)
  return {
    subject: { kind: 'execution' },
    unit: '',
    inputs: [
      ...(['total/adjustedBudget', 'total/actualExpenditure'] as const).map((name) => figureInput(name, figure(figures, name))),
      { kind: 'rate', at: null, value: rate },
      { kind: 'maxScore', at: null, value: maxScore },
    ],
    rule: { kind: 'execution', rule: scheme.execution, share, state: score.execution.state },
    unrounded: share === null || maxScore === null ? null : times(share, maxScore),
    decimals: share === null ? null : (rules.execution?.decimals ?? null),
    limit: share !== null && maxScore !== null && moreThan(share, one) ? { by: 'maxScore', value: maxScore } : null,
    score: score.executionScore,
    maxScore,
    lost: lostOf(score.executionScore, maxScore),
    gains: gainsOf.execution(score, rules),
  }
}

const figureInput = (name: FigureName, value: Quantity | null): ExplainedInput => ({ kind: 'figure', at: `funds/${name}`, name, value })

function explainIndicator(evaluation: Evaluation, indicator: Indicator, row: IndicatorScore): ScoreExplanation {
  const rules = rulesOf(evaluation.scheme)
  const fixed = indicator.fixedId === null ? undefined : rules.fixed.get(indicator.fixedId)
  const { maxScore } = indicator
  const subject: ExplainedSubject = { kind: 'indicator', id: indicator.id }
  if (row.adjustment !== null) return explainAdjustment(evaluation, indicator, row, row.adjustment)
  const numbers = fixed?.rule ?? ruleAt(indicator, rules)
  const result: Earned = maxScore === null ? { by: 'none' } : earned(numbers, row.comparison, maxScore, rules)
  const unrounded =
    maxScore === null ? null : result.by === 'share' ? times(result.share, maxScore) : result.by === 'points' ? result.points : null
  const deduct = rules.overCompletion?.deduct ?? null
  const overCompletion =
    result.by === 'full' &&
    rules.overCompletion !== null &&
    deduct !== null &&
    isOverCompleted(row.comparison, rules.overCompletion.threshold)
      ? { threshold: rules.overCompletion.threshold, deduct }
      : null
  return {
    subject,
    unit: fixed?.definition.unit ?? indicator.unit,
    inputs: indicatorInputs(evaluation, indicator, row, fixed),
    rule: {
      kind: 'indicator',
      rule: ruleTextOf(evaluation, indicator, fixed),
      basis: basisOf(result, row, maxScore, rules),
      share: result.by === 'share' ? result.share : null,
      clause: fixed?.definition.clause ?? evaluation.scheme.defaults.clause ?? '',
      overCompletion,
    },
    unrounded: overCompletion !== null && maxScore !== null ? minus(maxScore, overCompletion.deduct) : unrounded,
    decimals: unrounded === null ? null : 2,
    limit: limitOf(result, unrounded, row),
    score: row.score,
    maxScore,
    lost: lostOf(row.score, maxScore),
    gains: maxScore === null ? [] : gainsOf.indicator(indicator, row, numbers, maxScore, rules),
  }
}

function explainAdjustment(
  { scheme }: Evaluation,
  indicator: Indicator,
  row: IndicatorScore,
  adjustment: 'bonus' | 'deduction',
): ScoreExplanation {
  const definition = scheme.adjustments.find(({ id }) => id === indicator.fixedId)
  const max = quantity(definition?.max ?? '0')
  return {
    subject: { kind: 'indicator', id: indicator.id },
    unit: '',
    inputs: [...givenInput(indicator), { kind: 'maxScore', at: null, value: max }],
    rule: { kind: 'adjustment', adjustment, name: definition?.name ?? indicator.name, clause: definition?.clause ?? '' },
    unrounded: null,
    decimals: null,
    limit: indicator.selfScore !== null && moreThan(indicator.selfScore, max) ? { by: 'maxScore', value: max } : null,
    score: row.score,
    maxScore: max,
    lost: null,
    gains: [],
  }
}

const ruleTextOf = ({ scheme }: Evaluation, indicator: Indicator, fixed: FixedRules | undefined): IndicatorRule => {
  const dimension = scheme.dimensions.find(({ name }) => name === indicator.dimension)
  const group = dimension?.groups.find(({ name }) => name === indicator.group)
  return fixed?.definition.rule ?? group?.rule ?? dimension?.rule ?? { kind: 'default' }
}

function indicatorInputs(
  { figures }: Evaluation,
  indicator: Indicator,
  row: IndicatorScore,
  fixed: FixedRules | undefined,
): ExplainedInput[] {
  const at = `indicators/${indicator.id}`
  const actual: ExplainedInput[] =
    row.computed === null || fixed?.formula == null
      ? [{ kind: 'actual', at: `${at}/actual`, text: indicator.actual.text }]
      : [
          ...figuresIn(fixed.formula).map((name) => figureInput(name, figure(figures, name))),
          {
            kind: 'computed',
            at: null,
            formula: fixed.definition.formula ?? '',
            value: row.computed.kind === 'number' ? row.computed.value : null,
            unit: fixed.definition.unit,
          },
        ]
  return [
    { kind: 'target', at: `${at}/target`, text: indicator.target.text },
    ...actual,
    { kind: 'maxScore', at: `${at}/maxScore`, value: indicator.maxScore },
    ...givenInput(indicator),
  ]
}

const givenInput = ({ id, selfScore, selfScoreGrounds }: Indicator): ExplainedInput[] =>
  selfScore === null ? [] : [{ kind: 'given', at: `indicators/${id}/selfScore`, value: selfScore, grounds: selfScoreGrounds }]

function basisOf(result: Earned, { comparison, score }: IndicatorScore, maxScore: Points | null, rules: SchemeRules): ScoreBasis {
  if (maxScore === null) return 'noMaxScore'
  switch (result.by) {
    case 'full':
      return 'met'
    case 'points':
      return 'value'
    case 'given':
      return score === null ? 'notGiven' : 'given'
    case 'share':
      return isPositive(result.share) ? basisOfShare(comparison, rules) : 'missed'
    case 'none':
      return comparison.outcome === 'notApplicable' || comparison.outcome === 'unreadable' ? comparison.outcome : 'blank'
  }
}

function basisOfShare(comparison: Comparison, { atMostFormula }: SchemeRules): ScoreBasis {
  if (comparison.outcome !== 'missed') return 'missed'
  if (comparison.by === 'range') return 'rangeRatio'
  if (comparison.by !== 'number') return 'missed'
  if (comparison.operator === '<=' || comparison.operator === '<') return atMostFormula === 'ratio' ? 'inverseRatio' : 'linear'
  return moreThan(comparison.actual, comparison.target) ? 'inverseRatio' : 'ratio'
}

function limitOf(result: Earned, unrounded: Quantity | null, { score }: IndicatorScore): ScoreLimit | null {
  return result.by === 'share' && unrounded !== null && score !== null && lessThan(score, points(unrounded))
    ? { by: 'missed', value: score }
    : null
}

function explainTotal(evaluation: Evaluation, score: EvaluationScore): ScoreExplanation {
  const rules = rulesOf(evaluation.scheme)
  const { summary } = score
  const maxScore = quantity(100n)
  const execution: ExplainedInput[] =
    score.executionMaxScore === null
      ? []
      : [
          {
            kind: 'part',
            at: null,
            name: '',
            score: score.executionScore,
            notApplicable: score.execution.state === 'notApplicable',
            adjustment: null,
          },
        ]
  return {
    subject: { kind: 'total' },
    unit: '',
    inputs: [
      ...execution,
      ...score.indicators.map(
        (row, index): ExplainedInput => ({
          kind: 'part',
          at: `indicators/${row.id}`,
          name: evaluation.indicators[index]?.name ?? '',
          score: row.score,
          notApplicable: row.notApplicable,
          adjustment: row.adjustment,
        }),
      ),
    ],
    rule: { kind: 'total', rescaledFor: summary.rescaledFor, adjustment: summary.adjustment, fullMarks: fullMarksOf(score) },
    unrounded: summary.sum,
    decimals: summary.rescaledFor === null ? null : 2,
    limit: summary.cap === null ? null : { by: 'executionRate', value: summary.cap },
    score: score.total,
    maxScore,
    lost: lostOf(score.total, maxScore),
    gains: gainsOf.total(score, capFor(score.executionRate, rules), rules),
  }
}

const fullMarksOf = (score: EvaluationScore): Points =>
  maxScoreSum({ maxScore: score.executionMaxScore, score: null, notApplicable: false, adjustment: null }, score.indicators)

function explainGrade({ scheme }: Evaluation, score: EvaluationScore): ScoreExplanation {
  const grades = scheme.grades.map(({ grade, name, from }) => ({ grade, name, from: quantity(from) }))
  const better = score.total === null ? undefined : grades.findLast(({ from }) => !atLeast(score.total ?? from, from))
  return {
    subject: { kind: 'grade' },
    unit: '',
    inputs: [{ kind: 'total', at: null, value: score.total }],
    rule: { kind: 'grade', grades, grade: score.grade },
    unrounded: null,
    decimals: null,
    limit: null,
    score: score.total,
    maxScore: null,
    lost: null,
    gains:
      better === undefined || score.total === null
        ? []
        : [{ kind: 'grade', grade: better.grade, from: better.from, more: minus(better.from, score.total) }],
  }
}
