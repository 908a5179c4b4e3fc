import { goTo } from '@/components/ui/go-to'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { BEGINS, isOpen } from './begins'

/** What is still to be filled in of a form: its places in their order, and where one goes on behind the last. */
export type OpenPlaces = { here: readonly string[]; after: string }

/** Brings a place of the form to the person: a cell by its address, else where a list of that name is begun. False where neither is shown. */
export function bringTo(place: string): boolean {
  if (place === '') return false
  if (document.getElementById(place) !== null) {
    goTo(place)
    return true
  }
  const begun = document.querySelector<HTMLElement>(`[${BEGINS}="${CSS.escape(place)}"]`)
  begun?.scrollIntoView({ block: 'center' })
  begun?.focus({ preventScroll: true })
  return begun !== null
}

/** The address of the cell that has the focus: boxes have it as their id, the box of a grid's cell as its name. */
export const focusedCell = (): string => document.activeElement?.id || (document.activeElement?.getAttribute('name') ?? '')

/**
 * Brings the person to the next place that is empty, behind the one where they are or else behind the `last` one they were brought to;
 * gives that place, null where none is left.
 */
export function bringToNext(store: CellStore, here: OpenPlaces['here'], last: string): string | null {
  const focused = focusedCell()
  const from = here.indexOf(here.includes(focused) ? focused : last)
  return here.slice(from + 1).find((place) => isOpen(store, place) && bringTo(place)) ?? null
}
