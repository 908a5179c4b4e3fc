import type { RowActions } from '@/lib/forms/row-actions'
import { moveTypedRow } from './actions'

/** Moving rows of this evaluation, as the client components take them. */
export const rowActions = (evaluationId: string): RowActions => ({
  move: moveTypedRow.bind(null, evaluationId),
})
