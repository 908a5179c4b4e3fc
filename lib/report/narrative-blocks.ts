import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { ReportBlock } from '@/lib/domain/report-document'
import { type Assessed, runsText } from './data-text'
import { type NumberLevel, numberAt } from './numbering'
import { paragraphsOf } from './printable'

export const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text })

/**
 * The paragraphs of a narrative; its items are numbered by their place, the outer ones at `level` and the inner ones
 * one below. Empty blocks are neither printed nor counted.
 */
export function narrative(blocks: readonly NarrativeBlock[], level: NumberLevel, assessed: Assessed): ReportBlock[] {
  const inner = level === 5 ? 5 : ((level + 1) as NumberLevel)
  let outerPlace = 0
  let innerPlace = 0
  return blocks.flatMap(({ kind, level: depth, runs }) => {
    const paragraphs = paragraphsOf(runsText(runs, assessed))
    if (paragraphs.length === 0) return []
    if (kind === 'paragraph') return paragraphs.map(paragraph)
    if (depth === 1) innerPlace = 0
    const number = depth === 1 ? numberAt(level, ++outerPlace) : numberAt(inner, ++innerPlace)
    return paragraphs.map((text, index) => paragraph(index === 0 ? `${number}${text}` : text))
  })
}

/** Texts of rows (goals, problems, measures), numbered by their place; a single one without a number. Empty ones do not count. */
export function numbered(texts: readonly string[], level: NumberLevel): ReportBlock[] {
  const filled = texts.map(paragraphsOf).filter(({ length }) => length > 0)
  return filled.flatMap((paragraphs, place) =>
    paragraphs.map((text, index) => paragraph(index === 0 && filled.length > 1 ? `${numberAt(level, place + 1)}${text}` : text)),
  )
}
