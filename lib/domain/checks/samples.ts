import {
  cutTo,
  dividedBy,
  fixed,
  hundred,
  isNegative,
  isPositive,
  moreThan,
  one,
  plus,
  type Quantity,
  times,
} from '@/lib/domain/quantities'
import { type NumberReading, readPercent } from '@/lib/domain/reading/number-reading'
import { type Check, check, type Found, fact } from './check'
import { type FormIndicator, numberIn } from './form'
import { percentOf, verdictOnRate } from './printed-rate'

/** What a satisfaction says beside the answers that it rests on. */

type Rate = Extract<NumberReading, { kind: 'number' }>

/** The satisfaction of a row as a rate with the decimals that were written; null where its actual value is none. */
function rateIn({ actual }: FormIndicator): Rate | null {
  if (actual.reading.kind !== 'number' || actual.reading.operator !== null || actual.reading.approximate) return null
  const read = readPercent(actual.text)
  return read.kind === 'number' && (read.unit === '%' || read.unit === '') ? read : null
}

/** K42: a satisfaction is not 满意数 ÷ 样本量, or more were satisfied than were asked. */
const shareOfSample = check({
  code: 'K42',
  severity: 'error',
  find: ({ indicators }) =>
    indicators.flatMap((row): Found<'K42'>[] => {
      const { size, satisfied } = row.sample
      const [asked, content] = [numberIn(size), numberIn(satisfied)]
      if (asked === null || content === null) return []
      const facts = { name: row.context.name, size: fact(asked), satisfied: fact(content) }
      if (moreThan(content, asked)) return [{ at: satisfied.at, facts: { kind: 'more' as const, ...facts } }]
      const [share, rate] = [percentOf(satisfied, size), rateIn(row)]
      if (share === null || rate === null || verdictOnRate(rate, share) !== 'wrong') return []
      const said = { kind: 'share' as const, ...facts, actual: row.actual.text.trim(), share: fixed(share, 2) }
      return [{ at: row.actual.at, facts: said, expected: fixed(share, 2), found: row.actual.text.trim() }]
    }),
})

/** K43: no number of people out of the sample makes the satisfaction. An average of several questions may be so, hence no error. */
const shareOfNobody = check({
  code: 'K43',
  severity: 'info',
  find: ({ indicators }) =>
    indicators.flatMap((row) => {
      const [asked, rate] = [numberIn(row.sample.size), rateIn(row)]
      if (asked === null || rate === null || !isPositive(asked) || row.sample.satisfied.reading.kind !== 'blank') return []
      if (isNegative(rate.value) || moreThan(rate.value, hundred)) return []
      const shareOf = (people: Quantity): Quantity => times(dividedBy(people, asked), hundred)
      const fewer = cutTo(dividedBy(times(rate.value, asked), hundred), 0)
      const [below, above] = [shareOf(fewer), shareOf(plus(fewer, one))]
      if ([below, above].some((share) => verdictOnRate(rate, share) !== 'wrong')) return []
      const facts = {
        name: row.context.name,
        size: fact(asked),
        actual: row.actual.text.trim(),
        below: fixed(below, 2),
        above: fixed(above, 2),
      }
      return [{ at: row.actual.at, facts }]
    }),
})

export const sampleChecks: readonly Check[] = [shareOfSample, shareOfNobody]
