import { HEADING_WORDS, WAS_DONE, WILL_BE, WRONG } from './vocabulary/heading-words'
import { BARE, HEADINGS, type SectionKind } from './vocabulary/sections'

/** The kind that a heading names; null where it names none. */
export function kindOfHeading(heading: string): SectionKind | null {
  const words = heading.replace(BARE, '')
  if (words === '') return null
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** So heavy must the words of a heading be that is read by them alone. */
const HEAVY = 4
const LONGEST = 20

/** The kind that the words of a heading make most likely, where it is none of those that are known; null where they say nothing. */
export function likelyKindOf(heading: string): SectionKind | null {
  const words = heading.replace(BARE, '')
  if (words === '' || words.length > LONGEST) return null
  const weights = new Map<SectionKind, number>()
  for (const [kind, weight, pattern] of HEADING_WORDS)
    for (const { index, 0: word } of words.matchAll(pattern)) {
      const place = (index + word.length) / words.length
      weights.set(kind, (weights.get(kind) ?? 0) + weight * (1 + place / 2))
    }
  if (weights.has('problems') && (weights.get('measures') ?? 0) >= HEAVY) return 'faults'
  const [best] = [...weights].sort((a, b) => b[1] - a[1])
  return best !== undefined && best[1] >= HEAVY ? best[0] : null
}

/** What the paragraphs under a heading speak of, where it says nothing: of what is wrong, of what will be done; null where of neither. */
export function kindOfBody(paragraphs: readonly string[]): SectionKind | null {
  let [wrong, willBe] = [0, 0]
  for (const text of paragraphs) {
    const counts = [WRONG, WILL_BE, WAS_DONE].map((pattern) => [...text.matchAll(pattern)].length) as [number, number, number]
    if (counts[0] > counts[2] && counts[0] >= counts[1]) wrong += 1
    else if (counts[1] > counts[2]) willBe += 1
  }
  const most = Math.max(wrong, willBe)
  if (most * 2 <= paragraphs.length) return null
  return wrong >= willBe ? 'problems' : 'measures'
}
