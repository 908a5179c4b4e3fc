import { useCallback, useEffect, useRef } from 'react'
import { goTo } from '@/components/ui/go-to'
import { partOfAddress } from '@/lib/forms/cells/part-of-address'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { answerFilledIn } from './begins'
import type { OpenPlaces } from './open-places'

/** It is needed at a key only: with what comes right behind the page. */
const openPlaces = () => import('@/components/evaluation/later-parts').catch(() => null)

/** Goes to the place that the address names. What is given goes on from there, over places that were filled in since, and behind the last to the next form (`go`). */
export function useNextOpen(store: CellStore, { here, after }: OpenPlaces, go: (href: string) => void): () => void {
  const last = useRef('')
  useEffect(() => {
    const place = partOfAddress(window.location.hash.slice(1))
    last.current = place
    goTo(place)
    if (place !== '' && document.getElementById(place) === null) void openPlaces().then((parts) => parts?.bringTo(place))
  }, [])
  useEffect(() => answerFilledIn(store), [store])
  return useCallback(async () => {
    const parts = await openPlaces()
    if (parts === null) return
    const place = parts.bringToNext(store, here, last.current)
    last.current = place ?? ''
    if (place === null) go(after)
  }, [store, here, after, go])
}
