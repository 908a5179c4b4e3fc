import { absolute, dividedBy, hundred, isPositive, isZero, minus, negated, plain, times } from '@/lib/domain/quantities'
import { meet, printsAs, quotient, roundedTwice, scaled, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { directionIn, PLANNED } from '@/lib/domain/text/relations/growth-words'
import { joined } from '@/lib/domain/text/relations/ratios/parallel-shares'

/**
 * 受理97件134人，去年同期为197件375人，件数和人数分别下降50.76%、64.27%: as many figures of now, as many of before, as many rates, each in
 * the order of the others. Drawn where nothing else stands among them and each two are of one unit, the units of a row being several.
 */
export const parallelGrowth = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((first): Relation[] => {
    const direction = directionIn(first.label)
    if (direction === null || !/分别/.test(first.label) || PLANNED.test(first.label) || first.hedge !== null) return []
    const rates = [first, ...joined(reading, first.index + 1, 1, first)]
    const many = rates.length
    const figures = reading.mentions.slice(Math.max(0, first.index - 2 * many), first.index)
    if (many < 2 || figures.length !== 2 * many || figures.some((one) => one.sentence !== first.sentence || one.hedge !== null)) return []
    const [now, then] = [figures.slice(0, many), figures.slice(many)]
    if (!/^(?:[比较与])?(?:[上去]年(?:同期)?|同期)[^，。；\d]{0,4}$/.test(then[0]?.label ?? '')) return []
    const units = new Set(now.map(({ unit }) => unit.word))
    if (units.size !== many || !now.every((one, i) => sameUnit(one, then[i] as Mention))) return []
    return rates.map((rate, i) => growthOf(rate, now[i] as Mention, then[i] as Mention, direction === 'down'))
  })

function growthOf(rate: Mention, now: Mention, then: Mention, isDown: boolean): Relation {
  const exact = isZero(then.value) ? null : dividedBy(times(minus(now.value, then.value), hundred), absolute(then.value))
  const share = quotient(without(now.span, then.span), then.span)
  const signed = isDown ? { low: negated(rate.span.high), high: negated(rate.span.low) } : rate.span
  const isMeant = exact !== null && isPositive(exact) !== isDown && printsAs(absolute(exact), rate.value, rate.step)
  const holds = isMeant || (share !== null && meet(scaled(share, hundred), roundedTwice(signed, rate.step)))
  const expected = exact === null ? null : plain(exact, Math.max(2, decimalsOf(rate)))
  return { kind: 'growth', result: rate, operands: [now, then], holds, certainty: 'plain', rule: 'growth', expected }
}
