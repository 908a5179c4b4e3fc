import type { Refused } from '@/lib/domain/decision/decision'

/** What is wrong with a formula. */
export type FormulaFault =
  | 'tooLong'
  | 'empty'
  | 'unexpected'
  | 'unexpectedEnd'
  | 'expected'
  | 'unknownName'
  | 'unknownCharacter'
  | 'numberTooLong'
  | 'tooDeep'
  | 'tooManyParts'
  | 'conditionOnlyInIf'
  | 'conditionWanted'
  | 'twoValuesWanted'
  | 'roundDecimals'

/** A formula that cannot be read: its fault, with line, column and the text there. */
export type FormulaRefusal = { code: `formula.${FormulaFault}`; facts: Readonly<Record<string, string>> }

export const refusedFormula = (fault: FormulaFault, facts: FormulaRefusal['facts']): Refused<FormulaRefusal> => ({
  ok: false,
  refusal: { code: `formula.${fault}`, facts },
})
