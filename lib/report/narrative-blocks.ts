import { type NumberLevel, placesInList } from '@/lib/domain/cells/list-places'
import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { ReportBlock } from '@/lib/domain/report-document'
import { numberAt, numberIn } from '@/lib/messages/numbering'
import { type Assessed, runsText } from './data-text'
import { paragraphsOf } from './printable'

export const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text })

/**
 * The paragraphs of a narrative with the numbers of its items. An item is numbered as its mark says; without one, the outer ones at
 * `level` and the inner ones one below. Empty blocks are neither printed nor counted.
 */
export function narrative(blocks: readonly NarrativeBlock[], level: NumberLevel, assessed: Assessed): ReportBlock[] {
  const placeOf = placesInList(level)
  return blocks.flatMap((block) => {
    const paragraphs = paragraphsOf(runsText(block.runs, assessed))
    const [first] = paragraphs
    if (first === undefined) return []
    const at = placeOf(block, paragraphs.at(-1) ?? first)
    return paragraphs.map((text, index) => paragraph(index === 0 && at !== null ? `${numberIn(at.style, at.place)}${text}` : text))
  })
}

/** Texts of rows (goals, problems, measures), numbered by their place; a single one without a number. Empty ones do not count. */
export function numbered(texts: readonly string[], level: NumberLevel): ReportBlock[] {
  const filled = texts.map(paragraphsOf).filter(({ length }) => length > 0)
  return filled.flatMap((paragraphs, place) =>
    paragraphs.map((text, index) => paragraph(index === 0 && filled.length > 1 ? `${numberAt(level, place + 1)}${text}` : text)),
  )
}
