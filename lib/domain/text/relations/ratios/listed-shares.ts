import {
  atMost,
  dividedBy,
  equals,
  hundred,
  isPositive,
  minus,
  plain,
  plus,
  type Quantity,
  quantity,
  times,
  zero,
} from '@/lib/domain/quantities'
import { exactly } from '@/lib/domain/text/interval'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { canGive, decimalsOf } from '@/lib/domain/text/ratio'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isWholeSet } from '@/lib/domain/text/whole-sets'

/**
 * 甲费318.6万元，占26.9%；乙费492.3万元，占41.57%；…: parts of one whole that need not be printed, since it is their sum. That the
 * list is complete is known where its shares make 100 %, or where all shares but one are those of the sum.
 */
export const listedShares = once((reading: Reading): Relation[] => listsIn(reading).flatMap(ofList))

type Item = readonly [part: Mention, share: Mention]
const SHARE = /^(?:各)?占(?:比)?(?:为|达到?|约)?$/
/** The first of a list may say of what: 占全部支出的89%. */
const FIRST_SHARE = /^占([^，。；\d]{2,10})的$/
/** What was said of one whole ends with its sentence. */
const isOfOtherBase = ([first]: readonly Item[], share: Mention): boolean =>
  first !== undefined && FIRST_SHARE.test(first[1].label) && first[1].sentence !== share.sentence
const FEWEST = 3
/** How many figures on the next share stands: its part, and one said of the one before. */
const FARTHEST = 3

function listsIn(reading: Reading): Item[][] {
  const { mentions, brackets } = reading
  const lists: Item[][] = []
  let list: Item[] = []
  for (const share of mentions) {
    const part = mentions[share.index - 1]
    const base = FIRST_SHARE.exec(share.label)?.[1]
    // Of a whole that is said elsewhere each share is held against it.
    if (base !== undefined && knownAs(reading, base) !== null) continue
    if (part === undefined || !isItem(part, share, brackets, base === undefined ? SHARE : FIRST_SHARE)) continue
    if (list.length > 0 && (base !== undefined || isOfOtherBase(list, share))) {
      lists.push(list)
      list = []
    }
    const last = list.at(-1)?.[1]
    if (
      last !== undefined &&
      (share.index - last.index > FARTHEST || share.paragraph - last.paragraph > 1 || !sameUnit(part, list[0]?.[0] as Mention))
    ) {
      lists.push(list)
      list = []
    }
    list.push([part, share])
  }
  return [...lists, list].filter(
    (items) =>
      items.length >= FEWEST ||
      isWholeSet(items.map(([part]) => part)) ||
      // 直办37,527件，占52.7%，转办33,657件，占47.3%: two that make up what stands before them, or all by their shares.
      (items.length === 2 && (equals(sum(items.map(([, share]) => share)), hundred) || makeUp(reading, items))),
  )
}

const makeUp = ({ mentions }: Reading, items: readonly Item[]): boolean => {
  const [[first]] = items as readonly [Item]
  const whole = sum(items.map(([part]) => part))
  return mentions
    .slice(Math.max(0, first.index - 4), first.index)
    .some((mention) => sameUnit(mention, first) && mention.sentence >= first.sentence - 1 && equals(mention.value, whole))
}

const isItem = (part: Mention, share: Mention, brackets: Reading['brackets'], words: RegExp): boolean =>
  share.unit.dimension === 'percent' &&
  share.hedge === null &&
  part.hedge === null &&
  part.group === share.group &&
  (part.bracket === share.bracket || brackets[share.bracket]?.before === part.index) &&
  // 社会救助10,592.40万元（65%）: alone in its bracket it is a share too.
  (words.test(share.label) || (share.label === '' && share.tail === '）' && brackets[share.bracket]?.before === part.index)) &&
  !['percent', 'points', 'number'].includes(part.unit.dimension)

function ofList(list: readonly Item[]): Relation[] {
  const parts = list.map(([part]) => part)
  const whole = sum(parts)
  if (!isPositive(whole)) return []
  let broken = 0
  const drawn = list.map(([part, share]): Relation => {
    const holds = canGive(part.span, exactly(whole), share)
    // Where one does not hold, the part that it is of is named first. Those that hold have the list itself in common.
    const operands = holds || broken++ > MOST_BROKEN ? parts : [part, ...parts.filter((other) => other !== part)]
    const expected = plain(dividedBy(times(part.value, hundred), whole), Math.max(2, decimalsOf(share)))
    return { kind: 'share', result: share, operands, holds, certainty: 'plain', rule: 'listed', expected }
  })
  const isWhole = isNearly(minus(hundred, sum(list.map(([, share]) => share))))
  return isWhole || drawn.filter(({ holds }) => !holds).length === 1 ? drawn : []
}
const sum = (mentions: readonly Mention[]): Quantity => mentions.reduce((made, { value }) => plus(made, value), zero)
/** More than anybody is told of one list. */
const MOST_BROKEN = 20
const MOST_ROUNDED = quantity('0.1')
const isNearly = (apart: Quantity): boolean => atMost(apart, MOST_ROUNDED) && atMost(minus(zero, apart), MOST_ROUNDED)
