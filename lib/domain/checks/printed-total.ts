import { negated, type Points, smaller, sum, zero } from '@/lib/domain/quantities'
import { type ScorePart, totalOf } from '@/lib/domain/scoring/total'
import { type Form, numberIn } from './form'

/**
 * What a printed total may be by the printed scores: their plain sum, and `others`, what the scheme makes of them (不适用,
 * bonus and deduction up to their bounds, cap) and, where only headings say that rows add or take, the sum without those.
 */
export function printedTotals({ execution, indicators, rules }: Form): { sum: Points; others: readonly Points[] } {
  const money = execution.rows.flatMap(({ maxScore, printedScore }): ScorePart[] => {
    const [most, score] = [numberIn(maxScore), numberIn(printedScore)]
    if (most === null && score === null) return []
    return [{ maxScore: most, score, notApplicable: execution.state.state === 'notApplicable', adjustment: null }]
  })
  const rows = indicators.filter(({ scored, adjustment }) => scored || adjustment !== null)
  const parts = rows.map(({ maxScore: most, printedScore, comparison, adjustment }): ScorePart => {
    const notApplicable = comparison.outcome === 'notApplicable'
    return { maxScore: numberIn(most), score: numberIn(printedScore), notApplicable, adjustment }
  })
  const rate = execution.state.state === 'known' ? execution.state.rate : null
  const bounded = parts.map((part, index): ScorePart => {
    const bound = rows[index] === undefined ? null : numberIn(rows[index].bound)
    return part.score === null || bound === null ? part : { ...part, score: smaller(part.score, bound) }
  })
  const byScheme = parts.every((part) => part.adjustment !== null) ? null : totalOf(null, [...money, ...bounded], rate, rules).total
  const byHeading = rows.some(({ adjustsByHeading }) => adjustsByHeading)
  const counted = rows
    .flatMap(({ adjustsByHeading }, index) => (adjustsByHeading ? [] : [parts[index]]))
    .filter((part) => part !== undefined)
  return {
    sum: added([...money, ...parts]),
    others: [...(byScheme === null ? [] : [byScheme]), ...(byHeading ? [added([...money, ...counted])] : [])],
  }
}

const added = (parts: readonly ScorePart[]): Points =>
  sum(parts.map(({ score, adjustment }) => (score === null ? zero : adjustment === 'deduction' ? negated(score) : score)))
