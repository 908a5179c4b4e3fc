import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useDrawnFor } from '@/components/forms/drawn-for'
import { failureOf } from '@/components/forms/sending'
import type { CellStore } from '@/lib/forms/cell-store'
import type { NewRow } from '@/lib/forms/new-rows'
import { type SaveAnswer, type TypedCell, unanswered } from '@/lib/forms/save-form'

export type SaveCells = (cells: readonly TypedCell[], rows: readonly NewRow[], drawnFor: string) => Promise<SaveAnswer>

/** How long a cell says that it was saved: long enough to be seen, gone before it clutters the page. */
const SHOWN = 4000

/** Saves what is typed, by Ctrl+S or when called; nothing while a character is being composed. */
export function useSaving(store: CellStore, save: SaveCells, readOnly: boolean, composing: RefObject<boolean>): () => void {
  const drawnFor = useDrawnFor()
  const shown = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = useCallback(async () => {
    const sent = readOnly || composing.current ? null : store.send()
    if (sent === null) return
    const answer = await save(sent.cells, sent.rows, drawnFor).catch((error: unknown) => unanswered(failureOf(error)))
    store.answered(sent, answer)
    clearTimeout(shown.current)
    shown.current = setTimeout(store.shownSaved, SHOWN)
  }, [store, save, readOnly, composing, drawnFor])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || event.isComposing) return
      event.preventDefault()
      void send()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [send])
  return send
}
