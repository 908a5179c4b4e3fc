import { readDay } from '@/lib/domain/reading/date-reading'

/** The day so many days after another, both `2024-05-31`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Whether a text is a day of this century as browsers send it, `2024-05-31`; one that the calendar does not have is none. */
export const isDay = (text: string): boolean => /^20\d\d-\d\d-\d\d$/.test(text) && readDay(text) === text
