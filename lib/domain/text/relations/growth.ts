import {
  absolute,
  dividedBy,
  hundred,
  isNegative,
  isPositive,
  isZero,
  minus,
  negated,
  plain,
  type Quantity,
  times,
} from '@/lib/domain/quantities'
import { exactly, meet, printsAs, quotient, scaled, without } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { alike, before, behind, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { BASE, CHANGE_WORDS } from '@/lib/domain/text/vocabulary/changes'

/**
 * A growth in per cent is (now − before) ÷ before. The figure of before is the one behind 比, 较, 由 or 上年; now is the one
 * before that, or behind 到. Where only the change is printed (增加1,840元，增幅13.12%), before is now less the change.
 */
export const growth = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((rate): Relation[] => {
    if (rate.unit.dimension !== 'percent' || (rate.hedge !== null && rate.hedge !== 'about')) return []
    const direction = directionIn(rate.label)
    if (direction === null || PLANNED.test(rate.label) || IS_AIM.test(rate.after) || /[至到]了?$/.test(rate.label)) return []
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
    const settled = pairs.find(given)
    const [now, then] = settled ?? expected
    const holds = settled !== undefined || canGrow(now, then, signed, rate)
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

/** 上年没有该项支出，该项同比增长100%: in words there was nothing to grow from. */
function nothingBefore({ text, sentences }: Reading, rate: Mention): Relation[] {
  const clauses = text.slice(Math.max(sentences[rate.sentence]?.start ?? 0, rate.start - 48), rate.start)
  const said = /[上去]年(?:同期)?(?:没有|无|未(?:安排|发生|列支|开展|产生)|为零)[^；]*$/.exec(clauses)?.[0]
  if (said === undefined || !/该项|其|同比|因此|较上年|比上年/.test(rate.label) || /但|总|合计|其他/.test(said.slice(4))) return []
  return [{ kind: 'growth', result: rate, operands: [], holds: false, certainty: 'plain', rule: 'fromZero', expected: null }]
}

type Pair = readonly [now: Mention, then: Mention]
/** 完成年度下降3%的目标: what was aimed at. */
const IS_AIM = /^的?[^，。；\d]{0,6}(?:目标|任务|要求|指标)/
const PLANNED = /目标|力争|不低于|不超过|计划|预计|拟|年均|高于|低于|超过/

const ANY_WORD = new RegExp(`${CHANGE_WORDS.map(([word]) => word).join('|')}|同比|环比`)
/** The direction of the word of change that stands last in a label. */
export function directionIn(label: string): 'up' | 'down' | null {
  const tail = label.slice(-12)
  if (!ANY_WORD.test(tail) && !/[增升涨降减]$/.test(tail)) return null
  let found: 'up' | 'down' | null = null
  let at = -1
  for (const [word, direction] of CHANGE_WORDS) {
    if (word.length < 2) continue
    const place = tail.lastIndexOf(word)
    if (place > at) {
      at = place
      found = direction
    }
  }
  return found ?? (/(?:同比|环比|[增升涨])$/.test(tail) ? 'up' : /[降减]$/.test(tail) ? 'down' : null)
}

const growthOf = (now: Quantity, then: Quantity): Quantity => dividedBy(times(minus(now, then), hundred), absolute(then))
const grows = (now: Mention, then: Mention, signed: Quantity, rate: Mention): boolean => {
  if (isZero(then.value)) return false
  const exact = growthOf(now.value, then.value)
  return isNegative(exact) === isNegative(signed) && printsAs(absolute(exact), absolute(signed), rate.step)
}
function canGrow(now: Mention, then: Mention, signed: Quantity, rate: Mention): boolean {
  if (isZero(then.value)) return false
  const share = quotient(without(now.span, then.span), then.span)
  if (share === null) return true
  const rated = { low: minus(rate.span.low, rate.value), high: minus(rate.span.high, rate.value) }
  const wanted = { low: minus(signed, minus(rate.value, rate.span.low)), high: minus(signed, minus(rate.value, rate.span.high)) }
  return rated !== null && meet(scaled(share, hundred), wanted)
}

/** Pairs of now and before near the rate; the first is the one that the words name. */
function pairsFor(reading: Reading, rate: Mention): Pair[] {
  const back = before(reading, rate, 10).filter(isFigure)
  const ahead = behind(reading, rate, 2).filter(isFigure)
  const here = back.filter(({ group }) => group === rate.group)
  const based = [
    ...here,
    ...ahead.filter(({ group, label }) => group === rate.group && /[上去]年|同期|\d{4}年/.test(label) && !isOlder(label, rate, reading)),
  ]
  const pairs: Pair[] = [...ofYears(reading, rate), ...ofNamed(reading, rate, here, back), ...ofChanged(here)]
  for (const then of based) {
    if (!isBase(then, reading) || isChange(then)) continue
    const now = nowFor(then, here, back) ?? nowNamed(reading, then)
    if (now !== undefined) pairs.push([now, then])
  }
  // Now and the change, without before: before is now less the change.
  const others = back.slice(0, 6)
  const named = [...pairs]
  const isTurned = (a: Mention, b: Mention): boolean => named.some(([now, then]) => now === b && then === a)
  for (const a of others) for (const b of others) if (a !== b && alike(a, b) && pairs.length > 0 && !isTurned(a, b)) pairs.push([a, b])
  return pairs
}
/** 同比增长54%，恢复到2019年3,500万人次的110%: of the year before, not of one long past. */
const isOlder = (label: string, rate: Mention, { year }: Reading): boolean => {
  const named = /((?:19|20)\d{2})年/.exec(label)?.[1]
  return named !== undefined && year !== null && /同比/.test(rate.label) && named !== `${year - 1}`
}
/** 2023年比2020年增长42.86%: each by its year. */
function ofYears(reading: Reading, rate: Mention): Pair[] {
  const [, now, then] = /(?:((?:19|20)\d{2})年)?(?:比|较)((?:19|20)\d{2})年(?:年?均)?[^，。；\d]{0,4}$/.exec(rate.label) ?? []
  if (then === undefined) return []
  const year = now ?? (reading.year === null ? '' : `${reading.year}`)
  const back = before(reading, rate, 16)
  const of = (which: string): Mention | undefined =>
    back.find((mention) => isFigure(mention) && mention.label.includes(`${which}年`) && mention.unit.dimension !== 'percent')
  const [a, b] = [of(year), of(then)]
  return a === undefined || b === undefined || !alike(a, b) || a === b ? [] : [[a, b]]
}
/** 部门预算24,600万元，调整增加1,750万元，调整后26,350万元，增幅7.11%: the first and the last of the three. */
function ofChanged([now, change, then]: readonly Mention[]): Pair[] {
  if (now === undefined || change === undefined || then === undefined || !isChange(change) || isChange(now) || isChange(then)) return []
  const areNext = now.index === change.index + 1 && change.index === then.index + 1
  return areNext && alike(now, then) && alike(now, change) && /后|达到?|增至|减至/.test(now.label) ? [[now, then]] : []
}
const NAMED_BASE =
  /(?:比|较)([^，。；\d]{2,12}?)(?:相比|总共|共|净|再|同比|略|约)*(?:增长|增加|提高|上升|下降|降低|减少|压减|调增|调减)了?$/
/** 调整后预算7,185万元，较年初预算增加11.91%: what it is held against goes by its name. */
function ofNamed(reading: Reading, rate: Mention, here: readonly Mention[], back: readonly Mention[]): Pair[] {
  const name = NAMED_BASE.exec(rate.label)?.[1]?.replace(/^的|[的数]$/g, '')
  if (name === undefined || name.length < 2 || /年度?$|同期/.test(name)) return []
  const then = back.find((mention) => mention.label.includes(name) && !isChange(mention)) ?? knownAs(reading, name) ?? undefined
  const now = then === undefined ? undefined : here.find((mention) => mention !== then && alike(mention, then) && !isChange(mention))
  return then === undefined || now === undefined ? [] : [[now, then]]
}
function isFigure({ hedge, unit, label }: Mention): boolean {
  return (hedge === null || hedge === 'about') && unit.dimension !== 'points' && !/目标|计划|每年|标准$|[日月]均$/.test(label)
}
/** Whether a figure is of another time or thing that the present one is held against; the report's own year is none, nor is one to come. */
export const isBase = ({ label, after }: Mention, { year }: Reading): boolean => {
  const named = /((?:19|20)\d{2})年/.exec(label)?.[1]
  return BASE.test(label) && (named === undefined || year === null || named < `${year}`) && !/^比例|占比/.test(label + after)
}
function nowFor(then: Mention, here: readonly Mention[], back: readonly Mention[]): Mention | undefined {
  const behindIt = here.filter((mention) => mention.index > then.index && alike(mention, then) && !isChange(mention))
  const to = behindIt.find(({ label }) => /到|至|升|降|为|本年|今年|当年|年末|末/.test(label))
  if (to !== undefined) return to
  return back.find(
    (mention) =>
      mention.index < then.index &&
      alike(mention, then) &&
      !isChange(mention) &&
      mention.group === then.group &&
      !/[上去]年/.test(mention.label),
  )
}
/** 贷款利息上年为104.2万元: this year's stands elsewhere, as 贷款利息96.5万元. */
function nowNamed(reading: Reading, then: Mention): Mention | undefined {
  const name = /^(.{3,}?)[上去]年/.exec(then.label.replace(/^[^：:]*[：:]/, ''))?.[1]
  if (name === undefined) return undefined
  return before(reading, then, 40, true).find((mention) => isFigure(mention) && alike(mention, then) && mention.label.endsWith(name))
}
const ENDS_IN_CHANGE = new RegExp(
  `(?:${CHANGE_WORDS.flatMap(([word]) => (word.length > 1 && !word.endsWith('至') ? [word] : [])).join('|')})$`,
)
export const isChange = ({ label }: Mention): boolean =>
  ENDS_IN_CHANGE.test(label) || /[比较][^，。；]{1,12}[多少高低]$/.test(label) || /[增减][加少]?[值额]$/.test(label)

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

/** 比2021年少52起: of an amount one sign says it. */
const changeIn = (label: string): 'up' | 'down' | null =>
  directionIn(label) ?? (/[多高]$/.test(label) ? 'up' : /[少低]$/.test(label) ? 'down' : null)

/** The change in amount beside the change in per cent: 增加1,840元，增幅13.12%. */
export function growthByChange(reading: Reading): Relation[] {
  return reading.mentions.flatMap((rate): Relation[] => {
    if (
      rate.unit.dimension !== 'percent' ||
      rate.hedge !== null ||
      directionIn(rate.label) === null ||
      PLANNED.test(rate.label) ||
      IS_AIM.test(rate.after)
    )
      return []
    const change = reading.mentions[rate.index - 1]
    if (
      change === undefined ||
      change.group !== rate.group ||
      !isChange(change) ||
      changeIn(change.label) === null ||
      change.unit.dimension === 'percent' ||
      change.unit.dimension === 'points'
    )
      return []
    const now =
      before(reading, change, 3).find((mention) => alike(mention, change) && mention.sentence === change.sentence && !isChange(mention)) ??
      nowOf(reading, change)
    if (now === undefined) return []
    const up = changeIn(change.label) === 'up'
    const then = isBase(now, reading) ? now.value : up ? minus(now.value, change.value) : minus(now.value, negated(change.value))
    const pool = before(reading, rate, 8, true).filter((mention) => alike(mention, change) && mention !== change)
    const exact = isPositive(then) ? dividedBy(times(change.value, hundred), then) : null
    if (exact === null) return []
    const settled =
      printsAs(exact, absolute(rate.value), rate.step) ||
      pool.some(
        ({ value }) => isPositive(value) && printsAs(dividedBy(times(change.value, hundred), value), absolute(rate.value), rate.step),
      )
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
