import { type Leading, leadOf, withItems } from './leading'
import type { Node } from './outline-node'
import { type Block, blockOf, groupsOf, inlineList, isLeadIn, listOf } from './pieces'
import { foundIn, type ReadPaper } from './read-paper'
import { sentencesIn } from './sentences'
import { OF_MANAGEMENT, OF_OWN_MEANS, type SectionKind } from './vocabulary/sections'

/** The report's own words by the form's sections. */
export type Narrative = Record<'duties' | 'deviation' | 'fundsManagement' | 'conclusion' | 'achievements', Block[]>

const REASON = /原因|主要(?:是|系|为)(?!.{0,4}(?:用于|包括)|为?(?:保障|了))|由于|所致|因(?=[^此为素而公])/

export function narrativeOf(read: ReadPaper): Narrative {
  const ofMoney = ({ head }: { head: Node }): boolean =>
    OF_OWN_MEANS.test(headingsAbove(read, head)) || OF_MANAGEMENT.test(read.texts[head.index] ?? '')
  const section = (kind: SectionKind): Block[] =>
    groupsOf(read, kind).flatMap(({ pieces }) => pieces.flatMap((piece) => listed(read, piece)))
  const narrative: Narrative = {
    duties: inOrder([...section('duties'), ...section('organisation')]),
    deviation: inOrder([...section('deviation'), ...reasonsOf(read)]),
    fundsManagement: groupsOf(read, 'management')
      .filter(ofMoney)
      .flatMap(({ pieces }) => pieces.flatMap((piece) => listed(read, piece))),
    conclusion: section('conclusion'),
    achievements: section('achievements'),
  }
  return narrative
}

/** The headings that a statement stands under, up to that of its section. */
function headingsAbove({ texts }: ReadPaper, head: Node): string {
  let words = ''
  for (let node: Node | null = head; node !== null; node = node.parent) {
    words = `${(texts[node.index] ?? '').slice(node.from, node.headingEnd ?? node.from)}${words}`
    if (node.own === node.kind) break
  }
  return words
}

const inOrder = (blocks: Block[]): Block[] => blocks.sort((a, b) => a.text.from - b.text.from)

/** A list behind 主要职责是： stands item by item. */
function listed(read: ReadPaper, piece: Parameters<typeof blockOf>[1]): Block[] {
  const text = read.texts[piece.index] ?? ''
  const list = piece.kind === 'paragraph' ? inlineList(text, piece.from, piece.to) : null
  if (list === null || !/[：:]$/.test(text.slice(list.lead.from, list.lead.to))) return [blockOf(read, piece)]
  return [
    blockOf(read, { ...piece, ...list.lead }),
    ...list.items.map((item) => blockOf(read, { ...piece, ...item, kind: 'item', level: 1 })),
  ]
}

/** Why the budget was not spent, or more than it: sentences among the figures. */
function reasonsOf(read: ReadPaper): Block[] {
  return groupsOf(read, 'funds').flatMap(({ pieces }) =>
    pieces.flatMap(({ index, from, to }) => {
      const text = read.texts[index] ?? ''
      return sentencesIn(text, from, to)
        .filter((sentence) => REASON.test(text.slice(sentence.from, sentence.to)))
        .map((sentence) => blockOf(read, { index, ...sentence, kind: 'paragraph', level: 1 }, 'likely'))
    }),
  )
}

/**
 * 年度绩效目标 with what leads them in, one text a goal: each item of a list that follows a colon or stands in paragraphs, else the
 * paragraph. `apart`: paragraphs that are read already.
 */
export function goalsOf(read: ReadPaper, apart: ReadonlySet<number>): Leading[] {
  const all = groupsOf(read, 'goals').flatMap((group) => {
    const [first, ...rest] = group.pieces.filter(({ index }) => !apart.has(index))
    if (first === undefined) return []
    const text = read.texts[first.index] ?? ''
    const others = rest.map(({ index, from, to }) => foundIn(read, index, from, to))
    if (isLeadIn(text.slice(first.from, first.to))) return [...leading(leadOf(read, first.index, first)), ...others]
    const list = listOf(read, group) ?? inlineList(text, first.from, first.to)
    const listedHere = list !== null && /^$|[：:]$/.test(text.slice(list.lead.from, list.lead.to))
    const own = listedHere ? list.items : [first]
    return [
      ...(listedHere ? leading(leadOf(read, first.index, list.lead)) : []),
      ...own.map(({ from, to }) => foundIn(read, first.index, from, to)),
      ...others,
    ]
  })
  return withItems(all)
}

const leading = (lead: Leading | null): Leading[] => (lead === null ? [] : [lead])
