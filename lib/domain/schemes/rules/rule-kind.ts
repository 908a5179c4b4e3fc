import { dividedBy, type Points, type Quantity, type Rate, smaller, times, zero } from '@/lib/domain/quantities'
import type { CellReading } from '@/lib/domain/reading/cell-reading'
import type { Comparison } from '@/lib/domain/reading/outcome'
import type { SchemeProblem } from '@/lib/domain/schemes/scheme-problem'

/**
 * What a rule makes of a row before anything is rounded: `full` where the 分值 is earned, a `share` of it (0…1) left
 * to a missed target, the `coefficient` that a person gave, `points` by steps, bands or intervals, `given` where numbers
 * do not decide and a person's score stands, `none` where there is nothing to score.
 */
export type Earned =
  | { by: 'full' }
  | { by: 'share'; share: Rate }
  | { by: 'coefficient'; share: Rate }
  | { by: 'points'; points: Quantity }
  | { by: 'given' }
  | { by: 'none' }

export const FULL: Earned = { by: 'full' }
export const GIVEN: Earned = { by: 'given' }
export const NOTHING: Earned = { by: 'share', share: zero }

/** What a row puts before its rule. `comparison` is met, missed or a judgement; what is 未填 or 不适用 reaches no rule. */
export type RowAtStake = {
  comparison: Extract<Comparison, { outcome: 'met' | 'missed' | 'judgement' }>
  maxScore: Points
  /** 得分系数 as a share that a person gave on grounds; null where none was given. */
  coefficient: Rate | null
  /** The scheme's ways with a missed target. */
  defaults: { atMostFormula: 'ratio' | 'linear'; missed: 'ratio' | 'none' }
}

/** Actual values by which a row would earn more; a band is above `from`, up to and including `to`. */
export type BetterValue =
  | { kind: 'value'; direction: 'atLeast' | 'atMost'; value: Quantity; earns: Points }
  | { kind: 'band'; from: Quantity | null; to: Quantity | null; earns: Points }

/** A rule with its numbers read. */
export type ReadRule = {
  /** What the row earns, before anything is rounded. */
  earned: (row: RowAtStake) => Earned
  /** The bound at which it gives full marks, in the row's own unit, where the target may be left empty; null where it may not. */
  ownTarget?: (unit: string) => CellReading
  /** Every value that has points of its own, where values have. */
  values?: (maxScore: Points) => BetterValue[]
}

/** All that is particular to one kind of rule; its words, its JSON and its cells in the editor stand in tables by kind. */
export type RuleKind<Data extends { kind: string }> = {
  /** What a row must hold to be scored: a `target`, only a `value` (the rule has its own bounds), or a person's `judgement` or `coefficient`. */
  asks: 'target' | 'value' | 'judgement' | 'coefficient'
  /** Whether the score is given within the scheme's 定性档次, whatever the target says. */
  banded?: true
  /** What keeps a rule at this place from being calculated. */
  faults?: (data: Data, at: string) => SchemeProblem[]
  /** What keeps it from being published, where its points may not exceed `maxScore` (null: free). */
  problems?: (data: Data, at: string, maxScore: string | null) => SchemeProblem[]
  read: (data: Data) => ReadRule
}

/** Points stated for `outOf` carried over to the row's own 分值; null: taken as they are. */
export const carriedOver = (points: Quantity, outOf: Points | null, maxScore: Points): Quantity =>
  outOf === null ? points : dividedBy(times(points, maxScore), outOf)

/** The same, and never above the 分值. */
export const pointsWithin = (points: Quantity, outOf: Points | null, maxScore: Points): Earned => ({
  by: 'points',
  points: smaller(carriedOver(points, outOf, maxScore), maxScore),
})

/** The measured value that a comparison rests on; null where it rests on none, or on a bound (超过280人). */
export function measured(comparison: RowAtStake['comparison']): Quantity | null {
  if (comparison.outcome === 'judgement') return null
  if (comparison.by === 'number') return comparison.bounded ? null : comparison.actual
  return comparison.by === 'range' ? comparison.actual : null
}
