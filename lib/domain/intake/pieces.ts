import type { Mark } from '@/lib/domain/cells/marks'
import { type MarkerStyle, markerOf, markOf } from './markers'
import type { Node } from './outline-node'
import { type Certainty, type Found, foundIn, type ReadPaper } from './read-paper'
import type { SectionKind } from './vocabulary/sections'

/** A stretch of a paragraph that says one thing. `item`: it is one of a list; `level` 1 is the outermost. */
export type Piece = { index: number; from: number; to: number; kind: 'paragraph' | 'item'; level: 1 | 2 }
/** A statement with what stands under it. `head`: the node that it begins with; `title`: where a heading of its own ends. */
export type Group = { head: Node; pieces: Piece[]; titleEnd: number | null }

/** `mark`: with what an item was numbered; absent for a paragraph, and where its place numbers it. */
export type Block = { kind: 'paragraph' | 'item'; level: 1 | 2; mark?: Exclude<Mark, ''>; text: Found }

export const blockOf = (read: ReadPaper, { index, from, to, kind, level }: Piece, certainty: Certainty = 'certain'): Block => ({
  kind,
  level,
  ...(kind === 'item' ? markBefore(read.texts[index] ?? '', from) : {}),
  text: foundIn(read, index, from, to, certainty),
})

/** Longest number of an item with what stands around it. */
const LONGEST_MARKER = 8

/** The mark that ends where an item's words begin, in their line. */
export function markBefore(text: string, from: number): Pick<Block, 'mark'> {
  const near = Math.max(0, from - LONGEST_MARKER)
  for (let begin = near + text.slice(near, from).lastIndexOf('\n') + 1; begin < from; begin++) {
    const marker = markerOf(text.slice(begin, from + 1))
    const mark = marker === null || marker.length !== from - begin ? null : markOf(text.slice(begin), marker)
    if (mark) return { mark }
  }
  return {}
}

/** Whether a node is the heading of its section, and no item of one. */
const isSectionHead = ({ own, kind, parent, bare, isClaim, isSentence, children }: Node): boolean =>
  own !== null && own === kind && !isClaim && (parent?.kind !== kind || (bare && !isSentence && children.length > 0))

/** The statements of a kind of section in their order, each with what stands under it. */
export function groupsOf(read: ReadPaper, kind: SectionKind): Group[] {
  const groups: Group[] = []
  const walk = (node: Node): void => {
    for (const group of looseGroups(read, node, kind)) groups.push(group)
    if (node.kind === kind && !isSectionHead(node)) {
      groups.push({ head: node, pieces: piecesOf(read, node, kind), titleEnd: node.headingEnd })
      return
    }
    if (node.kind === kind && !node.bare) {
      const piece = pieceOf(read, node, 1)
      groups.push({ head: node, pieces: [{ ...piece, kind: 'paragraph', from: node.headingEnd ?? piece.from }], titleEnd: null })
    }
    node.children.forEach(walk)
  }
  walk(read.outline)
  return groups
}

/** What a paragraph says for a section that it does not belong to. */
const looseGroups = ({ looseAt }: ReadPaper, node: Node, kind: SectionKind): Group[] =>
  (looseAt.get(node.index) ?? [])
    .filter((sentence) => sentence.kind === kind && node.kind !== kind)
    .map(({ index, from, to }) => ({
      head: { ...node, marker: null, children: [] },
      pieces: [{ index, from, to, kind: 'paragraph', level: 1 }],
      titleEnd: null,
    }))

function pieceOf({ texts }: ReadPaper, { index, from, marker }: Node, level: 1 | 2): Piece {
  return { index, from, to: (texts[index] ?? '').length, kind: marker === null ? 'paragraph' : 'item', level }
}

/** What a statement says, and what stands under it. */
export function piecesOf(read: ReadPaper, head: Node, kind: SectionKind): Piece[] {
  const pieces = [pieceOf(read, head, 1)]
  const walk = (node: Node): void => {
    if (node.kind === kind) pieces.push(pieceOf(read, node, 2))
    node.children.forEach(walk)
  }
  head.children.forEach(walk)
  return pieces
}

/** Groups of headings that only hold lists are taken apart into the items of those lists. */
export function itemsOf(read: ReadPaper, kind: SectionKind): Group[] {
  return groupsOf(read, kind).flatMap((group) => {
    const { head } = group
    const items = head.children.filter(({ marker, kind: own }) => marker !== null && own === kind)
    const others = head.children.filter(({ marker }) => marker === null)
    if (!head.bare || items.length < 2 || others.length > 0) return [group]
    return items.map((item) => ({ head: item, pieces: piecesOf(read, item, kind), titleEnd: item.headingEnd }))
  })
}

export type InlineList = { lead: { from: number; to: number }; items: { from: number; to: number }[] }

/** A list within a paragraph: 一是…；二是…, 1.…；2.…. Null where there are not two items or more. */
export function inlineList(text: string, start: number, end = text.length): InlineList | null {
  let seconds: Map<MarkerStyle, number> | null = null
  for (let at = start; at < end; at++) {
    if (at > start && !/[。；;：:，,、\s]/.test(text[at - 1] as string)) continue
    const marker = markerOf(text.slice(at, at + 12))
    if (marker === null || marker.number !== 1 || marker.style === 'part') continue
    seconds ??= lastSeconds(text, at, end)
    if ((seconds.get(marker.style) ?? -1) <= at) continue
    const items = [{ from: at + marker.length, to: end, begin: at }]
    for (let next = at + marker.length; next < end; next++) {
      if (!/[。；;，,）)]/.test(text[next - 1] as string)) continue
      const following = markerOf(text.slice(next, next + 12))
      if (following?.style !== marker.style || following.number !== items.length + 1) continue
      const last = items.at(-1)
      if (last !== undefined) last.to = next
      items.push({ from: next + following.length, to: end, begin: next })
    }
    if (items.length >= 2) return { lead: { from: start, to: at }, items: items.map((item) => trimmed(text, item)) }
  }
  return null
}

/** Where the last 二是, 2. and （2） of a text stand: behind them no list of theirs begins. */
function lastSeconds(text: string, start: number, end: number): Map<MarkerStyle, number> {
  const last = new Map<MarkerStyle, number>()
  for (let at = start + 1; at < end; at++) {
    if (!/[。；;，,）)]/.test(text[at - 1] as string)) continue
    const marker = markerOf(text.slice(at, at + 12))
    if (marker?.number === 2) last.set(marker.style, at)
  }
  return last
}

/** Without the sign that parted it from the next item. */
function trimmed(text: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  let end = to
  while (end > from && /[；;，,\s]/.test(text[end - 1] as string)) end -= 1
  return { from, to: end }
}

/** The list that a statement is: its own number may be the first of it. */
export function listOf({ texts }: ReadPaper, { head, pieces }: Group): InlineList | null {
  const [first] = pieces
  if (first === undefined) return null
  const text = texts[first.index] ?? ''
  if (head.marker === null || first.from !== head.from) return inlineList(text, first.from, first.to)
  const list = head.marker.number === 1 ? inlineList(text, 0, first.to) : null
  return list !== null && list.lead.to === 0 ? list : null
}

/** 主要职责如下：, 具体如下。: words that only lead in what follows. */
export const isLeadIn = (text: string): boolean =>
  text.length <= 60 && (/[：:]$/.test(text) || (/(?:如下|以下)/.test(text) && !/\d/.test(text) && text.length <= 40))
