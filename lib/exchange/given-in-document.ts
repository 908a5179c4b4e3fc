import { absolute, dividedBy, hundred, isNegative, moreThan, one, type Rate } from '@/lib/domain/quantities'
import { type NumberReading, readPercent } from '@/lib/domain/reading/number-reading'
import type { DocumentIndicator } from './document-rows'

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

/** What a row adds to the total, or takes from it, where its form or its heading says so. */
export type Adjusts = { kind: 'bonus' | 'deduction'; byHeading: boolean }

const HEADING = /^(?:(附加分?|加分|奖励加?分)|(扣分|减分)|加减分)(?:项目?|指标)?(?:[（(].*)?$/

/** 加分 goes beyond the points there are, 扣分 takes some away; under 加减分 the sign says which. null: an indicator like others. */
export function adjustsIn(row: DocumentIndicator): Adjusts | null {
  if (row.adjustment !== undefined) return { kind: row.adjustment, byHeading: false }
  const heading = HEADING.exec((row.dimension ?? '').trim() || (row.group ?? '').trim())
  if (heading === null) return null
  const [, bonus, deduction] = heading
  const takes = deduction !== undefined || (bonus === undefined && /^\s*[-−－]/.test(row.printedScore ?? ''))
  return { kind: takes ? 'deduction' : 'bonus', byHeading: true }
}

/** Points as an adjustment counts them: −2 of a deduction takes as much as 2. */
export const unsignedIn = (reading: NumberReading): NumberReading =>
  reading.kind === 'number' ? { ...reading, value: absolute(reading.value) } : reading
