import { dividedBy, hundred, isPositive, negated, plain, times } from '@/lib/domain/quantities'
import { meet, quotient, roundedTwice, scaled } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { alike, type Reading, ratesOf } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { changeIn, isChange } from '@/lib/domain/text/relations/growth-words'

/** 多支出59.20万元，增长4.23%（2022年支出1,400.00万元）: the change, its rate, and behind them in a bracket what it is a change of. */
export const growthOfBracket = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    const change = reading.mentions[rate.index - 1]
    const base = change === undefined ? undefined : baseInBracket(reading, rate, change)
    if (change === undefined || base === undefined || rate.hedge !== null || !isPositive(base.value)) return []
    const share = quotient(change.span, base.span)
    const signed =
      changeIn(change.label) === 'down' && rate.written.startsWith('-')
        ? { low: negated(rate.span.high), high: negated(rate.span.low) }
        : rate.span
    return [
      {
        kind: 'growth',
        result: rate,
        operands: [change, base],
        holds: share === null || meet(scaled(share, hundred), roundedTwice(signed, rate.step)),
        certainty: 'plain',
        rule: 'growthByChange',
        expected: plain(dividedBy(times(change.value, hundred), base.value), Math.max(2, decimalsOf(rate))),
      },
    ]
  })

/** The base of a change where it stands alone in the bracket behind the rate, by its year. */
export function baseInBracket({ mentions, brackets }: Reading, rate: Mention, change: Mention): Mention | undefined {
  const [base, next] = [mentions[rate.index + 1], mentions[rate.index + 2]]
  // 增加250万元，增长5%，上年为5,000万元.
  if (base !== undefined && isRightBehind(base, rate, change)) return base
  if (base === undefined || rate.tail !== '（' || brackets[base.bracket]?.before !== rate.index || next?.bracket === base.bracket)
    return undefined
  if (!isChange(change) || change.group !== rate.group || change.bracket !== rate.bracket || base.hedge !== null) return undefined
  return alike(base, change) && /^(?:[上去]年|(?:19|20)\d{2}年)/.test(base.label) ? base : undefined
}

const isRightBehind = (base: Mention, rate: Mention, change: Mention): boolean =>
  isChange(change) &&
  [base, change].every(({ group, bracket }) => group === rate.group && bracket === rate.bracket) &&
  base.hedge === null &&
  alike(base, change) &&
  /^[上去]年(?:同期)?(?:为|是)$/.test(base.label)
