import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { type Indicator, onItsGrounds } from '@/lib/domain/evaluation/indicator'
import { type Points, smaller } from '@/lib/domain/quantities'
import { mostOf, rulesOf, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { type EvaluationScore, scoreExecution } from './scoring'
import { totalOf, withinHundred } from './total'

/** 复核分 of a row where it counts: given with its grounds, and at most what the row may have. */
export function reviewedScore(indicator: Indicator, rules: SchemeRules): Points | null {
  const given = onItsGrounds(indicator.reviewScore, indicator.reviewGrounds)
  const most = mostOf(indicator, rules)
  return given === null || most === null ? given : smaller(given, most)
}

/** Whether any row has a review score that counts. */
export function isReviewed({ scheme, indicators }: Evaluation): boolean {
  const rules = rulesOf(scheme)
  return indicators.some((row) => reviewedScore(row, rules) !== null)
}

/**
 * 总分 as the reviewer sees it: the review score where one was given with its grounds, the self-evaluation's score
 * elsewhere. No row has more than it may have, and the total is never above 100.
 */
export function reviewedTotal({ scheme, indicators }: Evaluation, score: EvaluationScore): Points | null {
  const rules = rulesOf(scheme)
  const { executionMaxScore: maxScore } = score
  const execution = maxScore === null ? null : scoreExecution(score.execution, maxScore, rules)
  const rows = score.indicators.map((row, index) => {
    const indicator = indicators[index]
    const reviewed = indicator === undefined ? null : reviewedScore(indicator, rules)
    return reviewed === null ? row : { ...row, score: reviewed, notApplicable: false }
  })
  const { total } = totalOf(execution, rows, score.executionRate, rules)
  return total === null ? null : withinHundred(total)
}
