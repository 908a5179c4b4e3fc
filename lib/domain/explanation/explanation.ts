import { figure } from '@/lib/domain/cells/funds'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { atLeast, hundred, isPositive, minus, moreThan, one, plus, quantity, times } from '@/lib/domain/quantities'
import { cited } from '@/lib/domain/schemes/clauses'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { executionShare } from '@/lib/domain/scoring/execution-rate'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { fullMarksOf } from '@/lib/domain/scoring/total'
import { type ExplainedInput, type ExplainedSubject, figureInput, lostOf, type ScoreExplanation, type ScoreLimit } from './explained'
import { explainIndicator } from './indicator-explanation'
import { gainsOf } from './points-to-gain'
import { capsToLift, rowsToGain } from './rows-to-gain'

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

function explainExecution({ scheme, figures }: Evaluation, score: EvaluationScore): ScoreExplanation {
  const rules = rulesOf(scheme)
  const { executionRate: rate, executionMaxScore: maxScore } = score
  // In proportion the rate itself is said first, and the 分值 as its limit after it.
  const share =
    rate === null || rules.execution === null ? null : rules.execution.bands === null ? rate : executionShare(rate, rules.execution)
  return {
    subject: { kind: 'execution' },
    verified: scheme.verified,
    unit: '',
    inputs: [
      ...(['total/adjustedBudget', 'total/actualExpenditure'] as const).map((name) => figureInput(name, figure(figures, name))),
      { kind: 'rate', at: null, value: rate },
      { kind: 'maxScore', at: null, value: maxScore },
    ],
    rule: { kind: 'execution', rule: scheme.execution, share, state: score.execution.state },
    clauses: cited(scheme.execution?.clause, score.execution.state === 'notApplicable' && scheme.clauses?.notApplicable),
    unrounded: share === null || maxScore === null ? null : times(share, maxScore),
    decimals: share === null ? null : (rules.execution?.decimals ?? null),
    limit:
      rules.execution?.capped && share !== null && maxScore !== null && moreThan(share, one) ? { by: 'maxScore', value: maxScore } : null,
    score: score.executionScore,
    maxScore,
    lost: lostOf(score.executionScore, maxScore),
    gains: gainsOf.execution(score, rules),
  }
}

function explainTotal(evaluation: Evaluation, score: EvaluationScore): ScoreExplanation {
  const rules = rulesOf(evaluation.scheme)
  const { summary } = score
  const { adjustments, clauses } = evaluation.scheme
  const maxScore = hundred
  const adjusted = score.indicators.map(
    (row, index) => row.score !== null && isPositive(row.score) && evaluation.indicators[index]?.fixedId,
  )
  const execution: ExplainedInput[] =
    score.executionMaxScore === null
      ? []
      : [
          {
            kind: 'part',
            at: 'funds/total/actualExpenditure',
            name: '',
            score: score.executionScore,
            notApplicable: score.execution.state === 'notApplicable',
            adjustment: null,
          },
        ]
  return {
    subject: { kind: 'total' },
    verified: evaluation.scheme.verified,
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
    rule: {
      kind: 'total',
      sum: summary.sum,
      rescaledFor: summary.rescaledFor,
      adjustment: summary.adjustment,
      fullMarks: fullMarksOf(score),
    },
    clauses: cited(
      summary.rescaledFor !== null && clauses?.notApplicable,
      ...adjustments.map(({ id, clause }) => adjusted.includes(id) && clause),
      summary.cap !== null && clauses?.totalCaps,
    ),
    unrounded: summary.unrounded,
    decimals: summary.rescaledFor === null ? null : 2,
    limit: totalLimit(summary),
    score: score.total,
    maxScore,
    lost: lostOf(score.total, maxScore),
    gains: [...capsToLift(score, rules), ...rowsToGain(score, rules)],
  }
}

/** A cap by execution rate, or 100 where more was earned: overspending that a scheme does not cut. */
function totalLimit({ cap, unrounded, adjustment, uncapped }: EvaluationScore['summary']): ScoreLimit | null {
  if (cap !== null) return { by: 'executionRate', value: cap }
  const earned = unrounded === null ? null : plus(unrounded, adjustment)
  return earned !== null && uncapped !== null && moreThan(earned, hundred) ? { by: 'hundred', value: hundred } : null
}

function explainGrade({ scheme }: Evaluation, score: EvaluationScore): ScoreExplanation {
  const grades = scheme.grades.map(({ grade, name, from }) => ({ grade, name, from: quantity(from) }))
  const better = score.total === null ? undefined : grades.findLast(({ from }) => !atLeast(score.total ?? from, from))
  return {
    subject: { kind: 'grade' },
    verified: scheme.verified,
    unit: '',
    inputs: [{ kind: 'total', at: null, value: score.total }],
    rule: { kind: 'grade', grades, grade: score.grade },
    clauses: cited(scheme.clauses?.grades),
    unrounded: null,
    decimals: null,
    limit: null,
    score: score.total,
    maxScore: null,
    lost: null,
    gains:
      better === undefined || score.total === null
        ? []
        : [{ kind: 'grade', grade: better.grade, name: better.name, from: better.from, more: minus(better.from, score.total) }],
  }
}
