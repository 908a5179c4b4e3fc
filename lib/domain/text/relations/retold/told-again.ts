import { dividedBy, equals, plain } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isSlipOf } from '@/lib/domain/text/slip'
import { LEFT_SENSES, NOT_SAME_THING } from '@/lib/domain/text/vocabulary/told-again'

/** So many figures said with words of one sense are of many things: which of them is told again is not to be known. */
const MOST_OF_A_SENSE = 12

/**
 * 欠付污水处理费756万元, among the problems, where a chapter before says 欠付756万元: what was left undone or unpaid is told again where it is
 * explained. Drawn where both are said with a word of one sense, in one unit, the second number is nowhere else in the text, and is one
 * slip of the pen from the only number that was said so before.
 */
export const toldAgain = (reading: Reading): Relation[] => {
  const told = leftBySense(reading)
  return reading.mentions.flatMap((again): Relation[] => {
    const sense = senseOf(again)
    if (sense === null) return []
    const same = told.get(sense) ?? []
    if (same.length > MOST_OF_A_SENSE) return []
    const before = same.filter(
      ({ paragraph, unit }) => paragraph < again.paragraph && unit.word === again.unit.word && unit.dimension === again.unit.dimension,
    )
    const [first] = before.filter(({ value }) => isSlipOf(again, value))
    if (first === undefined || isSaidElsewhere(reading, again)) return []
    const expected = plain(dividedBy(first.value, unitOf(again)), 4)
    return [{ kind: 'count', result: again, operands: [first], holds: false, certainty: 'likely', rule: 'restated', expected }]
  })
}

const isSaidElsewhere = ({ mentions }: Reading, again: Mention): boolean =>
  mentions.some((other) => other !== again && other.unit.dimension === again.unit.dimension && equals(other.value, again.value))

/** By the sense of the word that they are said with. */
const leftBySense = once((reading: Reading): ReadonlyMap<number, readonly Mention[]> => {
  const found = new Map<number, Mention[]>()
  for (const mention of reading.mentions) {
    const sense = senseOf(mention)
    if (sense === null) continue
    const same = found.get(sense)
    if (same === undefined) found.set(sense, [mention])
    else same.push(mention)
  }
  return found
})

function senseOf({ label, unit, hedge }: Mention): number | null {
  if (hedge !== null || ['percent', 'points', 'score', 'years'].includes(unit.dimension) || NOT_SAME_THING.test(label)) return null
  const sense = LEFT_SENSES.findIndex((words) => words.test(label))
  return sense < 0 ? null : sense
}
