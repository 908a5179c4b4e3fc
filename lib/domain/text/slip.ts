import { dividedBy, equals, isPositive, plain, type Quantity } from '@/lib/domain/quantities'
import { unitOf } from './adding'
import type { Mention } from './mentions'
import { decimalsOf } from './ratio'

/** Fewer digits than these are too often alike by chance. */
const FEWEST = 3

/**
 * Whether a printed figure is one slip of the pen from what it should be: one digit other, two digits exchanged, one too many or
 * too few, or the point elsewhere. Digits so alike by chance are rare, the more digits there are.
 */
export function isSlipOf(printed: Mention, exact: Quantity): boolean {
  if (equals(printed.value, exact)) return false
  const decimals = decimalsOf(printed)
  const [a, b] = [
    digitsOf(plain(dividedBy(printed.value, unitOf(printed)), decimals)),
    digitsOf(plain(dividedBy(exact, unitOf(printed)), decimals)),
  ]
  if (a === b) return false
  const [one, other] = [trimmed(a), trimmed(b)]
  if (Math.max(one.length, other.length) < FEWEST) return false
  // The point stands elsewhere.
  if (one === other) return one.length >= FEWEST
  if (a.length === b.length) return isExchanged(a, b)
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    long.length === short.length + 1 && short.length >= FEWEST && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
  )
}
/** Whether two digits of the printed figure only have to change places: less by chance than any other slip. */
export function isExchangeOf(printed: Mention, exact: Quantity): boolean {
  const [a, b] = [
    digitsOf(plain(dividedBy(printed.value, unitOf(printed)), decimalsOf(printed))),
    digitsOf(plain(dividedBy(exact, unitOf(printed)), decimalsOf(printed))),
  ]
  return a.length === b.length && a.length >= FEWEST && a !== b && [...a].sort().join('') === [...b].sort().join('') && isExchanged(a, b)
}
/**
 * Of how many numbers with as many digits one is as near `exact` as the printed figure is: a measure of how little chance made them so
 * alike. 0 where the printed figure is no slip of it.
 */
export function rarityOf(printed: Mention, exact: Quantity): number {
  if (!isPositive(exact) || !isSlipOf(printed, exact)) return 0
  const length = digitsOf(plain(dividedBy(printed.value, unitOf(printed)), decimalsOf(printed))).length
  const ways = isExchangeOf(printed, exact) ? length - 1 : 10 * length
  return (9 * 10 ** (Math.min(length, 9) - 1)) / ways
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '')
const trimmed = (digits: string): string => digits.replace(/0+$/, '')

function isExchanged(a: string, b: string): boolean {
  const apart = [...a].flatMap((sign, i) => (sign === b[i] ? [] : [i]))
  const [first = 0, second = 0] = apart
  if (apart.length === 1) return true
  return apart.length === 2 && a[first] === b[second] && a[second] === b[first]
}
