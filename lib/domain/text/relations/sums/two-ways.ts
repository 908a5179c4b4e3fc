import { relation, spanOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isChange } from '@/lib/domain/text/relations/growth-words'
import { CAME_IN, OF_MORE, TWO_WAYS } from '@/lib/domain/text/vocabulary/two-ways'

/**
 * 受理工单495件。…；按期回复480件、逾期回复15件: what came in went one of two ways, side by side in their clause and with no third. The whole is the
 * nearest figure before them that says what came in, in their sentence or the one before.
 */
export const twoWays = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((second): Relation[] => {
    const first = reading.mentions[second.index - 1]
    if (first === undefined || !areTwoWays(first, second) || !isSideBySide(reading, first, second)) return []
    const whole = wholeOf(reading, first)
    if (whole === undefined || OF_MORE.test(reading.text.slice(whole.end, second.end))) return []
    const parts = [first, second]
    return [relation(whole, parts, meet(spanOf(parts), whole.span), 'plain')]
  })

const wayOf = ({ label }: Mention): readonly [pair: number, side: number] | null => {
  for (const [i, [one, other]] of TWO_WAYS.entries()) {
    const [a, b] = [one.test(label), other.test(label)]
    if (a !== b) return [i, a ? 0 : 1]
  }
  return null
}

function areTwoWays(a: Mention, b: Mention): boolean {
  const [one, other] = [wayOf(a), wayOf(b)]
  return one !== null && other !== null && one[0] === other[0] && one[1] !== other[1]
}

/** In one clause, counted in one word, and no third of them behind. */
function isSideBySide({ mentions }: Reading, first: Mention, second: Mention): boolean {
  if (first.group !== second.group || first.bracket !== second.bracket || !/[，、]/.test(second.lead)) return false
  if (!isCounted(first) || !isCounted(second) || !sameUnit(first, second) || /其中|[上去]年/.test(second.label)) return false
  const third = mentions[second.index + 1]
  const before = mentions[first.index - 1]
  const isThird = (one: Mention | undefined): boolean =>
    one !== undefined && one.group === first.group && sameUnit(one, first) && one.lead === '、' && one.bracket === first.bracket
  return (
    !isThird(third) &&
    !(third?.group === first.group && third.lead === '，' && sameUnit(third, first)) &&
    !(first.lead === '、' && before?.group === first.group)
  )
}

const isCounted = ({ hedge, unit }: Mention): boolean =>
  hedge === null && ['things', 'people', 'households', 'visits'].includes(unit.dimension)

/** The nearest figure before them that tells of what came in; what went another way in a clause before is passed over. */
function wholeOf(reading: Reading, first: Mention): Mention | undefined {
  for (const mention of before(reading, first, 6)) {
    if (mention.sentence < first.sentence - 1 || mention.bracket !== first.bracket) return undefined
    if (!sameUnit(mention, first) || isChange(mention)) continue
    if (wayOf(mention) !== null && mention.group !== first.group) continue
    return mention.hedge === null && CAME_IN.test(mention.label) && !/其中|[上去]年|同期/.test(mention.label) ? mention : undefined
  }
  return undefined
}
