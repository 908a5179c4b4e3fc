/** Those that are cited, each once. */
export const cited = (...clauses: readonly (string | undefined | false)[]): string[] => [
  ...new Set(clauses.filter((clause): clause is string => typeof clause === 'string' && clause !== '')),
]
