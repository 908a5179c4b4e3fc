import { dividedBy, hundred, isPositive, moreThan, plain, quantity, times } from '@/lib/domain/quantities'
import { product, quotient, scaled } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, decimalsOf, tellingDigits } from '@/lib/domain/text/ratio'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { rarityInto, rarityOf } from '@/lib/domain/text/slip'
import { isLevel } from './levels'

/**
 * 民生支出80,242万元，占到公共财政预算支出的81.68%, where the text calls the whole 一般公共预算支出98,240万元: a share whose whole no name tells. It is one of the
 * few figures before it that the part can be of; drawn as broken where one of the three is a slip from what the others make.
 */
export function loneShares(reading: Reading, explained: ReadonlySet<Mention>, results: ReadonlySet<Mention>): Relation[] {
  let tries = 0
  return ratesOf(reading).flatMap((share): Relation[] => {
    if (
      results.has(share) ||
      share.hedge !== null ||
      !isPositive(share.span.low) ||
      OF_PLAN.test(share.label) ||
      !SHARE.test(share.label) ||
      tellingDigits(share) < 3 ||
      tries > MOST_TRIES
    )
      return []
    const part = before(reading, share, 3).find(
      (mention) => mention.group === share.group && isPositive(mention.value) && isLevel(reading, mention),
    )
    if (part === undefined) return []
    const wholes = wholesFor(reading, part)
    tries += wholes.length
    const relation = (whole: Mention, holds: boolean): Relation => ({
      kind: 'share',
      result: share,
      operands: [part, whole],
      holds,
      certainty: 'likely',
      rule: 'share',
      expected: plain(dividedBy(times(part.value, hundred), whole.value), Math.max(2, decimalsOf(share))),
    })
    const made = wholes.find((whole) => canGive(part.span, whole.span, share))
    if (made !== undefined) return [relation(made, true)]
    const meant = wholes.find((whole) => rarest(share, part, whole, explained) >= RARE * wholes.length)
    return meant === undefined ? [] : [relation(meant, false)]
  })
}

const SHARE = /占(?:到|了|比)?[^，。；：\d]{0,18}?(?:的|为|达到?|约|是)*$|(?:占比|比重)(?:为|达到?|是)?$/
/** What was planned is another figure, that need not be printed. */
const OF_PLAN = /任务|计划|目标|预算数|年初|应|全[国省]/
const RARE = 100
const MOST_TRIES = 1_000

function rarest(share: Mention, part: Mention, whole: Mention, explained: ReadonlySet<Mention>): number {
  const exact = dividedBy(times(part.value, hundred), whole.value)
  const ofPart = scaled(product(share.span, whole.span), dividedBy(quantity('1'), hundred))
  const ofWhole = {
    low: dividedBy(times(part.span.low, hundred), share.span.high),
    high: dividedBy(times(part.span.high, hundred), share.span.low),
  }
  const ofShare = quotient(part.span, whole.span)
  return Math.max(
    moreThan(exact, hundred) || ofShare === null ? 0 : Math.max(rarityOf(share, exact), rarityInto(share, scaled(ofShare, hundred))),
    explained.has(part) ? 0 : rarityInto(part, ofPart),
    explained.has(whole) ? 0 : rarityInto(whole, ofWhole),
  )
}

/** The nearest figure of its unit before the part, and what each of the two sentences before begins with. */
function wholesFor(reading: Reading, part: Mention): readonly Mention[] {
  const back = before(reading, part, 24, true).filter(
    (mention) =>
      part.paragraph - mention.paragraph < 2 &&
      isPositive(mention.value) &&
      sameUnit(mention, part) &&
      mention.bracket === part.bracket &&
      isLevel(reading, mention),
  )
  const heads = [0, 1, 2].flatMap((ago) => back.findLast(({ sentence }) => sentence === part.sentence - ago) ?? [])
  return [...new Set([...back.slice(0, 1), ...heads])]
}
