import type { Figures } from '@/lib/domain/cells/funds'
import { hundred, times } from '@/lib/domain/quantities'
import { type CellReading, cellNumber } from '@/lib/domain/reading/cell-reading'
import { formulaValue } from '@/lib/domain/schemes/formula-value'
import type { FixedRules } from '@/lib/domain/schemes/scheme-rules'

/**
 * The actual value of a fixed indicator by its formula, as a cell would read: a number in the indicator's unit (a share
 * becomes per cent where the unit is %), blank while a figure is 未填, 不适用 where a figure is or where 0 ÷ 0 leaves
 * nothing to measure, `unreadable` where something is divided by 0 or grows out of bounds, so that a person has to judge.
 * `null` where the indicator has no formula: its actual value is typed.
 */
export function fixedReading({ formula, definition }: FixedRules, figures: Figures): CellReading | null {
  if (formula === null) return null
  const found = formulaValue(formula, figures)
  switch (found.state) {
    case 'value': {
      const value = definition.unit === '%' ? times(found.value, hundred) : found.value
      return cellNumber(value, definition.unit)
    }
    case 'notFilled':
      return { kind: 'blank' }
    case 'notApplicable':
      return { kind: 'notApplicable', reason: found.reason }
    default:
      return { kind: 'unreadable', text: '', hint: found.state }
  }
}
