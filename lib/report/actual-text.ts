import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { hasAtMostDecimals } from '@/lib/domain/quantities'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import { NOT_APPLICABLE } from '@/lib/messages/form-labels'
import { shortNumber, score as twoDecimals, withUnit } from '@/lib/messages/numbers'

/** 年度指标值 as printed: the table has no column for the 计量单位. */
export const targetText = ({ target, unit }: Indicator): string => withUnit(target.text, unit)

/** 实际完成值 as printed: what was typed, or what the scheme's formula gives, with its unit and at most two decimals. */
export function actualText(indicator: Indicator, { computed }: IndicatorScore): string {
  switch (computed?.kind) {
    case undefined:
    case 'unreadable':
      return withUnit(indicator.actual.text, indicator.unit)
    case 'number':
      return `${hasAtMostDecimals(computed.value, 2) ? shortNumber(computed.value) : twoDecimals(computed.value)}${computed.unit}`
    case 'notApplicable':
      return NOT_APPLICABLE
    default:
      return ''
  }
}
