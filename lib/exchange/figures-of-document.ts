import { FIGURE_ITEMS, type Figure, type FigureName, type Figures, isFigureName, itemOf } from '@/lib/domain/cells/funds'
import { parseQuantity, type Quantity, yuanFromWan } from '@/lib/domain/quantities'
import type { EvaluationDocument } from './document-format'

/**
 * The figures of a document by their names, as an evaluation holds them; null where it states none, as on printed forms.
 * With them the scheme's formulas give the very values that they gave where the document was written.
 */
export function figuresOfDocument({ figures, moneyUnit }: EvaluationDocument): Figures | null {
  if (figures === undefined) return null
  const found: Partial<Record<FigureName, Figure>> = {}
  for (const { name, amount, notApplicable } of figures) {
    if (!isFigureName(name)) continue
    const value = amount === undefined ? null : parseQuantity(amount)
    if (notApplicable !== undefined) found[name] = { state: 'notApplicable', reason: notApplicable }
    else if (value !== null) found[name] = { state: 'filled', value: inYuan(name, value, moneyUnit) }
  }
  return found
}

function inYuan(name: FigureName, value: Quantity, unit: EvaluationDocument['moneyUnit']): Quantity {
  const item = itemOf(name)
  return FIGURE_ITEMS[item].measure === 'money' && unit === '万元' ? yuanFromWan(value) : value
}
