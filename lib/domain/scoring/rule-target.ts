import { moreThan, type Quantity, zero } from '@/lib/domain/quantities'
import type { CellContext, CellReading, Operator } from '@/lib/domain/reading/cell-reading'
import { needsNoTarget, type RuleNumbers, type ValueRule } from '@/lib/domain/schemes/scheme-rules'

/** The target that a row is held against: as typed, or of a rule that needs none, where the cell is empty, the rule's own bound. */
export const targetInForce = (rule: RuleNumbers, target: CellReading, context: Pick<CellContext, 'unit'>): CellReading =>
  target.kind === 'blank' && needsNoTarget(rule) ? targetOfRule(rule, context) : target

/**
 * What an actual value is held against where the target is left empty: the bound at which the rule gives full marks, in
 * the row's own unit. It decides only whether the row counts as met; the points come from the rule.
 */
function targetOfRule(rule: ValueRule, { unit }: Pick<CellContext, 'unit'>): CellReading {
  const bound = (operator: Operator, value: Quantity): CellReading => ({
    kind: 'number',
    operator,
    writtenAs: 'symbol',
    value,
    unit: unit.trim(),
    approximate: false,
  })
  if (rule.kind === 'steps') return bound(rule.direction === 'above' ? '<=' : '>=', rule.from)
  if (rule.kind === 'intervals') return bound('>=', rule.intervals[0]?.from ?? zero)
  const best = rule.bands.reduce((found, band) => (moreThan(band.points, found.points) ? band : found))
  if (best.to !== null) return bound('<=', best.to)
  return best.from === null ? bound('>=', zero) : bound('>', best.from)
}
