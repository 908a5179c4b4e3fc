import { equals } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { digitsIn, givesExactly } from '@/lib/domain/text/ratio'
import { before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import { isUsable } from './over-fulfilled'

/** Whether some two figures near the rate give it exactly: it is then a share of those. */
export function isExplained(reading: Reading, rate: Mention, part: Mention, whole: Mention | undefined): boolean {
  const near = [...before(reading, rate, 14, true), ...behind(reading, rate, 4)].filter(isUsable)
  // 占35% without a base is made by many figures: only those of its own sentence speak for it.
  const heard =
    digitsIn(rate) > 2 || !/^占(?:比)?[为达约]?$/.test(rate.label) ? near : near.filter(({ sentence }) => sentence === rate.sentence)
  const isRound = digitsIn(rate) < 3
  return heard.some((a) =>
    heard.some(
      (b) =>
        a !== b &&
        sameUnit(a, b) &&
        givesExactly(a.value, b.value, rate) &&
        // 占支出总额的55%: what came in is no whole of it.
        !isOfOtherSide(rate, whole, b) &&
        // So round a share is made by many figures: by two of its own sentence, or by the part that was meant.
        (!isRound || a === part || (a.sentence === rate.sentence && b.sentence === rate.sentence)),
    ),
  )
}

/** A share of what was spent is none of what came in, and the other way. */
const isOfOtherSide = (rate: Mention, whole: Mention | undefined, other: Mention): boolean =>
  SIDES.some(
    ([side, opposite]) =>
      side.test(rate.label) && whole !== undefined && side.test(whole.label) && opposite.test(other.label) && !side.test(other.label),
  )
const SIDES = [
  [/支出/, /收入/],
  [/收入/, /支出/],
] as const

/** 支出20,425万元…，公共安全支出18,178万元，占支出的89%: the part stands right before its share, and the text has one number of the base that it names. */
export function isNamed(reading: Reading, [part, whole]: readonly Mention[], rate: Mention): boolean {
  const base = /占([^，。；\d]{2,14}?)的?(?:比例|比重)?(?:的|为|达到?)*$/.exec(rate.label)?.[1]
  if (base === undefined || part === undefined || whole === undefined) return false
  // 完成17,447万元，占调整预算117.66%，占收入的61.04%: other shares of it may stand between.
  const areShares = reading.mentions
    .slice(part.index + 1, rate.index)
    .every(({ unit, label }) => unit.dimension === 'percent' && /^占/.test(label))
  if (!areShares || part.group !== rate.group || part.bracket !== rate.bracket || part.lead === '、') return false
  const words = base.replace(/^(?:本|全|其|该|年度|全年|当年|同期)+|总[量数额]?$|数$/g, '')
  if (words.length < 2) return false
  const named = before(reading, rate, 40, true).filter(
    (mention) => mention !== part && sameUnit(mention, part) && mention.label.replace(/[为是共计达]+$|完成$/, '').endsWith(words),
  )
  return named.includes(whole) && named.every(({ value }) => equals(value, whole.value))
}

/** 经费3,060万元，完成任务3,000万元的102%: part and whole stand side by side right before the share, so that no other two can be meant. */
export function isDecided([part, whole]: readonly Mention[], rate: Mention): boolean {
  if (part === undefined || whole === undefined || !sameUnit(part, whole) || part.unit.word === '') return false
  const [first, last] = part.index < whole.index ? [part, whole] : [whole, part]
  // 省级448条、市级968条，完成1,200条的118%: of the row together.
  return (
    last.index === rate.index - 1 &&
    first.index === last.index - 1 &&
    first.group === rate.group &&
    part.lead !== '、' &&
    first.bracket === last.bracket
  )
}
