import type { BlockShape, RowList } from '@/lib/domain/evaluation/rows'
import { idsWithNew, type NewRow } from '@/lib/forms/new-rows'
import type { MoveRow, RowActions } from '@/lib/forms/row-actions'
import { whenAnswered } from '@/lib/forms/when-answered'
import { useCellForm, useFormState } from './cell-form-context'

/**
 * A row of a list with what can be done with it now. `isNew`: the page has not brought it yet. `remove` takes it away at once, with
 * rows that stand in it; it can be undone.
 */
export type FormRow = {
  id: string
  isNew: boolean
  up: MoveRow | null
  down: MoveRow | null
  remove: ((within?: readonly NewRow[]) => void) | null
}

/** The ids of a list, stored and new ones in their order, without those that just went. */
export function useIdsIn(place: RowList, stored: readonly string[]): string[] {
  const added = useFormState((store) => store.newRows())
  const leaving = useFormState((store) => store.leaving())
  return idsWithNew(stored, added, place).filter((id) => !leaving.some((row) => row.id === id))
}

/** The rows of a list in their order, stored ones and new ones. `shape`: what blocks of text are in it. */
export function useRows(place: RowList, stored: readonly string[], actions: RowActions, shape?: BlockShape): FormRow[] {
  const { store } = useCellForm()
  const ids = useIdsIn(place, stored)
  const onServer = (id: string) => stored.includes(id) || store.isStored(id)
  const to = (id: string, steps: number): MoveRow | null => {
    const others = ids.filter((other) => other !== id)
    const at = ids.indexOf(id) + steps
    if (at < 0 || at > others.length) return null
    return async (drawnFor) => {
      // A save on its way takes the order as it was
      if (!onServer(id)) await whenAnswered(store)
      const after = others.slice(0, at).filter(onServer).at(-1) ?? null
      if (onServer(id)) return actions.move(place.list, id, after, drawnFor)
      store.orderRows(place, [...others.slice(0, at), id, ...others.slice(at)])
      return { ok: true, here: true }
    }
  }
  return ids.map((id, index) => ({
    id,
    isNew: !stored.includes(id),
    up: to(id, -1),
    down: to(id, 1),
    remove: (within = []) => store.removeRows([{ ...place, id, after: ids[index - 1] ?? null, ...(shape ? { shape } : {}) }, ...within]),
  }))
}
