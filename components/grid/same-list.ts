import { useRef } from 'react'

/** A list of ids that stays the same object while it says the same. */
export function useSameList(list: readonly string[]): readonly string[] {
  const held = useRef(list)
  const { current } = held
  if (current !== list && (current.length !== list.length || current.some((id, index) => id !== list[index]))) held.current = list
  return held.current
}
