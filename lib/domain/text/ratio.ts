import {
  absolute,
  atMost,
  dividedBy,
  hundred,
  isPositive,
  isZero,
  larger,
  plain,
  plus,
  type Quantity,
  quantity,
  times,
} from '@/lib/domain/quantities'
import { type Interval, meet, printsAs, quotient, roundedTwice, scaled } from './interval'
import type { Mention } from './mentions'
import type { Relation } from './relation'

/** part ÷ whole in per cent; null where the whole is 0. */
function perCent(part: Quantity, whole: Quantity): Quantity | null {
  return isZero(whole) ? null : dividedBy(times(part, hundred), whole)
}

/** Whether the printed figures, taken as they stand, give the printed rate: rounded or cut. */
export function givesExactly(part: Quantity, whole: Quantity, rate: Mention): boolean {
  const exact = perCent(part, whole)
  return exact !== null && printsAs(absolute(exact), absolute(rate.value), rate.step)
}

const FINE = quantity('0.01')
/** Whether the rate can be what it says, each figure within the digits it is printed with. */
export function canGive(part: Interval, whole: Interval, rate: Mention): boolean {
  if (!isPositive(whole.high)) return true
  const share = quotient(part, whole)
  // Cut after its second digit (95.846 as 95.84) it is coarse, not wrong.
  const high = atMost(rate.step, FINE) ? larger(rate.span.high, plus(rate.value, rate.step)) : rate.span.high
  return share === null || meet(scaled(share, hundred), { low: roundedTwice(rate.span, rate.step).low, high })
}

/** What the rate should be, with as many decimals as are printed. */
export function shouldBe(part: Quantity, whole: Quantity, rate: Mention): string | null {
  const exact = perCent(part, whole)
  return exact === null ? null : plain(exact, Math.max(2, decimalsOf(rate)))
}

/** The relation of a rate or share that `part` and `whole` make, by the rule of that name. */
export const ratioOf = (
  { kind, rule }: { kind: 'rate' | 'share'; rule: string },
  rate: Mention,
  [part, whole]: readonly [Mention, Mention],
): Relation => ({
  kind,
  result: rate,
  operands: [part, whole],
  holds: canGive(part.span, whole.span, rate),
  certainty: 'plain',
  rule,
  expected: shouldBe(part.value, whole.value, rate),
})

/** How many digits a figure is printed with. */
export const digitsIn = ({ written }: Mention): number => written.replace(/\D/g, '').length
/** Without the noughts that 0.03 begins with: these digits tell something. */
export const tellingDigits = ({ written }: Mention): number => written.replace(/\D|^0\.0*/g, '').length

export const decimalsOf = ({ written }: Mention): number => /\.(\d+)/.exec(written)?.[1]?.length ?? 0
