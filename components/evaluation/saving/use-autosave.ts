import { usePathname } from 'next/navigation'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { acknowledge } from '@/components/forms/drafts/draft-store'
import { useDrawnFor, useTypist } from '@/components/forms/drawn-for'
import { failureOf } from '@/components/forms/unanswered'
import { useRefresh } from '@/components/ui/use-refresh'
import { type Autosave, autosave } from '@/lib/forms/saving/autosave'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import type { Sent } from '@/lib/forms/saving/cell-view'
import type { NewRow } from '@/lib/forms/saving/new-rows'
import type { RowActions } from '@/lib/forms/saving/row-actions'
import { type SaveAnswer, type TypedCell, unanswered } from '@/lib/forms/saving/save-form'

export type SaveCells = (cells: readonly TypedCell[], rows: readonly NewRow[], drawnFor: string) => Promise<SaveAnswer>

/** How long a cell says that it was saved, and how long nothing is typed before the page is asked for anew, in ms. */
const SHOWN = 4_000
const QUIET = 2_500

const later = (ms: number, work: () => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/**
 * Saves what is typed in the form by itself: at each pause, when a cell is left, when the page goes out of sight or comes back, and
 * once more when it is left. What the page shows beside the cells (findings, totals of other parts) is brought up to date when
 * nothing has been typed for a moment.
 */
export function useAutosave(
  store: CellStore,
  { save, rows, readOnly, composing }: { save: SaveCells; rows: RowActions; readOnly: boolean; composing: RefObject<boolean> },
): Autosave {
  const drawnFor = useDrawnFor()
  const userId = useTypist()
  const page = usePathname()
  const refresh = useRefresh()
  const latest = useRef({ save, rows, drawnFor, userId, page, refresh })
  useEffect(() => {
    latest.current = { save, rows, drawnFor, userId, page, refresh }
  })
  const shown = useRef<() => void>(undefined)
  const refreshing = useRef<() => void>(undefined)
  const drawAnew = useCallback(() => {
    refreshing.current = undefined
    latest.current.refresh()
  }, [])

  const [saver] = useState(() =>
    autosave(store, {
      save: (sent) => latest.current.save(sent.cells, sent.rows, latest.current.drawnFor),
      changeRow: (change) => {
        const { rows: actions, drawnFor: person } = latest.current
        if (change.kind === 'remove') return actions.remove(change.rows, change.seen, person)
        return actions.move(change.list, change.row, change.after, person)
      },
      failed: (error) => unanswered(failureOf(error)),
      later,
      mayNow: () => !composing.current,
      heard: (sent, answer) => {
        if (sent !== null) void acknowledge(savedTexts(sent, answer, latest.current))
        shown.current?.()
        shown.current = later(SHOWN, store.shownSaved)
        if (answer.message !== null) return
        refreshing.current?.()
        refreshing.current = later(QUIET, drawAnew)
      },
    }),
  )

  useEffect(() => {
    if (readOnly) return
    saver.begin()
    const followed = store.subscribeAll((touched) => {
      const { unsaved, saving } = store.form()
      if (unsaved === 0 || saving || touched.size === 0) return
      saver.typed()
      if (refreshing.current === undefined) return
      refreshing.current()
      refreshing.current = later(QUIET, drawAnew)
    })
    const now = () => saver.now()
    const events = [
      [window, 'focus'],
      [window, 'online'],
      [window, 'pagehide'],
      [document, 'visibilitychange'],
    ] as const
    for (const [target, name] of events) target.addEventListener(name, now)
    return () => {
      followed()
      for (const [target, name] of events) target.removeEventListener(name, now)
      saver.stop()
      if (refreshing.current === undefined) return
      // Now, not when somebody is at work in another page
      refreshing.current()
      drawAnew()
    }
  }, [store, saver, readOnly, drawAnew])
  return saver
}

/** What the server has now, by where it was typed. */
function savedTexts({ cells }: Sent, { saved }: SaveAnswer, { userId, page }: { userId: string; page: string }) {
  const now = new Set(saved.map(({ address }) => address))
  return cells.flatMap(({ address, text }) => (now.has(address) ? [{ userId, page, field: address, text }] : []))
}
