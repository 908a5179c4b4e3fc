import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { fixed, type Quantity } from '@/lib/domain/quantities'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation, anIndicator, type IndicatorTexts, scheme } from './builders'

/** What single rows score, as texts with two decimals. */

export const text = (score: Quantity | null): string | null => (score === null ? null : fixed(score, 2))
export const scored = (indicator: Indicator, by: Scheme = scheme()) => {
  const row = scoreEvaluation(anEvaluation({ scheme: by, indicators: [indicator] })).indicators[0]
  if (row === undefined) throw new Error('one row')
  return row
}
export const score = (texts: IndicatorTexts, by: Scheme = scheme()): string | null => text(scored(anIndicator(texts), by).score)

/** A scheme that gives the rule to the rows of the builder's 一级指标. */
export const withRule = (rule: IndicatorRule, overrides: Partial<Scheme> = {}): Scheme => {
  const base = scheme('national-2020', overrides)
  return { ...base, dimensions: base.dimensions.map((dimension) => (dimension.name === '产出指标' ? { ...dimension, rule } : dimension)) }
}
export const linear = scheme('national-2020', { defaults: { atMostFormula: 'linear', missed: 'ratio' } })
export const noneIfMissed = scheme('national-2020', { defaults: { atMostFormula: 'ratio', missed: 'none' } })
