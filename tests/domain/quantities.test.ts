import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  compare,
  cutTo,
  dividedBy,
  fixed,
  hasAtMostDecimals,
  hasMoreDigits,
  lowestTerms,
  minus,
  parseQuantity,
  plain,
  plus,
  points,
  type Quantity,
  quantity,
  roundHalfUp,
  sum,
  times,
  wanFromYuan,
  yuanFromWan,
} from '@/lib/domain/quantities'

const decimalText = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }))
  .map(([negative, digits, places]) => {
    const text = digits.toString().padStart(places + 1, '0')
    const number = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
    return negative ? `-${number}` : number
  })

/** An oracle that knows nothing of the product: a pair of whole numbers. */
const pair = (text: string): [bigint, bigint] => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = BigInt(whole + fraction)
  return [text.startsWith('-') ? -digits : digits, 10n ** BigInt(fraction.length)]
}
const same = (q: Quantity, [n, d]: [bigint, bigint]): boolean => compare(q, dividedBy(quantity(n), quantity(d))) === 0

describe('reading and writing', () => {
  test.each(['0', '-3', '12.50', '1234567890123.45', '0.000001'])('%s is read', (text) => {
    expect(parseQuantity(text)).not.toBeNull()
  })
  test.each(['', '1,000', '1e3', '.5', '5.', '１', ' 1', '--1', '1'.repeat(61)])('%s is refused', (text) => {
    expect(parseQuantity(text)).toBeNull()
  })
  test.each([
    ['12.50', '12.5'],
    ['-3', '-3'],
    ['0.0750', '0.075'],
    ['1234567890123.45', '1234567890123.45'],
    ['-0', '0'],
  ])('%s is plainly %s', (text, expected) => expect(plain(quantity(text))).toBe(expected))
  it('gives a number without end rounded', () => expect(plain(dividedBy(quantity('1'), quantity('3')), 4)).toBe('0.3333'))
  it('keeps amounts of 元 exact', () => {
    expect(plain(yuanFromWan(quantity('123456789.012345')))).toBe('1234567890123.45')
    expect(plain(wanFromYuan(quantity('1234567890123.45')))).toBe('123456789.012345')
  })
})

describe('rounding half up', () => {
  test.each([
    ['9.565', '9.57'],
    ['9.564999', '9.56'],
    ['-9.565', '-9.57'],
    ['0.005', '0.01'],
    ['0.0049999', '0.00'],
    ['2.5', '2.50'],
  ])('%s gives %s', (text, expected) => expect(fixed(quantity(text), 2)).toBe(expected))
  test.each([
    ['2.5', '3'],
    ['-2.5', '-3'],
    ['2.4999', '2'],
    ['0.4', '0'],
  ])('%s gives %s whole', (text, expected) => expect(fixed(quantity(text), 0)).toBe(expected))
  it('cuts towards zero', () => {
    expect(plain(cutTo(quantity('9.569'), 2))).toBe('9.56')
    expect(plain(cutTo(quantity('-9.569'), 2))).toBe('-9.56')
  })
  it('is the nearest two-decimal number, halves away from zero', () => {
    fc.assert(
      fc.property(decimalText, fc.bigInt({ min: 1n, max: 10n ** 9n }), (text, divisor) => {
        const value = dividedBy(quantity(text), quantity(divisor))
        const rounded = roundHalfUp(value, 2)
        const [n, d] = pair(text)
        const scaled = (n < 0n ? -n : n) * 100n
        const by = d * divisor
        const expected = scaled / by + (2n * (scaled % by) >= by ? 1n : 0n)
        expect(same(rounded, [n < 0n ? -expected : expected, 100n])).toBe(true)
        expect(hasAtMostDecimals(rounded, 2)).toBe(true)
      }),
    )
  })
})

describe('arithmetic', () => {
  it('agrees with pairs of whole numbers', () => {
    fc.assert(
      fc.property(decimalText, decimalText, (a, b) => {
        const [an, ad] = pair(a)
        const [bn, bd] = pair(b)
        expect(same(plus(quantity(a), quantity(b)), [an * bd + bn * ad, ad * bd])).toBe(true)
        expect(same(minus(quantity(a), quantity(b)), [an * bd - bn * ad, ad * bd])).toBe(true)
        expect(same(times(quantity(a), quantity(b)), [an * bn, ad * bd])).toBe(true)
        expect(compare(quantity(a), quantity(b))).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0)
        if (bn !== 0n) expect(compare(times(dividedBy(quantity(a), quantity(b)), quantity(b)), quantity(a))).toBe(0)
      }),
    )
  })
  it('adds fractions without end exactly', () => {
    const third = dividedBy(quantity('1'), quantity('3'))
    expect(plain(sum([third, third, third]))).toBe('1')
    expect(plain(points(third))).toBe('0.33')
    expect(compare(plus(third, quantity('0.5')), dividedBy(quantity('5'), quantity('6')))).toBe(0)
  })
  it('refuses to divide by zero', () => expect(() => dividedBy(quantity('1'), quantity('0'))).toThrow('division by zero'))
  it('divides by negative numbers', () => expect(plain(dividedBy(quantity('1'), quantity('-4')))).toBe('-0.25'))
  it('knows how long a number is', () => {
    const long = times(quantity('9'.repeat(40)), quantity('9'.repeat(40)))
    expect(hasMoreDigits(long, 80)).toBe(false)
    expect(hasMoreDigits(long, 79)).toBe(true)
    expect(hasMoreDigits(lowestTerms(dividedBy(long, long)), 1)).toBe(false)
  })
})
