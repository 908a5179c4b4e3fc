import type { Spot } from './paper'
import type { Found, ReadPaper } from './read-paper'
import type { SectionKind } from './vocabulary/sections'

/** A paragraph or row that was put nowhere. `section`: where it stands; null where that was not understood. */
export type Left = Spot & { text: string; section: SectionKind | null }

/** Paragraphs of which nothing was taken, headings and lead-ins aside, and rows of tables that nothing was made of. */
export function leftOf(read: ReadPaper, taken: unknown, rows: readonly Spot[]): Left[] {
  const spots = spotsIn(taken).sort((a, b) => a.from - b.from)
  const paragraphs = read.texts.flatMap((text, index): Left[] => {
    const node = read.nodes[index]
    const spot = read.at(index, 0, text.length)
    const isHeading = node?.bare === true && node.own !== null
    const isLead = /[：:]$/.test(text) && text.length <= 60
    if (isHeading || isLead || index < read.title.end || spots.some(({ from, to }) => from < spot.to && to > spot.from)) return []
    return [{ ...spot, text, section: node?.kind ?? null }]
  })
  const cells = rows.map((spot): Left => ({ ...spot, text: read.paper.text.slice(spot.from, spot.to), section: null }))
  return [...paragraphs, ...cells].sort((a, b) => a.from - b.from)
}

/** Every place that something was taken from. */
function spotsIn(taken: unknown): Spot[] {
  if (typeof taken !== 'object' || taken === null) return []
  if (isFound(taken)) return [taken]
  return Object.values(taken).flatMap(spotsIn)
}

export const isFound = (value: object): value is Found => 'certainty' in value && 'from' in value && 'to' in value && 'text' in value
