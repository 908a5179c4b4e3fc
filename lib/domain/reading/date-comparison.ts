import { isDayOf } from './calendar'
import type { DateReading } from './date-reading'
import type { Comparison } from './outcome'

/**
 * A deadline is met by a date not later. A date without a year is in the year of the form, or, where that is not known,
 * in the other date's year, and unreadable where that
 * year does not have it (29 February). Where the actual is only a month or a period, all of it must be in time.
 */
export function compareDates(target: DateReading, actual: DateReading, yearOfForm: number | null): Comparison {
  // What was begun in time is not done in time.
  if (actual.begins === true && target.begins !== true) return { outcome: 'judgement', why: 'dateUndecided' }
  const limitYear = target.year ?? yearOfForm ?? actual.year ?? 0
  const actualYear = actual.year ?? yearOfForm ?? target.year ?? 0
  if (!isIn(limitYear, target)) return { outcome: 'unreadable', which: 'target', hint: 'noSuchDay' }
  if (!isIn(actualYear, actual)) return { outcome: 'unreadable', which: 'actual', hint: 'noSuchDay' }
  const lastInTime = target.before ? target.from : target.to
  const later = isLater(actualYear, actual.to, limitYear, lastInTime)
  const sameDay = actualYear === limitYear && actual.to === lastInTime
  if (!later && !(target.before && sameDay)) return { outcome: 'met', by: 'date' }
  const tooLate = isLater(actualYear, actual.from, limitYear, target.to)
  return tooLate && !actual.deadline ? { outcome: 'missed', by: 'date' } : { outcome: 'judgement', why: 'dateUndecided' }
}

const isIn = (year: number, { month, day }: DateReading): boolean => day === null || isDayOf(year, month, day)

/** Days are MM-DD: as texts they sort as they follow each other. */
const isLater = (year: number, day: string, thanYear: number, thanDay: string): boolean =>
  year === thanYear ? day > thanDay : year > thanYear
