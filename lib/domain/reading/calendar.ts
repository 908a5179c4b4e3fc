/** The calendar as far as cells need it: pure, without a clock. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days of a month, 1…12; 29 for February of an unknown year (null). Null for any other month. */
export function daysInMonth(year: number | null, month: number): number | null {
  const days = DAYS[month - 1]
  if (days === undefined) return null
  return month === 2 && (year === null || isLeapYear(year)) ? 29 : days
}

/** Whether the calendar has the day; in an unknown year (null) 29 February may be one. */
export function isDayOf(year: number | null, month: number, day: number): boolean {
  const last = daysInMonth(year, month)
  return last !== null && day >= 1 && day <= last
}

/** `2024-05-09` of three numbers. */
export const isoDay = (year: number, month: number, day: number): string => `${year}-${twoDigits(month)}-${twoDigits(day)}`

export const twoDigits = (value: number): string => `${value}`.padStart(2, '0')

/** 2024年5月29日 from 2024-05-29, as GB/T 9704 writes a day: without spaces and leading zeros. Empty for any other text. */
export function chineseDay(iso: string): string {
  const [year, month, day] = /^\d{4}-\d\d-\d\d$/.test(iso) ? iso.split('-').map((part) => part.replace(/^0/, '')) : []
  return year && month && day ? `${year}年${month}月${day}日` : ''
}
