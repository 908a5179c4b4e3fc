import { minus, type Points, plus, zero } from '@/lib/domain/quantities'
import { type ScorePart, totalOf } from '@/lib/domain/scoring/total'
import { type Form, numberIn } from './form'

/** What a printed total may be by the printed scores: their plain sum, or what the scheme makes of them (不适用, bonus, deduction, cap). */
export function printedTotals({ execution, indicators, rules }: Form): { sum: Points; byScheme: Points | null } {
  const { row, state, maxScore } = execution
  const executionScore = row === null ? null : numberIn(row.printedScore)
  const executionPart: ScorePart = { maxScore, score: executionScore, notApplicable: state.state === 'notApplicable', adjustment: null }
  const parts = indicators
    .filter(({ scored, adjustment }) => scored || adjustment !== null)
    .map(({ maxScore: most, printedScore, comparison, adjustment }): ScorePart => {
      const notApplicable = comparison.outcome === 'notApplicable'
      return { maxScore: numberIn(most), score: numberIn(printedScore), notApplicable, adjustment }
    })
  const hasExecution = maxScore !== null || executionScore !== null
  const rate = state.state === 'known' ? state.rate : null
  return {
    sum: parts.reduce(
      (all, { score, adjustment }) => (score === null ? all : adjustment === 'deduction' ? minus(all, score) : plus(all, score)),
      executionScore ?? zero,
    ),
    byScheme: totalOf(hasExecution ? executionPart : null, parts, rate, rules).total,
  }
}
