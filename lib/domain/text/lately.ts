/**
 * What is read off a few words (a label), remembered for those lately seen: many relations ask the same of the same figure. What is kept is
 * bounded, so that nobody's input can fill the memory.
 */
export function lately<T>(read: (words: string) => T): (words: string) => T {
  let fresh = new Map<string, { is: T }>()
  let older = new Map<string, { is: T }>()
  return (words) => {
    const known = fresh.get(words)
    if (known !== undefined) return known.is
    const kept = older.get(words) ?? { is: read(words) }
    if (fresh.size >= MOST) {
      older = fresh
      fresh = new Map()
    }
    fresh.set(words, kept)
    return kept.is
  }
}
const MOST = 2_048
