import { equals, hundred, minus, plain, plus, zero } from '@/lib/domain/quantities'
import { exactly, meet, total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isWholeSet } from '@/lib/domain/text/whole-sets'

/**
 * Shares of one whole make 100 %: 按30%、60%、10%分三期, 合格率 and 不合格率. Three parts that their own amounts stand beside
 * are held against those amounts, not here.
 */
export const percentSums = (reading: Reading): Relation[] => [
  ...complements(reading),
  ...instalments(reading),
  ...gradeShares(reading),
  ...withAmounts(reading),
]

const isPlain = ({ hedge, unit }: Mention): boolean => hedge === null && unit.dimension === 'percent'

/** 不合格率1.86%，合格率98.14%. */
function complements(reading: Reading): Relation[] {
  return reading.mentions.flatMap((rate): Relation[] => {
    const name = /([\u4e00-\u9fff]{2,8}率)(?:为|是|达到?)?$/.exec(rate.label)?.[1]
    if (name === undefined || !isPlain(rate)) return []
    const other = before(reading, rate, 3).find(
      (mention) => isPlain(mention) && mention.group === rate.group && isComplement(mention.label, name),
    )
    if (other === undefined) return []
    return [relation(rate, [other], 'complement')]
  })
}
const isComplement = (label: string, name: string): boolean => {
  const own = /([\u4e00-\u9fff]{2,8}率)(?:为|是|达到?)?$/.exec(label)?.[1]
  return own !== undefined && (own === `不${name}` || name === `不${own}`)
}

/** Percentages in a row that divide something up: 按30%、60%、10%分三期. */
function instalments(reading: Reading): Relation[] {
  return reading.mentions.flatMap((last): Relation[] => {
    if (!isPlain(last) || !/^(?:的比例|比例)?(?:分[一二三四五六七八九两\d]*[期批次年档]|分担|分配|分摊|分成|分期)/.test(last.after))
      return []
    const parts = [last]
    for (let i = last.index - 1; i >= 0; i--) {
      const mention = reading.mentions[i] as Mention
      if (!isPlain(mention) || mention.group !== last.group || mention.tail !== '、' || mention.after !== '') break
      parts.unshift(mention)
    }
    return parts.length < 2 ? [] : [relation(last, parts.slice(0, -1), 'hundred')]
  })
}

const WITH_AMOUNT = /^(?:计|即|共计?|为)$/
/** 中央60%计4,613.76万元，省级20%计1,537.92万元，市级…: shares by names that leave nothing out, each with its amount. */
function withAmounts({ mentions }: Reading): Relation[] {
  const isShare = (mention: Mention | undefined, group: number): mention is Mention =>
    mention !== undefined && isPlain(mention) && mention.group === group && mention.tail === '' && WITH_AMOUNT.test(mention.after)
  return mentions.flatMap((first): Relation[] => {
    if (!isShare(first, first.group) || isShare(mentions[first.index - 2], first.group)) return []
    const parts: Mention[] = []
    for (let i = first.index; isShare(mentions[i], first.group); i += 2) parts.push(mentions[i] as Mention)
    const last = parts.at(-1) as Mention
    return parts.length < 3 || !isWholeSet(parts) ? [] : [relation(last, parts.slice(0, -1), 'hundred')]
  })
}

const GRADED = /^(?:其?[前后中]|中间)[一二两三四五\d]*档/
/** 前两档合计占92.42%，后两档合计占1.45%，中间档占6.13%: each grade is in one of them. */
function gradeShares(reading: Reading): Relation[] {
  return reading.mentions.flatMap((last): Relation[] => {
    if (!isPlain(last) || !GRADED.test(last.label)) return []
    const next = reading.mentions[last.index + 1]
    if (next !== undefined && GRADED.test(next.label) && next.group === last.group) return []
    const parts = [
      last,
      ...before(reading, last, 4).filter((mention) => isPlain(mention) && mention.group === last.group && GRADED.test(mention.label)),
    ]
    return parts.length < 3 ? [] : [relation(last, parts.slice(1), 'hundred')]
  })
}

function relation(result: Mention, others: readonly Mention[], rule: string): Relation {
  const sum = total([result.span, ...others.map(({ span }) => span)])
  const rest = others.reduce((left, { value }) => plus(left, value), zero)
  const exact = equals(plus(rest, result.value), hundred)
  return {
    kind: 'shares',
    result,
    operands: others,
    holds: exact || meet(sum, exactly(hundred)),
    certainty: 'plain',
    rule,
    expected: plain(minus(hundred, rest), 4),
  }
}
