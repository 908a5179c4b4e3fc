import { daysInMonth, isDayOf, twoDigits } from './calendar'
import { wholeNumber } from './whole-number'

/**
 * A date or a period by its last month and day; `from` and `to` are its first and last day as MM-DD. `deadline`:
 * written as one (11月底前). `before`: the period itself is too late (9月前). `begins`: of a beginning (11月开工).
 */
export type DateReading = {
  kind: 'date'
  year: number | null
  month: number
  day: number | null
  from: string
  to: string
  deadline: boolean
  before: boolean
  begins?: true
}

/** Signs that deny nothing, and leave nothing open. */
const SAID = '(?:(?![未尚没无拟将]|部分|计划|预计|不能|过半|一半)[\\u4e00-\\u9fff])'
const TRAILING_VERB = `${SAID}{0,6}(?:完成|完工|竣工|建成|结束|验收|交付|开工|投入使用|到位|支付|发放|实施|举办|开展)${SAID}{0,8}`
const LEADING = '(?:已?于|已?在|已|截至|截止到?|不晚于|不迟于|最迟|最晚|按期|计划)?'
const YEAR = '(?:(\\d{4})年(?:度)?|当年|本年度?|今年)?'
const BEFORE = '((?:之|以)?前|内|以内)?'
const CHINESE_DATE = new RegExp(
  `^${LEADING}${YEAR}(\\d{1,2})月份?(?:(\\d{1,2})[日号]|(底|末|上旬|中旬|下旬|初))?${BEFORE}(?:${TRAILING_VERB})?$`,
)
const CHINESE_PERIOD = new RegExp(
  `^${LEADING}${YEAR}(年?底|年?末|上半年|下半年|第?[一二三四1234]季度末?|年内|全年)${BEFORE}(?:${TRAILING_VERB})?$`,
)
const WHOLE_YEAR = new RegExp(`^${LEADING}(\\d{4})年(?:度)?${BEFORE}(?:${TRAILING_VERB})?$`)
const SIGNED_DATE = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:之?前|以前)?$/
const SIGNED_MONTH = /^(\d{4})[-./](\d{1,2})(月)?(?:之?前|以前)?$/

const TENS: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 10],
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
  底: [21, 31],
  末: [21, 31],
}
const PERIODS: readonly (readonly [RegExp, number, number])[] = [
  [/^年?[底末]$/, 12, 12],
  [/上半年/, 1, 6],
  [/下半年/, 7, 12],
  [/[一1]季度/, 1, 3],
  [/[二2]季度/, 4, 6],
  [/[三3]季度/, 7, 9],
  [/[四4]季度/, 10, 12],
  [/年内|全年/, 1, 12],
]

/**
 * 11月底前, 2023年12月, 2021年12月31日, 2021年底, 上半年 …: null where the cell is no date. `2023.12` is one only where
 * `timed` says that the indicator is about time, because it is a number elsewhere. A date that does not exist is null too.
 */
export function readDate(cell: string, timed: boolean): DateReading | null {
  const spaceless = cell
    .replace(/(\d) 0{1,2}:00(?::00)?$/, '$1')
    .replace(/ |\(含\)/g, '')
    .replace(/[。;,]$/, '')
    .replace(/^((?:19|20)\d\d)\.(\d{1,2}月)/, '$1年$2')
  const sign = SIGN.exec(spaceless)?.[0]
  if (sign !== undefined) return bySign(sign, readDate(spaceless.slice(1), timed))
  const text = spaceless
  if (!/\d|年底|年末|年内|半年|季度/.test(text) || text.length > 40 || /个月/.test(text)) return null
  const date = chineseDate(text) ?? period(text) ?? signedDate(text, timed)
  return date !== null && text.includes('开工') ? { ...date, begins: true } : date
}

/** ≤2023年12月31日 is a deadline; ≤12月 may be twelve of them and stays a number. */
const SIGN = /^[≤<=](?=.*[年日底末前])/

function bySign(sign: string, date: DateReading | null): DateReading | null {
  if (date === null || sign === '=') return date
  return { ...date, deadline: true, before: date.before || sign === '<' }
}

function chineseDate(text: string): DateReading | null {
  const match = CHINESE_DATE.exec(text)
  if (match === null) return null
  const [, year, month, day, ten, before] = match
  const at = wholeNumber(month)
  const last = daysInMonth(year === undefined ? null : wholeNumber(year), at)
  if (last === null) return null
  const on = day === undefined ? null : wholeNumber(day)
  if (on !== null && (on < 1 || on > last)) return null
  const [from, to] = on !== null ? [on, on] : ten !== undefined ? (TENS[ten] ?? [1, 31]) : [1, 31]
  const before_ = before !== undefined && !before.includes('内')
  return dated(year, [at, from], [at, Math.min(to, last)], on, before !== undefined, before_ && on === null && ten === undefined)
}

function period(text: string): DateReading | null {
  const match = CHINESE_PERIOD.exec(text)
  if (match !== null) {
    const months = PERIODS.find(([words]) => words.test(match[2] ?? ''))
    if (months === undefined) return null
    const [, from, to] = months
    return dated(
      match[1],
      [from, from === to ? 21 : 1],
      [to, daysInMonth(null, to) ?? 31],
      null,
      match[3] !== undefined || /内/.test(match[2] ?? ''),
      false,
    )
  }
  const year = WHOLE_YEAR.exec(text)
  if (year === null || !/^(?:19|20)/.test(year[1] ?? '')) return null
  return dated(year[1], [1, 1], [12, 31], null, year[2] !== undefined, year[2] !== undefined && !year[2].includes('内'))
}

function signedDate(text: string, timed: boolean): DateReading | null {
  const full = SIGNED_DATE.exec(text)
  const inMonth = SIGNED_MONTH.exec(text)
  const month = full ?? (timed || inMonth?.[3] === '月' ? inMonth : null)
  if (month === null || !/^(?:19|20)/.test(month[1] ?? '')) return null
  const before = /前$/.test(text) ? '前' : ''
  return chineseDate(`${month[1]}年${month[2]}月${full === null ? '' : `${full[3]}日`}${before}`)
}

function dated(
  year: string | undefined,
  from: readonly [number, number],
  to: readonly [number, number],
  day: number | null,
  deadline: boolean,
  before: boolean,
): DateReading {
  return {
    kind: 'date',
    year: year === undefined ? null : wholeNumber(year),
    month: to[0],
    day,
    from: `${twoDigits(from[0])}-${twoDigits(from[1])}`,
    to: `${twoDigits(to[0])}-${twoDigits(to[1])}`,
    deadline,
    before,
  }
}

const WRITTEN_DAY = /(?:(\d{4})(?:年|[-./]))?(?<!\d)(\d{1,2})(?:月|[-./])(\d{1,2})[日号]|(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/

/** Whether a cell names a day that the calendar does not have: 2023年2月29日, 4月31日, 13月5日. `cell` is normalised. */
export function namesNoDay(cell: string): boolean {
  const match = WRITTEN_DAY.exec(cell.replaceAll(' ', ''))
  if (match === null) return /(?<![\d.])(?:1[3-9]|[2-9]\d)月(?!份?[^底末初前上中下]*个)/.test(cell) && /\d{4}年/.test(cell)
  const [, year, month, day, signedYear, signedMonth, signedDay] = match
  const named = year ?? signedYear
  return !isDayOf(named === undefined ? null : wholeNumber(named), wholeNumber(month ?? signedMonth), wholeNumber(day ?? signedDay))
}
