import type { CellReading } from '@/lib/domain/reading/cell-reading'
import type { Comparison } from '@/lib/domain/reading/outcome'
import { isJudged, type Rule } from '@/lib/domain/schemes/rules/rules'

/**
 * The target that a row is held against: as typed, or where the cell is empty and the rule needs none, the bound at which
 * the rule gives full marks, in the row's own `unit`. It decides only whether the row counts as met; the points come from the rule.
 */
export const targetInForce = (rule: Rule, target: CellReading, { unit }: { unit: string }): CellReading =>
  target.kind === 'blank' ? (rule.ownTarget?.(unit) ?? target) : target

/** A row that people judge needs no target: without one it is theirs to score, not 未填. */
export const withoutTarget = (rule: Rule, comparison: Comparison): Comparison =>
  comparison.outcome === 'blank' && comparison.which !== 'actual' && isJudged(rule)
    ? { outcome: 'judgement', why: 'qualitative' }
    : comparison
