import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { directionOf } from '@/lib/domain/evaluation/library-indicator'
import { isPositive, minus, type Points, quantity, times } from '@/lib/domain/quantities'
import { cellNumber } from '@/lib/domain/reading/cell-reading'
import { operatorInForce } from '@/lib/domain/reading/meaning-of-target'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'

/**
 * What an indicator's 分值 hangs on: `tenth` is what is lost by missing the target by a tenth of it, `all` that a miss loses everything,
 * `judged` that a person gives the score.
 */
export type AtStake = { maxScore: Points } & ({ kind: 'tenth'; lost: Points } | { kind: 'all' } | { kind: 'judged' })

const [NINE_TENTHS, ELEVEN_TENTHS] = [quantity('0.9'), quantity('1.1')]

/** What is at stake by the rule that the row has in its evaluation; null without 分值 or target. */
export function atStake(indicator: Indicator, evaluation: Evaluation): AtStake | null {
  const { maxScore, target } = indicator
  const { reading } = target
  if (maxScore === null || reading.kind === 'blank' || reading.kind === 'notApplicable') return null
  if (reading.kind === 'words' || reading.kind === 'unreadable') return { kind: 'judged', maxScore }
  if (reading.kind !== 'number' || !isPositive(reading.value)) return { kind: 'all', maxScore }
  const upwards = directionOf(operatorInForce(reading, indicator)) !== 'less'
  const missed = cellNumber(times(reading.value, upwards ? NINE_TENTHS : ELEVEN_TENTHS), reading.unit)
  const row: Indicator = { ...indicator, fixedId: null, actual: { text: '', reading: missed } }
  const [scored] = scoreEvaluation({ ...evaluation, indicators: [row] }).indicators
  const score = scored?.score ?? null
  if (score === null) return { kind: 'judged', maxScore }
  const lost = minus(maxScore, score)
  return isPositive(score) ? { kind: 'tenth', maxScore, lost } : { kind: 'all', maxScore }
}
