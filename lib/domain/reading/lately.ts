/**
 * `read`, which remembers what it read off the few words (a label, a cell) that it was lately asked about: tables say the same names
 * and figures again and again, and many relations ask the same of one figure. It must be pure, and what it gives not be changed.
 * What is kept is bounded, so that nobody's input can fill the memory.
 */
export function lately<T>(read: (words: string) => T): (words: string) => T {
  let fresh = new Map<string, { is: T }>()
  let older = new Map<string, { is: T }>()
  return (words) => {
    const known = fresh.get(words)
    if (known !== undefined) return known.is
    const kept = older.get(words) ?? { is: read(words) }
    if (words.length > LONGEST) return kept.is
    if (fresh.size >= MOST) {
      older = fresh
      fresh = new Map()
    }
    fresh.set(words, kept)
    return kept.is
  }
}
const MOST = 2_048
const LONGEST = 60
