import { useEffect, useRef } from 'react'
import type { TypedDraft } from '@/lib/forms/saving/typed-drafts'

/** Takes a draft back into a form that keeps its own; false where it is none of its cells. */
type Restore = (draft: TypedDraft) => boolean

const restorers = new Set<() => Restore>()

/** A form that keeps its own drafts says how they are put back. */
export function useOwnDrafts(restore: Restore): void {
  const latest = useRef(restore)
  useEffect(() => {
    latest.current = restore
  })
  useEffect(() => {
    const mine = () => latest.current
    restorers.add(mine)
    return () => {
      restorers.delete(mine)
    }
  }, [])
}

/** Whether some form took the draft back. */
export const restoreOwn = (draft: TypedDraft): boolean => [...restorers].some((restorer) => restorer()(draft))
