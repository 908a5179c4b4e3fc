import { minus } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { IDENTITIES } from '@/lib/domain/text/vocabulary/identities'

/**
 * 净资产 is 资产 less 负债, 顺差 is 出口 less 进口: what a name itself says of two figures before it in its clauses. What follows 其中 is of the
 * figure before it and passed over.
 */
export const identities = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((result): Relation[] => {
    const identity = IDENTITIES.find(({ result: name }) => name.test(result.label))
    if (identity === undefined || result.hedge !== null || identity.unless?.test(wordsAround(reading, result)) === true) return []
    const all = before(reading, result, NEAR)
    // 其中出口28.9亿元、进口13.9亿元，顺差15亿元: where the two are nowhere else they may be of such a list.
    const pair = pairIn(withoutAmongWhich(reading, all), result, identity) ?? pairIn(all, result, identity)
    if (pair === null) return []
    const [whole, taken] = pair
    const owner = result.label.replace(identity.result, '').replace(WHEN, '')
    if (owner !== '' && !whole.label.includes(owner)) return []
    return [difference(result, [whole, taken], meet(without(whole.span, taken.span), result.span), 'rest', minus(whole.value, taken.value))]
  })

/** The one figure of each name in the result's clauses; null where there are several, or others stand among them. */
function pairIn(all: readonly Mention[], result: Mention, { of, less }: (typeof IDENTITIES)[number]): readonly [Mention, Mention] | null {
  const near = all.filter(
    (mention) =>
      mention.group === result.group && mention.bracket === result.bracket && mention.hedge === null && sameUnit(mention, result),
  )
  const called = (name: RegExp) => near.filter(({ label }) => name.test(label) && !OTHER.test(label))
  const [[whole, second], [taken, another]] = [called(of), called(less)]
  if (whole === undefined || taken === undefined || second !== undefined || another !== undefined) return null
  return PART.test(whole.label) || PART.test(taken.label) || !areBeside([whole, taken], near) ? null : [whole, taken]
}

const NEAR = 12
const OTHER = /[上去往]年|同期|年初|期初|预算|计划|[增减]|累计/
/** One of several incomes or expenditures. */
const PART = /财政拨款|补助|事业(?!性|单位)|经营|其他|非税|利息|基本支出|项目支出/
/** Words before a name that do not say whose it is. */
const WHEN = /^(?:(?:19|20)\d{2}年|截至|[本全当]年|年[末底]|期末|[末底]|度|实现|形成|的|单位|部门|全[省市县区州镇局院校])+/

/** Nothing of their unit stands between the two, and behind them only what they are compared with. */
const areBeside = ([a, b]: readonly [Mention, Mention], near: readonly Mention[]): boolean =>
  near.every(
    (mention) =>
      mention === a ||
      mention === b ||
      mention.index < Math.min(a.index, b.index) ||
      (mention.index > Math.max(a.index, b.index) && /[比较增减]/.test(mention.label)),
  )

/** 其中固定资产3,000万元、流动资产1,800万元: leaves out each list that 其中 begins. The nearest first, as they came. */
function withoutAmongWhich({ text }: Reading, near: readonly Mention[]): Mention[] {
  let inList = false
  const kept = near.toReversed().filter((mention) => {
    const from = mention.start - mention.label.length
    inList = /其中/.test(mention.label) || /其中[：:]$/.test(text.slice(from - 3, from)) || (inList && mention.lead === '、')
    return !inList
  })
  return kept.toReversed()
}

/** The words of its sentence and the one before, so far as they are near. */
function wordsAround({ text, sentences }: Reading, { start, end, sentence }: Mention): string {
  const from = sentences[Math.max(0, sentence - 1)]?.start ?? 0
  return text.slice(Math.max(from, start - 200), Math.min(sentences[sentence]?.end ?? end, end + 60))
}
