import { withFullSigns } from './full-signs'
import { edgeOf, headOf, isRunOn, type Line, linesIn, widthOf } from './lines'
import { once } from './once'
import { withPlainSigns, withPlainThousands } from './plain-signs'
import { piecesOf } from './spaces'

/**
 * A text as it is read, whatever it was taken from: one sign for those that look alike, no spaces but those that part, lines that a
 * page broke run together again. Paragraphs are parted by one line break. What stands behind sees this form only, so that no layout
 * changes what is read.
 */
export type Flow = {
  text: string
  /** Where a place of the flow stands in the text that was given. */
  placeOf: (offset: number) => number
}

/** Runs a text together as it is read. Linear in its length. */
export function flowOf(given: string): Flow {
  const seen = given.replace(INVISIBLE, '')
  if (seen.length < given.length) return withInvisible(given, flowOf(seen))
  const parts: string[] = []
  /** Where each run of signs begins, in the flow and in what was given. */
  const runs: { at: number; place: number }[] = []
  let length = 0
  const add = (text: string, place: number): void => {
    runs.push({ at: length, place })
    parts.push(text)
    length += text.length
  }
  const lines = linesOf(given)
  const edge = edgeOf(lines)
  let before: Line | null = null
  for (const line of lines) {
    // Whether the line before reached the edge, with what this one begins with.
    const end = line.start + (edge === null ? 0 : headOf(line.given))
    const reaches = edge !== null && before !== null && before.width + widthOf(given, line.start, end) > edge
    if (before !== null && !isRunOn(before, line, reaches)) add('\n', line.from)
    for (const { text, at } of line.pieces) add(text, line.start + at)
    before = line
  }
  // As long as before, so that the places stay.
  return { text: withFullSigns(withPlainThousands(parts.join(''))), placeOf: (at) => placeIn(runs, at) }
}

/** The flow of a piece of text, which all that read the piece share. It goes with the piece. */
export const flowOfPiece = once(({ text }: { readonly text: string }): Flow => flowOf(text))

/** A number of the page between two pages. */
const PAGE_NUMBER = /^[-—]?\s*\d{1,3}\s*[-—]?$/

type PlacedLine = Line & { from: number; start: number; pieces: readonly { text: string; at: number }[] }

/** The lines that say something. */
function linesOf(given: string): PlacedLine[] {
  let offset = 0
  return linesIn(withPlainSigns(given)).flatMap((whole) => {
    const from = offset
    offset += whole.length + 1
    const line = whole.trim()
    if (line === '' || PAGE_NUMBER.test(line)) return []
    const start = from + whole.indexOf(line)
    const pieces = piecesOf(line)
    const text = pieces.map((piece) => piece.text).join('')
    // What is as wide as a Chinese sign was so on the page.
    return [{ given: line, text, width: widthOf(given, start, start + line.length), from, start, pieces }]
  })
}

/** Signs without any look part nothing, also between digits. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g

/** The flow of a text without its invisible signs, with the places that these leave. */
function withInvisible(given: string, { text, placeOf }: Flow): Flow {
  const places: number[] = []
  let place = 0
  for (const { index } of given.matchAll(INVISIBLE)) {
    while (place < index) places.push(place++)
    place += 1
  }
  while (place <= given.length) places.push(place++)
  return { text, placeOf: (at) => places[placeOf(at)] ?? given.length }
}

function placeIn(runs: readonly { at: number; place: number }[], at: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const run = runs[low - 1]
  return run === undefined ? 0 : run.place + at - run.at
}
