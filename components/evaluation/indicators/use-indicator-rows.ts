import { useCallback, useReducer, useRef } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { type FormRow, putBehind, useIdsIn } from '@/components/evaluation/rows/use-rows'
import { useSame } from '@/components/ui/use-same'
import { inSchemeOrder } from '@/lib/domain/evaluation/indicator-order'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { inOrder, newRowId } from '@/lib/forms/saving/new-rows'

export const INDICATORS = { list: 'indicators' } as const

/** 一级 and 二级 of a row. */
type Placed = { id: string; dimension: string; group: string }

/**
 * The indicators in the order of the scheme, with what can be done with each. While somebody is at work in them no row goes elsewhere: what
 * was put under another 一级 or 二级 goes there when the work is left (`settle`).
 */
export function useIndicatorRows(stored: readonly string[], scheme: Scheme) {
  const { store } = useCellForm()
  const ids = useIdsIn(INDICATORS, stored)
  /** Under what each row stood when the work began. */
  const places = useRef<ReadonlyMap<string, Placed>>(null)
  places.current ??= placesOf(ids, store)
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  const shown = useSame(schemeOrder(ids, places.current, scheme))
  const now = useRef({ shown, stored, ids })
  now.current = { shown, stored, ids }

  const settle = useCallback(() => {
    places.current = placesOf(now.current.ids, store)
    redraw()
  }, [store])

  /** Moves a row past its neighbour of the same 二级; null where there is none. */
  const mover = useCallback(
    (id: string, by: -1 | 1): (() => void) | null => {
      const neighbour = now.current.shown[now.current.shown.indexOf(id) + by]
      if (neighbour === undefined || placeOf(id, store) !== placeOf(neighbour, store)) return null
      // Behind the upper one, whatever stands between the two in the list: nothing of their own 二级 does.
      const [upper, lower] = by < 0 ? [id, neighbour] : [neighbour, id]
      return () => {
        const held = heldPlaces(now.current.shown, places.current ?? new Map())
        const beside = held.get(neighbour)
        places.current = beside === undefined ? held : held.set(id, { ...beside, id })
        store.moveRow(INDICATORS, lower, now.current.ids, putBehind(now.current.ids, lower, upper))
      }
    },
    [store],
  )
  const remove = useCallback(
    (gone: readonly string[]) => {
      const { ids: all } = now.current
      store.removeRows(gone.map((id) => ({ ...INDICATORS, id, after: all[all.indexOf(id) - 1] ?? null })))
    },
    [store],
  )
  const add = useCallback(
    (after: string | null) => {
      const id = newRowId()
      store.addRows([{ row: { ...INDICATORS, id, after } }])
      return id
    },
    [store],
  )
  const rowOf = useCallback(
    (id: string): FormRow => ({
      id,
      isNew: !now.current.stored.includes(id),
      up: mover(id, -1),
      down: mover(id, 1),
      to: null,
      remove: () => remove([id]),
      add: () => add(id),
    }),
    [mover, remove, add],
  )
  return { ids: shown, settle, mover, remove, add, rowOf }
}

/** 一级 and 二级 of a row as they are typed. */
export const placeOf = (id: string, store: CellStore): string =>
  `${store.value(`indicators/${id}/dimension`).trim()}／${store.value(`indicators/${id}/group`).trim()}`

const placesOf = (ids: readonly string[], store: CellStore): ReadonlyMap<string, Placed> =>
  new Map(ids.map((id) => [id, { id, dimension: store.value(`indicators/${id}/dimension`), group: store.value(`indicators/${id}/group`) }]))

/** The places of all rows: those that came since keep the one of the row above them, so that none goes elsewhere when another is moved. */
function heldPlaces(shown: readonly string[], places: ReadonlyMap<string, Placed>): Map<string, Placed> {
  const held = new Map<string, Placed>()
  let above: Omit<Placed, 'id'> = { dimension: '', group: '' }
  for (const id of shown) {
    const place = { ...(places.get(id) ?? above), id }
    held.set(id, place)
    above = place
  }
  return held
}

/** The rows by the scheme; those that came since stay behind the row that they came behind. */
const schemeOrder = (ids: readonly string[], places: ReadonlyMap<string, Placed>, scheme: Scheme): string[] =>
  inOrder(
    inSchemeOrder(
      ids.flatMap((id) => places.get(id) ?? []),
      scheme,
    ).map(({ id }) => id),
    ids,
  )
