import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useCellForm } from '@/components/evaluation/cells/cell-form-context'
import type { FoundDatum } from '@/lib/forms/cells/found-data'

/** All data that the evaluation's texts may refer to, as they are now; none until they are there, and none where nobody answers. */
export function useData(): readonly FoundDatum[] {
  const { learn } = useCellForm()
  const page = usePathname()
  const [data, setData] = useState<readonly FoundDatum[]>([])
  useEffect(() => {
    const asking = new AbortController()
    void fetch(`${page.replace(/\/[^/]*$/, '')}/data`, { signal: asking.signal })
      .then((response) => (response.ok ? (response.json() as Promise<FoundDatum[]>) : []))
      .catch(() => [])
      .then((now) => {
        if (asking.signal.aborted) return
        learn(now)
        setData(now)
      })
    return () => asking.abort()
  }, [page, learn])
  return data
}
