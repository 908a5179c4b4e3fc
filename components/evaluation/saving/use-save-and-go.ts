import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import type { Autosave } from '@/lib/forms/saving/autosave'
import type { CellStore } from '@/lib/forms/saving/cell-store'

/** Saves what is typed and goes to another page once all of it is kept; where something cannot be, the form stays and says why. */
export function useSaveAndGo(store: CellStore, saver: Autosave): (href: string) => void {
  const router = useRouter()
  const to = useRef<string>(null)
  useEffect(
    () =>
      store.subscribeAll(() => {
        const { unsaved, saving, trouble, errors, conflicts } = store.form()
        if (to.current === null || saving) return
        if (unsaved === 0) router.push(to.current)
        if (unsaved === 0 || trouble !== null || errors.length + conflicts.length > 0) to.current = null
      }),
    [store, router],
  )
  return useCallback(
    (href) => {
      if (store.form().unsaved === 0) {
        router.push(href)
        return
      }
      to.current = href
      saver.now(true)
    },
    [store, saver, router],
  )
}
