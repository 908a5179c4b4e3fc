import { dividedBy, isPositive, plain, quantity } from '@/lib/domain/quantities'
import { around, meet, quotient } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt } from '@/lib/domain/text/places'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { NOUNS_OF_RATIOS } from '@/lib/domain/text/vocabulary/ratios'

const RATIO = /([生师医护床患警民辅])([生师医护床患警民辅])比(?:例)?(?:约?为|是|达到?|约)*(\d+(?:\.\d+)?)\s?[∶:：]\s?(\d+(?:\.\d+)?)/g
const HALF = quantity('0.5')
/** How many figures back the two are looked for. */
const FAR = 24

/** 生师比13.5:1, 医护比1:1.56: of the figures that go by the two nouns. It holds where any two of them make it. */
export const nounRatios = (reading: Reading): Relation[] =>
  [...reading.text.matchAll(RATIO)].slice(0, 200).flatMap((match): Relation[] => {
    const [, one = '', other = '', left = '', right = ''] = match
    const at = indexAt(reading, match.index)
    const near = reading.mentions.slice(Math.max(0, at - FAR), at).filter(({ hedge }) => hedge === null)
    const [firsts, seconds] = [of(near, one), of(near, other)]
    const [first, second] = [firsts.at(-1), seconds.at(-1)]
    const [a, b] = [quantity(left), quantity(right)]
    if (first === undefined || second === undefined || first === second || !isPositive(a) || !isPositive(b)) return []
    const isLarge = right === '1'
    if (!isLarge && left !== '1') return []
    const [printed, value] = isLarge ? [left, a] : [right, b]
    const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0
    const span = around(value, dividedBy(HALF, quantity(`1${'0'.repeat(decimals)}`)))
    const fits = (x: Mention, y: Mention): boolean => {
      const share = isLarge ? quotient(x.span, y.span) : quotient(y.span, x.span)
      return share !== null && meet(share, span)
    }
    const holds = firsts.some((x) => seconds.some((y) => fits(x, y)))
    const [more, less] = isLarge ? [first, second] : [second, first]
    const expected = isPositive(less.value) ? plain(dividedBy(more.value, less.value), Math.max(1, decimals)) : null
    const result = reading.mentions[at] ?? second
    return [{ kind: 'ratio', result, operands: [first, second], holds, certainty: 'plain', rule: 'ratio', expected }]
  })

const of = (near: readonly Mention[], sign: string): Mention[] => {
  const noun = NOUNS_OF_RATIOS[sign]
  return noun === undefined ? [] : near.filter(({ label, after }) => noun.test(label) || (label === '' && noun.test(after)))
}
