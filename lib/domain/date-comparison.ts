import type { Comparison } from './comparison'
import type { DateReading } from './date-reading'

/**
 * A deadline is met by a date not later. A date without a year is in the year of the form, or, where that is not known,
 * in the other date's year. Where the actual is only a month or a period, all of it must be in time.
 */
export function compareDates(target: DateReading, actual: DateReading, yearOfForm: number | null): Comparison {
  const limitYear = target.year ?? yearOfForm ?? actual.year ?? 0
  const actualYear = actual.year ?? yearOfForm ?? target.year ?? 0
  const limit = at(limitYear, target.before ? target.from : target.to)
  const first = at(actualYear, actual.from)
  const last = at(actualYear, actual.to)
  const inTime = target.before ? last < limit : last <= limit
  if (inTime) return { outcome: 'met', by: 'date' }
  const tooLate = first > at(limitYear, target.to)
  return tooLate && !actual.deadline ? { outcome: 'missed', by: 'date' } : { outcome: 'judgement', why: 'dateUndecided' }
}

/** Years are 0…9999: as texts the dates sort as they follow each other. */
const at = (year: number, day: string): string => `${`${year}`.padStart(4, '0')}-${day}`
