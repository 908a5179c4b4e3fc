import type { Scheme } from './scheme'

type Row = { dimension: string; group: string; fixedId: string | null }

/** The clause of a row's rule: where the rule stands, there is its clause. What a scheme does not cite is not said. */
export function clauseOfRow({ fixedIndicators, adjustments, dimensions, defaults }: Scheme, row: Row): string | undefined {
  const own = [...fixedIndicators, ...adjustments].find(({ id }) => id === row.fixedId)
  if (own !== undefined) return own.clause
  const dimension = dimensions.find(({ name }) => name === row.dimension)
  const group = dimension?.groups.find(({ name }) => name === row.group)
  if (group?.rule !== undefined) return group.clause
  return dimension?.rule === undefined ? defaults.clause : dimension.clause
}

/** Those that are cited, each once. */
export const cited = (...clauses: readonly (string | undefined | false)[]): string[] => [
  ...new Set(clauses.filter((clause): clause is string => typeof clause === 'string' && clause !== '')),
]
