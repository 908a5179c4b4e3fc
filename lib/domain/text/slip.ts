import { atMost, dividedBy, equals, fixed, isPositive, plus, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { unitOf } from './adding'
import type { Interval } from './interval'
import type { Mention } from './mentions'
import { once } from './once'
import { decimalsOf } from './ratio'

/** Fewer digits than these are too often alike by chance. */
const FEWEST = 3
/** Between numbers farther apart than so many last digits any slip may lie. */
const WIDEST = 200

/**
 * Whether a printed figure is one slip of the pen from what it should be: one digit other, two digits exchanged, one too many or
 * too few, or the point elsewhere. Digits so alike by chance are rare, the more digits there are.
 */
export function isSlipOf(printed: Mention, exact: Quantity, fewest = FEWEST): boolean {
  if (equals(printed.value, exact)) return false
  const [a, b] = [digitsPrinted(printed), digitsPrintedOf(exact, printed)]
  if (a === b) return false
  const [one, other] = [trimmed(a), trimmed(b)]
  if (Math.max(one.length, other.length) < fewest) return false
  // The point stands elsewhere.
  if (one === other) return one.length >= fewest
  if (a.length === b.length) return isExchanged(a, b)
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    long.length === short.length + 1 && short.length >= fewest && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
  )
}
/** Whether two digits of the printed figure only have to change places: less by chance than any other slip. */
export function isExchangeOf(printed: Mention, exact: Quantity): boolean {
  const [a, b] = [digitsPrinted(printed), digitsPrintedOf(exact, printed)]
  return a.length === b.length && a.length >= FEWEST && a !== b && [...a].sort().join('') === [...b].sort().join('') && isExchanged(a, b)
}
/**
 * Of how many numbers with as many digits one is as near `exact` as the printed figure is: a measure of how little chance made them so
 * alike. 0 where the printed figure is no slip of it.
 */
export function rarityOf(printed: Mention, exact: Quantity): number {
  if (!isPositive(exact) || !isSlipOf(printed, exact)) return 0
  const { length } = digitsPrinted(printed)
  // Any two of the digits may have changed places, or any one be another.
  const ways = isExchangeOf(printed, exact) ? (length * (length - 1)) / 2 : 10 * length
  return (9 * 10 ** (Math.min(length, 9) - 1)) / ways
}

/** The same for a number that is known to lie between two only: how rare it is that any slip of the printed figure leads there. */
export function rarityInto(printed: Mention, { low, high }: Interval): number {
  const decimals = decimalsOf(printed)
  const unit = unitOf(printed)
  const whole = dividedBy(printed.value, unit)
  const digits = digitsOf(fixed(whole, decimals))
  const step = dividedBy(printed.step, unit)
  const [from, to] = [dividedBy(low, unit), dividedBy(high, unit)]
  if (digits.length < FEWEST || !isPositive(low)) return 0
  let width = 1
  for (let at = plus(from, step); width < WIDEST && atMost(at, to); at = plus(at, step)) width += 1
  if (width === WIDEST) return 0
  const all = 9 * 10 ** (Math.min(digits.length, 9) - 1)
  const leads = (signs: string): boolean => {
    const value = times(quantity(signs), step)
    return atMost(from, value) && atMost(value, to)
  }
  for (let i = 0; i < digits.length - 1; i++) {
    const exchanged = digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2)
    if (exchanged !== digits && leads(exchanged)) return all / ((digits.length - 1) * width)
  }
  for (let i = 0; i < digits.length; i++)
    for (const sign of '0123456789')
      if (sign !== digits[i] && leads(digits.slice(0, i) + sign + digits.slice(i + 1))) return all / (10 * digits.length * width)
  return 0
}

/** The digits of a number as the figure would print it, and its own. */
const digitsPrintedOf = (value: Quantity, printed: Mention): string =>
  digitsOf(fixed(dividedBy(value, unitOf(printed)), decimalsOf(printed)))
const digitsPrinted = once((printed: Mention) => digitsPrintedOf(printed.value, printed))
const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '')
const trimmed = (digits: string): string => digits.replace(/0+$/, '')

function isExchanged(a: string, b: string): boolean {
  const apart = [...a].flatMap((sign, i) => (sign === b[i] ? [] : [i]))
  const [first = 0, second = 0] = apart
  if (apart.length === 1) return true
  return apart.length === 2 && a[first] === b[second] && a[second] === b[first]
}
