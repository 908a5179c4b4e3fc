import { type Datum, datumSaid, type KnownData, type Piece, SAID } from './references'

/** What stands in a text as plain characters although it is data of the evaluation, or looks as if it were. */

/**
 * A stretch of the shown text that says the same as some data: put in its place, they follow what is filled in. Without data: it stands
 * in the brackets of a reference and is none.
 */
export type ReferenceOffer = { from: number; to: number; written: string; data: readonly Datum[] }

/** More data that say the same say nothing. */
const MOST_ALIKE = 3

const FIGURE = /(?<![\d.,，])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?[%％])?(?![\d.,]\d|\d)/g
/** 〔2024〕 of a document's number is meant as it stands. */
const YEAR = /^\d{4}\s*年?$/

/** In the text's order; the data of each in the order of `known`. */
export function referenceOffers(pieces: readonly Piece[], known: KnownData): ReferenceOffer[] {
  const byFigure = dataByFigure(known)
  const offers: ReferenceOffer[] = []
  let start = 0
  for (const { shown, datum } of pieces) {
    const here = start
    start += shown.length
    if (datum !== undefined) continue
    const add = (written: string, index: number, data: readonly Datum[]) =>
      offers.push({ from: here + index, to: here + index + written.length, written: written.trim(), data })
    for (const { 0: written, 1: said = '', index } of shown.matchAll(SAID)) {
      const called = datumSaid(said, known)
      if (!YEAR.test(said)) add(written, index, called === undefined ? [] : [called])
    }
    for (const { 0: written, index } of shown.matchAll(FIGURE)) {
      const data = byFigure.get(figureOf(written) ?? '') ?? []
      if (data.length > 0 && data.length <= MOST_ALIKE) add(written, index, data)
    }
  }
  return offers.sort((a, b) => a.from - b.from)
}

function dataByFigure(known: KnownData): ReadonlyMap<string, readonly Datum[]> {
  const byFigure = new Map<string, Datum[]>()
  for (const datum of known.values()) {
    const figure = datum.name === 'year' ? null : figureOf(datum.text)
    if (figure !== null) byFigure.set(figure, [...(byFigure.get(figure) ?? []), datum])
  }
  return byFigure
}

/** A figure however it is written; null where it is none, or a whole one of fewer than four digits, which stands in many places by chance. */
function figureOf(text: string): string | null {
  const plain = text
    .trim()
    .replaceAll(',', '')
    .replace(/\s?[%％]$/, '%')
  if (!/^\d+(?:\.\d+)?%?$/.test(plain)) return null
  return plain.includes('.') || plain.replaceAll(/\D/g, '').length >= 4 ? plain : null
}
