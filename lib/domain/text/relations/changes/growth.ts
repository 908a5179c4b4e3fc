import {
  absolute,
  atMost,
  dividedBy,
  equals,
  hundred,
  isNegative,
  isZero,
  minus,
  negated,
  plain,
  type Quantity,
  quantity,
  smaller,
  times,
} from '@/lib/domain/quantities'
import { around, type Interval, meet, printsAs, quotient, roundedTwice, scaled, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { alike, before, type Reading, ratesOf } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { directionIn, IS_AIM, isChange, isFigure, PLANNED } from '@/lib/domain/text/relations/growth-words'
import { joined } from '@/lib/domain/text/relations/ratios/parallel-shares'
import { type Pair, pairsFor } from './growth-pairs'

/**
 * A growth in per cent is (now − before) ÷ before. The figure of before is the one behind 比, 较, 由 or 上年; now is the one
 * before that, or behind 到. Where only the change is printed (增加1,840元，增幅13.12%), before is now less the change.
 */
export function growth(reading: Reading): Relation[] {
  let searches = 0
  return ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null && rate.hedge !== 'about') return []
    const direction = directionIn(rate.label) ?? directionBefore(reading, rate)
    if (direction === null || PLANNED.test(rate.label) || IS_AIM.test(rate.after) || /[至到]了?$/.test(rate.label)) return []
    const series = /分别|依次/.test(rate.label) ? ofSeries(reading, rate, direction === 'down') : []
    if (series.length > 0) return series
    const signed = direction === 'down' ? negated(rate.value) : rate.value
    const nothing = before(reading, rate, 3).find(
      ({ label, value, group, hedge }) => group === rate.group && hedge === null && isZero(value) && /[上去]年/.test(label),
    )
    if (nothing !== undefined)
      return [{ kind: 'growth', result: rate, operands: [nothing], holds: false, certainty: 'plain', rule: 'fromZero', expected: null }]
    const { named, others } = pairsFor(reading, rate)
    const [expected] = named
    if (expected === undefined) return nothingBefore(reading, rate)
    const given = ([now, then]: Pair): boolean => grows(now, then, signed, rate)
    // Said in words it is too rough to be settled by any two figures, or by what their digits leave open.
    const isSpoken = !/[%‰]$/.test(rate.written)
    const isPlain = isPlainRow(reading, rate, expected)
    const own = isSpoken ? undefined : (isPlain ? [expected] : named).find(given)
    const isSearched = own === undefined && !isSpoken && !isPlain
    if (isSearched && searches++ > MOST_SEARCHES) return []
    const settled = own ?? (isSearched ? others().find(given) : undefined)
    const [now, then] = settled ?? expected
    const holds = settled !== undefined || (isSpoken ? isRoughly(now, then, signed, rate) : canGrow(now, then, signed, rate))
    const wrongWay = !holds && grows(now, then, negated(signed), rate)
    return [
      {
        kind: 'growth',
        result: rate,
        operands: [now, then],
        holds,
        certainty: 'plain',
        rule: isZero(then.value) ? 'fromZero' : wrongWay ? 'direction' : 'growth',
        expected: isZero(then.value) ? null : plain(growthOf(now.value, then.value), Math.max(2, decimalsOf(rate))),
      },
    ]
  })
}

/** 死亡21人，比上年的25人减少4人，降幅16%; 立案810起，同比下降10%，上年为900起: nothing else stands between, no other two can be meant. */
function isPlainRow({ mentions }: Reading, rate: Mention, [now, then]: Pair): boolean {
  if ([now, then].some(({ index, group, bracket }) => index < 0 || group !== rate.group || bracket !== rate.bracket)) return false
  if (areAlone(mentions, rate, now, then)) return true
  if (now.index === rate.index - 1 && then.index === rate.index + 1) return /^[上去]年(?:同期)?的?为?$/.test(then.label)
  return (
    now.index < then.index &&
    now.index >= rate.index - 3 &&
    then.index === now.index + 1 &&
    /^[比较]/.test(then.label) &&
    mentions.slice(then.index + 1, rate.index).every(isChange)
  )
}

/** No other figure of their kind stands in the clauses of the rate: but for changes, the two are all that it can be of. */
function areAlone(mentions: Reading['mentions'], rate: Mention, now: Mention, then: Mention): boolean {
  for (let i = rate.index - 1; i >= 0 && mentions[i]?.group === rate.group; i--) {
    const other = mentions[i] as Mention
    if (other !== now && other !== then && alike(other, now) && !isChange(other)) return false
  }
  return now.index < rate.index && then.index < rate.index
}

/** 支出460.80万元，低于预算500万元7.84%: the word stands before the figure that it is held against. */
function directionBefore({ mentions }: Reading, rate: Mention): 'up' | 'down' | null {
  const [then, now] = [mentions[rate.index - 1], mentions[rate.index - 2]]
  // 单车2.7万元，比定额3万元低10%.
  const short = /^([低少高多])(?:出|了)?$/.exec(rate.label)?.[1]
  if (short !== undefined && then !== undefined && now !== undefined && /^[比较]/.test(then.label) && rate.lead === '')
    return now.group === rate.group && alike(now, then) ? (/[低少]/.test(short) ? 'down' : 'up') : null
  if (then === undefined || now === undefined || then.end !== rate.start || now.group !== rate.group || !alike(now, then)) return null
  return /^(?:低于|少于)/.test(then.label) ? 'down' : /^(?:高于|超过|超出)/.test(then.label) ? 'up' : null
}

/** 2021年5,000万元，2022年4,600万元，2023年4,320万元，降幅分别为8%、6.09%: each figure of a row against the one before it. */
function ofSeries(reading: Reading, first: Mention, isDown: boolean): Relation[] {
  const rates = [first, ...joined(reading, first.index + 1, 1, first)]
  const figures = before(reading, first, rates.length + 1).reverse()
  const [one] = figures
  if (one === undefined || rates.length < 2 || figures.length !== rates.length + 1) return []
  if (!figures.every((figure) => isFigure(figure) && alike(figure, one) && figure.sentence === first.sentence)) return []
  return rates.map((rate, i): Relation => {
    const [now, then] = [figures[i + 1] as Mention, figures[i] as Mention]
    const holds = canGrow(now, then, isDown ? negated(rate.value) : rate.value, rate)
    const expected = isZero(then.value) ? null : plain(growthOf(now.value, then.value), Math.max(2, decimalsOf(rate)))
    return { kind: 'growth', result: rate, operands: [now, then], holds, certainty: 'plain', rule: 'growth', expected }
  })
}

/** 上年没有该项支出，该项同比增长100%: in words there was nothing to grow from. */
function nothingBefore({ text, sentences }: Reading, rate: Mention): Relation[] {
  const clauses = text.slice(Math.max(sentences[rate.sentence]?.start ?? 0, rate.start - 48), rate.start)
  const said = /[上去]年(?:同期)?(?:没有|无|未(?:安排|发生|列支|开展|产生)|为零)[^；]*$/.exec(clauses)?.[0]
  if (said === undefined || !/该项|其|同比|因此|较上年|比上年/.test(rate.label) || /但|总|合计|其他/.test(said.slice(4))) return []
  return [{ kind: 'growth', result: rate, operands: [], holds: false, certainty: 'plain', rule: 'fromZero', expected: null }]
}

const growthOf = (now: Quantity, then: Quantity): Quantity => dividedBy(times(minus(now, then), hundred), absolute(then))
const grows = (now: Mention, then: Mention, signed: Quantity, rate: Mention): boolean => {
  if (isZero(then.value)) return false
  const exact = growthOf(now.value, then.value)
  return isNegative(exact) === isNegative(signed) && printsAs(absolute(exact), absolute(signed), rate.step)
}
/** Whether the two figures as they stand grow by about what a word says. */
const isRoughly = (now: Mention, then: Mention, signed: Quantity, rate: Mention): boolean =>
  !isZero(then.value) && atMost(absolute(minus(growthOf(now.value, then.value), signed)), minus(rate.value, rate.span.low))
function canGrow(now: Mention, then: Mention, signed: Quantity, rate: Mention): boolean {
  if (isZero(then.value)) return false
  const [late, early] = asFinely(now, then)
  const share = quotient(without(late, early), early)
  if (share === null) return true
  const wanted = { low: minus(signed, minus(rate.value, rate.span.low)), high: minus(signed, minus(rate.value, rate.span.high)) }
  return meet(scaled(share, hundred), roundedTwice(wanted, rate.step))
}

/** 41.3万头 beside 40万头: digits that one of two figures of one kind leaves out are noughts. */
function asFinely(a: Mention, b: Mention): readonly [Interval, Interval] {
  const isOneKind = a.scaled === b.scaled && a.unit.word === b.unit.word && a.hedge === null && b.hedge === null
  const step = isOneKind ? smaller(a.step, b.step) : null
  const spanOf = ({ value, span, step: own }: Mention): Interval =>
    step === null || equals(span.low, span.high) || equals(step, own) ? span : around(value, dividedBy(step, quantity('2')))
  return [spanOf(a), spanOf(b)]
}
