import { kindOfBody, kindOfHeading, likelyKindOf } from './heading-kind'
import { type Marker, markerOf, RANKS } from './markers'
import type { Node } from './outline-node'
import { mayHold, sectionOf } from './section-of'
import { isPaperTitle } from './title'
import { CLAIM, FORM_LABEL, PREAMBLE, RUN_INS, type SectionKind } from './vocabulary/sections'

const LONGEST_HEADING = 44
/** 简要概述部门支出情况，按活动内容分类。: what a form asks for. */
const ASKED = /^(?:简要|请)?(?:概述|简述|说明|描述)/
const LONGEST_RUN_IN = 22
/** Headings without a number stand between 一、 and （一）. */
const PLAIN_RANK = 1.5

/** The paragraphs as a tree: what stands under which heading, and to which section it belongs. Title and signature stand outside. */
export function outlineOf(texts: readonly string[], first: number, end: number): Node {
  const root: Node = {
    index: -1,
    marker: null,
    from: 0,
    headingEnd: null,
    bare: false,
    isClaim: false,
    isSentence: false,
    own: null,
    kind: null,
    parent: null,
    children: [],
  }
  let open = root
  for (let index = first; index < end; index++) {
    const text = texts[index] as string
    // Another paper begins.
    if (isPaperTitle(text)) open = root
    const marker = markerOf(text)
    const from = marker?.length ?? 0
    const headingEnd = headingEndOf(text, from, marker, isRunIn(open) ? null : open.kind)
    const own = headingEnd === null || isPaperTitle(text) ? null : kindOfHeading(text.slice(from, headingEnd))
    const led = marker === null && headingEnd === null ? leadKind(text, texts[index + 1]) : null
    const bare = headingEnd === text.length
    const node: Node = {
      index,
      marker,
      from,
      headingEnd,
      bare,
      isClaim: marker !== null && headingEnd !== null && !bare && CLAIM.test(text.slice(from, headingEnd)),
      isSentence: /。$/.test(text) && !(bare && STOPPED_HEADING.test(text)),
      own,
      kind: null,
      parent: null,
      children: [],
    }
    const isPlainHeading = marker === null && headingEnd !== null && own !== null
    // 工作任务：一是… begins a part of the section that it stands in, and ends none.
    const section = headOf(open)
    const begins = led ?? (isPlainHeading && !bare ? own : null)
    const isPart = begins !== null && section.kind !== null && mayHold(section.kind, begins)
    const within = marker !== null ? parentOf(open, node) : isPart ? section : isPlainHeading ? above(open, PLAIN_RANK) : open
    const parent = isDeep(within) ? root : within
    node.parent = parent
    if (isUnknown(parent, node))
      node.own =
        likelyKindOf(text.slice(from, headingEnd ?? from)) ?? kindOfBody(bodyOf(texts.slice(index, Math.min(end, index + BODY)), node))
    node.kind = sectionOf(node, parent, texts)
    const leads = led !== null && (isPart || node.kind === null || node.kind === 'basics')
    if (leads) node.kind = led
    parent.children.push(node)
    if (marker !== null || isPlainHeading || leads) open = node
  }
  return root
}

/** The heading of the section that a paragraph stands in. */
function headOf(open: Node): Node {
  let node = open
  while (node.parent !== null && (node.own !== node.kind || (!node.bare && node.children.length === 0))) node = node.parent
  return node
}

/** A heading of the outermost level that names no section that is known. */
const isUnknown = (parent: Node, { own, marker, headingEnd }: Node): boolean =>
  own === null && marker !== null && headingEnd !== null && parent.kind === null && parent.index < 0

/** So many paragraphs tell what stands under a heading. */
const BODY = 12

/** What stands under the first of some paragraphs, up to the next heading like it, without numbers. */
function bodyOf([own = '', ...below]: readonly string[], { marker, headingEnd, from }: Node): string[] {
  const markers = below.map(markerOf)
  const next = markers.findIndex((other) => other?.style === marker?.style)
  const under = below.slice(0, next < 0 ? below.length : next).map((text, at) => text.slice(markers[at]?.length ?? 0))
  return [own.slice(headingEnd ?? from), ...under].filter((text) => text.length > 4)
}

/** The section of a list that a paragraph leads in: 主要职责如下： before 1.. Null where it leads in none that is known. */
function leadKind(text: string, next: string | undefined): SectionKind | null {
  if (!/[：:]$/.test(text) || PREAMBLE.test(text) || next === undefined || markerOf(next)?.number !== 1) return null
  return kindOfHeading((/[^。；，]*$/.exec(text.slice(0, -1))?.[0] ?? '').replace(LED_BY, ''))
}
/** 存在的问题：一是…: opened by such a heading itself. */
const isRunIn = ({ marker, bare, own, kind }: Node): boolean => marker === null && !bare && own !== null && own === kind
/** Sections in which 存在的问题： is the begin of a text, and no heading of its own. */
const SAYS_IT: ReadonlySet<SectionKind | null> = new Set(['faults', 'problems', 'measures', 'duties'])
/** 一、项目组织情况为加强…: a heading and its text without a sign between them. */
const GLUED =
  /^([\u4e00-\u9fff]{2,14}?(?:情况|概况|目标|问题|措施|建议|结论))(?=为[加了贯切]|我[局委办院校镇乡中单部]|根据|按照|本[局委办院校镇乡中单部])/
/** （二）目标完成情况分析。: a heading, for all its full stop. */
const STOPPED_HEADING = /(?:情况|分析|概况|目标|指标|结论|职责|职能|设置|打算|问题|措施|偏差|偏离|原因|建议|成效|得分|构成|做法|不足)。$/
const LED_BY = /(?:如下|是|为|有|包括)$/

/** Where a paragraph's heading ends: at its end where it is nothing else, behind its first words where text follows them. */
function headingEndOf(text: string, from: number, marker: Marker | null, within: SectionKind | null): number | null {
  const rest = text.slice(from)
  // 各项目标完成情况良好 without a full stop
  if (marker === null && (FORM_LABEL.test(text) || CLAIM.test(text))) return null
  const named = marker === null && !SAYS_IT.has(within) ? RUN_INS.exec(text)?.[0] : undefined
  if (named !== undefined) return named.length
  if (
    rest.length <= LONGEST_HEADING &&
    !(ASKED.test(rest) ? /[；;]|。./ : /[；;]|[，。].*[，。]|。./).test(rest) &&
    (marker !== null || (rest.length <= 24 && !/[。，：:；]$|[，。：:\d]/.test(rest)))
  )
    return text.length
  if (marker === null) return null
  const glued = marker.style === 'han' || marker.style === 'hanBracket' ? GLUED.exec(rest)?.[1] : undefined
  if (glued !== undefined && kindOfHeading(glued) !== null) return from + glued.length
  const runIn = /^[^，。；：:]{2,}?[。：:]/.exec(rest)?.[0]
  return runIn !== undefined && runIn.length <= LONGEST_RUN_IN ? from + runIn.length : null
}

/** Deeper than any report's lists stand in one another. */
const DEEPEST = 40
function isDeep(node: Node): boolean {
  let depth = 0
  for (let at: Node | null = node; at !== null; at = at.parent) if (++depth > DEEPEST) return true
  return false
}

const rankOf = ({ marker }: Node): number => (marker === null ? PLAIN_RANK : RANKS[marker.style])

function above(open: Node, rank: number): Node {
  let node = open
  while (node.parent !== null && rankOf(node) >= rank) node = node.parent
  return node
}

/**
 * Where a numbered paragraph belongs. The same numbers may stand within one another: （一） under （一）. One that goes on
 * with an open list belongs to it; where two could go on, a heading of a section belongs to the outer one.
 */
function parentOf(open: Node, node: Node): Node {
  const { style, number } = node.marker as Marker
  const path: Node[] = []
  for (let at: Node | null = open; at !== null; at = at.parent) path.push(at)
  const alike = path.filter(({ marker }) => marker?.style === style)
  if (number === null) return alike[0]?.parent ?? open
  const nextOf = alike.filter(({ marker }) => marker?.number === number - 1)
  const chosen = node.own !== null && nextOf.length > 1 && node.bare ? nextOf.at(-1) : nextOf[0]
  if (chosen?.parent) return chosen.parent
  const last = alike[0]
  // The first again, under a heading that has nothing yet: a list within a list.
  if (
    number === 1 &&
    last !== undefined &&
    (open.bare || RANKS[style] > rankOf(open)) &&
    open.children.every(({ marker }) => marker === null)
  )
    return open
  if (number === 1 && last === undefined)
    return open.bare && open.children.every(({ marker }) => marker === null) ? open : aboveStyle(open, style)
  // Misnumbered: it goes on with the list of its kind that it may belong to.
  const skipped = alike.find(({ marker }) => (marker?.number ?? 0) < number) ?? last
  return skipped?.parent ?? aboveStyle(open, style)
}

function aboveStyle(open: Node, style: Marker['style']): Node {
  return above(open, RANKS[style])
}
