import type { CellConflict as StoredConflict } from '@/lib/data/save-cells'
import type { CellConflict } from '@/lib/forms/cell-conflict'

/** A conflict as forms take it. */
export const conflictTexts = (conflict: StoredConflict): CellConflict => ({
  address: conflict.address,
  typed: conflict.yours,
  ...(conflict.kind === 'changed' ? { current: conflict.theirs, revision: conflict.number } : { current: null, revision: 0 }),
  byName: conflict.byName ?? '',
  at: conflict.at ?? '',
})
