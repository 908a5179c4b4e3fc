import { rowAt } from '@/lib/domain/cells/addresses'
import { FIGURE_ITEMS, type FigureName, itemOf } from '@/lib/domain/cells/funds'
import type { ExplainedInput, ExplainedRule, ReadAs, ScoreBasis, ScoreExplanation } from '@/lib/domain/explanation/explained'
import { plain, type Quantity } from '@/lib/domain/quantities'
import { gradeName } from '@/lib/domain/scoring/grade'
import { figureLabel } from './column-labels'
import { NOT_APPLICABLE, NOT_FILLED } from './form-labels'
import { operatorSigns, UNVERIFIED_MARK } from './labels'
import { count, percent, score as scoreText, share as shareText, shortNumber, unrounded as unroundedText, wan, withUnit } from './numbers'
import { sayGain } from './points-to-gain'
import { unverifiedMark } from './scheme-name'
import { bandsRule, bandText, sayExecutionMethod, sayIndicatorRule } from './scheme-rules'

/** An explanation in sentences, all plain text, for a panel on screen or a page on paper. */
export type ScoreExplanationText = {
  /** 得分 2.67 分（分值 5 分，失 2.33 分） */
  summary: string
  inputs: readonly { label: string; value: string; at: string | null }[]
  /** The rule in words. */
  rule: string
  /** 依据; empty where the scheme cites none. */
  clause: string
  /** The calculation, step by step. */
  steps: readonly string[]
  /** What would have earned the points that were lost. */
  gains: readonly string[]
}

function figureValue(name: FigureName, value: Quantity | null): string {
  if (value === null) return NOT_FILLED
  const item = itemOf(name)
  return FIGURE_ITEMS[item].measure === 'money' ? `${wan(value)} 万元` : count(value)
}

const pointsText = (value: Quantity): string => `${scoreText(value)} 分`
const maxText = (value: Quantity): string => `${shortNumber(value)} 分`

export function sayExplanation(explanation: ScoreExplanation): ScoreExplanationText {
  return {
    summary: summaryOf(explanation),
    inputs: explanation.inputs.map((input) => sayInput(input, explanation.unit)),
    rule: sayRule(explanation.rule),
    clause: sayClauses(explanation),
    steps: stepsOf(explanation),
    gains: explanation.gains.map((gain) =>
      sayGain(gain, { target: targetText(explanation), unit: explanation.unit, names: namesOf(explanation) }),
    ),
  }
}

/** The total's parts are its rows, by which its gains name them. */
const namesOf = ({ inputs }: ScoreExplanation): ReadonlyMap<string, string> =>
  new Map(
    inputs.flatMap((input) => {
      if (input.kind !== 'part' || input.at === null) return []
      const row = rowAt(input.at)
      return row === null ? [] : [[row.row, input.name]]
    }),
  )

const targetText = ({ inputs, unit }: ScoreExplanation): string =>
  inputs.flatMap((input) => (input.kind === 'target' ? [withUnit(input.text, unit)] : []))[0] ?? ''

function summaryOf({ subject, score, maxScore, lost, rule }: ScoreExplanation): string {
  if (subject.kind === 'grade')
    return rule.kind === 'grade' && rule.grade !== null ? `等级：${gradeName(rule.grade, rule)}` : '等级：待总分计出后评定'
  const name = subject.kind === 'total' ? '总分' : '得分'
  if (score === null) {
    const without = rule.kind === 'indicator' && rule.basis === 'notApplicable' ? NOT_APPLICABLE : '暂不能计分'
    return `${name}：${without}${maxScore === null ? '' : `（分值 ${maxText(maxScore)}）`}`
  }
  if (rule.kind === 'adjustment') return `${rule.adjustment === 'bonus' ? '加分' : '减分'}：${pointsText(score)}`
  const loss = lost === null ? '' : plain(lost) === '0' ? '，未失分' : `，失 ${pointsText(lost)}`
  return `${name}：${pointsText(score)}${maxScore === null ? '' : `（分值 ${maxText(maxScore)}${loss}）`}`
}

function sayInput(input: ExplainedInput, unit: string): { label: string; value: string; at: string | null } {
  const { at } = input
  switch (input.kind) {
    case 'figure':
      return { label: figureLabel(input.name), value: figureValue(input.name, input.value), at }
    case 'target':
      return { label: '年度指标值', value: cellText(input, unit), at }
    case 'actual':
      return { label: '实际完成值', value: cellText(input, unit), at }
    case 'computed':
      return {
        label: '实际完成值（按方案公式计算）',
        value: `${input.formula} = ${input.value === null ? '无法计算' : `${scoreText(input.value)}${input.unit}`}`,
        at,
      }
    case 'maxScore':
      return { label: '分值', value: input.value === null ? NOT_FILLED : maxText(input.value), at }
    case 'given':
      return { label: '自评分', value: `${pointsText(input.value)}${groundsText(input.grounds)}`, at }
    case 'coefficient':
      return { label: '得分系数', value: `${shareText(input.value)}${groundsText(input.grounds)}`, at }
    case 'rate':
      return { label: '预算执行率', value: input.value === null ? NOT_APPLICABLE : percent(input.value), at }
    case 'part':
      return { label: input.name || (at !== null && rowAt(at) === null ? '预算执行得分' : '未命名指标'), value: partText(input), at }
    case 'total':
      return { label: '总分', value: input.value === null ? '尚未计出' : pointsText(input.value), at }
  }
}

/** Without grounds it does not count, and the reader is told. */
const groundsText = (grounds: string): string => (grounds.trim() === '' ? '（未写依据，不予采用）' : `（${grounds.trim()}）`)

/** What stands in the cell, and what it was taken for where that is not plain. */
function cellText({ text, read }: { text: string; read: ReadAs | null }, unit: string): string {
  const written = withUnit(text, unit) || NOT_FILLED
  if (read === null) return written
  const taken = `${read.operator === null ? '' : operatorSigns[read.operator]}${plain(read.value)}${read.unit || unit}`
  return taken === written ? written : `${written}（按“${taken}”计）`
}

function partText({ score, notApplicable, adjustment }: Extract<ExplainedInput, { kind: 'part' }>): string {
  if (score === null) return notApplicable ? NOT_APPLICABLE : '暂不能计分'
  if (adjustment === null) return pointsText(score)
  return `${adjustment === 'bonus' ? '加' : '减'} ${pointsText(score)}`
}

/** The clauses that are cited, marked where nobody has held the scheme against its regulation. */
function sayClauses({ clauses, verified }: ScoreExplanation): string {
  const said = clauses.join('；')
  return said === '' || said.includes(UNVERIFIED_MARK) ? said : `${said}${unverifiedMark(verified)}`
}

function sayRule(rule: ExplainedRule): string {
  switch (rule.kind) {
    case 'execution':
      if (rule.rule === null) return '本方案不单设预算执行率分值。'
      return `${sayExecutionMethod(rule.rule)}；预算执行率 = 全年执行数 ÷ 全年预算数。`
    case 'indicator':
      return rule.bands.length > 0 ? `${bandsRule(rule.bands)}。` : sayIndicatorRule(rule.rule, rule.basis)
    case 'adjustment':
      return `${rule.name}：按依据${rule.adjustment === 'bonus' ? '加分' : '减分'}，不超过上限，不计入 100 分分值。`
    case 'total':
      return '总分为预算执行得分与各指标得分（均已四舍五入到两位小数）之和。'
    case 'grade':
      return `${rule.grades.map(({ name, from }, index) => `${shortNumber(from)} 分（含）${index === 0 ? '以上' : '起'}为${name}`).join('，')}。`
  }
}

const basisTexts = {
  met: '实际完成值符合年度指标值，得该指标全部分值。',
  ratio: '未达到年度指标值，按“实际完成值 ÷ 年度指标值 × 分值”计分。',
  inverseRatio: '不符合年度指标值，按“年度指标值 ÷ 实际完成值 × 分值”计分。',
  linear: '不符合年度指标值，按“〔1 −（实际完成值 − 年度指标值）÷ 年度指标值〕× 分值”计分。',
  rangeRatio: '实际完成值在区间之外，按与较近一端的比例计分。',
  missed: '不符合年度指标值，不得分。',
  value: '按方案规定的标准，由实际完成值计分。',
  coefficient: '按填报人给出的得分系数计分。',
  given: '不能由数值判定，采用自评分。',
  notGiven: '不能由数值判定，需填写自评分和依据。',
  noCoefficient: '不能由数值判定，需填写得分系数和依据。',
  notApplicable: '本指标不适用。',
  blank: '年度指标值或实际完成值未填，暂不能计分。',
  unreadable: '年度指标值或实际完成值无法识别，暂不能计分。',
  noMaxScore: '分值未填，暂不能计分。',
} satisfies Record<ScoreBasis, string>

function stepsOf({ rule, unrounded, decimals, limit, score }: ScoreExplanation): string[] {
  const steps: string[] = []
  if (rule.kind === 'execution') {
    if (rule.state === 'notApplicable') steps.push('全年预算数和全年执行数均为 0，预算执行率不适用。')
    if (rule.state === 'notFilled') steps.push('全年预算数或全年执行数未填，暂不能计算预算执行率。')
    if (rule.state === 'withoutBudget') steps.push('全年预算数为 0 或未填而有全年执行数，不能计算预算执行率。')
    if (rule.share !== null) steps.push(`得分比例为 ${shareText(rule.share)}。`)
  }
  if (rule.kind === 'indicator') {
    steps.push(basisTexts[rule.basis])
    if (rule.band !== null) steps.push(`实际完成值属${bandText(rule.band)}。`)
    if (rule.basis === 'notApplicable')
      steps.push(rule.notApplicable === 'full' ? '按方案，不适用的指标计满分。' : '按方案，不适用的指标不计分，其余指标得分折算为满分制。')
    if (rule.overCompletion !== null) {
      steps.push(
        `实际完成值达到年度指标值的 ${percent(rule.overCompletion.threshold)}，按方案减 ${pointsText(rule.overCompletion.deduct)}。`,
      )
    }
    if (rule.share !== null && rule.basis !== 'missed') steps.push(`得分比例为 ${shareText(rule.share)}。`)
  }
  if (rule.kind === 'total') {
    if (rule.sum !== null) steps.push(`各项得分合计 ${pointsText(rule.sum)}。`)
    if (rule.sum !== null && rule.rescaledFor !== null) {
      const { sum, fullMarks, rescaledFor } = rule
      steps.push(`不适用指标共 ${maxText(rescaledFor)}不计分，合计按其余分值折算为 ${maxText(fullMarks)}制。`)
      if (unrounded !== null) {
        const formula = `${scoreText(sum)} × ${shortNumber(fullMarks)} ÷（${shortNumber(fullMarks)} − ${shortNumber(rescaledFor)}）`
        steps.push(`${formula} = ${unroundedText(unrounded)}，四舍五入保留两位小数为 ${pointsText(unrounded)}。`)
      }
    }
    const adjustment = plain(rule.adjustment)
    if (adjustment !== '0') steps.push(`加减分合计 ${scoreText(rule.adjustment)} 分，总分不低于 0、不高于 100。`)
    if (score === null) steps.push('尚有指标未能计分，总分待全部计出后得出。')
  } else if (unrounded !== null) steps.push(`计算值 ${unroundedText(unrounded)}。`)
  if (decimals !== null && rule.kind !== 'total') steps.push(decimals === 2 ? '四舍五入保留两位小数。' : '四舍五入取整数。')
  if (limit !== null) steps.push(limitText(limit))
  if (score !== null && rule.kind !== 'grade') steps.push(`结果 ${pointsText(score)}。`)
  return steps
}

function limitText({ by, value }: NonNullable<ScoreExplanation['limit']>): string {
  if (by === 'maxScore') return `最高不超过分值 ${maxText(value)}。`
  if (by === 'hundred') return `总分不高于 ${maxText(value)}。`
  if (by === 'floor') return '扣完为止，最低 0 分。'
  if (by === 'missed') return `不符合年度指标值的不得满分，最高 ${pointsText(value)}。`
  return `按预算执行率封顶，总分不高于 ${maxText(value)}。`
}
