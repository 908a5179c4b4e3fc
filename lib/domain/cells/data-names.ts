import { isFigureName } from './funds'

/**
 * The data that a narrative may refer to, by name: a figure (`total/adjustedBudget`), a result of the scoring, the
 * evaluation's year or department, and a cell of an indicator (`indicators/<row>/actual`). What such a reference says
 * at the moment is `lib/report/data-text.ts`'s business. Those of which texts mostly speak stand first.
 */
export const RESULT_DATA = ['executionRate', 'executionScore', 'total', 'grade', 'year', 'department'] as const
export type ResultDatum = (typeof RESULT_DATA)[number]

/** Columns of an indicator that a narrative may refer to. */
export const INDICATOR_DATA = ['target', 'actual', 'maxScore', 'score'] as const
export type IndicatorDatum = (typeof INDICATOR_DATA)[number]

const INDICATOR_NAME = /^indicators\/([a-z0-9]{1,40})\/(target|actual|maxScore|score)$/

export const isResultDatum = (name: string): name is ResultDatum => (RESULT_DATA as readonly string[]).includes(name)

/** The row and column of an indicator's datum; null for any other name. Whether the row exists is another question. */
export function indicatorDatum(name: string): { row: string; column: IndicatorDatum } | null {
  const match = INDICATOR_NAME.exec(name)
  return match?.[1] === undefined ? null : { row: match[1], column: match[2] as IndicatorDatum }
}

/** Which names become references when a narrative is read (`runsOf`). */
export const knownData = {
  has: (name: string): boolean => isResultDatum(name) || isFigureName(name) || indicatorDatum(name) !== null,
}
