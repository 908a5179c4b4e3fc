import type { FigureName, Figures } from '@/lib/domain/cells/funds'
import {
  compare,
  dividedBy,
  hasMoreDigits,
  isZero,
  larger,
  lowestTerms,
  minus,
  negated,
  plus,
  type Quantity,
  roundHalfUp,
  smaller,
  times,
} from '@/lib/domain/quantities'
import type { Condition, Formula } from './formula'

/**
 * What a formula gives for a department's figures. `notFilled`: a figure that is needed is 未填, so nothing is known yet.
 * `notApplicable`: a figure that is needed is 不适用 (with its reason), or 0 ÷ 0: there was nothing to measure.
 * `zeroDivision`: something ÷ 0, a growth from nothing, that a person has to judge.
 * `tooLarge`: a number grew beyond `LONGEST_VALUE` digits.
 */
export type FormulaValue =
  | { state: 'value'; value: Quantity }
  | { state: 'notFilled'; figure: FigureName }
  | { state: 'notApplicable'; reason: string }
  | { state: 'zeroDivision' }
  | { state: 'tooLarge' }

/** Digits that a numerator or denominator may have on the way: far above any budget, small enough to stay quick. */
const LONGEST_VALUE = 150

/** The value of a formula. Only the branch of `if` that is taken needs its figures. */
export function formulaValue(formula: Formula, figures: Figures): FormulaValue {
  switch (formula.kind) {
    case 'number':
      return { state: 'value', value: formula.value }
    case 'figure': {
      const found = figures[formula.name]
      if (found === undefined) return { state: 'notFilled', figure: formula.name }
      return found.state === 'filled' ? bounded(found.value) : { state: 'notApplicable', reason: found.reason }
    }
    case 'negative':
      return withValues([formula.of], figures, ([of]) => bounded(negated(of)))
    case 'round':
      return withValues([formula.of], figures, ([of]) => bounded(roundHalfUp(of, formula.decimals)))
    case 'extreme':
      return withValues(formula.all, figures, (all) => bounded(all.reduce(formula.of === 'min' ? smaller : larger)))
    case 'binary':
      return withValues([formula.left, formula.right], figures, ([left, right]) => operated(formula.operator, left, right))
    case 'if':
      return withValues([formula.condition.left, formula.condition.right], figures, ([left, right]) =>
        formulaValue(holds(formula.condition.operator, left, right) ? formula.then : formula.otherwise, figures),
      )
  }
}

type Values<T extends readonly Formula[]> = { [K in keyof T]: Quantity }

/** Values of all parts, or the first state that keeps one from having a value. 未填 goes before 不适用: filling it in may be all that is wanted. */
function withValues<const T extends readonly Formula[]>(
  parts: T,
  figures: Figures,
  then: (values: Values<T>) => FormulaValue,
): FormulaValue {
  const values: Quantity[] = []
  let stopped: FormulaValue | null = null
  for (const part of parts) {
    const found = formulaValue(part, figures)
    if (found.state === 'value') values.push(found.value)
    else if (found.state === 'notFilled') return found
    else stopped ??= found
  }
  return stopped ?? then(values as Values<T>)
}

function operated(operator: '+' | '-' | '*' | '/', left: Quantity, right: Quantity): FormulaValue {
  if (operator === '+') return bounded(plus(left, right))
  if (operator === '-') return bounded(minus(left, right))
  if (operator === '*') return bounded(times(left, right))
  if (isZero(right)) return isZero(left) ? { state: 'notApplicable', reason: '' } : { state: 'zeroDivision' }
  return bounded(dividedBy(left, right))
}

function holds(operator: Condition['operator'], left: Quantity, right: Quantity): boolean {
  const order = compare(left, right)
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '=':
      return order === 0
    case '>=':
      return order >= 0
    case '>':
      return order > 0
    case '<>':
      return order !== 0
  }
}

function bounded(value: Quantity): FormulaValue {
  if (!hasMoreDigits(value, LONGEST_VALUE)) return { state: 'value', value }
  const shortest = lowestTerms(value)
  return hasMoreDigits(shortest, LONGEST_VALUE) ? { state: 'tooLarge' } : { state: 'value', value: shortest }
}
