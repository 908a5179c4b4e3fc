import { flowOf } from '@/lib/domain/text/flow'
import { withFullSigns } from '@/lib/domain/text/full-signs'
import type { Mention } from '@/lib/domain/text/mentions'
import { type Reading, readingOf } from '@/lib/domain/text/reading'
import { withDeclaredUnit } from './declared-unit'
import { type Loose, looseIn } from './loose'
import { outlineOf } from './outline'
import type { Node } from './outline-node'
import { type Paper, type Spot, spotIn } from './paper'
import { withParted } from './parted-numbers'
import { mendScan } from './scan-mistakes'
import { type Signature, signatureOf } from './signature'
import { type Title, titleOf } from './title'
import type { SectionKind } from './vocabulary/sections'

/** How sure it is that something stands where it was put: said in so many words, clear from around it, or only likely. */
export type Certainty = 'certain' | 'likely' | 'unsure'

/** Something found, with its words as the form has them and where they stand in the paper. */
export type Found = { text: string; certainty: Certainty } & Spot

/** A report's paragraphs in its outline and its figures, from which each part of the form is read. */
export type ReadPaper = {
  paper: Paper
  /** Paragraphs as read: no spaces between words, one sign for full-width digits. */
  texts: readonly string[]
  title: Title
  signature: Signature
  outline: Node
  /** By paragraph; null where the title stands. */
  nodes: readonly (Node | null)[]
  /** Sentences of paragraphs that no heading tells apart, with the sections that they belong to. */
  loose: readonly Loose[]
  /** The same by paragraph. */
  looseAt: ReadonlyMap<number, readonly Loose[]>
  /** Some of it tells of what was completed, apart from what was achieved. */
  hasCompletion: boolean
  reading: Reading
  /** Where a paragraph begins in the reading's text. */
  starts: readonly number[]
  /** Something in a paragraph, from one of its signs to another. */
  at: (paragraph: number, from: number, to: number) => Spot
}

/** Reads a paper's outline and figures. Linear in its length. */
export function readPaper(paper: Paper): ReadPaper {
  const given = withParted(paper.paragraphs.map(({ text }) => withFullSigns(mendScan(text))))
  const flows = given.map(flowOf)
  const kept = flows.flatMap((flow, index) => (flow.text === '' ? [] : [{ flow, paragraph: paper.paragraphs[index] }]))
  const texts = kept.map(({ flow }) => flow.text)
  const title = titleOf(texts)
  const signature = signatureOf(texts, title.end)
  const outline = outlineOf(texts, title.end, signature.begin)
  const nodes: (Node | null)[] = texts.map(() => null)
  const place = (node: Node): void => {
    if (node.index >= 0) nodes[node.index] = node
    node.children.forEach(place)
  }
  place(outline)
  const loose = looseIn(texts, nodes, title.kind === 'project')
  const looseAt = new Map<number, Loose[]>()
  for (const sentence of loose) looseAt.set(sentence.index, [...(looseAt.get(sentence.index) ?? []), sentence])
  const hasCompletion = nodes.some((node) => node?.kind === 'completion' && !node.bare) || loose.some(({ kind }) => kind === 'completion')
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length)
    length += text.length + 1
  }
  const said = readingOf(
    texts.map((text, index) => ({ at: `${index}`, text })),
    title.year,
  )
  const reading = { ...said, mentions: withDeclaredUnit(said.mentions, texts) }
  const at = (index: number, from: number, to: number): Spot => {
    const { flow, paragraph } = kept[index] ?? {}
    if (flow === undefined || paragraph === undefined) return { from: 0, to: 0 }
    return spotIn(paragraph, flow.placeOf(from), flow.placeOf(Math.max(from, to - 1)) + 1)
  }
  return { paper, texts, title, signature, outline, nodes, loose, looseAt, hasCompletion, reading, starts, at }
}

/** Where a figure stands in the paper. */
export const spotOf = ({ starts, at }: ReadPaper, { paragraph, start, end }: Mention): Spot =>
  at(paragraph, start - (starts[paragraph] ?? 0), end - (starts[paragraph] ?? 0))

/** The words of a paragraph from one sign to another. */
export const foundIn = (read: ReadPaper, index: number, from: number, to: number, certainty: Certainty = 'certain'): Found => ({
  text: (read.texts[index] ?? '').slice(from, to),
  certainty,
  ...read.at(index, from, to),
})

/** The section that a sign of a paragraph belongs to; with no offset, the paragraph's own. */
export function kindAt({ nodes, looseAt }: ReadPaper, paragraph: number, offset: number | null): SectionKind | null {
  const sentence = offset === null ? undefined : looseAt.get(paragraph)?.find(({ from, to }) => from <= offset && offset < to)
  return sentence?.kind ?? nodes[paragraph]?.kind ?? null
}

/** 儿童、妇女及家庭: a name may hold the sign that parts the list. */
export function wholeLabel({ reading }: ReadPaper, { index, start, label, lead }: Mention): string {
  const before = reading.mentions[index - 1]
  if (lead !== '、' || before === undefined) return label
  return reading.text
    .slice(before.end, start)
    .replace(/^.*[，。；：]/s, '')
    .replace(/^、/, '')
}
