import { asFine } from './as-fine'
import { flowOfPiece } from './flow'
import { type Mention, type Scan, scan } from './mentions'
import { nameRow } from './names-in-row'
import { once } from './once'

/** Where something stands: in which piece of text, and at which of its signs. */
export type Place = { at: string; offset: number }

/**
 * A figure that the form's table holds, as if a text had said it: what the text names without a figure (年初预算, 年度目标) may be
 * it. Its mention stands in no sentence of the text: its index is −1.
 */
export type KnownFigure = {
  role: 'initial' | 'budget' | 'spent' | 'left' | 'rate' | 'part' | 'aim' | 'actual'
  name: string
  mention: Mention
}

/** A report's text as read: what it says and where, with every figure in it. */
export type Reading = Scan & {
  text: string
  placeOf: (offset: number) => Place
  /** The year that the report is about; null where it is not known. */
  year: number | null
  /** What the form's table holds; empty for a text without a form. */
  known: readonly KnownFigure[]
}

/** Reads the pieces of a report as one text, so that what one says may be held against another. */
export function readingOf(
  pieces: readonly { at: string; text: string }[],
  year: number | null,
  known: readonly KnownFigure[] = [],
): Reading {
  const flows = pieces.map((piece) => ({ at: piece.at, flow: flowOfPiece(piece) }))
  const starts: number[] = []
  let length = 0
  for (const { flow } of flows) {
    starts.push(length)
    length += flow.text.length + 1
  }
  const text = flows.map(({ flow }) => flow.text).join('\n')
  const placeOf = (offset: number): Place => {
    const piece = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    )
    const { at = '', flow } = flows[piece] ?? {}
    return { at, offset: flow?.placeOf(offset - (starts[piece] ?? 0)) ?? 0 }
  }
  const scanned = scan(text)
  nameRow(scanned.mentions)
  asFine(scanned.mentions)
  return { ...scanned, text, placeOf, year, known }
}

export const mentionAt = (reading: Reading, index: number): Mention | undefined => reading.mentions[index]

/** The figures in per cent, in their order. */
export const ratesOf = once(({ mentions }: Reading): readonly Mention[] => mentions.filter(({ unit }) => unit.dimension === 'percent'))

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
/** 为预算6,640.00万元的99.25%: a figure that the share right behind it is of; nothing that its sentence counts or compares. */
export function isWholeOfShare({ mentions, text }: Reading, mention: Mention): boolean {
  const next = mentions[mention.index + 1]
  return (
    next?.unit.dimension === 'percent' &&
    /[的约]/.test(text[next.start - 1] ?? '') &&
    /^[^，。；\d]{0,6}的(?:约)?$/.test(text.slice(mention.end, next.start))
  )
}
/** Of one dimension and, where things are counted, in one word. */
export const sameUnit = (a: Mention, b: Mention): boolean => alike(a, b) && (a.unit.dimension !== 'things' || a.unit.word === b.unit.word)

/** The words of the text around a relation, as evidence: from the first of its mentions to the last. */
export function quoteOf({ text }: Reading, all: readonly Mention[], most = 120): string {
  const mentions = all.filter(({ index }) => index >= 0)
  const from = Math.min(...mentions.map(({ start, label }) => start - label.length))
  const to = Math.max(...mentions.map(({ end }) => end))
  const words = text.slice(from, to).replaceAll('\n', '')
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}
