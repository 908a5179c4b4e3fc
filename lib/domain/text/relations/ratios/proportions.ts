import {
  atMost,
  dividedBy,
  hundred,
  isPositive,
  larger,
  minus,
  moreThan,
  plain,
  plus,
  type Quantity,
  quantity,
  smaller,
} from '@/lib/domain/quantities'
import { countSaid } from '@/lib/domain/text/counted'
import { type Interval, meet, quotient, scaled, without } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt, paragraphAt } from '@/lib/domain/text/places'
import { alike, before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { FRACTIONS } from '@/lib/domain/text/vocabulary/fractions'
import { namedTwo, namesUnknown } from './proportion-names'
import { isSpread } from './shares'

/**
 * Proportions: 之比为1∶60, 约为二比一, 是…的2倍, and fractions in words (过半, 四成, 三分之一), each of two figures nearby. Nothing
 * is said where no two figures could be meant.
 */
export const proportions = (reading: Reading): Relation[] => [...ratios(reading), ...multiples(reading), ...inWords(reading)]

const isPlain = ({ hedge, unit }: Mention): boolean =>
  (hedge === null || hedge === 'about') && !['percent', 'points', 'years', 'number', 'score'].includes(unit.dimension)
const RATIO =
  /(?:之比|比例|比值|投入产出比|拉动比|资金比|金额比)(?:约?为|是|达到?|约)*(\d+(?:\.\d+)?)\s?[∶:：比]\s?(\d+(?:\.\d+)?)(?![\d.]|\s?[∶:：]\s?\d)|(?:约?为|是)([一二三四五六七八九十])比([一二三四五六七八九十])/g
const HALF = quantity('0.5')

function ratios(reading: Reading): Relation[] {
  return [...reading.text.matchAll(RATIO)].flatMap((match): Relation[] => {
    const [left, right] = [match[1] ?? numeral(match[3]), match[2] ?? numeral(match[4])]
    const at = match.index
    const result = figureAt(reading, at)
    if (left === null || right === null || result === undefined) return []
    const [a, b] = [quantity(left), quantity(right)]
    const half = match[0].includes('约') ? HALF : halfOfLastDigit(moreThan(a, b) ? left : right)
    if (!isPositive(a) || !isPositive(b)) return []
    const near = reading.mentions
      .slice(Math.max(0, result.index - 40), result.index + 1)
      .filter((mention) => mention.end <= at && isPlain(mention))
      .reverse()
    const named = namedTwo(reading, at, near)
    // 旧存与新收之比: of what no figure goes by nothing is said.
    if (named === null && namesUnknown(reading, at, near)) return []
    if (named !== null) return [relation(result, named, inProportion(...named, a, b, half), 'ratio')]
    const paragraph = paragraphAt(reading, at)
    const [last, ahead] = near.filter((mention) => mention.paragraph === paragraph)
    // 省级1,344万元、市级896万元，比例为6∶4: in the order in which they are said.
    const inOrder =
      ahead !== undefined && last !== undefined && last.index === ahead.index + 1 && /[、，]/.test(last.lead) && alike(ahead, last)
    // 减少损失3.6亿元，防洪投入1.76亿元，投入产出比1∶2.05: this ratio names its own order.
    const isNamed = /^(?:投入产出|拉动)/.test(match[0])
    if (
      inOrder &&
      !isNamed &&
      ahead.group === last.group &&
      /^[，（](?:分担|配套|资金|[二两]者)?$/.test(reading.text.slice(last.end + last.after.length, at))
    )
      return [relation(result, [ahead, last], inProportion(ahead, last, a, b, half), 'ratio')]
    const other = near.find((mention) => last !== undefined && mention !== last && alike(mention, last))
    if (last === undefined || other === undefined) return []
    const fits = (x: Mention, y: Mention): boolean => inProportion(x, y, a, b, half) || inProportion(y, x, a, b, half)
    const here = near.filter(({ sentence }) => sentence === last.sentence)
    const holds = here.some((x) => near.some((y) => x !== y && alike(x, y) && fits(x, y)))
    return [relation(result, [other, last], holds, 'ratio')]
  })
}

/** 1.89 is anything from 1.885 to 1.895. */
const halfOfLastDigit = (written: string): Quantity => quantity(`0.${'0'.repeat(/\.(\d+)/.exec(written)?.[1]?.length ?? 0)}5`)

/** x : y as a : b, within half of the last printed digit of the larger side. */
function inProportion(x: Mention, y: Mention, a: Quantity, b: Quantity, half: Quantity): boolean {
  const share = moreThan(a, b) ? quotient(x.span, y.span) : quotient(y.span, x.span)
  const [small, large] = [smaller(a, b), larger(a, b)]
  return share === null || meet(share, { low: dividedBy(minus(large, half), small), high: dividedBy(plus(large, half), small) })
}
const numeral = (text: string | undefined): string | null => (text === undefined ? null : `${countSaid(text)}`)

/** The figure that stands at a place of the text, or the last one before it: what a finding hangs on. */
function figureAt({ mentions }: Reading, at: number): Mention | undefined {
  const behind = indexAt({ mentions }, at)
  return mentions[Math.min(behind, mentions.length - 1)]
}
/** 中央补助恰为省级补助的2倍: both by their names. */
function multiples(reading: Reading): Relation[] {
  return reading.mentions.flatMap((times_): Relation[] => {
    const match = /([\u4e00-\u9fff]{2,12}?)(?:恰好?|正好|大约|约)*(?:为|是|达到?|相当于)([\u4e00-\u9fff]{2,12})的$/.exec(times_.label)
    const ofNumber = timesOfNumber(reading, times_)
    if (ofNumber !== null) return [ofNumber]
    if (times_.unit.dimension !== 'times' || match === null) return []
    const [, one = '', other = ''] = match
    const back = before(reading, times_, 20, true).filter(isPlain)
    const a = back.find(({ label }) => label.endsWith(one.slice(-4)))
    const b = back.find((mention) => mention !== a && mention.label.endsWith(other.slice(-4)))
    if (a === undefined || b === undefined || !alike(a, b)) return []
    const share = quotient(a.span, b.span)
    const exact = isPositive(b.value) ? dividedBy(a.value, b.value) : null
    return [
      {
        ...relation(times_, [a, b], share === null || meet(share, times_.span), 'multiple'),
        expected: exact === null ? null : plain(exact, 2),
      },
    ]
  })
}

/** 加装电梯25台，完成年度任务20台的1.25倍: the whole stands right before it. */
function timesOfNumber(reading: Reading, times_: Mention): Relation | null {
  const whole = reading.mentions[times_.index - 1]
  const part = reading.mentions[times_.index - 2]
  if (times_.unit.dimension !== 'times' || !isHedgeless(times_) || whole === undefined || part === undefined) return null
  if (!/^[^，。；\d]{0,4}的$/.test(reading.text.slice(whole.end, times_.start)) || !/完成|达到?|[为是]|相当/.test(whole.label)) return null
  if (!isPlain(part) || !isPlain(whole) || !sameUnit(part, whole) || part.group !== times_.group) return null
  const share = quotient(part.span, whole.span)
  const exact = isPositive(whole.value) ? plain(dividedBy(part.value, whole.value), 2) : null
  return share === null ? null : { ...relation(times_, [part, whole], meet(share, times_.span), 'multiple'), expected: exact }
}
const isHedgeless = ({ hedge }: Mention): boolean => hedge === null

/** 占比过半，为53.70%; 占馆藏古籍4,600册的四分之一. */
function inWords(reading: Reading): Relation[] {
  const found: Relation[] = []
  for (const [sign, pattern, low, high] of FRACTIONS) {
    // Most texts say none of them
    if (!reading.text.includes(sign)) continue
    for (const match of reading.text.matchAll(pattern)) {
      const at = match.index
      const next = reading.mentions[indexAt(reading, at + match[0].length)]
      const span = { low: quantity(low), high: quantity(high) }
      // The rate itself right behind: 占比过半，为53.70%.
      if (
        next !== undefined &&
        next.unit.dimension === 'percent' &&
        next.start - at < match[0].length + 4 &&
        /^[，（]?为?$/.test(reading.text.slice(at + match[0].length, next.start))
      ) {
        found.push({ ...relation(next, [], meet(next.span, span), 'fraction'), rule: match[0] })
        continue
      }
      const ofNamed = fractionOf(reading, at)
      if (ofNamed !== null) {
        const [share, part, named] = ofNamed
        found.push({ ...relation(part, [named], meet(scaled(share, hundred), span), 'fraction'), rule: match[0] })
        continue
      }
      const change = changeOf(reading, at)
      if (change !== null) {
        const [share, to, from] = change
        found.push({ ...relation(to, [from], meet(scaled(share, hundred), span), 'fraction'), rule: match[0] })
        continue
      }
      const whole = reading.mentions[indexAt(reading, at) - 1]
      if (
        whole === undefined ||
        !/^[^，。；\d]{0,10}的?(?:约|近)?$/.test(reading.text.slice(whole.end, at)) ||
        !isPlain(whole) ||
        !/占|为|达/.test(whole.label)
      )
        continue
      const part = before(reading, whole, 3).find(
        (mention) => isPlain(mention) && sameUnit(mention, whole) && mention.group === whole.group,
      )
      const share = part === undefined ? null : quotient(part.span, whole.span)
      if (part === undefined || share === null || !atMost(part.value, whole.value)) continue
      found.push({ ...relation(whole, [part], meet(scaled(share, hundred), span), 'fraction'), rule: match[0] })
    }
  }
  return found
}

/** 网上立案5,184件，占受理总数的六成; 未成年人21.6万人次，占四分之一: the part right before it, the whole by its name or as what 其中 hangs on. */
function fractionOf(reading: Reading, at: number): readonly [Interval, Mention, Mention] | null {
  const last = reading.mentions[indexAt(reading, at) - 1]
  const behind = last === undefined ? '' : reading.text.slice(last.end, at)
  // 基本支出…、项目支出…，前者占七成.
  const part = behind.startsWith('，前者') ? reading.mentions[indexAt(reading, at) - 2] : last
  const said = /^[，（]?(?:大?约|已|也|仅|只)?占(?:到|了)?([^，。；\d]{0,12}?)的?(?:约|近)?$/.exec(behind.replace(/^，[前后]者/, ''))
  if (part === undefined || said === null || !isPlain(part)) return null
  const words = (said[1] ?? '').replace(/总[数量额体]|全部|其|全/g, '')
  const larger = before(reading, part, words.length >= 2 ? 200 : 12, words.length >= 2).filter(
    (mention) => isPlain(mention) && sameUnit(mention, part) && mention.unit.word === part.unit.word && moreThan(mention.value, part.value),
  )
  const whole =
    words.length >= 2
      ? (larger.find(({ label, after }) => label.includes(words) || isSpread(words, label) || after.startsWith(words)) ??
        wholeOfReport(reading, said[1] ?? '', part))
      : /其中/.test(part.label) || said[0].startsWith('（')
        ? larger.find(({ sentence }) => sentence === part.sentence)
        : rightAbove(reading, part, larger)
  const share = whole === undefined ? null : quotient(part.span, whole.span)
  return whole === undefined || share === null ? null : [share, part, whole]
}

/** 占全年支出的四成: what the whole of the report is called. */
function wholeOfReport(reading: Reading, words: string, part: Mention): Mention | undefined {
  const known = knownAs(reading, words)
  return known !== null && alike(known, part) && moreThan(known.value, part.value) ? known : undefined
}

/** 由45分钟缩短到30分钟，缩短三分之一: of what it was at first. */
function changeOf({ mentions, text }: Reading, at: number): readonly [Interval, Mention, Mention] | null {
  const behind = indexAt({ mentions }, at)
  const [to, from] = [mentions[behind - 1], mentions[behind - 2]]
  if (to === undefined || from === undefined || to.group !== from.group || !sameUnit(to, from) || !isPlain(to) || !isPlain(from))
    return null
  if (!/^，(?:缩短|减少|下降|压缩|降低|压减|增加|增长|提高)了?(?:约|近)?$/.test(text.slice(to.end, at))) return null
  if (!/[由从]|[上去]年/.test(from.label) || !/[到至为]$/.test(to.label)) return null
  const apart = moreThan(from.value, to.value) ? without(from.span, to.span) : without(to.span, from.span)
  const share = quotient(apart, from.span)
  return share === null ? null : [share, to, from]
}

/** So much for each, or a rate, is no whole. */
const isBeside = ({ label, unit }: Mention): boolean => /每|均(?!衡)[^，。；]{0,3}$|单价/.test(label) || unit.dimension === 'percent'

/** 总费用936万元。其中区级655.2万元占七成，街道187.2万元占两成: the whole stands before the parts that have shares of their own. */
function rightAbove({ text, mentions }: Reading, part: Mention, larger: readonly Mention[]): Mention | undefined {
  const hasShare = ({ end }: Mention): boolean => /^[，（]?(?:大?约|已|也|仅|只)?占/.test(text.slice(end, end + 4))
  let i = part.index - 1
  // 投入1,440万元，亩均3万元，其中中央960万元，占三分之二: so much for each is no whole.
  while (i >= 0 && (hasShare(mentions[i] as Mention) || isBeside(mentions[i] as Mention))) i -= 1
  const whole = mentions[i]
  if (whole === undefined || !larger.includes(whole)) return undefined
  const isOfSentence = whole.sentence === part.sentence || text.slice(whole.end, part.start).includes('。其中')
  return isOfSentence ? whole : undefined
}

const relation = (result: Mention, operands: readonly Mention[], holds: boolean, rule: string): Relation => ({
  kind: 'ratio',
  result,
  operands,
  holds,
  certainty: 'plain',
  rule,
  expected: null,
})
