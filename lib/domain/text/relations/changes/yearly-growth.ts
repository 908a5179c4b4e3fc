import { atMost, dividedBy, hundred, isPositive, minus, one, plus, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { wholeNumber } from '@/lib/domain/reading/whole-number'
import { countSaid } from '@/lib/domain/text/counted'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * 年均增长 is compound: what there was at first, grown by the rate once for each year between, is what there is at last
 * (420 to 600 in three years: 12.62%). Both go by their years; how many years lie between is said (三年间) or is what lies
 * between the first and the last. Whether the first year counts among them differs: either way is right.
 */
export const yearlyGrowth = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null || !YEARLY.test(rate.label) || /目标|计划|预计|力争|规划/.test(rate.label)) return []
    const series = seriesBefore(reading, rate)
    const last = series.at(-1)
    if (last === undefined || series.length < 2) return []
    const down = /下降|递减|降低|减少/.test(rate.label)
    const said = /([两二三四五六七八九十])年(?:间|来)?[^，。；]{0,4}年均/.exec(rate.label)?.[1]
    const between = said === undefined ? null : countSaid(said)
    const spans = between === null ? [last.year - (series[0]?.year ?? last.year)] : [between, between - 1]
    const pairs = spans.flatMap((years) => {
      const first = series.find(({ year }) => year === last.year - years)
      return first === undefined || years < 2 || !isPositive(first.mention.value) ? [] : [{ first: first.mention, years }]
    })
    const [shown] = pairs
    if (shown === undefined) return []
    const holds = pairs.some(({ first, years }) => canReach(first, last.mention, years, rate, down))
    return [
      {
        kind: 'growth',
        result: rate,
        operands: [last.mention, shown.first],
        holds,
        certainty: 'plain',
        rule: 'yearly',
        expected: null,
      },
    ]
  })

/** 从2015年的200万元上升到2020年的246万元. */
const ROSE_TO = /^(?:上升|提高|增长|增加|下降|减少|降低)[到至](?:19|20)\d{2}年的?$/
const YEARLY = /年(?:平)?均(?:复合)?(?:增长率?|增幅|增速|递增|提高|下降|递减|降低|减少)(?:率)?(?:为|达到?|约)*$/

type OfYear = { year: number; mention: Mention }
/** The figures before the rate that go by their years, in one unit, each year once and in order. */
function seriesBefore(reading: Reading, rate: Mention): OfYear[] {
  const found: OfYear[] = []
  for (const mention of before(reading, rate, 24)) {
    const digits = /((?:19|20)\d{2})年[^，。；\d]{0,8}$/.exec(mention.label)?.[1]
    const next = found[0]
    if (digits === undefined || mention.hedge !== null || (/[比较至到]/.test(mention.label) && !ROSE_TO.test(mention.label))) continue
    const year = wholeNumber(digits)
    if (mention.unit.dimension === 'percent' || (next !== undefined && (!sameUnit(mention, next.mention) || year >= next.year))) continue
    found.unshift({ year, mention })
  }
  return found
}

/** Whether the first figure can have become the last one at the rate, each within its printed digits. */
function canReach(first: Mention, last: Mention, years: number, rate: Mention, down: boolean): boolean {
  const grown = (by: Quantity): Quantity => power(down ? minus(one, dividedBy(by, hundred)) : plus(one, dividedBy(by, hundred)), years)
  const ends = [grown(rate.span.low), grown(rate.span.high)] as const
  const [low, high] = down ? [ends[1], ends[0]] : ends
  return atMost(times(first.span.low, low), last.span.high) && atMost(last.span.low, times(first.span.high, high))
}
const power = (base: Quantity, exponent: number): Quantity => {
  let made = quantity('1')
  for (let i = 0; i < exponent; i++) made = times(made, base)
  return made
}
