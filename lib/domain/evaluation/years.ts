import type { EvaluationScope } from './evaluation'
import type { Indicator } from './indicator'

/** As many years as stand side by side. */
const MOST_YEARS = 5

type OfYear = { id: string; scope: EvaluationScope; year: number }

/**
 * Which of a subject's evaluations (`all`, the newest first) stand beside one of them: one a year of its scope, itself among them. The
 * newest five, or as many from its own year on.
 */
export function besideIn<Of extends OfYear>(own: Pick<OfYear, 'id' | 'scope' | 'year'>, all: readonly Of[]): Of[] {
  const alike = all.filter(({ id, scope, year }) => scope === own.scope && (year !== own.year || id === own.id))
  const years = alike.filter(({ year }, place) => alike.findIndex((other) => other.year === year) === place)
  const begin = Math.max(0, years.findIndex(({ id }) => id === own.id) - MOST_YEARS + 1)
  return years.slice(begin, begin + MOST_YEARS)
}

/** An indicator over the years of its subject: its row of each year in the order asked for, null where a year has none. */
export type LineOverYears = { line: string; rows: readonly (Indicator | null)[] }

/**
 * The indicators of a subject over its years, `years` in the order in which they are to stand side by side. Lines of the first year come
 * first, in its order, then those that only later ones have. What is one indicator goes by lines, whatever it is called.
 */
export function linesOverYears(years: readonly (readonly Indicator[])[]): LineOverYears[] {
  const byLine = years.map((rows) => new Map(rows.map((row) => [row.lineId, row])))
  const lines = new Set(years.flatMap((rows) => rows.map(({ lineId }) => lineId)))
  return [...lines].map((line) => ({ line, rows: byLine.map((rows) => rows.get(line) ?? null) }))
}
