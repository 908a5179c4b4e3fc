import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { RowList } from '@/lib/domain/evaluation/rows'
import type { BlockActions, RowActions } from '@/lib/forms/row-actions'
import { addTypedRow, addTypedTexts, moveTypedRow, removeTypedRow } from './actions'

/** Moving and removing rows of this evaluation, as the client components take them. */
export const rowActions = (evaluationId: string): RowActions => ({
  move: moveTypedRow.bind(null, evaluationId),
  remove: removeTypedRow.bind(null, evaluationId),
})

/** Adding a row at the end of one list of this evaluation. */
export const adding = (evaluationId: string, place: Exclude<RowList, { list: 'narrative' }>) =>
  addTypedRow.bind(null, evaluationId, place, null)

/** Everything that can be done with the blocks of one section or task. */
export const blockActions = (
  evaluationId: string,
  place: Extract<RowList, { list: 'narrative' }>,
  kind: NarrativeBlock['kind'],
): BlockActions => ({
  add: addTypedRow.bind(null, evaluationId, place, { kind, level: 1 }),
  split: addTypedTexts.bind(null, evaluationId, place, { kind, level: 1 }),
  move: moveTypedRow.bind(null, evaluationId, 'narrative'),
  remove: removeTypedRow.bind(null, evaluationId, 'narrative'),
})
