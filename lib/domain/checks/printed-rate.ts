import { cutTo, dividedBy, equals, hundred, isPositive, type Quantity, roundHalfUp, times } from '@/lib/domain/quantities'
import type { NumberReading } from '@/lib/domain/reading/number-reading'
import { type NumberCell, numberIn } from './form'

/** How a printed percentage stands to the exact one: right when rounded to its decimals, coarse when cut, or rounded to fewer than it shows. */
export type Verdict = 'right' | 'coarse' | 'wrong'

/** part ÷ whole in per cent; null where one of them is no number, or the whole is not above 0. */
export function percentOf(part: NumberCell, whole: NumberCell): Quantity | null {
  const [a, b] = [numberIn(part), numberIn(whole)]
  return a === null || b === null || !isPositive(b) ? null : times(dividedBy(a, b), hundred)
}

/** A printed rate against the exact one. Without a per-cent sign `1` may be 100 %: the reading that agrees counts. */
export function verdictOnRate({ value, decimals, unit }: Extract<NumberReading, { kind: 'number' }>, rate: Quantity): Verdict {
  const verdict = verdictOn(value, decimals, rate)
  const asShare = unit === '' && verdict === 'wrong' ? verdictOn(times(value, hundred), Math.max(decimals - 2, 0), rate) : 'wrong'
  return asShare === 'wrong' ? verdict : asShare
}

function verdictOn(printed: Quantity, decimals: number, rate: Quantity): Verdict {
  if (equals(printed, roundHalfUp(rate, decimals))) return 'right'
  if (equals(printed, cutTo(rate, decimals))) return 'coarse'
  for (let fewer = decimals - 1; fewer >= 0; fewer--) if (equals(printed, roundHalfUp(rate, fewer))) return 'coarse'
  return 'wrong'
}
