import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { isZero, lessThan, minus, type Points, plus, zero } from '@/lib/domain/quantities'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import { score as points, shortNumber } from '@/lib/messages/numbers'
import { actualText, targetText } from '@/lib/report/actual-text'
import { type Assessed, gradeText, rateText } from '@/lib/report/data-text'
import { framed, joined, type Passage, words } from './passage'

/** 自评结论: what a department may begin its own conclusion with. Nothing while the total is not known. */
export function conclusion(assessed: Assessed): Passage {
  const { evaluation, score } = assessed
  if (score.total === null) return []
  const rate: Passage = rateText(score) === '' ? [] : [{ text: '预算执行率' }, { datum: 'executionRate' }]
  const subject = `${evaluation.year}年度，${evaluation.departmentName}部门整体支出`
  return framed(subject, joined([rate, [{ text: '绩效自评得分' }, { datum: 'total' }, { text: '分' }], gradeOf(assessed)], '，'), '。')
}

const gradeOf = (assessed: Assessed): Passage =>
  gradeText(assessed) === '' ? [] : [{ text: '等级为“' }, { datum: 'grade' }, { text: '”' }]

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

/** 得分构成: of what the total is made. Nothing while it is not known. */
export function composition(assessed: Assessed): Passage {
  const { score } = assessed
  if (score.total === null) return []
  const part = (name: string, own: Passage, maxScore: Points) => framed(name, own, `分（分值${shortNumber(maxScore)}分）`)
  const parts = [...byDimension(assessed)].map(([dimension, sum]) => part(dimension, words(points(sum.score)), sum.maxScore))
  if (score.executionScore !== null && score.executionMaxScore !== null)
    parts.unshift(part('预算执行', [{ datum: 'executionScore' }], score.executionMaxScore))
  const { rescaledFor, adjustment, cap } = score.summary
  if (rescaledFor !== null) parts.push(words(`不适用指标的分值${shortNumber(rescaledFor)}分按方案折算`))
  if (!isZero(adjustment)) parts.push(words(`加减分项合计${points(adjustment)}分`))
  if (cap !== null) parts.push(words(`总分因预算执行率以${shortNumber(cap)}分为限`))
  const total = joined([[{ text: '总分' }, { datum: 'total' }, { text: '分' }], gradeOf(assessed)], '，')
  return [{ text: '得分构成：' }, ...joined(parts, '，'), { text: '；' }, ...total, { text: '。' }]
}

/** 扣分指标: where points were lost. */
export function deductions({ evaluation, score }: Assessed): Passage {
  const lost = evaluation.indicators.map((indicator, index) => {
    const scored = score.indicators[index]
    return scored === undefined ? [] : deduction(indicator, scored)
  })
  return framed('扣分指标：', joined(lost, '；'), '。')
}

function deduction(indicator: Indicator, scored: IndicatorScore): Passage {
  const { score: own, maxScore, adjustment } = scored
  if (own === null || maxScore === null || adjustment !== null || !lessThan(own, maxScore)) return []
  const lost = points(minus(maxScore, own))
  return [
    { text: indicator.name },
    ...framed('（', againstTarget(indicator, scored), '）'),
    { text: '得' },
    { datum: `indicators/${indicator.id}/score` },
    { text: `分，扣${lost}分` },
  ]
}

/** 年度指标值100%，实际完成值53.4%: those that are filled in. */
export const againstTarget = (indicator: Indicator, scored: IndicatorScore): Passage =>
  joined(
    [
      targetText(indicator) === '' ? [] : [{ text: '年度指标值' }, { datum: `indicators/${indicator.id}/target` }],
      actualText(indicator, scored) === '' ? [] : [{ text: '实际完成值' }, { datum: `indicators/${indicator.id}/actual` }],
    ],
    '，',
  )
