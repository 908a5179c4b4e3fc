/**
 * Exact numbers. Every amount, rate, target and score in the product is a `Quantity`:
 * a rational held as two whole numbers, so that nothing is ever rounded before `points()`
 * or `roundHalfUp()` says so. Only this file knows how a quantity is held.
 */

declare const exact: unique symbol
/** An exact rational number of any size and sign. Opaque: use the functions below. */
export type Quantity = { readonly [exact]: true }
/** An amount of money in 元. 万元 exists only on screen and paper. */
export type Yuan = Quantity
/** A share: 1 is 100 %. */
export type Rate = Quantity
/** Points (分), normally 0…100. */
export type Points = Quantity

/**
 * n ÷ d; d is always above 0. Decimals keep their power of ten, so that they print as they were written: `places` says
 * which (d = 10 ^ places), -1 that d is none. It spares the comparing of denominators, which are whole numbers of any size.
 */
type Held = { n: bigint; d: bigint; places: number }
const make = (n: bigint, d: bigint): Quantity => ({ n, d, places: d === 1n ? 0 : -1 }) as unknown as Quantity
const decimal = (n: bigint, places: number): Quantity => ({ n, d: powerOfTen(places), places }) as unknown as Quantity
const held = (q: Quantity): Held => q as unknown as Held

const POWERS: bigint[] = Array.from({ length: 160 }, (_, i) => 10n ** BigInt(i))
const powerOfTen = (k: number): bigint => POWERS[k] ?? 10n ** BigInt(k)

export const zero = decimal(0n, 0)
export const one = decimal(1n, 0)
export const hundred = decimal(100n, 0)

/** Longest number taken: longer ones are refused, because nobody's budget has them and reading them costs time. */
export const LONGEST_NUMBER = 60

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/

/**
 * Reads plain digits with an optional sign and decimal point (`-12.50`).
 * `null` for anything else, and for more than `LONGEST_NUMBER` characters.
 * Thousands separators and full-width digits are the cell reader's business.
 */
export function parseQuantity(text: string): Quantity | null {
  const known = COMMON.get(text)
  if (known !== undefined) return known
  const read = readPlain(text)
  if (read !== null && text.length <= LONGEST_COMMON && COMMON.size < MOST_COMMON) COMMON.set(text, read)
  return read
}

/**
 * A year's tables are full of the same few numbers (分值 2, targets of 100): each is held once, however often it is read.
 * What is kept is bounded, so that nobody's input can fill the memory.
 */
const COMMON = new Map<string, Quantity>()
const LONGEST_COMMON = 6
const MOST_COMMON = 4_096

function readPlain(text: string): Quantity | null {
  if (text.length > LONGEST_NUMBER) return null
  const match = PLAIN.exec(text)
  if (!match) return null
  const fraction = match[3] ?? ''
  const digits = BigInt(`${match[2]}${fraction}`)
  return decimal(match[1] === '-' ? -digits : digits, fraction.length)
}

/** For literals in code and stored data known to be well-formed; throws otherwise. */
export function quantity(text: string | bigint): Quantity {
  if (typeof text === 'bigint') return decimal(text, 0)
  const read = parseQuantity(text)
  if (read === null) throw new Error(`not a decimal number: ${text.slice(0, 80)}`)
  return read
}

export function plus(a: Quantity, b: Quantity): Quantity {
  const x = held(a)
  const y = held(b)
  if (x.places >= 0 && y.places >= 0) {
    if (x.places === y.places) return decimal(x.n + y.n, x.places)
    return x.places > y.places
      ? decimal(x.n + y.n * powerOfTen(x.places - y.places), x.places)
      : decimal(x.n * powerOfTen(y.places - x.places) + y.n, y.places)
  }
  return x.d === y.d ? make(x.n + y.n, x.d) : reduced(x.n * y.d + y.n * x.d, x.d * y.d)
}

export const negated = (a: Quantity): Quantity => {
  const { n, d, places } = held(a)
  return { n: -n, d, places } as unknown as Quantity
}
export const minus = (a: Quantity, b: Quantity): Quantity => plus(a, negated(b))
export const absolute = (a: Quantity): Quantity => (held(a).n < 0n ? negated(a) : a)

export function times(a: Quantity, b: Quantity): Quantity {
  const x = held(a)
  const y = held(b)
  return x.places >= 0 && y.places >= 0 ? decimal(x.n * y.n, x.places + y.places) : make(x.n * y.n, x.d * y.d)
}

/** a ÷ b. Throws where b is 0: the caller decides first what a missing denominator means. */
export function dividedBy(a: Quantity, b: Quantity): Quantity {
  const x = held(a)
  const y = held(b)
  if (y.n === 0n) throw new Error('division by zero')
  const shared = x.places >= 0 && x.places === y.places
  const n = shared ? x.n : x.n * y.d
  const d = shared ? y.n : x.d * y.n
  return d > 0n ? make(n, d) : make(-n, -d)
}

export function sum(all: readonly Quantity[]): Quantity {
  // Money and points have at most two decimals. Those with as many are summed by themselves, so that none is
  // brought to another's.
  let wholes = 0n
  let tenths = 0n
  let hundredths = 0n
  for (const one of all) {
    const { n, places } = held(one)
    if (places === 0) wholes += n
    else if (places === 1) tenths += n
    else if (places === 2) hundredths += n
    else return all.reduce(plus)
  }
  return decimal(wholes * 100n + tenths * 10n + hundredths, 2)
}

/** Below 0, 0 or above 0, as a is less than, equal to or more than b. */
export const compare = (a: Quantity, b: Quantity): -1 | 0 | 1 => (lessThan(a, b) ? -1 : lessThan(b, a) ? 1 : 0)

export function lessThan(a: Quantity, b: Quantity): boolean {
  const x = held(a)
  const y = held(b)
  if (x.places === y.places && x.places >= 0) return x.n < y.n
  if (x.places < 0 || y.places < 0) return x.n * y.d < y.n * x.d
  return x.places < y.places ? x.n * powerOfTen(y.places - x.places) < y.n : x.n < y.n * powerOfTen(x.places - y.places)
}

export const moreThan = (a: Quantity, b: Quantity): boolean => lessThan(b, a)
export const atLeast = (a: Quantity, b: Quantity): boolean => !lessThan(a, b)
export const atMost = (a: Quantity, b: Quantity): boolean => !lessThan(b, a)
export function equals(a: Quantity, b: Quantity): boolean {
  const x = held(a)
  const y = held(b)
  return x.places === y.places && x.places >= 0 ? x.n === y.n : compare(a, b) === 0
}
export const smaller = (a: Quantity, b: Quantity): Quantity => (lessThan(b, a) ? b : a)
export const larger = (a: Quantity, b: Quantity): Quantity => (lessThan(a, b) ? b : a)
export const isZero = (a: Quantity): boolean => !held(a).n
export const isNegative = (a: Quantity): boolean => held(a).n < 0n
export const isPositive = (a: Quantity): boolean => held(a).n > 0n

/** 四舍五入 to `places` decimals: halves go away from zero, as on a calculator. */
export function roundHalfUp(a: Quantity, places: number): Quantity {
  const exact = withPlaces(a, places)
  if (exact !== null) return exact
  const { n, d } = held(a)
  const twice = (n < 0n ? -n : n) * (powerOfTen(places) * 2n)
  const rounded = (twice + d) / (d * 2n)
  return decimal(n < 0n ? -rounded : rounded, places)
}

/** Cut, not rounded, to at most `places` decimals (towards zero). */
export function cutTo(a: Quantity, places: number): Quantity {
  const { n, d, places: had } = held(a)
  return had >= 0 && had <= places ? a : decimal((n * powerOfTen(places)) / d, places)
}

/** The same decimal written with more places (1.5 → 1.50); null where it has more than these, or is no decimal. */
function withPlaces(a: Quantity, places: number): Quantity | null {
  const { n, places: had } = held(a)
  if (had === places) return a
  return had >= 0 && had < places ? decimal(n * powerOfTen(places - had), places) : null
}

/** The one rounding of the product: points with two decimals, half up (四舍五入). */
export const points = (unrounded: Quantity): Points => roundHalfUp(unrounded, 2)

/** Digits with exactly `places` decimals, half up: `1234.50`. No separators: those are wording. */
export function fixed(a: Quantity, places: number): string {
  const { n } = held(roundHalfUp(a, places))
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`
  return n < 0n ? `-${text}` : text
}

/**
 * The shortest exact decimal (`12.5`, `-3`, `0.075`). A number without a finite
 * decimal (1 ÷ 3) is given with `places` decimals, half up.
 */
export function plain(a: Quantity, places = 12): string {
  const { places: had } = held(a)
  if (had >= 0) return withoutLastNoughts(fixed(a, had))
  let { n, d } = held(a)
  const common = gcd(n < 0n ? -n : n, d)
  n /= common
  d /= common
  let twos = 0
  let fives = 0
  for (; d % 2n === 0n; d /= 2n) twos++
  for (; d % 5n === 0n; d /= 5n) fives++
  if (d !== 1n) return fixed(a, places)
  return fixed(a, Math.max(twos, fives))
}

/** `12.50` → `12.5`, `12.00` → `12`; 1200 stays. */
function withoutLastNoughts(digits: string): string {
  if (!digits.includes('.')) return digits
  let end = digits.length
  while (digits[end - 1] === '0') end--
  return digits.slice(0, digits[end - 1] === '.' ? end - 1 : end)
}

/** Whether the number can be written with at most `places` decimals without losing anything. */
export function hasAtMostDecimals(a: Quantity, places: number): boolean {
  const { n, d } = held(a)
  return (n * powerOfTen(places)) % d === 0n
}

/** The same number with the smallest numerator and denominator. */
export const lowestTerms = (a: Quantity): Quantity => reduced(held(a).n, held(a).d)

/** Whether the numerator or denominator, as held, has more than `digits` digits. */
export function hasMoreDigits(a: Quantity, digits: number): boolean {
  const { n, d } = held(a)
  const limit = powerOfTen(digits)
  return n >= limit || -n >= limit || d >= limit
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}

const reduced = (n: bigint, d: bigint): Quantity => {
  const common = gcd(n < 0n ? -n : n, d)
  return make(n / common, d / common)
}

const TEN_THOUSAND = make(10000n, 1n)
/** 万元 as typed → 元. */
export const yuanFromWan = (wan: Quantity): Yuan => times(wan, TEN_THOUSAND)
/** 元 → 万元 for screen and paper. */
export function wanFromYuan(yuan: Yuan): Quantity {
  const { n, places } = held(yuan)
  // A decimal stays one, with its point four places further on
  return places >= 0 ? decimal(n, places + 4) : dividedBy(yuan, TEN_THOUSAND)
}

/** Whether a value is an exact number. */
export const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'bigint'

/** A decimal with all its digits, `-12.50`, or numerator and denominator, `-7/3`: nothing is lost, not even how it is held. */
export function exactText(a: Quantity): string {
  const { n, d, places } = held(a)
  return places >= 0 ? fixed(a, places) : `${n}/${d}`
}

/** What `exactText` wrote. Throws for anything else. */
export function quantityOfExact(text: string): Quantity {
  const [, whole, fraction = '', d] = /^(-?\d+)(?:\.(\d+)|\/([1-9]\d*))?$/.exec(text) ?? []
  if (whole === undefined) throw new Error(`not an exact number: ${text.slice(0, 80)}`)
  return d === undefined ? decimal(BigInt(`${whole}${fraction}`), fraction.length) : make(BigInt(whole), BigInt(d))
}
