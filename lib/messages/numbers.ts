import {
  fixed,
  hasAtMostDecimals,
  hundred,
  type Points,
  plain,
  type Quantity,
  type Rate,
  times,
  wanFromYuan,
  type Yuan,
} from '@/lib/domain/quantities'

/** How numbers are said: thousands separators, two decimals, minus sign. Null is said by the caller (未填 or 不适用). */

const grouped = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? separated : `${separated}.${fraction}`
}

/** 8,988.68 from 元; more decimals are shown where the amount has them (up to six), never fewer than two. */
export function wan(amount: Yuan): string {
  const exact = plain(wanFromYuan(amount))
  const decimals = exact.split('.')[1]?.length ?? 0
  return grouped(decimals > 2 ? exact : fixed(wanFromYuan(amount), 2))
}
/** 100.31% */
export const percent = (share: Rate): string => `${fixed(times(share, hundred), 2)}%`
/** 85%, 33.33%: a share as short as it can be, at most two decimals where it has no end, all of them where it has. */
export const share = (value: Rate): string => {
  const inPercent = times(value, hundred)
  return `${hasAtMostDecimals(inPercent, 4) ? plain(inPercent) : fixed(inPercent, 2)}%`
}
/** 97.67 */
export const score = (value: Points): string => fixed(value, 2)
/** A 分值 as short as it can be: 10, 12.5 */
export const shortNumber = (value: Quantity): string => plain(value)
export const count = (value: Quantity): string => grouped(plain(value))
/** 2024 年 5 月 29 日 from 2024-05-29; empty for an empty text. */
export function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return year && month && day ? `${year} 年 ${Number(month)} 月 ${Number(day)} 日` : ''
}
