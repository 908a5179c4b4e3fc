import { FIGURE_ITEMS, type Figure, type FigureName, type Figures, isFigureName, itemOf } from '@/lib/domain/cells/funds'
import type { PrintedNumber } from '@/lib/domain/checks/form'
import { yuanFromWan } from '@/lib/domain/quantities'
import { type NumberReading, readCount, readMoney } from '@/lib/domain/reading/number-reading'
import type { EvaluationDocument } from './document-format'

type Unit = EvaluationDocument['moneyUnit']

/**
 * The figures of a document by their names, as an evaluation holds them; null where it states none, as on printed forms.
 * With them the scheme's formulas give the very values that they gave where the document was written.
 */
export function figuresOfDocument({ figures, moneyUnit }: EvaluationDocument): Figures | null {
  if (figures === undefined) return null
  const found: Partial<Record<FigureName, Figure>> = {}
  for (const { name, amount = '', notApplicable } of figures) {
    if (!isFigureName(name)) continue
    const read = readFigure(name, amount, moneyUnit)
    if (notApplicable !== undefined) found[name] = { state: 'notApplicable', reason: notApplicable }
    else if (read.kind === 'notApplicable') found[name] = { state: 'notApplicable', reason: read.reason }
    else if (read.kind === 'number') {
      const inWan = isMoney(name) && moneyUnit === '万元'
      found[name] = { state: 'filled', value: inWan ? yuanFromWan(read.value) : read.value }
    }
  }
  return found
}

/** The same as cells, so that one that is no number is told of. */
export const namedFiguresOf = ({ figures = [], moneyUnit }: EvaluationDocument): PrintedNumber[] =>
  figures.flatMap(({ name, amount = '' }, index) =>
    isFigureName(name) ? [{ at: `/figures/${index}/amount`, text: amount, reading: readFigure(name, amount, moneyUnit) }] : [],
  )

const isMoney = (name: FigureName): boolean => FIGURE_ITEMS[itemOf(name)].measure === 'money'

const readFigure = (name: FigureName, amount: string, unit: Unit): NumberReading =>
  isMoney(name) ? readMoney(amount, unit) : readCount(amount)
