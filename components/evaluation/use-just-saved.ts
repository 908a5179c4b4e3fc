import { useCallback, useEffect, useState } from 'react'

/** How long a cell says that it was saved. */
const SHOWN = 4000

/** The cells of the last save, for a moment: long enough to be seen, gone before they clutter the page. */
export function useJustSaved() {
  const [addresses, setAddresses] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (addresses.size === 0) return
    const timer = setTimeout(() => setAddresses(new Set()), SHOWN)
    return () => clearTimeout(timer)
  }, [addresses])
  const show = useCallback((saved: readonly string[]) => setAddresses(new Set(saved)), [])
  return { show, has: (address: string) => addresses.has(address) }
}
