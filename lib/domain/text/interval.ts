import {
  absolute,
  atMost,
  dividedBy,
  equals,
  isNegative,
  isPositive,
  larger,
  minus,
  plus,
  type Quantity,
  quantity,
  smaller,
  times,
  zero,
} from '@/lib/domain/quantities'

/** Where a figure may lie: printed 12.5 is anything from 12.45 to 12.55. Both ends belong to it. */
export type Interval = { low: Quantity; high: Quantity }

export const exactly = (value: Quantity): Interval => ({ low: value, high: value })
export const around = (value: Quantity, half: Quantity): Interval => ({ low: minus(value, half), high: plus(value, half) })
export const total = (all: readonly Interval[]): Interval =>
  all.reduce((sum, { low, high }) => ({ low: plus(sum.low, low), high: plus(sum.high, high) }), exactly(zero))
export const without = (a: Interval, b: Interval): Interval => ({ low: minus(a.low, b.high), high: minus(a.high, b.low) })

export function product(a: Interval, b: Interval): Interval {
  const ends = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)] as const
  return { low: ends.reduce(smaller), high: ends.reduce(larger) }
}

/** a ÷ b; null where b may be 0. */
export function quotient(a: Interval, b: Interval): Interval | null {
  if (!isPositive(b.low) && !isNegative(b.high)) return null
  const ends = [dividedBy(a.low, b.low), dividedBy(a.low, b.high), dividedBy(a.high, b.low), dividedBy(a.high, b.high)] as const
  return { low: ends.reduce(smaller), high: ends.reduce(larger) }
}

export const scaled = ({ low, high }: Interval, by: Quantity): Interval => ({ low: times(low, by), high: times(high, by) })

/** Whether the two can be the same number. */
export const meet = (a: Interval, b: Interval): boolean => atMost(a.low, b.high) && atMost(b.low, a.high)

const HALF = quantity('0.5')
/** 33.047 becomes 33.05 in one table and 33.1 in the text: rounded twice it may lie so much lower, as part of a unit of the last printed digit. */
const ROUNDED_TWICE = quantity('0.05')
const HALF_OR_TWICE = plus(HALF, ROUNDED_TWICE)
/** Where a rate may lie that was rounded to its printed digits, at once or after one more digit. */
export const roundedTwice = ({ low, high }: Interval, step: Quantity): Interval => {
  const lower = times(step, ROUNDED_TWICE)
  return isNegative(high) ? { low, high: plus(high, lower) } : { low: minus(low, lower), high }
}
/** Whether a number, rounded half up (at once or after one more digit) or cut to a unit of the last printed digit, is the printed one. */
export function printsAs(exact: Quantity, printed: Quantity, step: Quantity): boolean {
  if (equals(exact, printed)) return true
  const apart = minus(absolute(exact), absolute(printed))
  // Cut: the number is up to one step further from 0. Rounded: half a step on either side, a little more where it was rounded twice.
  const half = times(step, HALF_OR_TWICE)
  return isNegative(apart) ? atMost(negate(apart), half) : !atMost(step, apart)
}
const negate = (a: Quantity): Quantity => minus(zero, a)
