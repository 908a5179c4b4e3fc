import { figure } from '@/lib/domain/cells/funds'
import { type Evaluation, PROJECT_COLUMNS } from '@/lib/domain/evaluation/evaluation'
import { gradeName } from '@/lib/domain/scoring/grade'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import { figureColumnLabels } from '@/lib/messages/form-labels'
import { percent, score as sayScore, wan } from '@/lib/messages/numbers'

type Year = { evaluation: Evaluation; score: EvaluationScore }
type YearRow = { label: string; cells: readonly { year: string; text: string }[] }

/** Funds and results of the years, a row each; an empty text is 未填 or not known. */
export function yearRows(years: readonly Year[]): YearRow[] {
  const row = (label: string, say: (year: Year) => string): YearRow => ({
    label,
    cells: years.map((year) => ({ year: year.evaluation.id, text: say(year) })),
  })
  return [
    ...PROJECT_COLUMNS.map((column) =>
      row(figureColumnLabels[column], ({ evaluation }) => {
        const amount = figure(evaluation.figures, `total/${column}`)
        return amount === null ? '' : wan(amount)
      }),
    ),
    row('执行率', ({ score }) => (score.executionRate === null ? '' : percent(score.executionRate))),
    row('预算执行得分', ({ score }) => (score.executionScore === null ? '' : sayScore(score.executionScore))),
    row('自评总分', ({ score }) => (score.total === null ? '' : sayScore(score.total))),
    row('等级', ({ evaluation, score }) => (score.grade === null ? '' : gradeName(score.grade, evaluation.scheme))),
  ]
}
