import { isPositive, moreThan, type Quantity, quantity } from '@/lib/domain/quantities'
import type { CellReading } from '@/lib/domain/reading/cell-reading'
import type { Operator } from '@/lib/domain/reading/operators'
import { problem, type SchemeProblem } from '@/lib/domain/schemes/scheme-problem'

export const quantityOrNull = (text: string | null | undefined): Quantity | null => (text == null ? null : quantity(text))

/** What is divided by must be above 0. */
export const notPositive = (text: string | undefined, at: string): SchemeProblem[] =>
  text === undefined || isPositive(quantity(text)) ? [] : [problem('notPositive', at, { found: text })]

/** None of the points is above the 分值 that they are stated for; null where it is free. */
export const pointsAbove = (all: readonly { points: string }[], at: string, whole: string | null): SchemeProblem[] =>
  all.flatMap(({ points }, index) =>
    whole !== null && moreThan(quantity(points), quantity(whole))
      ? [problem('pointsAbove', `${at}/${index}/points`, { found: points, whole })]
      : [],
  )

/** A rule's own bound as a target cell would read it. */
export const bound = (operator: Operator, value: Quantity, unit: string): CellReading => ({
  kind: 'number',
  operator,
  writtenAs: 'symbol',
  value,
  unit: unit.trim(),
  approximate: false,
})
