import { dividedBy, hundred, isPositive, times } from '@/lib/domain/quantities'
import { meet, scaled } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { ratioOf } from '@/lib/domain/text/ratio'
import { type Reading, ratesOf } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'

/** How many figures back the whole is looked for. */
const FAR = 12

/**
 * 合同金额1,200万元，首付款30%为360万元，进度款60%为720万元，尾款10%为120万元: what so many per cent come to, right behind them. Of the
 * figure before the row of which most of them are; one that is not is broken where it is a slip of what it would come to.
 */
export const percentsFirst = (reading: Reading): Relation[] =>
  rowsOf(reading).flatMap((row): Relation[] => {
    const [first] = row[0] as Item
    const wholes = reading.mentions
      .slice(Math.max(0, first.index - FAR), first.index)
      .filter(({ unit, hedge, value }) => unit.dimension === 'money' && hedge === null && isPositive(value))
      .reverse()
    const whole = wholes.find((mention) => row.filter((item) => fits(item, mention)).length * 2 > row.length)
    if (whole === undefined) return []
    return row.flatMap(([rate, part]): Relation[] => {
      const made = ratioOf(OF_WHOLE, rate, [part, whole])
      if (fits([rate, part], whole)) return [{ ...made, holds: true }]
      const isSlip =
        isSlipOf(part, dividedBy(times(whole.value, rate.value), hundred)) ||
        isSlipOf(rate, dividedBy(times(part.value, hundred), whole.value), FEWEST_OF_RATE)
      return isSlip || made.holds ? [{ ...made, holds: !isSlip }] : []
    })
  })

const OF_WHOLE = { kind: 'share', rule: 'listed' } as const
/** A rate that a contract sets has two digits. */
const FEWEST_OF_RATE = 2

type Item = readonly [rate: Mention, part: Mention]
/** What is agreed on as so many per cent is just that. */
const fits = ([rate, part]: Item, whole: Mention): boolean => meet(part.span, scaled(whole.span, dividedBy(rate.value, hundred)))

/** Two such pairs or more that follow one another in a sentence. */
const rowsOf = once((reading: Reading): readonly (readonly Item[])[] => {
  const rows: Item[][] = []
  for (const rate of ratesOf(reading)) {
    const part = reading.mentions[rate.index + 1]
    if (part === undefined || !isItem(rate, part)) continue
    const last = rows.at(-1)
    if (last?.at(-1)?.[1].index === rate.index - 1 && last[0]?.[0].sentence === rate.sentence) last.push([rate, part])
    else rows.push([[rate, part]])
  }
  return rows.filter(({ length }) => length > 1)
})
const isItem = (rate: Mention, part: Mention): boolean =>
  rate.hedge === null &&
  part.hedge === null &&
  part.unit.dimension === 'money' &&
  rate.group === part.group &&
  part.lead === '' &&
  /^(?:为|即|计|共|约?合)$/.test(part.label) &&
  /[款金费]$|^$/.test(rate.label)
