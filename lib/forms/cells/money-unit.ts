import { hasAtMostDecimals, plain, wanFromYuan, yuanFromWan } from '@/lib/domain/quantities'
import { readNumber } from '@/lib/domain/reading/number-reading'
import { yuan } from '@/lib/messages/numbers'

/**
 * Amounts as a person wants to see and type them. Cells keep their texts in 万元 whoever fills them in; who works in 元 sees and types
 * what is kept times 10,000, exactly.
 */

/** A kept text in 元, such as 89,886,800.00; what is no amount stays as it is. */
export function yuanText(kept: string): string {
  const read = readNumber(kept)
  if (read.kind !== 'number') return kept
  if (read.unit === '元') return kept.replace(/\s*元\s*$/, '')
  return /^(?:万(?:元整?)?)?$/.test(read.unit) ? yuan(yuanFromWan(read.value)) : kept
}

/**
 * A text typed in 元 as it is kept; 万元 are kept as they are. What is finer than 0.01 元 is kept as 元, which its cell refuses; what is
 * no amount stays as it is.
 */
export function keptText(typed: string): string {
  const read = readNumber(typed)
  if (read.kind !== 'number' || !/^元?$/.test(read.unit)) return typed
  if (hasAtMostDecimals(read.value, 2)) return plain(wanFromYuan(read.value))
  return read.unit === '元' ? typed : `${typed.trim()}元`
}
