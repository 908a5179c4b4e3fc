/**
 * Texts that were made from the data. What they refer to follows its datum by itself; whether they were to be read again, it is told by
 * what the data said of themselves then and say now.
 */

/** What a text may be made of: as it is kept in a cell, and as it reads now. */
export type Draft = { kept: string; said: string }

/** `now`: what the data say in place of what they said; null where they say nothing like it any more. */
export type Moved = { now: Draft | null }

/**
 * Whether the data say something else than when a text was made from them (`basis`, empty: it was not); null where they do not. `taken`
 * are the bases of all texts beside it: what one of them was made from takes the place of no other.
 */
export function movedSince(basis: string, drafts: readonly Draft[], taken: readonly string[]): Moved | null {
  if (basis === '' || drafts.some(({ said }) => said === basis)) return null
  const free = drafts.filter(({ said }) => !taken.includes(said) && beginAlike(said, basis) > 0)
  const [best = null] = free.sort((a, b) => beginAlike(b.said, basis) - beginAlike(a.said, basis))
  return { now: best }
}

function beginAlike(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
