import { type Flow, flowOf } from './flow'
import { type Mention, type Scan, scan } from './mentions'

/** A piece of a report's text as read: what it says and where, with every figure in it. */
export type Reading = Scan & {
  at: string
  text: string
  placeOf: Flow['placeOf']
  /** The year that the report is about; null where it is not known. */
  year: number | null
  /** Places in `mentions`, by group and by paragraph. */
  groups: readonly (readonly number[])[]
  inParagraph: readonly (readonly number[])[]
}

export function readingOf(at: string, given: string, year: number | null): Reading {
  const flow = flowOf(given)
  const scanned = scan(flow.text)
  const groups: number[][] = []
  const inParagraph: number[][] = []
  for (const { index, group, paragraph } of scanned.mentions) {
    ;(groups[group] ??= []).push(index)
    ;(inParagraph[paragraph] ??= []).push(index)
  }
  return { ...scanned, at, text: flow.text, placeOf: flow.placeOf, year, groups, inParagraph }
}

export const mentionAt = (reading: Reading, index: number): Mention | undefined => reading.mentions[index]

/** What stands between two mentions. */
export const between = ({ text }: Reading, a: Mention, b: Mention): string => text.slice(a.end, b.start)

/** Mentions before one, the nearest first, at most so many, not beyond its paragraph unless `farther`. */
export function before(reading: Reading, mention: Mention, most: number, farther = false): Mention[] {
  const found: Mention[] = []
  for (let i = mention.index - 1; i >= 0 && found.length < most; i--) {
    const other = reading.mentions[i] as Mention
    if (!farther && other.paragraph !== mention.paragraph) break
    found.push(other)
  }
  return found
}

/** Mentions behind one, the nearest first, not beyond its sentence unless `farther`, then not beyond its paragraph. */
export function behind(reading: Reading, mention: Mention, most: number, farther = false): Mention[] {
  const found: Mention[] = []
  for (let i = mention.index + 1; i < reading.mentions.length && found.length < most; i++) {
    const other = reading.mentions[i] as Mention
    if (farther ? other.paragraph !== mention.paragraph : other.sentence !== mention.sentence) break
    found.push(other)
  }
  return found
}

/** Whether two mentions are of one dimension, so that they can be added and divided. */
export const alike = (a: Mention, b: Mention): boolean => a.unit.dimension === b.unit.dimension
/** Of one dimension and, where things are counted, in one word. */
export const sameUnit = (a: Mention, b: Mention): boolean => alike(a, b) && (a.unit.dimension !== 'things' || a.unit.word === b.unit.word)

/** The words of the text around a relation, as evidence: from the first of its mentions to the last. */
export function quoteOf({ text }: Reading, mentions: readonly Mention[], most = 120): string {
  const from = Math.min(...mentions.map(({ start, label }) => start - label.length))
  const to = Math.max(...mentions.map(({ end }) => end))
  const words = text.slice(from, to).replaceAll('\n', '')
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}
