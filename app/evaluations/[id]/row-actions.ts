import type { RowActions } from '@/components/evaluation/block-list'
import { addTypedRow, moveTypedRow, removeTypedRow } from './actions'

/** Moving and removing rows of this evaluation, as the client components take them. */
export const rowActions = (evaluationId: string): RowActions => ({
  move: moveTypedRow.bind(null, evaluationId),
  remove: removeTypedRow.bind(null, evaluationId),
})

/** Adding a row at the end of one list of this evaluation. */
export const adding = (
  evaluationId: string,
  place: Parameters<typeof addTypedRow>[1],
  shape?: { kind: 'paragraph' | 'item'; level: 1 | 2 },
) => addTypedRow.bind(null, evaluationId, place, shape ?? null)
