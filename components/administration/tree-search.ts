import { useEffect, useState } from 'react'
import { askTree, type TreeLevel } from './tree-node'

/** So long after the last key the server is asked. */
const PAUSE_MS = 250

/**
 * What the server finds for words in any order: parts of the name, the code, pinyin or initials. `found` is null while
 * nothing is looked for; `failed`: the last question was not answered.
 */
export function useTreeSearch(text: string, roundId = ''): { found: TreeLevel | null; failed: boolean } {
  const [answer, setAnswer] = useState<{ found: TreeLevel | null; failed: boolean }>({ found: null, failed: false })
  const words = text.trim()

  useEffect(() => {
    if (words === '') {
      setAnswer({ found: null, failed: false })
      return
    }
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const found = await askTree({ search: words, round: roundId }, asking.signal)
      if (!asking.signal.aborted) setAnswer((before) => ({ found: found ?? before.found, failed: found === null }))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words, roundId])

  return answer
}
