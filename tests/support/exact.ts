/**
 * Exact rationals in BigInt that know nothing of the product: the oracle that scores are held against. Slow and plain
 * on purpose.
 */
export type Exact = { n: bigint; d: bigint }

export function exact(text: string): Exact {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = BigInt(whole + fraction)
  return { n: text.startsWith('-') ? -digits : digits, d: 10n ** BigInt(fraction.length) }
}

export const product = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, d: a.d * b.d })
export const quotient = (a: Exact, b: Exact): Exact => (b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n })
export const difference = (a: Exact, b: Exact): Exact => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
/** Below 0, 0, above 0. */
export const order = (a: Exact, b: Exact): bigint => a.n * b.d - b.n * a.d

/** Hundredths, half up; the number must not be negative. */
export const hundredths = ({ n, d }: Exact): bigint => {
  const scaled = n * 100n
  const whole = scaled / d
  return 2n * (scaled - whole * d) >= d ? whole + 1n : whole
}

export const hundredthsText = (value: bigint): string => `${value / 100n}.${`${value % 100n}`.padStart(2, '0')}`

/** Numbers that repeat: the same seed gives the same sequence (xorshift32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return (below) => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}
