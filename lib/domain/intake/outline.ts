import { type Marker, markerOf, RANKS } from './markers'
import { isPaperTitle } from './title'
import { BARE, CLAIM, FORM_LABEL, HEADINGS, OPEN_KINDS, PREAMBLE, RUN_INS, type SectionKind } from './vocabulary/sections'

/**
 * A paragraph in the report's outline. `from`: where its words begin behind the number; `heading`: where they are its
 * heading, up to `headingEnd`, which is the end of the paragraph or of its first words. `kind`: the section it belongs to.
 */
export type Node = {
  index: number
  marker: Marker | null
  from: number
  headingEnd: number | null
  /** The paragraph is nothing but a heading. */
  bare: boolean
  /** Its first words say how well something went. */
  isClaim: boolean
  /** It ends as a sentence does. */
  isSentence: boolean
  /** Said by its own heading; null where the heading says none. */
  own: SectionKind | null
  kind: SectionKind | null
  parent: Node | null
  children: Node[]
}

const LONGEST_HEADING = 44
/** 简要概述部门支出情况，按活动内容分类。: what a form asks for. */
const ASKED = /^(?:简要|请)?(?:概述|简述|说明|描述)/
const LONGEST_RUN_IN = 22
/** 改进措施。, with text behind it. */
const SHORT_HEADING = 8
/** Headings without a number stand between 一、 and （一）. */
const PLAIN_RANK = 1.5

/** The kind that a heading names; null where it names none. */
export function kindOfHeading(heading: string): SectionKind | null {
  const words = heading.replace(BARE, '')
  if (words === '') return null
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** 年度总体目标为：… says what was wanted, wherever it stands. */
const STATED_GOAL = /^(?:20\d{2}年(?:度)?)?(?:部门|单位|本单位|我局)?(?:整体)?(?:支出)?(?:年度)?(?:绩效|总体)目标[为是]?[：:]/

/** 我局自评得分93分，等级为优。 concludes, wherever it stands in what was done. */
const STATED_RESULT =
  /(?<!(?:指标|产出|效益|满意度|执行率?|项目)[^，。；]{0,6})(?:自评|综合|总体|绩效|评价)(?:结果|得分|评分|总分|总得分|分数|分)(?:为|是|达|：|:)?\d{2,3}(?:\.\d+)?分/
const SUMMED_UP: ReadonlySet<SectionKind> = new Set([
  'achievements',
  'completion',
  'funds',
  'organisation',
  'management',
  'tasks',
  'goals',
  'other',
])

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
    const within = marker !== null ? parentOf(open, node) : isPlainHeading ? above(open, PLAIN_RANK) : open
    const parent = isDeep(within) ? root : within
    node.parent = parent
    node.kind = kindWithin(parent, node, /\d(?:万|亿)?元/.test(text))
    if (marker === null && node.kind === 'completion' && STATED_GOAL.test(text)) node.kind = 'goals'
    if (marker === null && node.kind !== null && SUMMED_UP.has(node.kind) && STATED_RESULT.test(text)) node.kind = 'conclusion'
    if (marker === null && node.kind === 'management' && OF_PERFORMANCE.test(texts[parent.index] ?? '') && DONE.test(text))
      node.kind = 'completion'
    if (marker === null && node.kind === 'goals' && ONLY_MONEY.test(text)) node.kind = 'funds'
    const leads = led !== null && (node.kind === null || node.kind === 'basics')
    if (leads) node.kind = led
    parent.children.push(node)
    if (marker !== null || isPlainHeading || leads) open = node
  }
  return root
}

/** The section of a list that a paragraph leads in: 主要职责如下： before 1.. Null where it leads in none that is known. */
function leadKind(text: string, next: string | undefined): SectionKind | null {
  if (!/[：:]$/.test(text) || PREAMBLE.test(text) || next === undefined || markerOf(next)?.number !== 1) return null
  return kindOfHeading((/[^。；，]*$/.exec(text.slice(0, -1))?.[0] ?? '').replace(LED_BY, ''))
}
/** 存在的问题：一是…: opened by such a heading itself. */
const isRunIn = ({ marker, bare, own, kind }: Node): boolean => marker === null && !bare && own !== null && own === kind
/** Sections in which 存在的问题： is the begin of a text, and no heading of its own. */
const SAYS_IT: ReadonlySet<SectionKind | null> = new Set(['faults', 'problems', 'measures', 'deviation', 'duties'])
/** What was given for it, among the goals. */
const ONLY_MONEY = /^(?!.*目标).{0,40}(?:投入|安排|预算|资金|下达).{0,24}\d(?:万|亿)?元/
/** 一、项目组织情况为加强…: a heading and its text without a sign between them. */
const GLUED =
  /^([\u4e00-\u9fff]{2,14}?(?:情况|概况|目标|问题|措施|建议|结论))(?=为[加了贯切]|我[局委办院校镇乡中单部]|根据|按照|本[局委办院校镇乡中单部])/
/** （二）目标完成情况分析。: a heading, for all its full stop. */
const STOPPED_HEADING = /(?:情况|分析|概况|目标|指标|结论|职责|职能|设置|打算|问题|措施)。$/
/** 部门预算项目绩效管理, under which some provinces tell what was done. */
const OF_PERFORMANCE = /项目(?:预算)?绩效管理/
const DONE = /^(?:(?:20\d{2}|全|本)年度?|年内)(?:共|累计)?[\u4e00-\u9fff]{2,20}\d[\d,.]*(?!年|月|日|[万亿]?元|[项个]?制度)/
const LED_BY = /(?:如下|是|为|有|包括)$/

/** Where a paragraph's heading ends: at its end where it is nothing else, behind its first words where text follows them. */
function headingEndOf(text: string, from: number, marker: Marker | null, within: SectionKind | null): number | null {
  const rest = text.slice(from)
  if (marker === null && FORM_LABEL.test(text)) return null
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

/** The section of a paragraph: what its heading says where the section around it has parts, else the section around it. */
function kindWithin(
  parent: Node,
  { own, bare, isClaim, isSentence, marker, from, headingEnd }: Node,
  hasMoney: boolean,
): SectionKind | null {
  const around = parent.kind
  // A section of a name that is not known tells of what was done, as most do.
  const untold =
    marker !== null && ((around === null && parent.index < 0) || (around === 'conclusion' && headingEnd !== null && isSentence !== bare))
  if (around === 'analysis' && isClaim) return 'achievements'
  if (around === 'basics' && bare && isSentence && endsList(parent, marker)) return around
  if (own === null) return untold ? 'completion' : around
  if (around === null || OPEN_KINDS.has(around)) return own
  // ③审计成果。…: a word before what was completed is the name of an item
  // 预算编制。编制完整合规。 says no money, and is how it is managed.
  const isRunIn =
    headingEnd !== null &&
    headingEnd - from <= SHORT_HEADING &&
    !(around === 'completion' && own === 'achievements') &&
    !(around === 'management' && !hasMoney)
  const isHeading = (bare && !isSentence) || isRunIn
  return isHeading && MAY_HOLD[around]?.includes(own) === true ? own : around
}

/** （七）完成上级交办的其他工作。 behind items of which none is a heading: it is one of them, whatever it speaks of. */
function endsList({ children, kind }: Node, marker: Marker | null): boolean {
  const before = children.filter((other) => other.marker !== null && other.marker.style === marker?.style)
  return before.length >= 2 && before.every((other) => other.kind === kind && (!other.bare || other.isSentence))
}

/** Sections that are no mere lists, with the parts that they may have. */
const MAY_HOLD: Readonly<Partial<Record<SectionKind, readonly SectionKind[]>>> = {
  duties: ['organisation', 'funds', 'goals', 'tasks'],
  organisation: ['duties', 'funds', 'goals', 'tasks'],
  goals: ['tasks', 'completion'],
  tasks: ['goals'],
  deviation: ['measures', 'problems'],
  funds: ['deviation', 'management', 'funds', 'goals', 'completion', 'problems', 'measures'],
  management: ['funds', 'deviation'],
  completion: ['goals', 'tasks', 'deviation', 'achievements', 'problems', 'conclusion', 'funds', 'management'],
  achievements: ['problems', 'measures', 'completion'],
  problems: ['measures'],
}
