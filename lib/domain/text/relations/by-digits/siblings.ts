import { dividedBy, hundred, isPositive, moreThan, plain, times } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, decimalsOf, givesExactly, tellingDigits } from '@/lib/domain/text/ratio'
import { type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isChange } from '@/lib/domain/text/relations/growth-words'
import { isLevel } from './levels'

/**
 * 电话14,765件，占总数的54.89%；上报11,863件，占总数的44.10%；网站148件，占0.55%: shares told alike are of one whole. Which one it is tell those that
 * come out; the others are held against it.
 */
export function siblings(reading: Reading, drawn: ReadonlySet<Mention>): Relation[] {
  return groupsOf(reading).flatMap((group): Relation[] => {
    if (group.every(({ share }) => drawn.has(share))) return []
    const whole = wholeOf(reading, group)
    if (whole === null) return []
    return group.flatMap(({ part, share }): Relation[] => {
      if (drawn.has(share)) return []
      const holds = canGive(part.span, whole.span, share)
      if (!holds && isOtherwise(reading, part, share)) return []
      const expected = plain(dividedBy(times(part.value, hundred), whole.value), Math.max(2, decimalsOf(share)))
      return [{ kind: 'share', result: share, operands: [part, whole], holds, certainty: 'plain', rule: 'share', expected }]
    })
  })
}

type Item = { part: Mention; share: Mention; base: string }
const SHARE = /占(?:到|了|比)?([^，。；：\d]{0,18}?)的?(?:比[重例])?(?:的|为|达到?|约|是)*$/

/** Shares that follow one another and are of a whole of one name, or of none. */
function groupsOf(reading: Reading): Item[][] {
  const groups: Item[][] = []
  for (const share of ratesOf(reading)) {
    const base = share.hedge === null ? SHARE.exec(share.label)?.[1] : undefined
    const part = base === undefined ? undefined : partOf(reading, share)
    if (base === undefined || part === undefined) continue
    const item = { part, share, base }
    const open = groups.findLast(
      ([first], i) => i > groups.length - 4 && first !== undefined && isOfGroup(first, item, groups[i] as Item[]),
    )
    if (open === undefined) groups.push([item])
    else open.push(item)
  }
  return groups.filter(({ length }) => length > 1)
}

function partOf(reading: Reading, share: Mention): Mention | undefined {
  for (let i = share.index - 1; i >= Math.max(0, share.index - 3); i--) {
    const part = reading.mentions[i] as Mention
    if (part.group !== share.group) return undefined
    // 完成8.03亿元，同比增长23.35%，占全月收入的30.1%: how it grew stands between.
    if (part.unit.dimension === 'percent' && !isChange(part) && !/同比|环比/.test(part.label)) return undefined
    if (isLevel(reading, part)) return part
  }
  return undefined
}

function isOfGroup(first: Item, item: Item, group: readonly Item[]): boolean {
  const last = group.at(-1) as Item
  if (!sameUnit(first.part, item.part) || item.share.paragraph - last.share.paragraph > 3) return false
  const isNear = item.share.sentence === last.share.sentence
  if (item.base === '' || first.base === '') return isNear
  return item.base === first.base || (isNear && (item.base.endsWith('总数') || item.base.endsWith('总量')) && /总[数量]/.test(first.base))
}

const FAR_BACK = 40
const FAR_ON = 12
/** A share of three digits comes out by chance once in a thousand. */
const isTelling = ({ share }: Item): boolean => tellingDigits(share) > 2

/** The figure nearby of which most of the shares are, and at least two that tell; of two shares one that tells very surely. */
function wholeOf({ mentions }: Reading, group: readonly Item[]): Mention | null {
  const [first, last] = [(group[0] as Item).part, (group.at(-1) as Item).share]
  const parts = new Set(group.map(({ part }) => part))
  let best: Mention | null = null
  let most = 0
  const near = mentions.slice(Math.max(0, first.index - FAR_BACK), last.index + FAR_ON)
  for (const whole of near) {
    if (parts.has(whole) || !sameUnit(whole, first) || whole.hedge !== null || !isPositive(whole.value)) continue
    const held = group.filter(({ part, share }) => canGive(part.span, whole.span, share))
    const score = held.filter(isTelling).length
    const enough = score > 1 || (group.length === 2 && held.some(({ share }) => tellingDigits(share) > 3))
    if (enough && held.length > most && held.length * 2 >= group.length) [best, most] = [whole, held.length]
  }
  return best
}
/** Whether another figure nearby makes the share. */
const isOtherwise = ({ mentions }: Reading, part: Mention, share: Mention): boolean =>
  mentions
    .slice(Math.max(0, part.index - FAR_ON), share.index)
    .some(
      (whole) =>
        whole !== part && sameUnit(whole, part) && !moreThan(part.value, whole.value) && givesExactly(part.value, whole.value, share),
    )
