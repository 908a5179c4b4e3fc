import { canonicalJson } from '@/lib/domain/json/canonical-json'
import { absolute, dividedBy, minus, moreThan, plain, type Quantity, quantity, times, wanFromYuan, zero } from '@/lib/domain/quantities'
import type { CheckCode, FactsOf } from './facts'
import type { Finding, Severity } from './findings'
import type { Form, OwnParts } from './form'

/** One result of a check: where, the facts its sentence needs, and, where it applies, what was expected and found. */
export type Found<Code extends CheckCode> = { at: string; facts: FactsOf[Code]; expected?: string; found?: string }

/**
 * What an explanation hangs on: the figures that a person explains, by name. Neither what the sentence also says, nor what
 * another reading of the same cells would change, belongs to them. Whoever changes a check's figures raises `version` and
 * keeps the earlier way in `earlier`: from the same facts, what a finding would have had then. So no explanation is lost.
 */
export type Figures<Code extends CheckCode> = FiguresOfVersion<Code> & { earlier?: readonly FiguresOfVersion<Code>[] }
type FiguresOfVersion<Code extends CheckCode> = {
  version: number
  of: (facts: FactsOf[Code]) => Readonly<Record<string, string>>
}

/** A rule that a form may break: its code, how bad that is, and the function that finds it, in linear time. */
export type Rule<Code extends CheckCode> = RuleHead<Code> & { find: (form: Form) => readonly Found<Code>[] }
/** `unfilled`: it finds cells that are 未填. Warnings are explained. */
export type RuleHead<Code extends CheckCode> = { code: Code; unfilled?: boolean } & (
  | { severity: 'warning'; figures: Figures<Code> }
  | { severity: 'error' | 'info'; figures?: never }
)

/** Any rule, in a list of them. */
export type Check = { code: CheckCode; severity: Severity; find: (form: Form) => readonly Finding[] }

/** A rule as the catalogue has it. */
export const check = <Code extends CheckCode>({ code, severity, unfilled = false, figures, find }: Rule<Code>): Check => ({
  code,
  severity,
  find: (form) =>
    find(form).map((found) => {
      const versions = figures === undefined ? [] : [figures, ...(figures.earlier ?? [])]
      const keys = versions.map(({ version, of }) => figuresKey(version, of(found.facts)))
      // `Rule` says that the facts are those of the code; of a code that is not known the compiler cannot follow it.
      return { code, severity, unfilled, figures: keys, ...found } as Finding
    }),
})

/** A check of the product's own forms; a printed form has nothing for it. */
export const ofOwn = <Code extends CheckCode>(head: RuleHead<Code>, find: (own: OwnParts, form: Form) => readonly Found<Code>[]): Check =>
  check({ ...head, find: (form) => (form.own === null ? [] : find(form.own, form)) })

/** Figures in one line: with their version, in the order of their names. */
const figuresKey = (version: number, figures: Readonly<Record<string, string>>): string => canonicalJson({ version, ...figures })

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
