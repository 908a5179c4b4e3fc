import { useCallback, useReducer, useRef } from 'react'
import { useSameList } from '@/components/grid/same-list'
import { inSchemeOrder } from '@/lib/domain/evaluation/indicator-order'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { CellStore } from '@/lib/forms/cell-store'
import type { MoveRow, RowActions } from '@/lib/forms/row-actions'
import { whenAnswered } from '@/lib/forms/when-answered'
import { useCellForm } from './cell-form-context'
import { type FormRow, useIdsIn } from './use-rows'

export const INDICATORS = { list: 'indicators' } as const

/**
 * The indicators in the order of the scheme, with what can be done with each. While somebody is at work in them no row goes elsewhere: what
 * was put under another 一级 or 二级 goes there when the work is left (`settle`). A move is seen at once and stored afterwards.
 */
export function useIndicatorRows(stored: readonly string[], scheme: Scheme, actions: RowActions) {
  const { store } = useCellForm()
  const ids = useIdsIn(INDICATORS, stored)
  // Kept beside React's state: a move is made in a transition, whose state comes when it ends, and the next key builds on the move.
  const order = useRef<readonly string[]>(null)
  order.current ??= schemeOrder(ids, store, scheme)
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0)
  const shown = useSameList(withNewOnes(order.current, ids))
  const now = useRef({ shown, stored })
  now.current = { shown, stored }

  const settle = useCallback(() => {
    order.current = schemeOrder(now.current.shown, store, scheme)
    redraw()
  }, [store, scheme])

  /** Moves a row past its neighbour of the same 二级; null where there is none. */
  const mover = useCallback(
    (id: string, by: -1 | 1): MoveRow | null => {
      const neighbour = now.current.shown[now.current.shown.indexOf(id) + by]
      if (neighbour === undefined || placeOf(id, store) !== placeOf(neighbour, store)) return null
      return async (drawnFor) => {
        const swapped = now.current.shown.map((one) => (one === id ? neighbour : one === neighbour ? id : one))
        now.current = { ...now.current, shown: swapped }
        order.current = swapped
        redraw()
        const areStored = () => [id, neighbour].every((one) => now.current.stored.includes(one) || store.isStored(one))
        // A save on its way takes the order as it was
        if (!areStored()) await whenAnswered(store)
        if (areStored()) {
          // Behind the upper one, whatever stands between the two on the server: nothing of their own 二级 does.
          const [upper, lower] = by < 0 ? [id, neighbour] : [neighbour, id]
          return actions.move('indicators', lower, upper, drawnFor)
        }
        store.orderRows(INDICATORS, now.current.shown)
        return { ok: true, here: true }
      }
    },
    [store, actions],
  )
  const rowOf = useCallback(
    (id: string): FormRow => {
      const isNew = !now.current.stored.includes(id)
      return {
        id,
        isNew,
        up: mover(id, -1),
        down: mover(id, 1),
        remove: () => store.removeRows([{ ...INDICATORS, id, after: now.current.shown[now.current.shown.indexOf(id) - 1] ?? null }]),
      }
    },
    [mover, store],
  )
  return { ids: shown, settle, mover, rowOf }
}

/** 一级 and 二级 of a row as they are typed. */
export const placeOf = (id: string, store: CellStore): string =>
  `${store.value(`indicators/${id}/dimension`).trim()}／${store.value(`indicators/${id}/group`).trim()}`

function schemeOrder(ids: readonly string[], store: CellStore, scheme: Scheme): string[] {
  const text = (id: string, column: string) => store.value(`indicators/${id}/${column}`)
  const rows = ids.map((id) => ({ id, dimension: text(id, 'dimension'), group: text(id, 'group') }))
  return inSchemeOrder(rows, scheme).map(({ id }) => id)
}

/** The rows that are there in this order, others behind the row that they came behind, and those that came last at the end. */
function withNewOnes(order: readonly string[], ids: readonly string[]): string[] {
  const there = new Set(ids)
  const shown = order.filter((id) => there.has(id))
  const last = ids.findLastIndex((id) => shown.includes(id))
  for (const [index, id] of ids.slice(0, last + 1).entries()) {
    if (shown.includes(id)) continue
    const before = ids[index - 1]
    shown.splice(before === undefined ? 0 : shown.indexOf(before) + 1, 0, id)
  }
  return [...shown, ...ids.slice(last + 1)]
}
