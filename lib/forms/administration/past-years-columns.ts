import { DEPARTMENT_GROUPS, type FigureName, figuresAskedFor } from '@/lib/domain/cells/funds'
import { figureLabel } from '@/lib/messages/column-labels'

/** How the year is called; the first is what the template writes. */
export const YEAR_COLUMN = ['年度', '年份', '预算年度', '决算年度'] as const

/** The figures that may be taken in, by the words that stand above them. */
export const PAST_FIGURES: readonly { name: FigureName; heading: string }[] = figuresAskedFor('department', DEPARTMENT_GROUPS).map(
  (name) => ({
    name,
    heading: figureLabel(name).replaceAll(' · ', ''),
  }),
)
