import type { Severity } from '@/lib/domain/findings'
import type { Form } from '@/lib/domain/form'
import { dividedBy, plain, type Quantity, quantity, times, zero } from '@/lib/domain/quantities'

/** One result of a check: where, the facts its sentence needs, and, where it applies, what was expected and found. */
export type Found = { at: string; facts: Readonly<Record<string, string>>; expected?: string; found?: string }

/** A rule that a form may break: its code, how bad that is, and the function that finds it. Each runs in linear time. */
export type Check = { code: string; severity: Severity; find: (form: Form) => readonly Found[] }

/** A number as a fact: the shortest exact decimal, at most six decimals where it has no end. */
export const fact = (value: Quantity): string => plain(value, 6)

/** Half a unit of the last of `decimals` decimals, for each of `summands`; whole numbers are exact. */
export const halfUnit = (decimals: number, summands: number): Quantity =>
  decimals === 0 ? zero : dividedBy(quantity(`${summands}`), times(quantity('2'), quantity(10n ** BigInt(decimals))))
