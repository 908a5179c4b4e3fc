import { dividedBy, moreThan, plain, plus, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { STAGES } from '@/lib/domain/text/vocabulary/stages'

/**
 * 推进12个小区改造，其中已完工7个、在建3个、完成立项2个; 项目16个；已完工15个，1个正在扫尾: the numbers in their stages make up the
 * number of all. Drawn where two stages or more follow each other and the number of all is the last of its unit before them.
 */
export const stages = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((last): Relation[] => {
    const row = chainTo(reading, last)
    const [first] = row
    const next = reading.mentions[last.index + 1]
    if (first === undefined || (next !== undefined && next.group === last.group && sameThing(next, last))) return []
    const whole = before(reading, first, 4).find((mention) => sameThing(mention, first))
    if (whole === undefined || whole.sentence !== first.sentence || whole.hedge !== null || whole.bracket !== first.bracket) return []
    if (row.some(({ value }) => moreThan(value, whole.value)) || /其中|每|均|[上去]年|新增/.test(whole.label) || whole.lead === '、')
      return []
    const sum = row.reduce((made, { value }) => plus(made, value), zero)
    const holds = meet(total(row.map(({ span }) => span)), whole.span)
    const expected = plain(dividedBy(sum, unitOf(whole)))
    return [{ kind: 'sum', result: whole, operands: row, holds, certainty: 'likely', rule: 'parts', expected }]
  })

const sameThing = (a: Mention, b: Mention): boolean => sameUnit(a, b) && a.unit.word === b.unit.word && a.unit.dimension === 'things'
const saidOf = ({ label, after }: Mention): string => (/^(?:其中|有|尚有|仍有|另有)?$/.test(label) ? after : label)
const stageOf = (mention: Mention): number => STAGES.findLastIndex((stage) => stage.test(saidOf(mention)))

/** The numbers of different stages that end with this one; empty where there are fewer than two. */
function chainTo(reading: Reading, last: Mention): readonly Mention[] {
  const row: Mention[] = []
  const seen = new Set<number>()
  for (let i = last.index; i >= 0 && row.length < STAGES.length; i--) {
    const mention = reading.mentions[i] as Mention
    if (mention.unit.dimension === 'percent' && row.length > 0) continue
    if (mention.unit.dimension !== 'things' || mention.hedge !== null) break
    const stage = stageOf(mention)
    if (stage < 0 || seen.has(stage) || !sameThing(mention, last) || mention.group !== last.group) break
    seen.add(stage)
    row.unshift(mention)
  }
  return row.length > 1 && seen.has(0) ? row : []
}
