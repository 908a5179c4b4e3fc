import { dividedBy, hundred, isZero, minus, one, plain, plus, type Quantity, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { type Interval, meet, product, quotient, scaled, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { between, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** A calculation written out: 生均成本16,163元（总支出5,120.60万元÷学生3,168人）; 1,126人×7.2万元=8,107.2万元. */
export function formulas(reading: Reading): Relation[] {
  return reading.mentions.flatMap((b): Relation[] => {
    const a = reading.mentions[b.index - 1]
    const sign = a === undefined ? undefined : SIGN.exec(between(reading, a, b))?.[1]
    if (a === undefined || sign === undefined || a.hedge !== null || b.hedge !== null) return []
    const [before, after] = [reading.mentions[a.index - 1], reading.mentions[b.index + 1]]
    // A chain of several is not read.
    if (
      [before, after].some(
        (other, i) => other !== undefined && SIGN.test(i === 0 ? between(reading, other, a) : between(reading, b, other)),
      )
    )
      return []
    const isBehind = after !== undefined && /^(?:[×x*÷/]100%)?[=＝]$/.test(between(reading, b, after).trim())
    const hung = reading.mentions[reading.brackets[a.bracket]?.before ?? -1]
    const result = isBehind ? after : a.bracket !== 0 && a.bracket === b.bracket && hung?.index === a.index - 1 ? hung : undefined
    if (result === undefined || result.hedge !== null) return []
    const made = makes(sign, a, b, result)
    if (made === null) return []
    const expected = plain(
      result.unit.dimension === 'percent' ? made.exact : dividedBy(made.exact, unitOf(result)),
      Math.max(2, decimalsOf(result)),
    )
    return [
      { kind: 'perUnit', result, operands: [a, b], holds: meet(made.span, result.span), certainty: 'plain', rule: 'formula', expected },
    ]
  })
}

const SIGN = /^[^，。；\d（）]{0,6}([÷/×＋+－-])[^，。；\d]{0,12}$/
const PLAIN_COUNTS = new Set(['people', 'visits', 'households', 'things', 'number', 'months', 'days', 'workdays', 'years'])
/** How many of its own unit: what is multiplied or divided by are numbers of things. */
const counted = ({ value, span, unit }: Mention): { value: Quantity; span: Interval } => ({
  value: dividedBy(value, unit.factor),
  span: scaled(span, dividedBy(one, unit.factor)),
})

function makes(sign: string, a: Mention, b: Mention, result: Mention): { exact: Quantity; span: Interval } | null {
  const isOne = a.unit.dimension === b.unit.dimension && a.unit.dimension === result.unit.dimension
  if (sign === '＋' || sign === '+') return isOne ? { exact: plus(a.value, b.value), span: total([a.span, b.span]) } : null
  if (sign === '－' || sign === '-') return isOne ? { exact: minus(a.value, b.value), span: without(a.span, b.span) } : null
  if (sign === '÷' || sign === '/') {
    const isShare = result.unit.dimension === 'percent' && a.unit.dimension === b.unit.dimension
    const isTimes = result.unit.word === '次' && a.unit.dimension === 'visits'
    const isMean = (result.unit.dimension === a.unit.dimension || isTimes) && PLAIN_COUNTS.has(b.unit.dimension)
    const by = isShare ? b : counted(b)
    const span = isZero(by.value) ? null : quotient(a.span, by.span)
    if (span === null || !(isShare || isMean)) return null
    return { exact: dividedBy(isShare ? times(a.value, hundred) : a.value, by.value), span: isShare ? scaled(span, hundred) : span }
  }
  const [number, price] = a.unit.dimension === result.unit.dimension ? [b, a] : [a, b]
  if (price.unit.dimension !== result.unit.dimension) return null
  const of = counted(number)
  return { exact: times(of.value, price.value), span: product(of.span, { low: price.value, high: price.value }) }
}
