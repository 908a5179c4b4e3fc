import { dividedBy, equals, moreThan, plain } from '@/lib/domain/quantities'
import { lately } from '@/lib/domain/reading/lately'
import { unitOf } from '@/lib/domain/text/adding'
import { isSameNoun } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { digitsIn } from '@/lib/domain/text/ratio'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { rarityOf } from '@/lib/domain/text/slip'
import { kindOf, levelsOf } from './levels'

/**
 * 发放补助资金278.8万元 in one chapter and 发放补助资金728.8万元 in another: one amount told again in nearly the same words. Drawn where the
 * second number is a slip of the first, too rare for two amounts to be so alike by chance; the number that is told more often, or first, is
 * held to be right.
 */
export function retold(reading: Reading, explained: ReadonlySet<Mention>): Relation[] {
  const broken: Relation[] = []
  let tries = 0
  for (const all of byKind(reading).values()) {
    for (const [at, again] of all.entries()) {
      if (explained.has(again) || digitsIn(again) < 3) continue
      const near = all.slice(Math.max(0, at - FARTHEST), at + FARTHEST)
      if (near.some((other) => other !== again && equals(other.value, again.value))) continue
      tries += near.length
      if (tries > MOST_TRIES) return broken
      const right = firstTold(reading, again, near)
      if (right === undefined) continue
      const expected = plain(dividedBy(right.value, unitOf(again)), 4)
      broken.push({ kind: 'count', result: again, operands: [right], holds: false, certainty: 'likely', rule: 'restated', expected })
    }
  }
  return broken
}

/** The figure that another tells again with a slip: one of its name, or one told so often and so alike that no other is meant. */
function firstTold(reading: Reading, again: Mention, near: readonly Mention[]): Mention | undefined {
  const copies = (mention: Mention): number => near.filter((one) => one !== again && equals(one.value, mention.value)).length
  const others = near.filter((other) => other !== again && isOfOneMood(again, other) && !isPartOf(again, other))
  let values = 0
  return others.find((other) => {
    // Hardly any is a slip of it: the rest is asked of few.
    const rarity = rarityOf(again, other.value)
    if (rarity === 0) return false
    if (isAhead(reading, again) !== isAhead(reading, other)) return false
    const told = copies(other)
    if (told < 2 && other.index > again.index) return false
    values ||= new Set(others.map(({ value }) => plain(value, 4))).size
    const isNamed = isNamedAs(again, other)
    if (isNamed && rarity >= (told > 1 ? TOLD_OFTEN : TOLD_ONCE)) return true
    return rarity >= values * (told > 1 ? UNNAMED_OFTEN : UNNAMED_ONCE)
  })
}

/** 参加2,150人次，其中培训1,250人次: what is a part of a figure is not that figure. */
const isPartOf = (one: Mention, other: Mention): boolean => {
  const [whole, part] = one.index < other.index ? [one, other] : [other, one]
  return part.sentence === whole.sentence && /^(?:其中|包括)/.test(part.label) && !moreThan(part.value, whole.value)
}

const TOLD_ONCE = 1_000
const TOLD_OFTEN = 200
const UNNAMED_ONCE = 300
const UNNAMED_OFTEN = 60
const FARTHEST = 40
const MOST_TRIES = 4_000

function byKind(reading: Reading): Map<string, Mention[]> {
  const found = new Map<string, Mention[]>()
  for (const mention of [...levelsOf(reading).values()].flat().sort((a, b) => a.index - b.index)) {
    const kind = kindOf(mention)
    const all = found.get(kind)
    if (all === undefined) found.set(kind, [mention])
    else all.push(mention)
  }
  return found
}

/** Words around a name that say nothing of what it is of. */
const AROUND =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[一二三四五六七八九十]、|其中|截[至止][^，。；]{0,4}|(?:19|20)\d{2}年度?|全年|年度|本年|当年|今年|我?[省市县区镇乡局]|全[省市县区镇乡])+|(?:总额|合计|共计|总计|总数|数额?|资金|金额)?(?:共|约|达|为|是|有|了|于)*$/g
/** What is told of a figure: before it, or, where nothing stands before it, right behind it. */
const nameOf = ({ label, after }: Mention): string => {
  const own = label.replace(AROUND, '').replace(/实际|累计|完成|共|已|全部|[的了]/g, '')
  return own.length > 1 ? own : after.replace(AROUND, '').slice(0, 8)
}
/** Not of another time, and not one planned where the other was done. */
const OTHER = [/预算|计划|任务|目标|应|核定|编制|年初/, /[上去]年|(?:19|20)\d{2}年|月|季度|半年/, /结[转余]|剩余/, /[不未无非]/]
/** 2024年拟新增5,000件，达到47,600件: what is to come is not told before. */
const isAhead = ({ text, sentences, year }: Reading, { sentence, start }: Mention): boolean => {
  const before = text.slice(sentences[sentence]?.start ?? 0, start).slice(-FAR_AHEAD)
  return AHEAD.test(before) || (year !== null && before.includes(`${year + 1}年`))
}
const AHEAD = /拟|明年|下一?年度?(?!结)|力争|计划到/
const FAR_AHEAD = 80
const isOfOneMood = (a: Mention, b: Mention): boolean => moodOf(a.label) === moodOf(b.label)
const moodOf = lately((label) => OTHER.map((words) => words.test(label)).join())
function isNamedAs(a: Mention, b: Mention): boolean {
  const [one, other] = [nameOf(a), nameOf(b)]
  if (one.length < 4 || other.length < 4) return false
  return one === other || isSameNoun(one, other) || (Math.min(one.length, other.length) > 3 && (one.endsWith(other) || other.endsWith(one)))
}
