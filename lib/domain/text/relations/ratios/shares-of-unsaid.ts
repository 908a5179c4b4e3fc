import { dividedBy, hundred, isPositive, plain, times } from '@/lib/domain/quantities'
import { exactly, type Interval, meet, product, quotient } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf, tellingDigits } from '@/lib/domain/text/ratio'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isLevel } from '@/lib/domain/text/relations/by-digits/levels'
import { isBase } from '@/lib/domain/text/relations/growth-words'

/**
 * 货物7,240亿元，占全国采购规模的28.1%；工程13,630.4亿元，占全国采购规模的53.0%；服务…，占全国采购规模的18.9%: shares of a whole of one name that the text need
 * not print. What each makes of the whole must be one number: where all but one agree, that one is broken.
 */
export const sharesOfUnsaid = (reading: Reading): Relation[] => [...groupsOf(reading).values()].flatMap(ofGroup)

/** More shares of one name than any report has. */
const MOST = 20

type Item = { part: Mention; share: Mention; whole: Interval }
const NAMED = /占(?:到|了)?([^，。；：\d]{4,20}?)的?(?:比[重例])?(?:的|为|达到?|约|是)*$/

function groupsOf(reading: Reading): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const share of ratesOf(reading)) {
    const name = share.hedge === null && tellingDigits(share) > 1 ? NAMED.exec(share.label)?.[1] : undefined
    if (name === undefined || !isPositive(share.span.low)) continue
    const part = partOf(reading, share)
    const whole = part === undefined ? null : quotient(product(part.span, exactly(hundred)), share.span)
    if (part === undefined || whole === null) continue
    const key = `${name} ${part.unit.word}`
    const group = found.get(key)
    if (group === undefined) found.set(key, [{ part, share, whole }])
    else if (share.paragraph - (group.at(-1) as Item).share.paragraph < 3) group.push({ part, share, whole })
  }
  return found
}

/** The amount that the sentence is about: the nearest before its share that is no change. */
const partOf = (reading: Reading, share: Mention): Mention | undefined => {
  const [first] = before(reading, share, 5).filter(
    (mention) =>
      mention.sentence === share.sentence &&
      mention.bracket === share.bracket &&
      mention.unit.dimension === 'money' &&
      isPositive(mention.value) &&
      isLevel(reading, mention) &&
      !isBase(mention, reading),
  )
  return first
}

/** All but one agree on the whole. */
function ofGroup(group: readonly Item[]): Relation[] {
  if (group.length < 3 || group.length > MOST || group.some(({ part }) => !sameUnit(part, (group[0] as Item).part))) return []
  if (new Set(group.map(({ part }) => part)).size < group.length) return []
  const odd = group.filter((item) => {
    const others = group.filter((one) => one !== item)
    return !others.some(({ whole }) => meet(whole, item.whole)) && others.every((a) => others.every((b) => meet(a.whole, b.whole)))
  })
  const [item] = odd
  if (item === undefined || odd.length > 1) return []
  const other = group.find((one) => one !== item) as Item
  // The whole that the other makes, as its figure says it.
  const exact = dividedBy(times(item.part.value, other.share.value), other.part.value)
  const expected = plain(exact, Math.max(1, decimalsOf(item.share)))
  const operands = [item.part, other.part, other.share]
  return [{ kind: 'share', result: item.share, operands, holds: false, certainty: 'likely', rule: 'share', expected }]
}
