import { absolute, dividedBy, hundred, isPositive, isZero, minus, negated, plain, plus, times } from '@/lib/domain/quantities'
import { meet, printsAs, quotient, roundedTwice, scaled, total, without } from '@/lib/domain/text/interval'
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
    const pairs = sinceSaid(reading, first, rates) ?? sinceBehind(reading, rates)
    if (pairs !== null) return rates.map((rate, i) => growthOf(rate, ...(pairs[i] as Pair), direction === 'down'))
    const changed = byChanges(reading, first, rates.length)
    return changed === null ? [] : rates.map((rate, i) => growthByChange(rate, ...(changed[i] as Pair), direction === 'down'))
  })

type Pair = readonly [now: Mention, other: Mention]
/** The figures of two rows in their order, where each two are of one unit and, unless they say 依次, the units of a row are several. */
function paired(now: readonly Mention[], then: readonly Mention[], many: number, isInTurn = false): readonly Pair[] | null {
  const all = [...now, ...then]
  if (many < 2 || now.length !== many || then.length !== many) return null
  if (all.some(({ sentence, hedge }) => sentence !== all[0]?.sentence || hedge !== null)) return null
  if (!isInTurn && new Set(now.map(({ unit }) => unit.word)).size !== many) return null
  return now.every((one, i) => sameUnit(one, then[i] as Mention)) ? now.map((one, i) => [one, then[i] as Mention]) : null
}

/** 受理97件134人，去年同期为197件375人，…分别下降. */
function sinceSaid({ mentions }: Reading, first: Mention, { length: many }: readonly Mention[]): readonly Pair[] | null {
  const then = mentions.slice(Math.max(0, first.index - many), first.index)
  if (!SINCE.test(then[0]?.label ?? '')) return null
  return isBeside(first, then) ? paired(mentions.slice(Math.max(0, first.index - 2 * many), first.index - many), then, many) : null
}
/** 死亡17人，受伤206人，两项分别下降15%、11.21%（上年依次为20人、232人）: what they were stands in the bracket behind. */
function sinceBehind({ mentions, brackets }: Reading, rates: readonly Mention[]): readonly Pair[] | null {
  const [first, last] = [rates[0] as Mention, rates.at(-1) as Mention]
  const then = mentions.slice(last.index + 1, last.index + 1 + rates.length)
  const [one] = then
  if (one === undefined || brackets[one.bracket]?.before !== last.index || !/^[上去]年(?:同期)?(?:依次|分别)为?$/.test(one.label))
    return null
  const now = mentions.slice(Math.max(0, first.index - rates.length), first.index)
  return then.every(({ bracket }) => bracket === one.bracket) && isBeside(first, now) ? paired(now, then, rates.length, true) : null
}
/** 事故21起、死亡19人，同比减少4起、3人，分别下降16%和13.64%: what each changed by. */
function byChanges({ mentions }: Reading, first: Mention, many: number): readonly Pair[] | null {
  const changes = mentions.slice(Math.max(0, first.index - many), first.index)
  if (!/^(?:同比|环比|[比较][上去]年(?:同期)?)(?:分别|各)?(?:增加|减少|多|少|增|减)$/.test(changes[0]?.label ?? '')) return null
  return isBeside(first, changes) ? paired(mentions.slice(Math.max(0, first.index - 2 * many), first.index - many), changes, many) : null
}
const isBeside = (rate: Mention, row: readonly Mention[]): boolean => row.every(({ sentence }) => sentence === rate.sentence)
const SINCE = /^(?:[比较与])?(?:[上去]年(?:同期)?|同期)[^，。；\d]{0,4}$/

/** Before is now less the change, or with it where it fell. */
function growthByChange(rate: Mention, now: Mention, change: Mention, isDown: boolean): Relation {
  const then = isDown ? plus(now.value, change.value) : minus(now.value, change.value)
  const earlier = isDown ? total([now.span, change.span]) : without(now.span, change.span)
  const exact = isZero(then) ? null : dividedBy(times(change.value, hundred), then)
  const share = quotient(change.span, earlier)
  const holds =
    (exact !== null && printsAs(exact, rate.value, rate.step)) ||
    (share !== null && meet(scaled(share, hundred), roundedTwice(rate.span, rate.step)))
  const expected = exact === null ? null : plain(exact, Math.max(2, decimalsOf(rate)))
  return { kind: 'growth', result: rate, operands: [now, change], holds, certainty: 'plain', rule: 'growth', expected }
}

function growthOf(rate: Mention, now: Mention, then: Mention, isDown: boolean): Relation {
  const exact = isZero(then.value) ? null : dividedBy(times(minus(now.value, then.value), hundred), absolute(then.value))
  const share = quotient(without(now.span, then.span), then.span)
  const signed = isDown ? { low: negated(rate.span.high), high: negated(rate.span.low) } : rate.span
  const isMeant = exact !== null && isPositive(exact) !== isDown && printsAs(absolute(exact), rate.value, rate.step)
  const holds = isMeant || (share !== null && meet(scaled(share, hundred), roundedTwice(signed, rate.step)))
  const expected = exact === null ? null : plain(exact, Math.max(2, decimalsOf(rate)))
  return { kind: 'growth', result: rate, operands: [now, then], holds, certainty: 'plain', rule: 'growth', expected }
}
