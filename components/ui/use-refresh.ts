import { useRouter } from 'next/navigation'
import { useCallback } from 'react'

/** For a server to say that it is there, in ms. */
const LONGEST_WAIT = 10_000

/**
 * Draws the page anew with what the server has now, and only where it answers in time: for one that gives no answer the framework
 * leaves the page, and whatever is being typed on it with it. An action that waits for it says that it is done together with what it
 * has changed: whoever goes on at that word finds the change there.
 */
export function useRefresh(): () => Promise<void> {
  const router = useRouter()
  return useCallback(async () => {
    const answer = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(LONGEST_WAIT) }).catch(() => null)
    if (answer?.ok) router.refresh()
  }, [router])
}
