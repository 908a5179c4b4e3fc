import {
  absolute,
  dividedBy,
  equals,
  hundred,
  isPositive,
  minus,
  negated,
  plain,
  plus,
  type Quantity,
  times,
} from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, type Interval, meet, printsAs, quotient, roundedTwice, scaled, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { alike, before, isWholeOfShare, type Reading, ratesOf } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import {
  changeIn,
  directionIn,
  ENDS_IN_CHANGE,
  IS_AIM,
  isBase,
  isChange,
  isFigure,
  PLANNED,
} from '@/lib/domain/text/relations/growth-words'
import { CAME, WENT } from '@/lib/domain/text/vocabulary/flows'
import { baseInBracket } from './growth-of-bracket'
import { pairsFor } from './growth-pairs'
import { namedFar, namedNear, ownNameOf } from './own-name'

/** A growth in per cent held against the change in amount beside it, where no figure of before is said. */

/** 上年结转和结余190.89万元 is of this year's money. */
const CARRIED_OVER = /(?:[上去]年|年初)结[转余][^，。；\d]{0,6}$/
/** 事业收入382.17万元，为市本级拨付的资金。较2020年度决算数减少157.86万元: a sentence that names nothing is of the one figure of the sentence before. */
function nowBefore(reading: Reading, change: Mention): Mention | undefined {
  const { mentions, text, sentences } = reading
  const before = mentions[beginning(mentions, change) - 1]
  if (before === undefined || before.sentence !== change.sentence - 1 || before.paragraph !== change.paragraph) return undefined
  if (
    !/^(?:收[入、]*支出?(?:总计|总额|合计)?[均各]?，?)?(?:[比较与同]|环比)[^。；]{0,30}$/.test(
      text.slice(sentences[change.sentence]?.start ?? 0, mentions[beginning(mentions, change)]?.start),
    )
  )
    return undefined
  const name = ownNameOf(change)
  const alone = mentions.slice(Math.max(0, change.index - 8), change.index).filter(
    (mention) =>
      mention.sentence === before.sentence &&
      alike(mention, change) &&
      !isShort(mention) &&
      // 完成2.77亿元，占预算6.79亿元的40.9%。…；财政完成115万元: what a share is of and what changed are not spoken of again.
      !isChange(mention) &&
      !isWholeOfShare(reading, mention),
  )
  // 收入总计697万元，支出总计697万元。收支较上年减少1万元: both are meant, and both are one number.
  const begins = text.slice(sentences[change.sentence]?.start ?? 0, change.start)
  const ofBoth = OF_BOTH.test(begins) && alone.length === 2 && areEqual(alone)
  if (ofBoth) return alone[0]
  const one = alone.length === 1 ? alone[0] : headOfList(reading, change)
  if (one === undefined || !isFigure(one) || isChange(one) || (name.length > 1 && !isCalled(one.label, name))) return undefined
  return isBase(one, reading) && !CARRIED_OVER.test(one.label) ? undefined : one
}

/** 收支较上年…; 与2022年相比，收、支总计各…. */
const OF_BOTH =
  /^(?:[比较与][^。；，]{2,14}(?:相比)?，)?收[入、]*支出?(?:总计|总额|合计)?[均各]?，?(?:[比较与]|[增减][加长少]|下降|上升|净增|同比)/
/** 2020年度的接待费支出 is what was called 2020年度全区接待费总支出. */
const isCalled = (label: string, name: string): boolean => label.includes(name) || plainName(label).endsWith(plainName(name))
const plainName = (name: string): string => name.replace(/^(?:19|20)\d{2}年度?|[的总]|全[省市县区镇乡]|[为达]+$/g, '')

const areEqual = ([a, b]: readonly Mention[]): boolean => a !== undefined && b !== undefined && equals(a.value, b.value)

/** 较上月增收864万元，增长69.7%；较上年同月减收401万元: where a sentence tells of nothing but changes, the first of them. */
function beginning(mentions: Reading['mentions'], change: Mention): number {
  let at = change.index
  while (mentions[at - 1]?.sentence === change.sentence && isToldOfChange(mentions[at - 1] as Mention)) at -= 1
  return at
}
const isToldOfChange = (mention: Mention): boolean => isChange(mention) || directionIn(mention.label) !== null
/** 短进度3,533万元: what was lacking. */
const isShort = ({ label }: Mention): boolean => /^(?:短|欠|缺|超)[收支]?[^，。；]{0,8}$/.test(label)

/** 预算3,328万元。其中，甲…、乙…。比上年减少830万元: behind a list its total is what is spoken of again. */
function headOfList({ mentions, text, sentences }: Reading, change: Mention): Mention | undefined {
  const begins = (sentence: number): string => text.slice(sentences[sentence]?.start ?? 0, (sentences[sentence]?.start ?? 0) + 4)
  let sentence = change.sentence - 1
  while (sentence > 0 && begins(sentence).startsWith('其中')) sentence -= 1
  const list = text.slice(sentences[sentence]?.start ?? 0, sentences[change.sentence - 1]?.end ?? 0)
  if (!/其中|包括|分别/.test(list)) return undefined
  return mentions
    .slice(Math.max(0, change.index - 20), change.index)
    .find((mention) => mention.sentence === sentence && mention.paragraph === change.paragraph && alike(mention, change))
}

/** Whether a figure that changed by so much grew by the rate. */
const grewBy =
  (change: Mention, rate: Mention) =>
  ({ value }: Mention): boolean => {
    const then = changeIn(change.label) === 'up' ? minus(value, change.value) : minus(value, negated(change.value))
    return isPositive(then) && printsAs(dividedBy(times(change.value, hundred), then), absolute(rate.value), rate.step)
  }

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
      (mention) =>
        alike(mention, change) &&
        mention.sentence === change.sentence &&
        !isChange(mention) &&
        !isWholeOfShare(reading, mention) &&
        !isFlow(mention, change),
    )
    // 人均2.4万元，救助金额同比增加4.8万元: of an amount, not of what it is for each.
    const now =
      namedNear(reading, change) ??
      (/(?:金额|总[额量数]|资金|支出|收入)[^，。；]{0,6}$/.test(change.label)
        ? near.find(({ label }) => !/每|均(?!衡)/.test(label))
        : undefined) ??
      // 接处警4,380起，日均12起，同比减少120起: of all of them.
      near.find(({ label }) => !IS_MEAN.test(label)) ??
      near[0] ??
      namedFar(reading, change, grewBy(change, rate)) ??
      nowBefore(reading, change)
    if (now === undefined) return []
    const up = changeIn(change.label) === 'up'
    const then =
      isBase(now, reading) && !CARRIED_OVER.test(now.label)
        ? now.value
        : up
          ? minus(now.value, change.value)
          : minus(now.value, negated(change.value))
    const pool = before(reading, rate, 8, true).filter((mention) => alike(mention, change) && mention !== change && !isChange(mention))
    const exact = isPositive(then) ? dividedBy(times(change.value, hundred), then) : null
    if (exact === null) return up ? moreThanThereIs(reading, change, now, rate) : []
    // 去年收入31.07亿元，同比增加2.32亿元，增长8.1%: of a year that is told from its end it is this year's.
    const told = /^[上去]年/.test(now.label.replace(/^.*[，。]/, '')) && grewBy(change, rate)(now)
    const settled =
      told ||
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
    const wide = isBaseOf(now, then) ? share : spanOfGrowth(change, now, up)
    const holds =
      settled ||
      (wide !== null &&
        meet(scaled(wide, hundred), roundedTwice({ low: absolute(rate.span.low), high: absolute(rate.span.high) }, rate.step)))
    // 减少0.28万元，增长4.27%: one of the two words is wrong.
    const isTurned = holds && directionIn(rate.label) !== changeIn(change.label)
    return [
      {
        kind: 'growth',
        result: rate,
        operands: [change, now],
        holds: holds && !isTurned,
        certainty: 'plain',
        rule: isTurned ? 'direction' : 'growthByChange',
        expected: plain(exact, Math.max(2, decimalsOf(rate))),
      },
    ]
  })
}

/** 销售收入2,016万元，款均12万元: what it is for each is not what changed by so much. */
const IS_MEAN = /^(?:[日月周]均|平均每|每)|均为?$/
/** 新登记1.12万户，注销0.47万户，净增0.65万户: what came and what went is not what there is. */
const isFlow = ({ label }: Mention, change: Mention): boolean => /净[增减]/.test(change.label) && (CAME.test(label) || WENT.test(label))

const NAMES_NOTHING = /^(?:[比较与]|相比|[上去]年|上一?年度?|(?:19|20)\d{2}年度?|同期|决算数?|预算数?|同比|环比)*$/
/** 支出4,603万元，比上年增加6,112万元，增长53.92%: it cannot have grown by more than there is; what it grew by the rate tells. */
function moreThanThereIs({ mentions }: Reading, change: Mention, now: Mention, rate: Mention): Relation[] {
  const isBeside = now.index === change.index - 1 && mentions[change.index]?.bracket === now.bracket
  if (!isBeside || !NAMES_NOTHING.test(change.label.replace(ENDS_IN_CHANGE, '')) || !isPositive(now.value) || !isPositive(rate.value))
    return []
  if (!isPositive(minus(change.span.low, now.span.high)) || change.hedge !== null || now.hedge !== null) return []
  const grown = dividedBy(times(now.value, rate.value), plus(hundred, rate.value))
  const expected = plain(dividedBy(grown, unitOf(change)), decimalsOf(change))
  return [{ kind: 'growth', result: change, operands: [now, rate], holds: false, certainty: 'plain', rule: 'growthByChange', expected }]
}

const isBaseOf = ({ value }: Mention, then: Quantity): boolean => equals(value, then)
/** Where change ÷ (now ∓ change) may lie, each figure within its printed digits. */
function spanOfGrowth(change: Mention, now: Mention, up: boolean): Interval | null {
  const at = (of: 'low' | 'high', against: 'low' | 'high'): Quantity | null => {
    const base = up ? minus(now.span[against], change.span[of]) : plus(now.span[against], change.span[of])
    return isPositive(base) ? dividedBy(change.span[of], base) : null
  }
  const [low, high] = [at('low', 'high'), at('high', 'low')]
  return low === null || high === null ? null : { low, high }
}

/** 刑事警情480宗，同比下降20%，减少120宗: the change stands behind its rate, and no figure of before is said. */
export const changeBehindGrowth = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    const change = reading.mentions[rate.index + 1]
    // 完成28,583万元，占调整预算105.47%，同比增长10.85%，增收2,798万元: other rates may stand between.
    // What a share between them is of is passed over too.
    const now = before(reading, rate, 4).find((mention) => mention.unit.dimension !== 'percent' && !isWholeOfShare(reading, mention))
    const direction = directionIn(rate.label)
    if (now === undefined || change === undefined || direction === null || rate.hedge !== null || PLANNED.test(rate.label)) return []
    if ([now, change].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || one.hedge !== null)) return []
    if (!alike(now, change) || now.unit.word !== change.unit.word || isChange(now) || isBase(now, reading) || !isFigure(now)) return []
    if (!/^(?:同比|较上年|比上年)?(?:净?增[加长收支]?|减[少收支]|下降|多|少)$/.test(change.label) || changeIn(change.label) !== direction)
      return []
    if (!/^(?:同比|较[上去]年(?:同期)?|比[上去]年(?:同期)?|环比)/.test(rate.label) || pairsFor(reading, rate).named.length > 0) return []
    const then = direction === 'up' ? minus(now.value, change.value) : minus(now.value, negated(change.value))
    if (!isPositive(then)) return []
    const exact = dividedBy(times(change.value, hundred), then)
    const share = quotient(change.span, direction === 'up' ? without(now.span, change.span) : total([now.span, change.span]))
    const holds =
      printsAs(exact, rate.value, rate.step) || (share !== null && meet(scaled(share, hundred), roundedTwice(rate.span, rate.step)))
    const expected = plain(exact, Math.max(2, decimalsOf(rate)))
    return [{ kind: 'growth', result: rate, operands: [now, change], holds, certainty: 'plain', rule: 'growthByChange', expected }]
  })
