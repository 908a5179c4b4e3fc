/** Days of a month in the Gregorian calendar; 0 where there is no such month. */
export function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** How many days a date is behind 1 January 1900. */
export function dayNumber(year: number, month: number, day: number): number {
  let days = day - 1
  for (let m = 1; m < month; m++) days += daysIn(year, m)
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return days + before * 365 + leaps
}
