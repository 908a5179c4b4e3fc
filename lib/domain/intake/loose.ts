import type { Node } from './outline-node'
import { sentencesIn } from './sentences'
import { COUNTED_FIELD } from './vocabulary/forms'
import { CUES, FORM_LABEL, PREAMBLE, type SectionKind } from './vocabulary/sections'

/** Sentences of a paragraph that belong to a section of their own. */
export type Loose = { index: number; from: number; to: number; kind: SectionKind }

/** Paragraphs whose section, or lack of one, says nothing of what they speak of. */
const TOLD_BY_WORDS: ReadonlySet<SectionKind | null> = new Set([null, 'basics', 'analysis'])

/** Whether a node's first words are the heading of a section. */
const opens = ({ own, kind, parent }: Node): boolean => own !== null && own === kind && (parent?.kind !== kind || kind === 'basics')
/** Nothing but a heading. What ends as a sentence does is one only where it names a section and something stands under it. */
const isHeading = ({ bare, own, marker, isSentence, children }: Node): boolean =>
  bare && (isSentence ? own !== null && children.length > 0 : children.length > 0 || marker !== null || own !== null)

const saysNothing = (text: string): boolean => PREAMBLE.test(text) || FORM_LABEL.test(text) || COUNTED_FIELD.test(text)

/** Tells the sentences of such paragraphs apart. One without a word of its own goes with the one before it. */
export function looseIn(texts: readonly string[], nodes: readonly (Node | null)[], ofProject: boolean): Loose[] {
  return texts.flatMap((text, index) => {
    const node = nodes[index]
    if (node === null || node === undefined || !TOLD_BY_WORDS.has(node.kind)) return []
    if (isHeading(node) || saysNothing(text)) return []
    const found: Loose[] = []
    let kind: SectionKind | null = node.kind === 'basics' && !ofProject ? 'duties' : node.kind === 'analysis' ? 'completion' : null
    for (const { from, to } of sentencesIn(text, opens(node) ? (node.headingEnd ?? node.from) : node.from, text.length)) {
      const words = text.slice(from, to)
      kind = CUES.find(([, pattern]) => pattern.test(words))?.[0] ?? kind
      const last = found.at(-1)
      if (kind === null) continue
      if (last?.kind === kind) last.to = to
      else found.push({ index, from, to, kind })
    }
    return found
  })
}
