import { absolute, minus, type Quantity } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { CAME, WENT } from '@/lib/domain/text/vocabulary/flows'

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
    return ofKinds(reading, net, isLess)
  })

/** 职工增加4.3万人，增长4.89%，居民减少3.1万人，下降1.05%，总量净增1.2万人: what some kinds gained and others lost, each but for its rate right before the next. */
function ofKinds(reading: Reading, net: Mention, isLess: boolean): Relation[] {
  const row = before(reading, net, 8).filter(({ group, unit }) => group === net.group && unit.dimension !== 'percent')
  const [last, first] = row
  if (last === undefined || first === undefined || !isLike(last, net) || !isLike(first, net)) return []
  const more = [last, first].find(({ label }) => /增加$/.test(label))
  const less = [last, first].find(({ label }) => /减少$/.test(label))
  const isOther = (mention: Mention | undefined): boolean => mention !== undefined && /(?:增加|减少)$/.test(mention.label)
  if (more === undefined || less === undefined || isOther(row[2]) || !/总|合计|两者|相抵/.test(net.label)) return []
  const [high, low] = isLess ? [less, more] : [more, less]
  return [difference(net, [high, low], meet(without(high.span, low.span), net.span), 'change', absolute(minus(high.value, low.value)))]
}

const isLike = ({ hedge, unit }: Mention, { unit: own }: Mention): boolean => hedge === null && unit.word === own.word && own.word !== ''

function pairsAt({ mentions, brackets }: Reading, net: Mention): (readonly [Mention | undefined, Mention | undefined])[] {
  const [behind, last] = [mentions[net.index + 1], mentions[net.index + 2]]
  const isInBracket =
    behind !== undefined && brackets[behind.bracket]?.before === net.index && last?.bracket === behind.bracket && net.tail === '（'
  const before = [mentions[net.index - 2], mentions[net.index - 1]] as const
  const isBefore = before.every((one) => one !== undefined && one.group === net.group && one.bracket === net.bracket)
  return [...(isInBracket ? [[behind, last] as const] : []), ...(isBefore ? [before] : [])]
}
