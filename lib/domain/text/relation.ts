import type { Mention } from './mentions'

/** Kinds of relation that the text's figures may stand in; each has a file in `relations`. */
export type RelationKind =
  | 'sum'
  | 'rest'
  | 'change'
  | 'rate'
  | 'share'
  | 'growth'
  | 'perUnit'
  | 'mean'
  | 'shares'
  | 'ratio'
  | 'count'
  | 'comparison'
  | 'score'
  | 'table'

/**
 * A relation that the grammar draws between figures of the text: `result` is what the others make. `holds` is whether it
 * is so within what the printed digits allow. `expected`: what it should be, as a decimal in the result's printed unit;
 * null where that cannot be said in a number. `rule` names the arithmetic in its sentence.
 */
export type Relation = {
  kind: RelationKind
  result: Mention
  operands: readonly Mention[]
  holds: boolean
  /** How sure the grammar is: what is `unclear` may be meant otherwise. */
  certainty: 'plain' | 'likely' | 'unclear'
  rule: string
  expected: string | null
}

/**
 * How often a text is searched for other figures that settle a relation: more broken ones than any report has. What comes
 * after them stays silent, so that nobody's input can keep the product busy.
 */
export const MOST_SEARCHES = 200
