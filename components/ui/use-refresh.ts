import { useRouter } from 'next/navigation'
import { useCallback } from 'react'

/**
 * Draws the page anew with what the server has now, and only where it answers: for one that gives no answer the framework leaves
 * the page, and whatever is being typed on it with it.
 */
export function useRefresh(): () => void {
  const router = useRouter()
  return useCallback(async () => {
    const answer = await fetch('/health', { cache: 'no-store' }).catch(() => null)
    if (answer?.ok) router.refresh()
  }, [router])
}
