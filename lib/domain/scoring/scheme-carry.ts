import type { Indicator } from '@/lib/domain/evaluation/indicator'
import {
  dividedBy,
  equals,
  hundred,
  isPositive,
  isZero,
  minus,
  one,
  type Points,
  plus,
  points,
  type Quantity,
  quantity,
  sum,
  times,
  zero,
} from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'

/** What a scheme leaves for departments' own rows: in each 一级指标 with a 分值, in all others together, and in all. */
type Room = { byDimension: ReadonlyMap<string, Quantity>; free: Quantity; all: Quantity }

function roomOf({ execution, dimensions, fixedIndicators }: Scheme): Room {
  const byDimension = new Map<string, Quantity>()
  let free = minus(hundred, quantity(execution?.maxScore ?? '0'))
  for (const { name, maxScore, closed } of dimensions) {
    const given = sum(fixedIndicators.filter(({ dimension }) => dimension === name).map((fixed) => quantity(fixed.maxScore)))
    free = minus(free, maxScore === null ? given : quantity(maxScore))
    if (maxScore !== null) byDimension.set(name, closed ? zero : minus(quantity(maxScore), given))
  }
  return { byDimension, free, all: plus(free, sum([...byDimension.values()])) }
}

/**
 * Own rows with their 分值 carried over to the room that a scheme leaves in their 一级指标. Room that nobody has rows for goes
 * to the rows without a 一级指标 in the scheme, or, where there are none, to all. Rows that together did not fill the room
 * of the old scheme fill as much less, or more, of the new one.
 */
export function carriedOver(rows: readonly Indicator[], old: Scheme, scheme: Scheme): Indicator[] {
  const { byDimension, free: unbound } = roomOf(scheme)
  const { all } = roomOf(old)
  const filled = isPositive(all) ? dividedBy(sumOf(rows), all) : one
  let free = unbound
  let placed = zero
  const carriedRows: Indicator[] = []
  for (const [dimension, room] of byDimension) {
    const here = rows.filter((row) => row.dimension === dimension)
    if (here.length === 0) free = plus(free, room)
    else placed = plus(placed, room)
    carriedRows.push(...carried(here, times(room, filled)))
  }
  const others = rows.filter((row) => !byDimension.has(row.dimension))
  const shared =
    others.length > 0 ? [...carriedRows, ...carried(others, times(free, filled))] : carried(carriedRows, times(plus(placed, free), filled))
  const byId = new Map(shared.map((row) => [row.id, row]))
  return rows.map((row) => {
    const maxScore = byId.get(row.id)?.maxScore ?? null
    return maxScore === null ? row : { ...row, maxScore, ...scaledGiven(row, maxScore) }
  })
}

const sumOf = (rows: readonly Indicator[]): Quantity => sum(rows.flatMap(({ maxScore }) => (maxScore === null ? [] : [maxScore])))

/** 分值 in proportion, two decimals each; the last row takes the cents that rounding left over, so that they add to `room`. */
function carried(rows: readonly Indicator[], room: Quantity): Indicator[] {
  const together = sumOf(rows)
  if (!isPositive(together) || equals(together, room)) return [...rows]
  if (!isPositive(room)) return rows.map((row) => ({ ...row, maxScore: zero }))
  const last = rows.findLast(({ maxScore }) => maxScore !== null)
  let left = points(room)
  return rows.map((row) => {
    if (row.maxScore === null) return row
    const maxScore = row === last ? left : points(dividedBy(times(row.maxScore, room), together))
    left = minus(left, maxScore)
    return { ...row, maxScore }
  })
}

/** What people gave a row, 自评分 and 复核分, in proportion to another 分值; null where nothing was given. */
export function scaledGiven(entered: Indicator | undefined, maxScore: Points): Pick<Indicator, 'selfScore' | 'reviewScore'> {
  const scaled = (given: Points | null): Points | null => {
    if (given === null || !entered?.maxScore || isZero(entered.maxScore)) return given === null || !isZero(maxScore) ? given : zero
    return points(dividedBy(times(given, maxScore), entered.maxScore))
  }
  return { selfScore: scaled(entered?.selfScore ?? null), reviewScore: scaled(entered?.reviewScore ?? null) }
}
