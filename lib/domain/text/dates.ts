import { wholeNumber } from '@/lib/domain/reading/whole-number'

/** A date of the text: `month` and `day` are null where they are not said. `year` null: the year said before. */
export type TextDate = { start: number; end: number; written: string; year: number | null; month: number | null; day: number | null }

const DATE = /(?<![\d.,])(?:((?:19|20)\d{2})年度?(?:(\d{1,2})月份?(?:(\d{1,2})[日号])?)?|(\d{1,2})月份?(?:(\d{1,2})[日号])?)(?!均)/g

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : wholeNumber(text))

/** Every date of a text in its order. 3个月 and 12个月 are no dates. */
export function datesIn(text: string): TextDate[] {
  return [...text.matchAll(DATE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    written: match[0],
    year: numberOf(match[1]),
    month: numberOf(match[2] ?? match[4]),
    day: numberOf(match[3] ?? match[5]),
  }))
}
