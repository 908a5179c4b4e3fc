import { indicatorDatum, isResultDatum, type ResultDatum } from '@/lib/domain/cells/data-names'
import { FIGURE_ITEMS, type FigureName, isFigureName, itemOf } from '@/lib/domain/cells/funds'
import type { Run } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { gradeName } from '@/lib/domain/scoring/grade'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { NOT_APPLICABLE, NOT_FILLED } from '@/lib/messages/form-labels'
import { count, percent, score as points, shortNumber, wan } from '@/lib/messages/numbers'
import { actualText, targetText } from './actual-text'

/** What is printed: the evaluation with its scores. */
export type Assessed = { evaluation: Evaluation; score: EvaluationScore }

/** A figure as it stands in a table: empty for 未填, 不适用, or the amount in 万元 or the count; 0 is 0.00. */
export function figureText({ figures }: Pick<Evaluation, 'figures'>, name: FigureName): string {
  const found = figures[name]
  if (found === undefined) return ''
  if (found.state === 'notApplicable') return NOT_APPLICABLE
  return FIGURE_ITEMS[itemOf(name)].measure === 'money' ? wan(found.value) : count(found.value)
}

/** 执行率 as it stands in a table: empty where a figure is 未填, 不适用 where there is neither budget nor expenditure. */
export const rateText = ({ execution }: EvaluationScore): string =>
  execution.state === 'known' ? percent(execution.rate) : execution.state === 'notApplicable' ? NOT_APPLICABLE : ''

/** 等级 by the scheme's own name for it; empty while there is none. */
export const gradeText = ({ evaluation, score }: Assessed): string =>
  score.grade === null ? '' : gradeName(score.grade, evaluation.scheme)

/**
 * What a datum says now: amounts in 万元 and scores without their unit, rates with %. Empty where it is not there (yet), or
 * belongs to a row that was removed.
 */
export function datumText(name: string, assessed: Assessed): string {
  if (isResultDatum(name)) return resultText(name, assessed)
  return isFigureName(name) ? figureText(assessed.evaluation, name) : indicatorText(name, assessed)
}

function resultText(name: ResultDatum, assessed: Assessed): string {
  const { evaluation, score } = assessed
  switch (name) {
    case 'year':
      return String(evaluation.year)
    case 'department':
      return evaluation.departmentName
    case 'executionRate':
      return rateText(score)
    case 'executionScore':
      return score.executionScore === null ? '' : points(score.executionScore)
    case 'total':
      return score.total === null ? '' : points(score.total)
    case 'grade':
      return gradeText(assessed)
  }
}

function indicatorText(name: string, { evaluation, score }: Assessed): string {
  const datum = indicatorDatum(name)
  const place = evaluation.indicators.findIndex(({ id }) => id === datum?.row)
  const indicator = evaluation.indicators[place]
  const scored = score.indicators[place]
  if (datum === null || indicator === undefined || scored === undefined) return ''
  switch (datum.column) {
    case 'target':
      return targetText(indicator)
    case 'actual':
      return actualText(indicator, scored)
    case 'maxScore':
      return indicator.maxScore === null ? '' : shortNumber(indicator.maxScore)
    case 'score':
      return scored.score === null ? '' : points(scored.score)
  }
}

/** A narrative's text in its runs, every reference said, with its name; what is not there says （未填）. */
export const saidRuns = (runs: readonly Run[], assessed: Assessed): { text: string; datum?: string }[] =>
  runs.map((run) => ('text' in run ? run : { text: datumText(run.datum, assessed) || `（${NOT_FILLED}）`, datum: run.datum }))

/** The same as one text. */
export const runsText = (runs: readonly Run[], assessed: Assessed): string =>
  saidRuns(runs, assessed)
    .map(({ text }) => text)
    .join('')
