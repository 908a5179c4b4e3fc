import { isDayOf, isoDay } from './calendar'
import { normalised } from './number-reading'

/** Digits that a pattern has found, at most four of them. */
export const whole = (digits: string | undefined): number =>
  [...(digits ?? '')].reduce((value, digit) => value * 10 + '0123456789'.indexOf(digit), 0)

const FULL_DAY = /^((?:19|20|21)\d\d) ?(?:年|[-/.]) ?(\d{1,2}) ?(?:月|[-/.]) ?(\d{1,2}) ?[日号]?$|^((?:19|20|21)\d\d)(\d\d)(\d\d)$/

/** A whole day of 1900 to 2199 in any usual spelling (2024年5月9日, 2024 年 5 月 9 号, 2024-5-9, 2024/05/09, 20240509) as `2024-05-09`; null where it is none or the calendar lacks it. */
export function readDay(text: string): string | null {
  const found = FULL_DAY.exec(normalised(text))
    ?.slice(1)
    .filter((part) => part !== undefined)
  if (found === undefined) return null
  const [year = 0, month = 0, day = 0] = found.map(whole)
  return isDayOf(year, month, day) ? isoDay(year, month, day) : null
}
