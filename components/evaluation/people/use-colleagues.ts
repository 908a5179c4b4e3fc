import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { useDrawnFor, useTypist } from '@/components/forms/drawn-for'
import { useRefresh } from '@/components/ui/use-refresh'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { newRowId } from '@/lib/forms/saving/new-rows'
import { type WhoIsWhere, whoIsWhere } from '@/lib/forms/saving/who-is-where'

/**
 * Follows what others do in an evaluation while the page is in sight and somebody works on it: cells that they saved appear, a page
 * whose rows changed is drawn anew, and each says where they are. Without the stream the page asks when it is looked at again.
 */
export function useColleagues(store: CellStore, evaluation: string): WhoIsWhere {
  const [who] = useState(whoIsWhere)
  const [tab] = useState(newRowId)
  const userId = useTypist()
  const refresh = useRefresh()
  const drawnFor = useDrawnFor()
  const latest = useRef({ drawnFor, refresh })
  useEffect(() => {
    latest.current = { drawnFor, refresh }
  })

  useEffect(() => {
    let stop: (() => void) | null = null
    let left = false
    // After the page: nobody waits for it
    void import('./follow-colleagues')
      .then(({ followColleagues }) => {
        if (!left) stop = followColleagues({ store, who, tab, userId, evaluation, latest })
      })
      .catch(() => null)
    return () => {
      left = true
      stop?.()
    }
  }, [store, who, tab, userId, evaluation])
  return who
}

/** Who else is at the cell, as one text; empty: nobody. */
export function useWhoIsAt(address: string): string {
  const { who } = useCellForm()
  const subscribe = useCallback((listener: () => void) => who.subscribe(address, listener), [who, address])
  const names = () => who.at(address)
  return useSyncExternalStore(subscribe, names, names)
}

/** Everybody else who is in the form, as one text; empty: nobody. */
export function useOthers(): string {
  const { who } = useCellForm()
  return useSyncExternalStore(who.subscribeAll, who.all, who.all)
}
