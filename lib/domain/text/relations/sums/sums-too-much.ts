import { hundred, moreThan } from '@/lib/domain/quantities'
import { added, relation, spanOf } from '@/lib/domain/text/adding'
import type { Row } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { mayOverlap } from '@/lib/domain/text/whole-sets'

/** 面向中小企业采购2,308万元，占85%，授予小微企业1,520万元，占56%: by their own shares they overlap. */
function haveLargeShares(parts: readonly Mention[], { mentions }: Reading): boolean {
  const shares = parts.flatMap(({ index, group }) => {
    const next = mentions[index + 1]
    return next?.unit.dimension === 'percent' && next.group === group && next.label.startsWith('占') ? [next] : []
  })
  return shares.length > 1 && moreThan(added(shares), hundred)
}

/** 签约45个，其中亿元以上36个，占80%；到位资金63亿元，到位率35%；新开工30个: behind ； and other figures it is told of something else. */
const isElsewhere = (part: Mention, last: Mention, { mentions }: Reading): boolean =>
  part.group !== last.group &&
  (mentions.slice(last.index + 1, part.index).some(({ unit, group }) => unit.dimension !== 'percent' && group !== last.group) ||
    // 其中满意1,767份，满意度93%；职工问卷回收1,000份: a rate of its own ends what is told of the first.
    (mentions[last.index + 1]?.group === last.group && /[率度]$/.test(mentions[last.index + 1]?.label ?? '')))

/** A row that may leave parts out, held against its total only where it comes to more. */
export function tooMuch(whole: Mention, row: Row, reading: Reading): Relation[] {
  const { parts } = row
  if (row.completeness === 'some' && parts.some((part, i) => i > 0 && isElsewhere(part, parts[i - 1] as Mention, reading))) return []
  if (!moreThan(spanOf(parts).low, whole.span.high)) return []
  const single = parts.find(({ span }) => moreThan(span.low, whole.span.high))
  if (single !== undefined && row.completeness !== 'all') return []
  return mayOverlap(parts, true) || haveLargeShares(parts, reading) ? [] : [relation(whole, parts, false, 'likely')]
}
