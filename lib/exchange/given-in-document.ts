import { dividedBy, hundred, isNegative, moreThan, one, type Rate } from '@/lib/domain/quantities'
import { readPercent } from '@/lib/domain/reading/number-reading'
import type { DocumentIndicator } from './document-format'

/** A score or coefficient of the product's own stands only with its grounds; a printed form has no column for them. */
export const standsOnGrounds = ({ selfScoreGrounds }: DocumentIndicator): boolean =>
  selfScoreGrounds === undefined || selfScoreGrounds.trim() !== ''

/** 得分系数: 85% and 0.85 are the same; null where it is no share. */
export function coefficientOf({ coefficient }: DocumentIndicator): Rate | null {
  if (coefficient === undefined) return null
  const read = readPercent(coefficient)
  if (read.kind !== 'number') return null
  const share = read.unit === '%' || moreThan(read.value, one) ? dividedBy(read.value, hundred) : read.value
  return isNegative(share) || moreThan(share, one) ? null : share
}
