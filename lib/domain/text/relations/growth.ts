import {
  absolute,
  atMost,
  dividedBy,
  equals,
  hundred,
  isNegative,
  isPositive,
  isZero,
  minus,
  negated,
  plain,
  type Quantity,
  quantity,
  smaller,
  times,
} from '@/lib/domain/quantities'
import { around, exactly, type Interval, meet, printsAs, quotient, scaled, total, without } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { alike, before, type Reading, ratesOf } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { baseInBracket } from './growth-of-bracket'
import { type Pair, pairsFor } from './growth-pairs'
import { changeIn, directionIn, ENDS_IN_CHANGE, isBase, isChange, isFigure } from './growth-words'
import { joined } from './parallel-shares'

/**
 * A growth in per cent is (now − before) ÷ before. The figure of before is the one behind 比, 较, 由 or 上年; now is the one
 * before that, or behind 到. Where only the change is printed (增加1,840元，增幅13.12%), before is now less the change.
 */
export const growth = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
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
    const pairs = pairsFor(reading, rate)
    const [expected] = pairs
    if (expected === undefined) return nothingBefore(reading, rate)
    const given = ([now, then]: Pair): boolean => grows(now, then, signed, rate)
    // Said in words it is too rough to be settled by any two figures, or by what their digits leave open.
    const isSpoken = !/[%‰]$/.test(rate.written)
    const settled = isSpoken ? undefined : (isPlainRow(reading, rate, expected) ? [expected] : pairs).find(given)
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

/** 完成年度下降3%的目标: what was aimed at. */
const IS_AIM = /^的?[^，。；\d]{0,6}(?:目标|任务|要求|指标)/
const PLANNED = /目标|力争|不低于|不超过|计划|预计|拟|年均|年平均|高于|低于|超过/
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
  return meet(scaled(share, hundred), wanted)
}

/** 41.3万头 beside 40万头: digits that one of two figures of one kind leaves out are noughts. */
function asFinely(a: Mention, b: Mention): readonly [Interval, Interval] {
  const isOneKind = a.scaled === b.scaled && a.unit.word === b.unit.word && a.hedge === null && b.hedge === null
  const step = isOneKind ? smaller(a.step, b.step) : null
  const spanOf = ({ value, span, step: own }: Mention): Interval =>
    step === null || equals(span.low, span.high) || equals(step, own) ? span : around(value, dividedBy(step, quantity('2')))
  return [spanOf(a), spanOf(b)]
}

/** 与上年相比，全年支出增加614万元，增长8.65%: what grew is called by its name, its figure stands elsewhere or in the form. */
function nowOf(reading: Reading, change: Mention): Mention | undefined {
  const name = change.label.replace(ENDS_IN_CHANGE, '')
  if (name.length < 3 || name === change.label || /[比较]/.test(name)) return undefined
  const known = knownAs(reading, name)
  return (
    before(reading, change, 40, true).find((mention) => isFigure(mention) && alike(mention, change) && mention.label.endsWith(name)) ??
    (known !== null && alike(known, change) ? known : undefined)
  )
}

/** 刑事警情480宗，同比下降20%，减少120宗: the change stands behind its rate, and no figure of before is said. */
export const changeBehindGrowth = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    const [now, change] = [reading.mentions[rate.index - 1], reading.mentions[rate.index + 1]]
    const direction = directionIn(rate.label)
    if (now === undefined || change === undefined || direction === null || rate.hedge !== null || PLANNED.test(rate.label)) return []
    if ([now, change].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || one.hedge !== null)) return []
    if (!alike(now, change) || now.unit.word !== change.unit.word || isChange(now) || isBase(now, reading) || !isFigure(now)) return []
    if (!/^(?:同比|较上年|比上年)?(?:净?增[加长]?|减少|下降|多|少)$/.test(change.label) || changeIn(change.label) !== direction) return []
    if (!/^(?:同比|较[上去]年(?:同期)?|比[上去]年(?:同期)?|环比)/.test(rate.label) || pairsFor(reading, rate).length > 0) return []
    const then = direction === 'up' ? minus(now.value, change.value) : minus(now.value, negated(change.value))
    if (!isPositive(then)) return []
    const exact = dividedBy(times(change.value, hundred), then)
    const share = quotient(change.span, direction === 'up' ? without(now.span, change.span) : total([now.span, change.span]))
    const holds = printsAs(exact, rate.value, rate.step) || (share !== null && meet(scaled(share, hundred), rate.span))
    const expected = plain(exact, Math.max(2, decimalsOf(rate)))
    return [{ kind: 'growth', result: rate, operands: [now, change], holds, certainty: 'plain', rule: 'growthByChange', expected }]
  })

/** The change in amount beside the change in per cent: 增加1,840元，增幅13.12%. */
export function growthByChange(reading: Reading): Relation[] {
  return ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null || directionIn(rate.label) === null || PLANNED.test(rate.label) || IS_AIM.test(rate.after)) return []
    const change = reading.mentions[rate.index - 1]
    if (
      change === undefined ||
      change.group !== rate.group ||
      !isChange(change) ||
      changeIn(change.label) === null ||
      change.unit.dimension === 'percent' ||
      change.unit.dimension === 'points' ||
      baseInBracket(reading, rate, change) !== undefined
    )
      return []
    const near = before(reading, change, 3).filter(
      (mention) => alike(mention, change) && mention.sentence === change.sentence && !isChange(mention),
    )
    // 人均2.4万元，救助金额同比增加4.8万元: of an amount, not of what it is for each.
    const now =
      (/(?:金额|总[额量数]|资金|支出|收入)[^，。；]{0,6}$/.test(change.label)
        ? near.find(({ label }) => !/每|均(?!衡)/.test(label))
        : undefined) ??
      // 接处警4,380起，日均12起，同比减少120起: of all of them.
      near.find(({ label }) => !/^(?:[日月周]均|平均每)/.test(label)) ??
      near[0] ??
      nowOf(reading, change)
    if (now === undefined) return []
    const up = changeIn(change.label) === 'up'
    const then = isBase(now, reading) ? now.value : up ? minus(now.value, change.value) : minus(now.value, negated(change.value))
    const pool = before(reading, rate, 8, true).filter((mention) => alike(mention, change) && mention !== change)
    const exact = isPositive(then) ? dividedBy(times(change.value, hundred), then) : null
    if (exact === null) return []
    const settled =
      printsAs(exact, absolute(rate.value), rate.step) ||
      // 与上年支出6,762万元相比，增加338万元，增幅5%: of what stands right before the change, and of nothing else.
      (!(isBase(now, reading) && now.index === change.index - 1 && now.group === change.group) &&
        pool.some(
          ({ value, index }) =>
            index !== now.index &&
            isPositive(value) &&
            printsAs(dividedBy(times(change.value, hundred), value), absolute(rate.value), rate.step),
        ))
    const share = quotient(change.span, exactly(then))
    const holds =
      settled || (share !== null && meet(scaled(share, hundred), { low: absolute(rate.span.low), high: absolute(rate.span.high) }))
    return [
      {
        kind: 'growth',
        result: rate,
        operands: [change, now],
        holds,
        certainty: 'plain',
        rule: 'growthByChange',
        expected: plain(exact, Math.max(2, decimalsOf(rate))),
      },
    ]
  })
}
