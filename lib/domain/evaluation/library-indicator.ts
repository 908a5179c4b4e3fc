import type { Operator } from '@/lib/domain/reading/cell-reading'

/**
 * 指标库的一条: an indicator in the product's own words, with a typical target that the person replaces by the year's. `unit` is its
 * 计量单位, `evidence` what proves the value, `rule` how the value is counted or computed.
 */
export type LibraryIndicator = {
  /** Permanent, such as `street-03`: `Indicator.libraryId` holds it. */
  id: string
  /** 领域, such as 街道治理 */
  field: string
  dimension: string
  group: string
  name: string
  /** 年度指标值 as it is typed, with its operator: ≥95% */
  target: string
  unit: string
  operator: Operator
  direction: Direction
  evidence: string
  rule: string
}

/** 正向 (more is better) · 反向 (less is better) · 等于 */
export type Direction = 'more' | 'less' | 'exact'

export const directionOf = (operator: Operator): Direction =>
  operator === '>=' || operator === '>' ? 'more' : operator === '<=' || operator === '<' ? 'less' : 'exact'
