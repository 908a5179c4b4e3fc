/** Texts remembered at most, and the longest of them: some hundred kilobytes together. */
const MOST = 5_000
const LONGEST = 40

/**
 * `read`, which remembers what it read of short texts: tables say the same names and figures again and again, and each change
 * of one reads all of it. When they are many, all are forgotten at once. `read` must be pure, and what it gives not be changed.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const is = read(text)
    if (text.length > LONGEST) return is
    if (known.size >= MOST) known.clear()
    known.set(text, is)
    return is
  }
}
