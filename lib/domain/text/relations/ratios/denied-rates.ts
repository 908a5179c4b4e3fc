import { plus } from '@/lib/domain/quantities'
import { total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, givesExactly, shouldBe } from '@/lib/domain/text/ratio'
import { before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { NAMES_DENIED, SIDES } from '@/lib/domain/text/vocabulary/denied-rates'

/** 逮捕25人，不捕24人，不捕率48.98%: who was turned down, of those and of who was not, both told before it in one unit. */
export const deniedRates = (reading: Reading): Relation[] =>
  ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null || !NAMES_DENIED.test(rate.label)) return []
    const side = SIDES.find(([denied]) => denied.test(rate.label))
    const near = before(reading, rate, 10).filter(({ sentence, bracket }) => sentence >= rate.sentence - 1 && bracket === rate.bracket)
    if (side === undefined) return []
    const [no, yes] = side
    // 不起诉67件70人: of people where the rate says so, or where they are told of.
    const isNo = (one: Mention): boolean => no.test(nameOf(reading, one)) && !KINDS.test(nameOf(reading, one))
    const denied = near.filter(isNo)
    const pairs = denied.flatMap((one) => {
      const other = near.find((two) => !isNo(two) && sameUnit(one, two) && yes.test(nameOf(reading, two)) && !no.test(nameOf(reading, two)))
      return other === undefined || one.hedge !== null || other.hedge !== null ? [] : [[one, other] as const]
    })
    const gives = ([one, other]: readonly [Mention, Mention]): boolean =>
      canGive(one.span, total([one.span, other.span]), rate) || givesExactly(one.value, plus(one.value, other.value), rate)
    const made = pairs.find(gives)
    const pair = made ?? pairs.find(([one]) => one.unit.word === (/按件/.test(rate.label) ? '件' : '人')) ?? pairs[0]
    if (pair === undefined) return []
    const [one, other] = pair
    const name = `${NAMES_DENIED.exec(rate.label)?.[1] ?? ''}率`
    const expected = shouldBe(one.value, plus(one.value, other.value), rate)
    return [{ kind: 'rate', result: rate, operands: [one, other], holds: made !== undefined, certainty: 'plain', rule: name, expected }]
  })

/** 证据不足不起诉: a kind of them. */
const KINDS = /其中|法定|轻微|不足|附条件|含/
/** 不起诉67件70人: the second goes by the name of the first. */
const nameOf = ({ mentions }: Reading, mention: Mention): string =>
  mention.label === '' ? (mentions[mention.index - 1]?.label ?? '') : mention.label
