import { useState } from 'react'
import { isSame } from '@/lib/domain/json/same'

/**
 * What the server said, as the object that it was for as long as it says the same: a page that is drawn anew gives each value as
 * another object, and whatever hangs on one would be made again though nothing changed. For plain values only.
 */
export function useSame<T>(value: T): T {
  const [{ kept, seen }, keep] = useState({ kept: value, seen: value })
  if (seen === value) return kept
  const now = isSame(kept, value) ? kept : value
  keep({ kept: now, seen: value })
  return now
}
