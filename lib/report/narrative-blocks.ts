import { type NumberLevel, placesInList } from '@/lib/domain/cells/list-places'
import type { Mark } from '@/lib/domain/cells/marks'
import type { NarrativeBlock, Run } from '@/lib/domain/cells/narrative'
import type { ReportBlock } from '@/lib/domain/report-document'
import { numberIn } from '@/lib/messages/numbering'
import { type Assessed, runsText } from './data-text'
import { paragraphsOf } from './printable'

export const paragraph = (text: string): ReportBlock => ({ kind: 'paragraph', text })

type Printed = Pick<NarrativeBlock, 'kind' | 'level' | 'mark' | 'runs'>

/**
 * The paragraphs of a narrative with the numbers of its items. An item is numbered as its mark says; without one, the outer ones at
 * `level` and the inner ones one below. Empty blocks are neither printed nor counted.
 */
export function narrative(blocks: readonly Printed[], level: NumberLevel, assessed: Assessed): ReportBlock[] {
  const placeOf = placesInList(level)
  return blocks.flatMap((block) => {
    const paragraphs = paragraphsOf(runsText(block.runs, assessed))
    const [first] = paragraphs
    if (first === undefined) return []
    const at = placeOf(block, paragraphs.at(-1) ?? first)
    return paragraphs.map((text, index) => paragraph(index === 0 && at !== null ? `${numberIn(at.style, at.place)}${text}` : text))
  })
}

/** Rows (goals, problems, measures) as the items of a list; a single one has no number unless its mark asks for it. */
export function numbered(rows: readonly { mark: Mark; text: readonly Run[] }[], level: NumberLevel, assessed: Assessed): ReportBlock[] {
  const counted = rows.filter(({ mark, text }) => mark !== '无' && paragraphsOf(runsText(text, assessed)).length > 0).length
  const kind = counted > 1 ? 'item' : 'paragraph'
  return narrative(
    rows.map(({ mark, text }) => ({ kind, level: 1, mark, runs: text })),
    level,
    assessed,
  )
}
