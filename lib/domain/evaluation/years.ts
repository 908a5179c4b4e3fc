import type { Indicator } from './indicator'

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
