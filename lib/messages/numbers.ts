import { fixed, hasAtMostDecimals, hundred, plain, type Quantity, type Rate, times, wanFromYuan, type Yuan } from '@/lib/domain/quantities'

/** How numbers are said: thousands separators, two decimals, minus sign. Null is said by the caller (未填 or 不适用). */

/** The minus sign of every number that is said; a number that is typed or computed with has a hyphen. */
const signed = (digits: string): string => digits.replace(/^-/, '−')

const grouped = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return signed(fraction === undefined ? separated : `${separated}.${fraction}`)
}

/** 8,988.68 from 元; more decimals are shown where the amount has them (up to six), never fewer than two. */
export function wan(amount: Yuan): string {
  const exact = plain(wanFromYuan(amount))
  const decimals = exact.split('.')[1]?.length ?? 0
  return grouped(decimals > 2 ? exact : fixed(wanFromYuan(amount), 2))
}
/** 89,886,800.00 from 元, which is never finer than 0.01. */
export const yuan = (amount: Yuan): string => grouped(fixed(amount, 2))
/** 100.31% */
export const percent = (share: Rate): string => `${score(times(share, hundred))}%`
/** 85%, 33.33%: a share as short as it can be, at most two decimals where it has no end, all of them where it has. */
export const share = (value: Rate): string => {
  const inPercent = times(value, hundred)
  return `${hasAtMostDecimals(inPercent, 4) ? shortNumber(inPercent) : score(inPercent)}%`
}
/** 97.67: points, and values that were calculated. */
export const score = (value: Quantity): string => signed(fixed(value, 2))
/** A 分值 as short as it can be: 10, 12.5 */
export const shortNumber = (value: Quantity): string => signed(plain(value))
/** 2.5, 9.444444…: a value before rounding, cut after six decimals and marked as going on. */
export const unrounded = (value: Quantity): string =>
  hasAtMostDecimals(value, 6) ? shortNumber(value) : signed(plain(value, 12)).replace(/(\.\d{6})\d*$/, '$1…')
export const count = (value: Quantity): string => grouped(plain(value))
/** 20,012: how many there are of something that the product counts itself. */
export const countOf = (things: number): string => grouped(`${things}`)
/** A target or an actual value as it was typed; a bare number gets its row's 计量单位. */
export const withUnit = (text: string, unit: string): string => (/\d$/.test(text) ? `${text}${unit}` : text)
