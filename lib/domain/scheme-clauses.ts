import type { Scheme, SchemeClause } from './scheme'

/** The clause behind the score of a row that is not fixed: its 二级's, its 一级's, or the scheme's for all others. */
export function clauseAt(scheme: Scheme, place: { dimension: string; group: string }): string {
  const dimension = scheme.dimensions.find(({ name }) => name === place.dimension)
  const group = dimension?.groups.find(({ name }) => name === place.group)
  const ruled = [group, dimension].find((level) => level?.rule !== undefined)
  return (ruled === undefined ? scheme.defaults.clause : ruled.clause) ?? ''
}

/** The clauses of rules that took effect, one after the other; null is one that did not. */
export const clausesOf = ({ clauses }: Scheme, effective: readonly (SchemeClause | null)[]): string =>
  effective.flatMap((rule) => (rule === null ? [] : (clauses?.[rule] ?? []))).join('；')
