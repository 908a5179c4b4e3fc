import { type Indicator, onItsGrounds } from '@/lib/domain/evaluation/indicator'
import { one, type Rate, zero } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { ruleOfRow, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { earned } from './indicator-rule'
import type { IndicatorScore } from './scoring'

/** Whether a scheme scores anything by 得分系数 × 分值. */
export const usesCoefficients = ({ dimensions, fixedIndicators }: Scheme): boolean =>
  [...fixedIndicators, ...dimensions, ...dimensions.flatMap(({ groups }) => groups)].some(({ rule }) => rule?.kind === 'coefficient')

/** 得分系数 of a row that is scored by one: as a person gave it, or the share that numbers leave; null where neither decides. */
export function coefficientOf(indicator: Indicator, { comparison, maxScore }: IndicatorScore, rules: SchemeRules): Rate | null {
  const rule = ruleOfRow(indicator, rules)
  if (rule.kind !== 'coefficient') return null
  const given = onItsGrounds(indicator.coefficient, indicator.selfScoreGrounds)
  const result = earned(rule, comparison, maxScore ?? zero, rules, given)
  if (result.by === 'full') return one
  return result.by === 'share' || result.by === 'coefficient' ? result.share : null
}
