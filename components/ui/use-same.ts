import { useRef } from 'react'
import { isSame } from '@/lib/domain/json/same'

/**
 * A value as the object that it was for as long as it says the same: whoever draws anew gives each value as another object, and whatever
 * hangs on one would be made again though nothing changed. For plain values only.
 */
export function useSame<T>(value: T): T {
  const held = useRef({ kept: value, seen: value })
  const { kept, seen } = held.current
  if (seen !== value) held.current = { kept: isSame(kept, value) ? kept : value, seen: value }
  return held.current.kept
}
