import { moreThan } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt } from '@/lib/domain/text/places'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** What is named behind 其中 is no more than what it is a part of. */
export function subsets(reading: Reading): Relation[] {
  return [...reading.text.matchAll(/其中[:：]?/g)].flatMap((mark): Relation[] => {
    const from = mark.index + mark[0].length
    const next = indexAt(reading, from)
    const part = reading.mentions[next]
    // 其中已付分别为9万元、6万元: each is of another.
    if (part === undefined || /分别|依次/.test(part.label) || part.start - from > 40 || /[。\n]/.test(reading.text.slice(from, part.start)))
      return []
    const head = reading.mentions[next - 1]
    if (head === undefined) return []
    const inBracket = part.bracket !== 0
    const found: Relation[] = []
    for (let i = next; i < next + 8; i++) {
      const one = reading.mentions[i]
      if (one === undefined || one.group !== part.group || one.bracket !== part.bracket) break
      if (i > next && one.lead === '，' && !inBracket) break
      const whole = wholeOf(reading, one, mark.index)
      // 其中本级48个项目评价为优的有37个、…: what stands first in the row is the whole of those behind it, whatever stands before.
      const isOfFirst = i > next && part.lead !== one.lead && one.lead === '' && sameUnit(part, one)
      if (isOfFirst) break
      if (whole === undefined || !isPlain(one) || NO_PART.test(one.label) || isOfOtherRole(one, whole)) continue
      found.push({
        kind: 'sum',
        result: one,
        operands: [whole],
        holds: !moreThan(one.span.low, whole.span.high) || hasLarger(reading, one, whole),
        certainty: 'likely',
        rule: 'subset',
        expected: null,
      })
    }
    return found
  })
}

/** 受理13,250件，…未结530件。其中刑事案件1,060件: behind 。 and ； 其中 may go on from any figure of the clauses before. */
const hasLarger = ({ text, mentions }: Reading, part: Mention, whole: Mention): boolean =>
  /[。；]/.test(text.slice(whole.end, part.start)) &&
  mentions
    .slice(Math.max(0, whole.index - 6), whole.index)
    .some((mention) => mention.paragraph === whole.paragraph && sameUnit(mention, part) && !moreThan(part.span.low, mention.span.high))

/** 图书采购400万元、馆舍维护100万元。其中图书采购预算450万元: what was planned is no part of what was spent. */
const PLANNED = /预算|合同|概算/
const isOfOtherRole = (part: Mention, whole: Mention): boolean => PLANNED.test(part.label) && !PLANNED.test(whole.label)
const isPlain = ({ hedge }: Mention): boolean => hedge === null || hedge === 'about'
const NO_PART = /节约|结余|结转|剩余|每|均|单价|[上去]年|增|减|累计|目标|计划|比|较|超过/

/** The last figure of its unit before 其中, in the same sentence or the one that 其中 goes on from. */
function wholeOf(reading: Reading, part: Mention, at: number): Mention | undefined {
  for (let i = part.index - 1, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const mention = reading.mentions[i] as Mention
    if (mention.end > at) continue
    // 年末在岗30人（含借调2人），其中党员21人: what stands in a bracket by itself is over.
    if (mention.bracket !== part.bracket && mention.bracket !== reading.brackets[part.bracket]?.outer) continue
    if (mention.paragraph !== part.paragraph) return undefined
    if (sameUnit(mention, part) && mention.unit.word === part.unit.word && !['percent', 'points', 'score'].includes(part.unit.dimension))
      return isPlain(mention) && !NO_PART.test(mention.label) ? mention : undefined
  }
  return undefined
}
