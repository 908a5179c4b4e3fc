import { relation, spanOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * 一批3,374.3万元（其中建筑工程3,292万元），二批2,069.5万元（其中建筑工程1,975.8万元），合计…（其中建筑工程…）: what the brackets of all parts say
 * under one name makes up what the total's bracket says under it.
 */
export function sumsOfBrackets(reading: Reading, totals: readonly Relation[]): Relation[] {
  const inBracket = new Map<number, Mention>()
  for (const mention of reading.mentions) {
    const bracket = mention.bracket === 0 ? undefined : reading.brackets[mention.bracket]
    if (bracket !== undefined && bracket.before === mention.index - 1) inBracket.set(bracket.before, mention)
  }
  return totals.flatMap(({ holds, result, operands }): Relation[] => {
    const whole = holds && operands.length > 1 ? inBracket.get(result.index) : undefined
    if (whole === undefined || whole.hedge !== null || nameOf(whole).length < 2) return []
    const parts = operands.flatMap(({ index }) => inBracket.get(index) ?? [])
    const isRow =
      parts.length === operands.length &&
      parts.every(
        (part) => part.hedge === null && sameUnit(part, whole) && nameOf(part) === nameOf(whole) && part.bracket !== whole.bracket,
      )
    return isRow ? [relation(whole, parts, meet(spanOf(parts), whole.span), 'plain')] : []
  })
}

const nameOf = ({ label }: Mention): string => label.replace(/^(?:其中|含)[:：]?|[为计共]+$/g, '')
