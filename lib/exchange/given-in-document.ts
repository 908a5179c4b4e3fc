import { dividedBy, hundred, isNegative, moreThan, one, type Rate } from '@/lib/domain/quantities'
import { readPercent } from '@/lib/domain/reading/number-reading'
import type { RuleNumbers } from '@/lib/domain/schemes/scheme-rules'
import type { DocumentIndicator } from './document-format'

/** A score or coefficient of the product's own stands only with its grounds; a printed form has no column for them. */
export const standsOnGrounds = ({ selfScoreGrounds }: DocumentIndicator): boolean =>
  selfScoreGrounds === undefined || selfScoreGrounds.trim() !== ''

/** 得分系数 where the rule asks for one: 85% and 0.85 are the same; null where it is no share. */
export function coefficientOf(row: DocumentIndicator, rule: RuleNumbers): Rate | null {
  if (rule.kind !== 'coefficient' || row.coefficient === undefined || !standsOnGrounds(row)) return null
  const read = readPercent(row.coefficient)
  if (read.kind !== 'number') return null
  const share = read.unit === '%' || moreThan(read.value, one) ? dividedBy(read.value, hundred) : read.value
  return isNegative(share) || moreThan(share, one) ? null : share
}
