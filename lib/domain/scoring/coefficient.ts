import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { one, type Rate } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { ruleOfRow, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import type { IndicatorScore } from './scoring'

/** Whether a scheme scores anything by 得分系数 × 分值. */
export const usesCoefficients = ({ dimensions, fixedIndicators }: Scheme): boolean =>
  [...fixedIndicators, ...dimensions, ...dimensions.flatMap(({ groups }) => groups)].some(({ rule }) => rule?.kind === 'coefficient')

/** 得分系数 of a row that is scored by one: as a person gave it, or the share that numbers leave; null where neither decides. */
export function coefficientOf(indicator: Indicator, { earned }: IndicatorScore, rules: SchemeRules): Rate | null {
  if (ruleOfRow(indicator, rules).asks !== 'coefficient') return null
  if (earned.by === 'full') return one
  return earned.by === 'share' || earned.by === 'coefficient' ? earned.share : null
}
