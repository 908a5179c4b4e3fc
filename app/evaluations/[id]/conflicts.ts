import type { CellConflict as StoredConflict } from '@/lib/data/change/save-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { CellConflict } from '@/lib/forms/state/cell-conflict'

/** A conflict as the forms of `viewer` take it. */
export const conflictTexts = ({ userId }: Viewer, conflict: StoredConflict): CellConflict => ({
  address: conflict.address,
  typed: conflict.yours,
  ...(conflict.kind === 'changed' ? { current: conflict.theirs, revision: conflict.number } : { current: null, revision: 0 }),
  byName: conflict.byName ?? '',
  own: conflict.byId === userId,
  at: conflict.at ?? '',
})

/** A conflict as it is said at what was to be accepted. */
export const acceptedConflict = (conflict: StoredConflict): string =>
  conflict.kind === 'removed'
    ? '此行已被删除，没有写入。请刷新页面后核对。'
    : `${conflict.byName}已改为“${conflict.theirs || '（空）'}”，没有覆盖。请核对后再决定。`
