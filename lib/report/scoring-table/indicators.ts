import type { Indicator } from '@/lib/domain/indicator'
import type { Points } from '@/lib/domain/quantities'
import type { ReportBlock, ReportCell, ReportRow } from '@/lib/domain/report-document'
import { type IndicatorScore, reviewedTotal } from '@/lib/domain/scoring'
import { maxScoreSum } from '@/lib/domain/total'
import { score as points, shortNumber } from '@/lib/messages/numbers'
import { actualText, targetText } from '@/lib/report/actual-text'
import { type Assessed, gradeText } from '@/lib/report/data-text'
import { cell, column, label } from './cells'

/**
 * 指标与得分, then 总分 and 等级. Where a reviewer gave a score, a column of its own holds 复核得分 beside the
 * self-evaluation's, and the total says both.
 */
export function indicators(assessed: Assessed): ReportBlock {
  const { evaluation, score } = assessed
  const reviewed = evaluation.indicators.some(({ reviewScore }) => reviewScore !== null)
  const rows = evaluation.indicators.flatMap((indicator, index) => {
    const scored = score.indicators[index]
    return scored === undefined ? [] : [indicatorRow(indicator, scored, reviewed)]
  })
  return {
    kind: 'table',
    table: {
      caption: '绩效指标完成情况及得分',
      unit: '',
      labels: 2,
      columns: [
        column('一级指标', 22, 'center'),
        column('二级指标', 36, 'center'),
        column('三级指标', 46),
        column('年度指标值', 26, 'center'),
        column('实际完成值', 26, 'center'),
        column('分值', 12, 'end'),
        column(reviewed ? '自评得分' : '得分', 16, 'end'),
        ...(reviewed ? [column('复核得分', 16, 'end')] : []),
        column('偏差原因及改进措施', reviewed ? 26 : 42),
      ],
      rows: [...rows, totalRow(assessed, reviewed), gradeRow(assessed, reviewed)],
    },
  }
}

function indicatorRow(indicator: Indicator, scored: IndicatorScore, reviewed: boolean): ReportRow {
  const { dimension, group, name, reviewScore, deviationReason } = indicator
  return [
    { ...cell(dimension), label: true },
    { ...cell(group), label: true },
    cell(name),
    cell(targetText(indicator)),
    cell(actualText(indicator, scored)),
    cell(scored.maxScore === null || scored.adjustment !== null ? '' : shortNumber(scored.maxScore)),
    pointsCell(scored.score),
    ...(reviewed ? [pointsCell(reviewScore)] : []),
    cell(deviationReason),
  ]
}

const pointsCell = (value: Points | null): ReportCell => cell(value === null ? '' : points(value))

function totalRow({ evaluation, score }: Assessed, reviewed: boolean): ReportRow {
  const ownMax = maxScoreSum(null, score.indicators)
  const maxScore = maxScoreSum(
    score.executionMaxScore === null ? null : { maxScore: score.executionMaxScore, score: null, notApplicable: false, adjustment: null },
    score.indicators,
  )
  const made = score.executionMaxScore === null ? '' : `（预算执行${shortNumber(score.executionMaxScore)}分，指标${shortNumber(ownMax)}分）`
  return [
    label(`总分${made}`, 5),
    cell(shortNumber(maxScore)),
    pointsCell(score.total),
    ...(reviewed ? [pointsCell(reviewedTotal(evaluation, score))] : []),
    cell(''),
  ]
}

const gradeRow = (assessed: Assessed, reviewed: boolean): ReportRow => [
  label('等级', 5),
  cell(''),
  cell(gradeText(assessed)),
  ...(reviewed ? [cell('')] : []),
  cell(''),
]
