import { atLeast, quantity } from '@/lib/domain/quantities'
import type { FormulaRefusal } from './formula-refusal'

/** What may be wrong with a scheme. */
export type SchemeFault =
  | 'malformed'
  | 'notADecimal'
  | 'missing'
  | 'tooLong'
  | 'sumAbove'
  | 'sumBelow'
  | 'closedSum'
  | 'noRoom'
  | 'nameTwice'
  | 'idTwice'
  | 'unknownDimension'
  | 'unknownGroup'
  | 'tooManyDecimals'
  | 'bandsMissing'
  | 'shareAboveOne'
  | 'thresholdTooLow'
  | 'deductMissing'
  | 'notFalling'
  | 'worseEarnsMore'
  | 'gradeTwice'
  | 'rateTwice'
  | 'capRises'
  | 'adjustmentAbove'
  | 'pointsAbove'
  | 'bandsOverlap'
  | 'bandsOpen'
  | 'unknownRequired'
  | 'figureOff'
  | 'unknownChapter'
  | 'nodeTwice'
  | 'nodeMissing'
  | 'deadlineWithoutNode'
  | 'deadlineTooEarly'
  | 'gradesGap'
  | 'bandsGap'
  | 'aboveHundred'
  | 'notPositive'
  | 'bandEmpty'
  | 'sumAbove'
  | 'sumBelow'

/** What is wrong with a scheme: a code that lib/messages says, the JSON pointer of the place, and the figures. */
export type SchemeProblem = { code: `scheme.${SchemeFault}` | FormulaRefusal['code']; at: string; facts: Readonly<Record<string, string>> }

export const problem = (code: SchemeFault, at: string, facts: Readonly<Record<string, string>> = {}): SchemeProblem => ({
  code: `scheme.${code}`,
  at,
  facts,
})

/** Each value below the one before it. */
export function falling(values: readonly string[], at: (index: number) => string): SchemeProblem[] {
  return values.flatMap((value, index) => {
    const before = values[index - 1]
    return before !== undefined && atLeast(quantity(value), quantity(before))
      ? [problem('notFalling', at(index), { found: value, before })]
      : []
  })
}

/** No name twice in a list; an empty one is another problem. */
export const twice = (names: readonly string[], at: (index: number) => string, code: SchemeFault = 'nameTwice'): SchemeProblem[] =>
  names.flatMap((name, index) => (name !== '' && names.indexOf(name) < index ? [problem(code, at(index), { name })] : []))
