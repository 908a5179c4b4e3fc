import { isPositive, lessThan, minus, moreThan, type Points, zero } from '@/lib/domain/quantities'
import type { SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { type EvaluationScore, scoreExecution } from '@/lib/domain/scoring/scoring'
import { capFor, type ScorePart, totalOf } from '@/lib/domain/scoring/total'
import type { Gain } from './points-to-gain'

/**
 * Which rows lost points, the most first, and by how much the total would rise if each of them had lost none: more than
 * was lost where other rows are 不适用, less under a cap. `number` is the row's place among the indicators, 0 for execution.
 */
export function rowsToGain(
  { total, execution, executionMaxScore, executionRate, indicators }: EvaluationScore,
  rules: SchemeRules,
): Gain[] {
  if (total === null) return []
  const executionPart = executionMaxScore === null ? null : scoreExecution(execution, executionMaxScore, rules)
  const found: Extract<Gain, { kind: 'row' }>[] = []
  const add = (number: number, id: string | null, lost: Points, whole: (score: ScorePart) => ScorePart) => {
    if (!isPositive(lost)) return
    const rows = indicators.map((row) => (row.id === id ? whole(row) : row))
    const then = totalOf(id === null && executionPart !== null ? whole(executionPart) : executionPart, rows, executionRate, rules).total
    found.push({ kind: 'row', number, id, lost, more: then === null ? zero : minus(then, total) })
  }
  if (executionPart?.score != null && executionPart.maxScore !== null)
    add(0, null, minus(executionPart.maxScore, executionPart.score), (part) => ({ ...part, score: part.maxScore }))
  for (const [index, { id, score, maxScore, adjustment }] of indicators.entries()) {
    if (score === null || maxScore === null || adjustment === 'bonus') continue
    if (adjustment === 'deduction') add(index + 1, id, score, (part) => ({ ...part, score: zero }))
    else if (lessThan(score, maxScore)) add(index + 1, id, minus(maxScore, score), (part) => ({ ...part, score: part.maxScore }))
  }
  return found.toSorted((a, b) => (moreThan(a.lost, b.lost) ? -1 : lessThan(a.lost, b.lost) ? 1 : a.number - b.number))
}

/** Under a cap by execution rate: what the total would be, with the other scores as they are, where the next cap begins and where none is left. */
export function capsToLift({ total, summary, executionRate }: EvaluationScore, rules: SchemeRules): Gain[] {
  const { uncapped } = summary
  if (summary.cap === null || total === null || executionRate === null || uncapped === null) return []
  let had = total
  return rules.totalCaps.flatMap(({ rateBelow }): Gain[] => {
    if (!lessThan(executionRate, rateBelow)) return []
    const cap = capFor(rateBelow, rules)
    const earns = cap !== null && lessThan(cap, uncapped) ? cap : uncapped
    if (!moreThan(earns, had)) return []
    had = earns
    return [{ kind: 'uncapped', from: rateBelow, cap: earns === cap ? cap : null, earns }]
  })
}
