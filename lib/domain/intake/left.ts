import type { Spot } from './paper'
import type { Found, ReadPaper } from './read-paper'
import type { SectionKind } from './vocabulary/sections'

/** A paragraph or row that was put nowhere. `section`: where it stands; null where that was not understood. */
export type Left = Spot & { text: string; section: SectionKind | null }

/** Paragraphs of which nothing was taken, headings and lead-ins aside, and rows of tables that nothing was made of. */
export function leftOf(read: ReadPaper, taken: unknown, rows: readonly Spot[]): Left[] {
  const isTaken = coverOf(spotsIn(taken))
  const paragraphs = read.texts.flatMap((text, index): Left[] => {
    const node = read.nodes[index]
    const spot = read.at(index, 0, text.length)
    const isHeading = node?.bare === true && node.own !== null && !(node.isSentence && node.children.length === 0)
    const isLead = /[：:]$/.test(text) && text.length <= 60
    if (isHeading || isLead || UNIT_ALONE.test(text) || index < read.title.end || isTaken(spot)) return []
    return [{ ...spot, text, section: node?.kind ?? null }]
  })
  const cells = rows.map((spot): Left => ({ ...spot, text: read.paper.text.slice(spot.from, spot.to), section: null }))
  return [...paragraphs, ...cells].sort((a, b) => a.from - b.from)
}

/** （单位：万元） above a table, which the amounts are read by. */
const UNIT_ALONE = /^[（(]?(?:金额|货币)?单位[：:](?:人民币)?[万亿]?元[）)]?$/

/** Whether something was taken from a stretch. */
function coverOf(all: readonly Spot[]): (spot: Spot) => boolean {
  const spots = [...all].sort((a, b) => a.from - b.from)
  let farthest = 0
  const ends = spots.map(({ to }) => {
    farthest = Math.max(farthest, to)
    return farthest
  })
  return ({ from, to }) => {
    let [low, high] = [0, spots.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spots[middle]?.from ?? 0) < to) low = middle + 1
      else high = middle
    }
    return (ends[low - 1] ?? 0) > from
  }
}

/** Every place that something was taken from. */
function spotsIn(taken: unknown): Spot[] {
  if (typeof taken !== 'object' || taken === null) return []
  if (isFound(taken)) return [taken]
  return Object.values(taken).flatMap(spotsIn)
}

export const isFound = (value: object): value is Found => 'certainty' in value && 'from' in value && 'to' in value && 'text' in value
