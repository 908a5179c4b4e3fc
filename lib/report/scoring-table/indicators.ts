import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { type Points, sum } from '@/lib/domain/quantities'
import type { ReportBlock, ReportCell, ReportRow } from '@/lib/domain/report-document'
import { rulesOf, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { coefficientOf, usesCoefficients } from '@/lib/domain/scoring/coefficient'
import { gradeName, gradeOf } from '@/lib/domain/scoring/grade'
import { reviewedScore, reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import { maxScoreSum } from '@/lib/domain/scoring/total'
import { percent, score as points, shortNumber, withUnit } from '@/lib/messages/numbers'
import { actualText, targetText } from '@/lib/report/actual-text'
import { type Assessed, gradeText } from '@/lib/report/data-text'
import { cell, column, label } from './cells'

/**
 * 指标与得分, then 总分 and 等级. Where a reviewer gave a score, a column of its own holds 复核得分 beside the
 * self-evaluation's, and the total says both.
 */
export function indicators(assessed: Assessed): ReportBlock {
  const { evaluation, score } = assessed
  const rules = rulesOf(evaluation.scheme)
  const columns: Columns = {
    reviewed: evaluation.indicators.some((row) => reviewedScore(row, rules) !== null),
    coefficients: usesCoefficients(evaluation.scheme),
    openings: evaluation.indicators.some((indicator) => openingTarget(indicator) !== ''),
    natures: evaluation.indicators.some(({ nature }) => nature !== ''),
    standards: evaluation.indicators.some(({ standard }) => standard !== ''),
  }
  const { reviewed, coefficients, openings, natures, standards } = columns
  const rows = evaluation.indicators.flatMap((indicator, index) => {
    const scored = score.indicators[index]
    if (scored === undefined) return []
    const last = evaluation.indicators[index + 1]?.dimension !== indicator.dimension
    return [indicatorRow(indicator, scored, columns, rules), ...(last ? subtotalRow(indicator.dimension, assessed, columns, rules) : [])]
  })
  return {
    kind: 'table',
    table: {
      caption: '绩效指标完成情况及得分',
      unit: '',
      labels: 2,
      columns: [
        column('一级指标', 22, 'center'),
        column('二级指标', coefficients ? 32 : 36, 'center'),
        column('三级指标', coefficients ? 40 : 46),
        ...(natures ? [column('指标性质', 18, 'center')] : []),
        ...(openings ? [column('年初指标值', 26, 'center')] : []),
        column(openings ? '调整后指标值' : '年度指标值', 26, 'center'),
        column('实际完成值', 26, 'center'),
        ...(standards ? [column('评分标准', 40)] : []),
        column('分值', 12, 'end'),
        ...(coefficients ? [column('得分系数', 18, 'end')] : []),
        column(reviewed ? '自评得分' : '得分', 16, 'end'),
        ...(reviewed ? [column('复核得分', 16, 'end')] : []),
        column('偏差原因及改进措施', 42 - (reviewed ? 16 : 0) - (coefficients ? 8 : 0)),
      ],
      rows: [...rows, totalRow(assessed, columns), gradeRow(assessed, columns)],
    },
  }
}

/** 年初指标值 with its unit, where it was approved and is another one now; else empty. */
const openingTarget = ({ approvedTarget, target, unit }: Indicator): string =>
  approvedTarget === null || approvedTarget.trim() === '' || approvedTarget.trim() === target.text.trim()
    ? ''
    : withUnit(approvedTarget, unit)

/** （样本量200份，满意190份） behind a satisfaction. */
function sampleText({ sampleSize, satisfied }: Indicator): string {
  const said = [...(sampleSize === '' ? [] : [`样本量${sampleSize}`]), ...(satisfied === '' ? [] : [`满意${satisfied}`])]
  return said.length === 0 ? '' : `（${said.join('，')}）`
}

/** Columns that stand there only where they say something. */
type Columns = { reviewed: boolean; coefficients: boolean; openings: boolean; natures: boolean; standards: boolean }

/** How many columns stand before 分值. */
const before = ({ openings, natures, standards }: Columns): number => 5 + [openings, natures, standards].filter(Boolean).length

function indicatorRow(indicator: Indicator, scored: IndicatorScore, columns: Columns, rules: SchemeRules): ReportRow {
  const { reviewed, coefficients, openings, natures, standards } = columns
  const { dimension, group, name, nature, standard, deviationReason } = indicator
  const coefficient = coefficientOf(indicator, scored, rules)
  return [
    { ...cell(dimension), label: true },
    { ...cell(group), label: true },
    cell(name),
    ...(natures ? [cell(nature)] : []),
    ...(openings ? [cell(openingTarget(indicator) || targetText(indicator))] : []),
    cell(targetText(indicator)),
    cell(`${actualText(indicator, scored)}${sampleText(indicator)}`),
    ...(standards ? [cell(standard)] : []),
    cell(scored.maxScore === null || scored.adjustment !== null ? '' : shortNumber(scored.maxScore)),
    ...(coefficients ? [cell(coefficient === null ? '' : percent(coefficient))] : []),
    pointsCell(scored.score),
    ...(reviewed ? [pointsCell(reviewedScore(indicator, rules))] : []),
    cell(deviationReason),
  ]
}

/** 分值 and 得分 of a 一级指标 below its rows; none below a single row, nor of 加分项 and 减分项, which are none of the 100 points. */
function subtotalRow(dimension: string, { evaluation, score }: Assessed, columns: Columns, rules: SchemeRules): ReportRow[] {
  const { reviewed, coefficients } = columns
  const rows = evaluation.indicators.flatMap((indicator, index) => {
    const scored = score.indicators[index]
    return indicator.dimension !== dimension || scored === undefined || scored.adjustment !== null ? [] : [{ indicator, scored }]
  })
  if (rows.length < 2 || dimension === '') return []
  const total = (points: readonly (Points | null)[]): Points => sum(points.filter((one) => one !== null))
  const scores = rows.map((row) => row.scored.score)
  return [
    [
      label(`${dimension}小计`, before(columns)),
      cell(shortNumber(total(rows.map((row) => row.scored.maxScore)))),
      ...(coefficients ? [cell('')] : []),
      pointsCell(scores.every((one) => one === null) ? null : total(scores)),
      ...(reviewed ? [pointsCell(total(rows.map((row) => reviewedScore(row.indicator, rules) ?? row.scored.score)))] : []),
      cell(''),
    ],
  ]
}

const pointsCell = (value: Points | null): ReportCell => cell(value === null ? '' : points(value))

function totalRow({ evaluation, score }: Assessed, columns: Columns): ReportRow {
  const { reviewed, coefficients } = columns
  const ownMax = maxScoreSum(null, score.indicators)
  const maxScore = maxScoreSum(
    score.executionMaxScore === null ? null : { maxScore: score.executionMaxScore, score: null, notApplicable: false, adjustment: null },
    score.indicators,
  )
  const made = score.executionMaxScore === null ? '' : `（预算执行${shortNumber(score.executionMaxScore)}分，指标${shortNumber(ownMax)}分）`
  return [
    label(`总分${made}`, before(columns)),
    cell(shortNumber(maxScore)),
    ...(coefficients ? [cell('')] : []),
    pointsCell(score.total),
    ...(reviewed ? [pointsCell(reviewedTotal(evaluation, score))] : []),
    cell(''),
  ]
}

const gradeRow = (assessed: Assessed, columns: Columns): ReportRow => [
  label('等级', before(columns)),
  cell(''),
  ...(columns.coefficients ? [cell('')] : []),
  cell(gradeText(assessed)),
  ...(columns.reviewed ? [cell(reviewedGrade(assessed))] : []),
  cell(''),
]

function reviewedGrade({ evaluation, score }: Assessed): string {
  const grade = gradeOf(reviewedTotal(evaluation, score), evaluation.scheme)
  return grade === null ? '' : gradeName(grade, evaluation.scheme)
}
