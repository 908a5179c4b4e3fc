import { minus } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { IDENTITIES } from '@/lib/domain/text/vocabulary/identities'
import { difference } from './difference'

/** 净资产 is 资产 less 负债, 顺差 is 出口 less 进口: what a name itself says of two figures right before it in its clauses. */
export const identities = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((result): Relation[] => {
    const identity = IDENTITIES.find(({ result: name }) => name.test(result.label))
    if (identity === undefined || result.hedge !== null) return []
    const near = before(reading, result, 4).filter(
      (mention) =>
        mention.group === result.group && mention.bracket === result.bracket && mention.hedge === null && sameUnit(mention, result),
    )
    const of = near.filter(({ label }) => identity.of.test(label) && !OTHER.test(label))
    const less = near.filter(({ label }) => identity.less.test(label) && !OTHER.test(label))
    const [whole, taken] = [of[0], less[0]]
    if (whole === undefined || taken === undefined || of.length > 1 || less.length > 1 || !areBeside([whole, taken], near)) return []
    return [difference(result, [whole, taken], meet(without(whole.span, taken.span), result.span), 'rest', minus(whole.value, taken.value))]
  })

const OTHER = /[上去往]年|同期|年初|期初|预算|计划|[增减]|累计/
/** Nothing of their unit stands between the two. */
const areBeside = ([a, b]: readonly [Mention, Mention], near: readonly Mention[]): boolean =>
  !near.some(({ index }) => index > Math.min(a.index, b.index) && index < Math.max(a.index, b.index))
