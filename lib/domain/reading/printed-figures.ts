import {
  absolute,
  atLeast,
  atMost,
  dividedBy,
  equals,
  hundred,
  isPositive,
  minus,
  one,
  type Points,
  type Quantity,
  quantity,
  roundHalfUp,
  smaller,
  times,
} from '@/lib/domain/quantities'
import type { ByNumber, Comparison } from './outcome'

/** What a printed row says of itself: its 分值, 得分 and 完成率; null where it does not. */
export type PrintedFigures = {
  maxScore: Points | null
  printedScore: Points | null
  completion: { value: Quantity; decimals: number } | null
}

/** A row that can be read in two ways (1 beside 100%) is read in the one that agrees with its own figures, if only one does. */
export function readByPrintedFigures(comparison: Comparison, figures: PrintedFigures): Comparison {
  if (comparison.outcome !== 'judgement' || comparison.either === undefined) return comparison
  const agreeing = comparison.either.filter((reading) => agrees(reading, figures))
  return agreeing.length === 1 ? (agreeing[0] ?? comparison) : comparison
}

const HALF_POINT = quantity('0.5')

function agrees({ outcome, target, actual }: ByNumber, { maxScore, printedScore, completion }: PrintedFigures): boolean {
  const share = isPositive(target) ? dividedBy(actual, target) : null
  if (completion !== null && share !== null) {
    const exact = times(share, hundred)
    const { value, decimals } = completion
    return equals(value, roundHalfUp(exact, decimals)) || equals(value, roundHalfUp(smaller(exact, hundred), decimals))
  }
  if (maxScore === null || printedScore === null || !isPositive(maxScore)) return false
  if (atLeast(printedScore, maxScore)) return outcome === 'met'
  return outcome === 'missed' && share !== null && atMost(absolute(minus(printedScore, times(smaller(share, one), maxScore))), HALF_POINT)
}
