import { dividedBy, equals, isPositive, negated, plain, plus, type Quantity, quantity, smaller, times, zero } from '@/lib/domain/quantities'
import { around, exactly, type Interval, without } from './interval'
import type { Mention } from './mentions'
import { once } from './once'
import type { Relation } from './relation'
import { isSubtracted } from './whole-sets'

/**
 * Where the sum may lie. Digits that a row leaves out are noughts (6,380.6 beside 2,636.05), so that each part is as sure as
 * the finest of its unit; units mixed (亿元 and 万元) are as sure as each is printed.
 */
export function spanOf(parts: readonly Mention[]): Interval {
  return addend(parts)(exactly(zero), ...parts)
}
/** How parts are added on to a sum, each as sure as the finest of its unit among them all. */
export function addend(all: readonly Mention[]): (sum: Interval, ...parts: readonly Mention[]) => Interval {
  const finest = new Map<string, Quantity>()
  const kinds = new Map(all.map((part) => [part, kindOf(part)]))
  for (const [part, kind] of kinds) finest.set(kind, smaller(finest.get(kind) ?? part.step, part.step))
  return (sum, ...parts) =>
    parts.reduce<Interval>((added, part) => {
      const exact = equals(part.span.low, part.span.high)
      const step = finest.get(kinds.get(part) ?? '') ?? part.step
      const span = exact || part.hedge !== null ? part.span : around(part.value, times(step, HALF))
      return isSubtracted(part) ? without(added, span) : { low: plus(added.low, span.low), high: plus(added.high, span.high) }
    }, sum)
}
/** 万元 and 亿元 are two: each is printed as finely as it is. */
const kindOf = ({ unit, scaled, written }: Mention): string => (scaled ? written.replace(/[\d.,]+/, '') : unit.word)
const HALF = quantity('0.5')
export const added = (parts: readonly Mention[]): Quantity =>
  parts.reduce((sum, part) => plus(sum, isSubtracted(part) ? negated(part.value) : part.value), zero)

/** A sum as a relation. */
export const relation = (whole: Mention, parts: readonly Mention[], holds: boolean, certainty: Relation['certainty']): Relation => ({
  kind: 'sum',
  result: whole,
  operands: parts,
  holds,
  certainty,
  rule: 'parts',
  expected: isPositive(whole.step) ? plain(dividedBy(added(parts), unitOf(whole)), 6) : null,
})
/** How much 1 of the printed number is. */
export function unitAsWritten({ value, written }: Mention): Quantity {
  const digits = quantity(/-?\d[\d,]*(?:\.\d+)?/.exec(written)?.[0].replaceAll(',', '') ?? '1')
  return equals(digits, zero) ? quantity('1') : dividedBy(value, digits)
}
/** The same of a figure of a text that has been read: nothing of it changes any more. */
export const unitOf = once(unitAsWritten)
