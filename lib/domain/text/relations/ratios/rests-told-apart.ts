import { plus } from '@/lib/domain/quantities'
import { total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { canGive, shouldBe } from '@/lib/domain/text/ratio'
import { mentionAt, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/**
 * 部门支出10,282.59万元，支出进度89.45% in one paragraph and 部门结余1,212.39万元，结余率10.55% in another: the whole is nowhere said, it is what was spent
 * and what is left, under one name. Drawn where one of the two rates comes out.
 */
export const restsToldApart = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    const own = ownOf(reading, rate)
    const twin = own === null ? null : twinOf(reading, own)
    if (own === null || twin === null) return []
    const whole = total([own.span, twin.span])
    const other = mentionAt(reading, twin.index + 1)
    const holds = canGive(own.span, whole, rate)
    if (!holds && !(other !== undefined && ownOf(reading, other) === twin && canGive(twin.span, whole, other))) return []
    const expected = shouldBe(own.value, plus(own.value, twin.value), rate)
    return [{ kind: 'rate', result: rate, operands: [own, twin], holds, certainty: 'likely', rule: nameOf(rate), expected }]
  })

const NAME = /^(支[出付]|执行|结余|结转|剩余)(?:率|进度|比例)(?:为|达到?|是)?$/
const nameOf = ({ label }: Mention): string => label.replace(/(?:为|达到?|是)$/, '')
const SPENT = /支[出付]|执行/
const LEFT = /结余|结转|剩余/

/** The amount right before a rate that goes by its word. */
function ownOf(reading: Reading, rate: Mention): Mention | null {
  const word = NAME.exec(rate.label)?.[1]
  const own = word === undefined ? undefined : mentionAt(reading, rate.index - 1)
  if (word === undefined || own === undefined || rate.hedge !== null || own.hedge !== null) return null
  if (own.group !== rate.group || own.bracket !== rate.bracket || own.unit.dimension !== 'money') return null
  return (LEFT.test(word) ? LEFT : SPENT).test(own.label) ? own : null
}

/** What is called 部门 without the word for spending or for what is left, the nearest. */
function twinOf(reading: Reading, own: Mention): Mention | null {
  const isLeft = LEFT.test(own.label)
  const all = (byName(reading).get(plainName(own)) ?? []).filter((one) => LEFT.test(one.label) !== isLeft && sameUnit(one, own))
  const apart = ({ index }: Mention): number => Math.abs(index - own.index)
  return all.reduce<Mention | null>((near, one) => (near === null || apart(one) < apart(near) ? one : near), null)
}
const plainName = ({ label }: Mention): string => label.replace(SPENT, '').replace(LEFT, '')
const byName = once((reading: Reading): ReadonlyMap<string, readonly Mention[]> => {
  const found = new Map<string, Mention[]>()
  for (const mention of reading.mentions) {
    if (mention.unit.dimension !== 'money' || mention.hedge !== null) continue
    if (!SPENT.test(mention.label) && !LEFT.test(mention.label)) continue
    const name = plainName(mention)
    if (name.length > 1) found.set(name, [...(found.get(name) ?? []), mention])
  }
  return found
})
