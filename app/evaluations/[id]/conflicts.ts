import type { CellConflict as StoredConflict } from '@/lib/data/save-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { CellConflict } from '@/lib/forms/cell-conflict'

/** A conflict as the forms of `viewer` take it. */
export const conflictTexts = ({ userId }: Viewer, conflict: StoredConflict): CellConflict => ({
  address: conflict.address,
  typed: conflict.yours,
  ...(conflict.kind === 'changed' ? { current: conflict.theirs, revision: conflict.number } : { current: null, revision: 0 }),
  byName: conflict.byName ?? '',
  own: conflict.byId === userId,
  at: conflict.at ?? '',
})
