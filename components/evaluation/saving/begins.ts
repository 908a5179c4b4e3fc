import type { CellStore } from '@/lib/forms/saving/cell-store'
import { begunAt } from '@/lib/forms/saving/new-rows'

/** Marks where a list is begun that has nothing in it yet, by what it is called as a place. */
export const BEGINS = 'data-begins'

/** Whether nothing stands at a place yet: in a cell, or in a list since the page was drawn. */
export const isOpen = (store: CellStore, place: string): boolean =>
  store.value(place) === '' && !store.newRows().some((row) => begunAt(row) === place && store.saysIn(row.id))

const ASKED = 'hengji:filled-in'

/** Whether something was typed at a place that the page says is empty: asked of the form by who stands beside it. */
export const wasFilledIn = (place: string): boolean => !document.dispatchEvent(new CustomEvent(ASKED, { detail: place, cancelable: true }))

/** The form answers; what is given ends that. */
export function answerFilledIn(store: CellStore): () => void {
  const answer = (event: Event) => {
    if (!isOpen(store, String((event as CustomEvent).detail))) event.preventDefault()
  }
  document.addEventListener(ASKED, answer)
  return () => document.removeEventListener(ASKED, answer)
}
