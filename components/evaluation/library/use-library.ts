import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

/** So long after the last key the server is asked, in ms. */
const PAUSE = 250

/** What the 指标库 of the evaluation answers to a question; the last answer stays until the next one comes. `failed`: there was none. */
export function useLibrary<Answer>(query: Readonly<Record<string, string>> | null): { answer: Answer | null; failed: boolean } {
  const page = usePathname()
  const [said, setSaid] = useState<{ answer: Answer | null; failed: boolean }>({ answer: null, failed: false })
  const asked = query === null ? null : `${page.replace(/\/[^/]*$/, '')}/library?${new URLSearchParams(query)}`
  useEffect(() => {
    if (asked === null) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(asked, { signal: asking.signal })
        .then((response) => (response.ok ? (response.json() as Promise<Answer>) : null))
        .catch(() => null)
      if (!asking.signal.aborted) setSaid((before) => ({ answer: answer ?? before.answer, failed: answer === null }))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [asked])
  return said
}
