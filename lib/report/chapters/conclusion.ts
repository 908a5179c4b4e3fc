import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { isZero, lessThan, minus, type Points, plus, zero } from '@/lib/domain/quantities'
import type { ReportBlock } from '@/lib/domain/report-document'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import { score as points, shortNumber } from '@/lib/messages/numbers'
import { actualText, targetText } from '@/lib/report/actual-text'
import { type Assessed, gradeText } from '@/lib/report/data-text'
import { narrative, paragraph } from '@/lib/report/narrative-blocks'

/** 自评结论综述: the department's own words, then of what the total is made and where points were lost. */
export function conclusion(assessed: Assessed): ReportBlock[] {
  return [
    ...narrative(assessed.evaluation.narrative.conclusion, 3, assessed),
    ...[composition(assessed), deductions(assessed)].filter((sentence) => sentence !== '').map(paragraph),
  ]
}

/** The part that an adjustment plays is said apart: it is none of the 100 points. */
function byDimension({ evaluation, score }: Assessed): Map<string, { score: Points; maxScore: Points }> {
  const sums = new Map<string, { score: Points; maxScore: Points }>()
  score.indicators.forEach(({ score: own, maxScore, adjustment }, index) => {
    const dimension = evaluation.indicators[index]?.dimension
    if (dimension === undefined || own === null || maxScore === null || adjustment !== null) return
    const sum = sums.get(dimension) ?? { score: zero, maxScore: zero }
    sums.set(dimension, { score: plus(sum.score, own), maxScore: plus(sum.maxScore, maxScore) })
  })
  return sums
}

/** Empty while the total is not known. */
function composition(assessed: Assessed): string {
  const { score } = assessed
  if (score.total === null) return ''
  const part = (name: string, own: Points, maxScore: Points) => `${name}${points(own)}分（分值${shortNumber(maxScore)}分）`
  const parts = [...byDimension(assessed)].map(([dimension, sum]) => part(dimension, sum.score, sum.maxScore))
  if (score.executionScore !== null && score.executionMaxScore !== null)
    parts.unshift(part('预算执行', score.executionScore, score.executionMaxScore))
  const { rescaledFor, adjustment, cap } = score.summary
  if (rescaledFor !== null) parts.push(`不适用指标的分值${shortNumber(rescaledFor)}分按方案折算`)
  if (!isZero(adjustment)) parts.push(`加减分项合计${points(adjustment)}分`)
  if (cap !== null) parts.push(`总分因预算执行率以${shortNumber(cap)}分为限`)
  const grade = gradeText(assessed)
  return `得分构成：${parts.join('，')}；总分${points(score.total)}分${grade === '' ? '' : `，等级为“${grade}”`}。`
}

function deductions({ evaluation, score }: Assessed): string {
  const lost = evaluation.indicators.flatMap((indicator, index) => {
    const scored = score.indicators[index]
    return scored === undefined ? [] : deduction(indicator, scored)
  })
  return lost.length === 0 ? '' : `扣分指标：${lost.join('；')}。`
}

function deduction(indicator: Indicator, scored: IndicatorScore): string[] {
  const { score: own, maxScore, adjustment } = scored
  if (own === null || maxScore === null || adjustment !== null || !lessThan(own, maxScore)) return []
  const values = [
    ['年度指标值', targetText(indicator)],
    ['实际完成值', actualText(indicator, scored)],
  ].flatMap(([label, text]) => (text === '' ? [] : [`${label}${text}`]))
  return [
    `${indicator.name}${values.length === 0 ? '' : `（${values.join('，')}）`}得${points(own)}分，扣${points(minus(maxScore, own))}分`,
  ]
}
