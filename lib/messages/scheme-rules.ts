import type { ScoreBasis } from '@/lib/domain/explanation/explained'
import { plain } from '@/lib/domain/quantities'
import { inChinese } from '@/lib/domain/reading/chinese-numerals'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import type { ExecutionRule, OverCompletion } from '@/lib/domain/schemes/scheme'
import { SUGGESTED_ABOVE } from '@/lib/domain/scoring/over-completion'
import type { BandOfRow } from '@/lib/domain/scoring/qualitative-bands'
import { score } from './numbers'
import { perCentText } from './per-cent'

/** Names of the kinds of rule, for choosing one. */
export const ruleKindLabels = {
  default: '按指标值比较',
  steps: '扣分（每超或每低一定幅度扣分）',
  bands: '分档',
  intervals: '满意度区间',
  qualitative: '定性分档',
  coefficient: '得分系数 × 分值',
  yesNo: '是否类',
  manual: '人工评分（写明依据）',
} satisfies Record<IndicatorRule['kind'], string>

/** How the execution rate earns its points: 预算执行率 × 分值，最高不超过分值, or by bands. */
export function sayExecutionMethod({ method, bands, capped }: ExecutionRule): string {
  if (method === 'proportional') return `预算执行率 × 分值，${capped === false ? '超过分值的据实计入' : '最高不超过分值'}`
  const all = bands.map(({ from, share }) => `达到 ${perCentText(from)} 得分值的 ${perCentText(share)}`)
  return `按预算执行率所在档次计分：${all.join('，')}，低于最低档不得分`
}

/** What follows where a target is far exceeded. */
export function sayOverCompletion({ threshold, mode, deduct }: OverCompletion): string {
  const reached = `完成值达到年度指标值的 ${perCentText(threshold)}`
  switch (mode) {
    case 'reason':
      return `${reached}的，须说明原因`
    case 'deduct':
      return `${reached}的，减 ${deduct ?? '0'} 分`
    case 'suggest':
      return `${reached}的，须说明原因；偏离度超过 ${perCentText(plain(SUGGESTED_ABOVE))} 的，另行提示建议调减的分值，不自动扣分`
  }
}

/** A rule in one sentence. The default depends on how target and actual compare: `basis`. */
export function sayIndicatorRule(rule: IndicatorRule, basis?: ScoreBasis): string {
  switch (rule.kind) {
    case 'default':
      return basis === 'given' || basis === 'notGiven' || basis === 'noCoefficient'
        ? '定性指标或不能由数值判定的指标，由填报人在 0 至分值之间评分并写明依据。'
        : '完成年度指标值得满分；未完成的按完成比例计分，最低 0 分，未完成不得满分。'
    case 'steps':
      return `以 ${rule.from} 为界，每${rule.direction === 'above' ? '高' : '低'} ${rule.per} 扣 ${rule.deduct} 分（按比例计算，扣完为止）${ofText(rule.outOf)}。`
    case 'bands':
      return `按实际完成值分档计分：${rule.bands.map(({ from, to, points }) => `${bandName(from, to)}得 ${points} 分`).join('，')}${ofText(rule.outOf)}。`
    case 'intervals':
      return `按实际完成值所在区间计分：${rule.intervals.map(({ from, points }) => `≥${from} 得 ${points} 分`).join('，')}，其余不得分${ofText(rule.outOf)}。`
    case 'qualitative':
      return '定性指标：按方案的定性档次，由填报人在实际完成值所属档次内评分并写明依据。'
    case 'coefficient':
      return '得分系数 × 分值；得分系数由填报人给出并写明依据，未给出的按完成比例，最高 100%。'
    case 'yesNo':
      return '符合的得满分，不符合的不得分。'
    case 'manual':
      return '由填报人在 0 至分值之间评分并写明依据。'
  }
}

/** 定性指标，分三档：“达成年度指标”8.00 至 10.00 分，… */
export const bandsRule = (bands: readonly BandOfRow[]): string =>
  `定性指标分${inChinese(bands.length)}档，由填报人在实际完成值所属档次内评分并写明依据：${bands.map(bandText).join('，')}`

/** “部分达成”档 6.00 分（含）至 8.00 分（不含） */
export const bandText = (band: BandOfRow): string => `“${band.label}”档 ${bandRange(band)}`

/** 6.00 分（含）至 8.00 分（不含） */
export const bandRange = ({ from, to, best }: BandOfRow): string => `${score(from)} 分（含）至 ${score(to)} 分（${best ? '含' : '不含'}）`

function bandName(from: string | null, to: string | null): string {
  if (from === null) return to === null ? '任何值' : `≤${to} `
  return to === null ? `>${from} ` : `${from}—${to}（含）`
}

const ofText = (outOf: string | undefined): string => (outOf === undefined ? '' : `；以上分数按分值 ${outOf} 分列示，分值不同的按比例折算`)
