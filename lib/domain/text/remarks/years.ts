import { wholeNumber } from '@/lib/domain/reading/whole-number'
import { sentenceAt } from '@/lib/domain/text/places'
import type { Reading } from '@/lib/domain/text/reading'
import { AS_OF, NOTICE_OF_FUNDS, OF_OTHER_YEARS, SPENT_BY, THERE_IS, YEARS_BY_NAME } from '@/lib/domain/text/vocabulary/years'
import type { Remark } from './remark'

/** Years that stand where another one belongs: left over from the report before, or mistyped. */
export const years = (reading: Reading): Remark[] => [...named(reading), ...asOf(reading), ...notices(reading)]

const remark = (start: number, text: string, against: string): Remark => ({ kind: 'date', rule: 'year', start, text, against })
const yearIn = (digits: string | undefined): number => wholeNumber(digits ?? '')

/** 上一评价年度（2022年） in a report on 2023. */
function named({ text, year }: Reading): Remark[] {
  if (year === null) return []
  return YEARS_BY_NAME.flatMap(([pattern, apart]) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      yearIn(match[1]) === year + apart ? [] : [remark(match.index, match[0], `${year + apart}`)],
    ),
  )
}

/**
 * 截至2022年12月31日…支出 in a report on 2023. What there was is often told of the year before, and so it counts from two
 * years on only; a sentence with another year tells a story.
 */
function asOf(reading: Reading): Remark[] {
  const { text, year, sentences } = reading
  if (year === null) return []
  return [...text.matchAll(AS_OF)].flatMap((match): Remark[] => {
    const end = match.index + match[0].length
    const behind = /^[^。；\n]{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? ''
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    const said = yearIn(match[1])
    const { start = 0, end: to = end } = sentences[sentenceAt(reading, match.index)] ?? {}
    const others = [...text.slice(Math.max(start, match.index - 200), Math.min(to, end + 30)).matchAll(/((?:19|20)\d{2})年/g)]
    if (OF_OTHER_YEARS.test(before + behind.slice(0, 12)) || others.some(([, other]) => other !== match[1])) return []
    const isStale = (said === year - 1 && SPENT_BY.test(behind)) || (said < year - 1 && said > year - 5 && THERE_IS.test(behind))
    return isStale ? [{ ...remark(match.index, match[0], `${year}`), rule: 'beyond' }] : []
  })
}

/** 《关于下达2012年…的通知》（示财社〔2022〕41号): funds are given out in their year, the one before or the one after. */
const notices = ({ text }: Reading): Remark[] =>
  [...text.matchAll(NOTICE_OF_FUNDS)].flatMap((match) =>
    Math.abs(yearIn(match[1]) - yearIn(match[2])) < 2 ? [] : [remark(match.index, match[0], match[2] ?? '')],
  )
