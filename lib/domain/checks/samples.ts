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
import { type NumberReading, normalised, readPercent } from '@/lib/domain/reading/number-reading'
import { type Check, check, type Found, fact } from './check'
import { type Form, type FormIndicator, numberIn } from './form'
import { percentOf, verdictOnRate } from './printed-rate'

/** What a satisfaction says beside the answers that it rests on. */

type Rate = Extract<NumberReading, { kind: 'number' }>

/** The satisfaction of a row as a rate with the decimals that were written; null where its actual value is none, as are points: 92.5 of 分. */
function rateIn({ actual, context }: FormIndicator): Rate | null {
  if (actual.reading.kind !== 'number' || actual.reading.operator !== null || actual.reading.approximate) return null
  const read = readPercent(actual.text)
  if (read.kind !== 'number') return null
  return read.unit !== '' || IN_PERCENT.test(normalised(context.unit)) ? read : null
}

const IN_PERCENT = /^(?:%|百分比|百分数)?$/

/** K42: more were satisfied than were asked, or a printed satisfaction is not 满意数 ÷ 样本量. */
const againstSample = check({
  code: 'K42',
  severity: 'error',
  find: (form) => [...tooMany(form), ...(form.origin === 'printed' ? unlikeSample(form).map(asShare) : [])],
})

/** K44, as K42 in the product's own forms: a satisfaction may be weighted (基本满意 counts 0.8), which is explained. */
const shareOfSample = check({
  code: 'K44',
  severity: 'warning',
  figures: { version: 1, of: ({ size, satisfied, actual }) => ({ size, satisfied, actual }) },
  find: (form) => (form.origin === 'printed' ? [] : unlikeSample(form)),
})

const tooMany = ({ indicators }: Form): Found<'K42'>[] =>
  indicators.flatMap(({ context, sample: { size, satisfied } }) => {
    const [asked, content] = [numberIn(size), numberIn(satisfied)]
    if (asked === null || content === null || !moreThan(content, asked)) return []
    return [{ at: satisfied.at, facts: { kind: 'more' as const, name: context.name, size: fact(asked), satisfied: fact(content) } }]
  })

const asShare = ({ facts, ...found }: Found<'K44'>): Found<'K42'> => ({ ...found, facts: { kind: 'share', ...facts } })

/** A satisfaction is not 满意数 ÷ 样本量. */
const unlikeSample = ({ indicators }: Form): Found<'K44'>[] =>
  indicators.flatMap((row) => {
    const { size, satisfied } = row.sample
    const [asked, content] = [numberIn(size), numberIn(satisfied)]
    if (asked === null || content === null || moreThan(content, asked)) return []
    const [share, rate] = [percentOf(satisfied, size), rateIn(row)]
    if (share === null || rate === null || verdictOnRate(rate, share) !== 'wrong') return []
    const [actual, made] = [row.actual.text.trim(), fixed(share, 2)]
    const facts = { name: row.context.name, size: fact(asked), satisfied: fact(content), actual, share: made }
    return [{ at: row.actual.at, facts, expected: made, found: actual }]
  })

/** K43: no number of people out of the sample makes the satisfaction. An average of several questions may be so, hence no error. */
const shareOfNobody = check({
  code: 'K43',
  severity: 'info',
  find: ({ indicators }) =>
    indicators.flatMap((row) => {
      const asked = numberIn(row.sample.size)
      const rate = asked === null ? null : rateIn(row)
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

export const sampleChecks: readonly Check[] = [againstSample, shareOfSample, shareOfNobody]
