import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { type EvaluationScore, scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { findingsOf } from './catalogue'
import { type Explanation, explanationFor, type Finding } from './findings'
import { formOfEvaluation } from './form-of-evaluation'

/** What the product says of an evaluation: its scores and what its checks find. */
export type Assessment = { score: EvaluationScore; findings: Finding[] }

/** Scores and checks the product's own evaluation. Pure: the same evaluation always has the same assessment. */
export function assess(evaluation: Evaluation): Assessment {
  const score = scoreEvaluation(evaluation)
  return { score, findings: findingsOf(formOfEvaluation(evaluation, score)) }
}

/** Findings that still ask for something: every error, and each warning without an explanation for its present figures. */
export const openFindings = (findings: readonly Finding[], explanations: readonly Explanation[]): Finding[] =>
  findings.filter((finding) => {
    if (finding.severity === 'error') return true
    return finding.severity === 'warning' && explanationFor(finding, explanations) === null
  })
