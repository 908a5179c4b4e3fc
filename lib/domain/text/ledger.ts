import { agreeing } from './known'
import type { Mention } from './mentions'
import type { Reading } from './reading'
import type { Relation, RelationKind } from './relation'

/**
 * A figure of the text with what became of it: `confirmed` where it stands in a relation that holds or is what a cell of the
 * form says, `contradicted` where
 * it is what a broken one should have made, or where only broken ones are drawn, `unchecked` where none is drawn, so that silence can be told from correctness. `kinds`: the relations.
 */
export type LedgerEntry = { mention: Mention; status: 'confirmed' | 'contradicted' | 'unchecked'; kinds: readonly RelationKind[] }

/** Every figure of a text in its order. */
export function ledgerOf(reading: Pick<Reading, 'mentions' | 'known'>, relations: readonly Relation[]): LedgerEntry[] {
  const kinds = new Map<Mention, Set<RelationKind>>()
  const [kept, broken, wrong] = [new Set<Mention>(), new Set<Mention>(), new Set<Mention>()]
  for (const { kind, holds, certainty, result, operands } of relations) {
    if (certainty === 'unclear') continue
    for (const mention of [result, ...operands]) {
      kinds.set(mention, (kinds.get(mention) ?? new Set()).add(kind))
      ;(holds ? kept : broken).add(mention)
    }
    if (!holds) wrong.add(result)
  }
  return reading.mentions.map((mention) => {
    const isWrong = wrong.has(mention) || (broken.has(mention) && !kept.has(mention))
    const cell = agreeing(reading, mention)
    const status = isWrong ? 'contradicted' : kept.has(mention) || cell !== undefined ? 'confirmed' : 'unchecked'
    return { mention, status, kinds: [...(kinds.get(mention) ?? []), ...(cell === undefined ? [] : (['table'] as const))] }
  })
}
