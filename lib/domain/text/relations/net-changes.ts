import { absolute, minus, type Quantity } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { CAME, WENT } from '@/lib/domain/text/vocabulary/flows'
import { difference } from './difference'

/**
 * 离岗14人、新招9人，净减少5人; 净减少57人（新招聘86人，调出143人）: what came less what went, or the other way. The two stand right before
 * the net change or alone in the bracket behind it.
 */
export const netChanges = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((net): Relation[] => {
    const isLess = /净(?:减|流出)[^，。；\d]{0,3}$/.test(net.label)
    if (!(isLess || /净(?:增|流入)[^，。；\d]{0,3}$/.test(net.label)) || net.hedge !== null) return []
    for (const [a, b] of pairsAt(reading, net)) {
      const came = [a, b].filter((one) => one !== undefined && CAME.test(one.label) && !WENT.test(one.label))
      const went = [a, b].filter((one) => one !== undefined && WENT.test(one.label))
      const [more, less] = isLess ? [went[0], came[0]] : [came[0], went[0]]
      if (more === undefined || less === undefined || ![more, less].every((one) => isLike(one, net))) continue
      const apart: Quantity = minus(more.value, less.value)
      return [difference(net, [more, less], meet(without(more.span, less.span), net.span), 'change', absolute(apart))]
    }
    return []
  })

const isLike = ({ hedge, unit }: Mention, { unit: own }: Mention): boolean => hedge === null && unit.word === own.word && own.word !== ''

function pairsAt({ mentions, brackets }: Reading, net: Mention): (readonly [Mention | undefined, Mention | undefined])[] {
  const [behind, last] = [mentions[net.index + 1], mentions[net.index + 2]]
  const isInBracket =
    behind !== undefined && brackets[behind.bracket]?.before === net.index && last?.bracket === behind.bracket && net.tail === '（'
  const before = [mentions[net.index - 2], mentions[net.index - 1]] as const
  const isBefore = before.every((one) => one !== undefined && one.group === net.group && one.bracket === net.bracket)
  return [...(isInBracket ? [[behind, last] as const] : []), ...(isBefore ? [before] : [])]
}
