import { isDayOf, isoDay } from './calendar'
import { fromChinese, signBySign } from './chinese-numerals'
import { normalised } from './number-reading'
import { wholeNumber } from './whole-number'

const FULL_DAY = /^((?:19|20|21)\d\d) ?(?:年|[-/.]) ?(\d{1,2}) ?(?:月|[-/.]) ?(\d{1,2}) ?[日号]?$|^((?:19|20|21)\d\d)(\d\d)(\d\d)$/

/** 二〇二四年五月二十九日, as official papers spell a day, and 2024年五月二十九日. */
const HAN_DAY = /^([〇○零一二三四五六七八九]{4}|\d{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/
/** Behind a day that comes out of a spreadsheet or a database. */
const MIDNIGHT = /(?<=\d)(?: |T)0{1,2}:00(?::00(?:\.0+)?)?Z?$/

/**
 * A whole day of 1900 to 2199 in any usual spelling (2024年5月9日, 2024 年 5 月 9 号, 2024-5-9, 2024/05/09, 20240509,
 * 二〇二四年五月九日, 2024-05-09 00:00:00) as `2024-05-09`; null where it is none or the calendar lacks it.
 */
export function readDay(text: string): string | null {
  const found = FULL_DAY.exec(inFigures(normalised(text).replace(MIDNIGHT, '')))
    ?.slice(1)
    .filter((part) => part !== undefined)
  if (found === undefined) return null
  const [year = 0, month = 0, day = 0] = found.map(wholeNumber)
  return isDayOf(year, month, day) ? isoDay(year, month, day) : null
}

function inFigures(text: string): string {
  const [, years = '', month = '', day = ''] = HAN_DAY.exec(text.replaceAll(' ', '')) ?? []
  if (years === '') return text
  return `${signBySign(years)}年${fromChinese(month) ?? ''}月${fromChinese(day) ?? ''}日`
}
