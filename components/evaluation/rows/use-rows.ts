import { useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import type { BlockShape, RowList } from '@/lib/domain/evaluation/rows'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { idsWithNew, inOrder, type NewRow, newRowId } from '@/lib/forms/saving/new-rows'

/**
 * A row of a list with what can be done with it now. `isNew`: the page has not brought it yet. Null: it cannot be done. What is done
 * is seen at once, stored afterwards, and can be undone; rows that stand in a row go with it.
 */
export type FormRow = {
  id: string
  isNew: boolean
  up: (() => void) | null
  down: (() => void) | null
  /** Puts it at a place of the list, counted from 0; null in a grid. */
  to: ((place: number) => void) | null
  remove: ((within?: readonly NewRow[]) => void) | null
  /** Makes a row behind it, and gives its id. */
  add: () => string
}

/** The ids of a list as it stands now: stored and new ones, those that were moved in their new places, without those that just went. */
export function useIdsIn(place: RowList, stored: readonly string[]): string[] {
  const added = useFormState((store) => store.newRows())
  const leaving = useFormState((store) => store.leaving())
  const order = useFormState((store) => store.orderOf(place))
  const ids = idsWithNew(stored, added, place).filter((id) => !leaving.some((row) => row.id === id))
  return order === undefined ? ids : inOrder(order, ids)
}

/** The ids with one of them put behind another, or at the top. */
export function putBehind(ids: readonly string[], id: string, after: string | null): string[] {
  const others = ids.filter((other) => other !== id)
  return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, id)
}

/** The rows of a list in their order, stored ones and new ones. `shape`: what blocks of text are in it. */
export function useRows(place: RowList, stored: readonly string[], shape?: BlockShape): FormRow[] {
  const { store } = useCellForm()
  const ids = useIdsIn(place, stored)
  const behind = (id: string, after: string | null | undefined) =>
    after === undefined ? null : () => store.moveRow(place, id, ids, putBehind(ids, id, after))
  const shaped = shape ? { shape } : {}
  return ids.map((id, index) => ({
    id,
    isNew: !stored.includes(id),
    up: index === 0 ? null : behind(id, ids[index - 2] ?? null),
    down: behind(id, ids[index + 1]),
    to: (at) => store.moveRow(place, id, ids, putBehind(ids, id, ids.filter((other) => other !== id)[at - 1] ?? null)),
    remove: (within = []) => store.removeRows([{ ...place, id, after: ids[index - 1] ?? null, ...shaped }, ...within]),
    add: () => {
      const added = newRowId()
      store.addRows([{ row: { ...place, id: added, after: id, ...shaped }, texts: numberedLike(store, place, [id, ids[index + 1]]) }])
      return added
    },
  }))
}

/** What a new row begins with: the number of its list goes on, where somebody chose one. `beside`: the rows that tell, the first that is no lead-in. */
export function numberedLike(
  store: CellStore,
  { list }: RowList,
  beside: readonly (string | undefined)[],
): Readonly<Record<string, string>> {
  const marks = beside.map((id) => (id === undefined ? '无' : store.value(`${list}/${id}/mark`)))
  const mark = marks.find((one) => one !== '无') ?? ''
  return mark === '' ? {} : { mark }
}
