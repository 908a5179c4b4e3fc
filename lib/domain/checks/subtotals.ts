import { absolute, equals, isNegative, minus, moreThan, type Points, sum } from '@/lib/domain/quantities'
import { normalised } from '@/lib/domain/reading/number-reading'
import { type Check, check, type Found, fact, halfUnit } from './check'
import { type FormIndicator, type NumberCell, numberIn } from './form'

/** K40: a printed 小计 is not the sum of its rows; with rows missing, those that are here already exceed it. */
const subtotalsAddUp = check({
  code: 'K40',
  severity: 'error',
  find: ({ subtotals, indicators, complete }) => {
    if (subtotals.length === 0) return []
    const rows = rowsByPlace(indicators)
    return subtotals.flatMap(({ dimension, group, maxScore, printedScore }) => {
      const below = rows.get(placeOf(dimension, group)) ?? []
      const name = group.trim() === '' ? dimension.trim() : `${dimension.trim()}／${group.trim()}`
      return [
        ...broken(
          { column: 'maxScore', name, complete },
          maxScore,
          below.map((row) => row.maxScore),
        ),
        ...broken(
          { column: 'score', name, complete },
          printedScore,
          below.map((row) => row.printedScore),
        ),
      ]
    })
  },
})

/** 产出指标（50分） and 产出指标 are one place. */
const placeOf = (dimension: string, group: string): string =>
  [dimension, group].map((name) => normalised(name).replace(/\(\d+(?:\.\d+)?分\)$/, '')).join('\n')

/** The rows that carry points, of each 一级指标 and of each 二级指标 of it. */
function rowsByPlace(indicators: readonly FormIndicator[]): ReadonlyMap<string, readonly FormIndicator[]> {
  const rows = new Map<string, FormIndicator[]>()
  for (const row of indicators) {
    if (!row.scored) continue
    const { dimension, group } = row.context
    for (const place of new Set([placeOf(dimension, ''), placeOf(dimension, group)])) {
      const there = rows.get(place)
      if (there === undefined) rows.set(place, [row])
      else there.push(row)
    }
  }
  return rows
}

type Of = { column: 'maxScore' | 'score'; name: string; complete: boolean }

function broken({ column, name, complete }: Of, printed: NumberCell, cells: readonly NumberCell[]): Found<'K40'>[] {
  const { reading } = printed
  const given = cells.map(numberIn).filter((points): points is Points => points !== null)
  if (reading.kind !== 'number' || given.length === 0 || cells.some((cell) => cell.reading.kind === 'malformed')) return []
  const all = complete && given.length === cells.length
  const made = sum(given)
  const difference = minus(made, reading.value)
  // A subtotal may be printed with fewer decimals than its rows.
  const near = !moreThan(absolute(difference), halfUnit(reading.decimals, 1))
  if (equals(made, reading.value) || near || (!all && isNegative(difference))) return []
  return [
    {
      at: printed.at,
      facts: { column, all, name, stated: fact(reading.value), sum: fact(made) },
      expected: fact(made),
      found: fact(reading.value),
    },
  ]
}

export const subtotalChecks: readonly Check[] = [subtotalsAddUp]
