import { absolute, dividedBy, equals, hundred, isPositive, larger, minus, plain, smaller, times } from '@/lib/domain/quantities'
import { meet, printsAs, quotient, scaled, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf, tellingDigits } from '@/lib/domain/text/ratio'
import { alike, before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { changeIn, directionIn, ENDS_IN_CHANGE, isChange, isFigure } from '@/lib/domain/text/relations/growth-words'
import { sharedRun } from '@/lib/domain/text/subjects'

/**
 * What two years' lists say under one name, and behind them by how much it changed: 接待费12.8万元 in one, 接待费13.42万元 in the other, and
 * 接待费较上年减少0.62万元，下降4.62%. Of the three that follow from the two figures, where one comes out the other must.
 */
export const toldOfTwoYears = (reading: Reading): Relation[] => [...underOneName(reading), ...underTheirYears(reading)]

const SINCE = /(?:[比较与](?:[上去]年|(?:19|20)\d{2}年)度?(?:同期|决算数?|预算数?)?(?:相比)?|同比|[，,])+$/
/** Figures that are asked for a name, and lists that are looked at. */
const FAR = 40
const MOST_NAMED = 4

function underOneName(reading: Reading): Relation[] {
  return ratesOf(reading).flatMap((rate): Relation[] => {
    const change = reading.mentions[rate.index - 1]
    const direction = directionIn(rate.label)
    if (direction === null || change === undefined || change.group !== rate.group || !isChange(change)) return []
    if (changeIn(change.label) !== direction || rate.hedge !== null || change.hedge !== null || !isPositive(rate.value)) return []
    const said = change.label.replace(ENDS_IN_CHANGE, '')
    const name = said.replace(SINCE, '').replace(/^其中[:：]?/, '')
    if (name.length < 3 || name === said) return []
    const named = before(reading, change, FAR, true)
      .filter((mention) => isFigure(mention) && !isChange(mention) && sameUnit(mention, change) && mention.label.endsWith(name))
      .slice(0, MOST_NAMED)
    const pairs = named.flatMap((a, i) => named.slice(i + 1).flatMap((b) => (equals(a.value, b.value) ? [] : [[a, b] as const])))
    const made = pairs.flatMap((pair) => heldAgainst(pair, change, rate, direction, pairs.length === 1 ? 2 : 3) ?? [])
    return made.some(({ holds }) => holds) ? made.filter(({ holds }) => holds).slice(0, 1) : made.slice(0, 1)
  })
}

/** The change or its rate, whichever the two figures do not make where they make the other; null where they make neither. `telling`: how many digits the one that comes out must have. */
function heldAgainst(
  [a, b]: readonly [Mention, Mention],
  change: Mention,
  rate: Mention,
  direction: 'up' | 'down',
  telling: number,
): Relation | null {
  const [low, high] = [smaller(a.value, b.value), larger(a.value, b.value)]
  const [now, then] = (direction === 'up') === equals(a.value, high) ? [a, b] : [b, a]
  const apart = minus(high, low)
  if (!isPositive(then.value)) return null
  const exact = dividedBy(times(apart, hundred), then.value)
  const moved = direction === 'up' ? without(now.span, then.span) : without(then.span, now.span)
  const isChangeRight = meet(moved, change.span)
  // 11.8万元 is rougher than what it is held against: its change may be any that rounds to it.
  const share = quotient(moved, then.span)
  const isRateRight = printsAs(exact, rate.value, rate.step) || (share !== null && meet(scaled(share, hundred), rate.span))
  if (isChangeRight && isRateRight) return difference(change, [now, then], true, 'change', apart)
  if (isRateRight && tellingDigits(rate) > 2) return difference(change, [now, then], false, 'change', apart)
  if (!isChangeRight || tellingDigits(change) < telling) return null
  const expected = plain(exact, Math.max(2, decimalsOf(rate)))
  return { kind: 'growth', result: rate, operands: [now, then], holds: false, certainty: 'plain', rule: 'growth', expected }
}

const OF_TWO_YEARS = /^((?:19|20)\d{2})年度?([^，。；\d]{3,}?)[比较与]((?:19|20)\d{2})年度?(?:[^，。；\d]{0,8}?)$/
/** 2022年度接待经费预算较2021年度增加1.68万元: what each year had stands elsewhere, under the year and the name. */
function underTheirYears(reading: Reading): Relation[] {
  return reading.mentions.flatMap((change): Relation[] => {
    const direction = changeIn(change.label)
    if (change.hedge !== null || direction === null || !isChange(change) || ['percent', 'points'].includes(change.unit.dimension)) return []
    const [, late, name = '', early] = OF_TWO_YEARS.exec(change.label.replace(ENDS_IN_CHANGE, '')) ?? []
    if (late === undefined || early === undefined) return []
    const back = before(reading, change, FAR, true)
    const of = (year: string): Mention | undefined => {
      const own = back.filter(
        (mention) =>
          mention.hedge === null &&
          !isChange(mention) &&
          alike(mention, change) &&
          mention.label.startsWith(`${year}年`) &&
          sharedRun(mention.label, name) >= Math.min(4, name.length),
      )
      const [one] = own
      return one !== undefined && own.every(({ span }) => meet(span, one.span)) ? one : undefined
    }
    const [now, then] = [of(late), of(early)]
    if (now === undefined || then === undefined) return []
    const moved = direction === 'up' ? without(now.span, then.span) : without(then.span, now.span)
    return [difference(change, [now, then], meet(moved, change.span), 'change', absolute(minus(now.value, then.value)))]
  })
}
