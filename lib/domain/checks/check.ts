import { absolute, dividedBy, minus, moreThan, plain, type Quantity, quantity, times, wanFromYuan, zero } from '@/lib/domain/quantities'
import type { Severity } from './findings'
import type { Form } from './form'

/** One result of a check: where, the facts its sentence needs, and, where it applies, what was expected and found. */
export type Found = { at: string; facts: Readonly<Record<string, string>>; expected?: string; found?: string }

/** A rule that a form may break: its code, how bad that is, and the function that finds it. Each runs in linear time. */
export type Check = { code: string; severity: Severity; find: (form: Form) => readonly Found[] }

/** A number as a fact: the shortest exact decimal, at most six decimals where it has no end. */
export const fact = (value: Quantity): string => plain(value, 6)

/**
 * How far apart two figures may be and still count as the same, by the scheme: amounts in the form's unit and for each
 * summand, rates in percentage points, scores in points. `null` on a printed form: there the printed decimals decide.
 */
export function toleranceOf({ origin, unit, rules: { tolerance } }: Form): { amount: Quantity; rate: Quantity; score: Quantity } | null {
  if (origin === 'printed') return null
  return { ...tolerance, amount: unit === '万元' ? wanFromYuan(tolerance.amount) : tolerance.amount }
}

/** Whether two amounts made of so many summands are the same within the scheme's tolerance; exactly the same on a printed form. */
export function sameAmount(form: Form, a: Quantity, b: Quantity, summands: number): boolean {
  const tolerated = times(toleranceOf(form)?.amount ?? zero, quantity(`${summands}`))
  return !moreThan(absolute(minus(a, b)), tolerated)
}

/** Half a unit of the last of `decimals` decimals, for each of `summands`; whole numbers are exact. */
export const halfUnit = (decimals: number, summands: number): Quantity =>
  decimals === 0 ? zero : dividedBy(quantity(`${summands}`), times(quantity('2'), quantity(10n ** BigInt(decimals))))
