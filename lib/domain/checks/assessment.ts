import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { withoutEmptyRows } from '@/lib/domain/evaluation/rows'
import { type EvaluationScore, scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { findingsOf } from './catalogue'
import { type Explanation, explanationFor, type Finding } from './findings'
import { formOfEvaluation } from './form-of-evaluation'

/** What the product says of an evaluation: its scores and what its checks find. */
export type Assessment = { score: EvaluationScore; findings: Finding[] }

/** What was said of an evaluation, for as long as the evaluation itself is held: several ask for it on each page and change. */
const known = new WeakMap<Evaluation, Assessment>()

/**
 * Scores and checks the product's own evaluation. Checks see it as it would be handed in, without rows that were emptied, so that nobody
 * is told of a row that goes, and what was found keeps it back wherever it is asked. Pure: the same evaluation always has the same assessment.
 */
export function assess(evaluation: Evaluation): Assessment {
  const before = known.get(evaluation)
  if (before !== undefined) return before
  const score = scoreEvaluation(evaluation)
  const { after, emptied } = withoutEmptyRows(evaluation)
  const assessment = { score, findings: findingsOf(formOfEvaluation(after, emptied.length === 0 ? score : scoreEvaluation(after))) }
  known.set(evaluation, assessment)
  return assessment
}

/** Findings that still ask for something: every error, and each warning without an explanation for its present figures. */
export const openFindings = (findings: readonly Finding[], explanations: readonly Explanation[]): Finding[] =>
  findings.filter((finding) => {
    if (finding.severity === 'error') return true
    return finding.severity === 'warning' && explanationFor(finding, explanations) === null
  })
