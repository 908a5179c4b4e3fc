import type { RowList } from '@/lib/domain/evaluation/rows'
import { idsWithNew } from '@/lib/forms/new-rows'
import { type MoveRow, neighbours, type RemoveRow, type RowActions } from '@/lib/forms/row-actions'
import { useCellForm, useFormState } from './cell-form-context'

/** A row of a list with what can be done with it now; a new one is stored nowhere yet, and only goes away again. */
export type FormRow = { id: string; isNew: boolean; up: MoveRow | null; down: MoveRow | null; remove: RemoveRow | null }

/** The ids of a list, stored and new ones in their order. */
export const useIdsIn = (place: RowList, stored: readonly string[]): string[] =>
  idsWithNew(
    stored,
    useFormState((store) => store.newRows()),
    place,
  )

/** The rows of a list in their order, stored ones and new ones. */
export function useRows(place: RowList, stored: readonly string[], actions: RowActions): FormRow[] {
  const { store } = useCellForm()
  const ids = useIdsIn(place, stored)
  const locally = (id: string, steps: number): MoveRow | null => {
    const others = ids.filter((other) => other !== id)
    const at = ids.indexOf(id) + steps
    if (at < 0 || at > others.length) return null
    return async () => {
      store.orderRows(place, [...others.slice(0, at), id, ...others.slice(at)])
      return { ok: true }
    }
  }
  return ids.map((id) => {
    const index = stored.indexOf(id)
    if (index < 0) return { id, isNew: true, up: locally(id, -1), down: locally(id, 1), remove: null }
    const { up, down } = neighbours(stored, index)
    const to =
      (after: string | null): MoveRow =>
      (drawnFor) =>
        actions.move(place.list, id, after, drawnFor)
    return {
      id,
      isNew: false,
      up: up === undefined ? null : to(up),
      down: down === undefined ? null : to(down),
      remove: (seen, drawnFor) => actions.remove(place.list, id, seen, drawnFor),
    }
  })
}
