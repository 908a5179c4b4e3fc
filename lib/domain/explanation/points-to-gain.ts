import type { AddressText } from '@/lib/domain/cells/addresses'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { lessThan, moreThan, one, type Points, type Quantity, type Rate, roundHalfUp, times } from '@/lib/domain/quantities'
import type { Operator } from '@/lib/domain/reading/cell-reading'
import type { BetterValue } from '@/lib/domain/schemes/rules/rule-kind'
import type { Rule } from '@/lib/domain/schemes/rules/rules'
import type { Grade } from '@/lib/domain/schemes/scheme'
import type { ExecutionRules, SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import type { BandOfRow } from '@/lib/domain/scoring/qualitative-bands'
import type { EvaluationScore, IndicatorScore } from '@/lib/domain/scoring/scoring'

/** What would have earned the points that were lost, and how many points the row would then have (`earns`). */
export type Gain =
  | { kind: 'rate'; from: Rate; earns: Points }
  | { kind: 'target'; operator: Operator; value: Quantity; earns: Points }
  | { kind: 'range'; from: Quantity; to: Quantity; earns: Points }
  | { kind: 'onTime' | 'yes'; earns: Points }
  | BetterValue
  | { kind: 'fill'; at: AddressText }
  | { kind: 'judge'; at: AddressText; max: Points }
  | { kind: 'coefficient'; earns: Points } // of 100 %
  | { kind: 'betterBand'; band: BandOfRow } // 定性: a band above the one that the actual value names
  | { kind: 'below'; value: Quantity; earns: Points } // not over-completed
  /** From this rate on: at most the next cap, or whole where there is none left. */
  | { kind: 'uncapped'; from: Rate; cap: Points | null; earns: Points }
  /** A row that lost points (id null: execution), and how much the total would rise had it lost none. */
  | { kind: 'row'; number: number; id: string | null; lost: Points; more: Points }
  | { kind: 'grade'; grade: Grade; name: string; from: Points; more: Points }

const NONE: readonly Gain[] = []

export const gainsOf = { execution, indicator }

function execution(score: EvaluationScore, { execution: rules }: SchemeRules): readonly Gain[] {
  const { executionRate: rate, executionScore, executionMaxScore: maxScore } = score
  if (rules === null || maxScore === null) return NONE
  if (score.execution.state === 'withoutBudget') return [{ kind: 'fill', at: 'funds/total/adjustedBudget' }]
  if (score.execution.state === 'notFilled') {
    return [
      { kind: 'fill', at: 'funds/total/adjustedBudget' },
      { kind: 'fill', at: 'funds/total/actualExpenditure' },
    ]
  }
  if (rate === null || executionScore === null || !lessThan(executionScore, maxScore)) return NONE
  return rules.bands === null ? [{ kind: 'rate', from: one, earns: maxScore }] : betterBands(rate, rules.bands, maxScore, rules.decimals)
}

/** The next better band and the best one. */
function betterBands(rate: Rate, bands: NonNullable<ExecutionRules['bands']>, maxScore: Points, decimals: 0 | 2): Gain[] {
  const better = bands.filter(({ from }) => lessThan(rate, from))
  const [best, next] = [better[0], better.at(-1)]
  return [...new Set([next, best])].flatMap((band) =>
    band === undefined ? [] : [{ kind: 'rate', from: band.from, earns: roundHalfUp(times(band.share, maxScore), decimals) }],
  )
}

function indicator(row: Indicator, score: IndicatorScore, rule: Rule, maxScore: Points, rules: SchemeRules): readonly Gain[] {
  const { comparison } = score
  const at = `indicators/${row.id}` as const
  // A coefficient decides whatever the cells say.
  if (score.earned.by === 'coefficient')
    return score.score !== null && lessThan(score.score, maxScore) ? [{ kind: 'coefficient', earns: maxScore }] : NONE
  if (comparison.outcome === 'blank') {
    const cells = comparison.which === 'both' ? (['target', 'actual'] as const) : [comparison.which]
    return cells.map((which) => ({ kind: 'fill', at: `${at}/${which}` }))
  }
  if (comparison.outcome === 'unreadable') return [{ kind: 'fill', at: `${at}/${comparison.which}` }]
  if (comparison.outcome === 'notApplicable') return NONE
  const judge: readonly Gain[] = [{ kind: 'judge', at: `${at}/selfScore`, max: maxScore }]
  if (score.score === null) return rule.asks === 'coefficient' ? [{ kind: 'fill', at: `${at}/coefficient` }] : judge
  if (!lessThan(score.score, maxScore)) return NONE
  // Numbers do not decide, whatever they say: ≥0 is met by everything.
  if (score.earned.by === 'given') return judge
  if (rule.values !== undefined) return betterValues(rule.values(maxScore), score.score)
  if (comparison.outcome === 'judgement') return judge
  if (comparison.outcome === 'met') {
    return comparison.by === 'number' && rules.overCompletion !== null
      ? [{ kind: 'below', value: times(comparison.target, rules.overCompletion.threshold), earns: maxScore }]
      : NONE
  }
  if (comparison.by === 'number') return [{ kind: 'target', operator: comparison.operator, value: comparison.target, earns: maxScore }]
  if (comparison.by === 'range') return [{ kind: 'range', from: comparison.from, to: comparison.to, earns: maxScore }]
  return [{ kind: comparison.by === 'date' ? 'onTime' : 'yes', earns: maxScore }]
}

/** The values that earn more than the row has: the least of them and the best. */
function betterValues(values: readonly BetterValue[], have: Points): Gain[] {
  const better = values.filter(({ earns }) => moreThan(earns, have))
  const ordered = better.sort((a, b) => (lessThan(a.earns, b.earns) ? -1 : 1))
  return [...new Set([ordered[0], ordered.at(-1)])].filter((gain) => gain !== undefined)
}
