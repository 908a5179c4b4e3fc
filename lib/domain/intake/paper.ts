/**
 * A finished report as it came, before anything in it is understood: paragraphs as one reads them, whatever lines or
 * pages broke them, and tables as grids. Offsets are signs of `text`, the report's own text.
 */
export type Paper = {
  text: string
  paragraphs: readonly Paragraph[]
  tables: readonly Table[]
  /** Where each page begins; empty where the paper has no pages. */
  pages: readonly number[]
}

/** `runs`: where the signs of `text` stand in the paper's, from each `at` on. */
export type Paragraph = { text: string; runs: readonly { at: number; place: number }[] }

/** A cell that spans several rows or columns stands in each place that it covers, as the same object. */
export type TableCell = { text: string; from: number; to: number }
/** `before`: the paragraph that stands behind the table. */
export type Table = { rows: readonly (readonly TableCell[])[]; before: number }

/** A stretch of the paper's text. */
export type Spot = { from: number; to: number }

/** The stretch of the paper that a stretch of a paragraph was taken from. */
export function spotIn({ runs }: Paragraph, from: number, to: number): Spot {
  return { from: placeOf(runs, from), to: placeOf(runs, Math.max(from, to - 1)) + 1 }
}

function placeOf(runs: Paragraph['runs'], offset: number): number {
  const run = runs.findLast(({ at }) => at <= offset) ?? { at: 0, place: 0 }
  return run.place + offset - run.at
}

/**
 * A line of a page: where its first sign stands, and how far it is set in, in half signs. `isFull`: whether it reaches the edge of the
 * text, where that was seen.
 */
export type PageLine = { text: string; place: number; indent: number; isFull?: boolean }
