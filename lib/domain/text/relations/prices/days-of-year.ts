import { dividedBy, plain, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { exactly, meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { mentionAt, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** 每生每天4元，在校时间200天，每生每年800元: what a day costs, so many days, what a year costs, one behind the other in a sentence. */
export const daysOfYear = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((days): Relation[] => {
    const [daily, yearly] = [mentionAt(reading, days.index - 1), mentionAt(reading, days.index + 1)]
    if (days.unit.dimension !== 'days' || daily === undefined || yearly === undefined || !sameUnit(daily, yearly)) return []
    if (![daily, days, yearly].every((one) => one.hedge === null && one.sentence === days.sentence)) return []
    if (daily.unit.dimension !== 'money' || !DAILY.test(daily.label) || !YEARLY.test(yearly.label) || OTHER.test(days.label)) return []
    return [made(daily, days, yearly)]
  })

const DAILY = /每[天日][^，。；\d]{0,4}$/
const YEARLY = /每年|(?:全年|一年)[^，。；\d]{0,8}(?:每[人生]|人均|生均)/
/** 提前10天, 平均住院8天: no days of a year. */
const OTHER = /提前|平均|均|缩短|延长|第|每|内/

function made(daily: Mention, days: Mention, yearly: Mention): Relation {
  // A price is as it is printed.
  const exact = times(daily.value, days.value)
  const expected = plain(dividedBy(exact, unitOf(yearly)), 2)
  const holds = meet(exactly(exact), yearly.written.includes('.') || yearly.scaled ? yearly.span : exactly(yearly.value))
  return { kind: 'perUnit', result: yearly, operands: [daily, days], holds, certainty: 'plain', rule: 'perUnit', expected }
}
