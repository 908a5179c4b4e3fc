import type { TextPiece } from './form'

/**
 * The pieces of a text as they were lately handed in, where these are the same: an evaluation is checked at each save and on each page, and
 * what was read off its text (`once`) is still right while no sign of it has changed. What is kept is bounded, so that nobody's input can
 * fill the memory: a text longer than `MOST_SIGNS` is not kept, and the ones that were longest not asked for go.
 */
export function keptText(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const key = JSON.stringify(pieces)
  if (key.length > MOST_SIGNS) return pieces
  const known = kept.get(key)
  if (known === undefined) signs += key.length
  // What was asked for last stands last.
  else kept.delete(key)
  kept.set(key, known ?? pieces)
  for (const oldest of kept.keys()) {
    if (signs <= MOST_SIGNS) break
    kept.delete(oldest)
    signs -= oldest.length
  }
  return known ?? pieces
}

const kept = new Map<string, readonly TextPiece[]>()
/** How long all that is kept is. */
let signs = 0
/** A few dozen evaluations. */
const MOST_SIGNS = 200_000
