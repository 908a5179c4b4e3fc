import type { Marker } from './markers'
import type { Node } from './outline-node'
import { DIMENSIONS, OF_MANAGEMENT, OF_OWN_MEANS, OPEN_KINDS, RUN_INS, type SectionKind } from './vocabulary/sections'

/** 改进措施。, with text behind it. */
const SHORT_HEADING = 8
/** 部门预算资金执行情况分析。 is no begin of a sentence. */
const NAMES_PART = /^[\u4e00-\u9fff“”]{4,16}(?:情况|分析)[。：:]$/
/** 年度总体目标为：… and 年初确定的主要目标：… say what was wanted, wherever they stand. */
const STATED_GOAL =
  /^(?:20\d{2}年(?:度)?)?[，,]?(?:部门|本?单位|[本我][局委办厅院镇乡]|我?中心)?(?:年初)?(?:设[定立]|确定|制定|下达|批复|申报|提出)?的?(?:整体)?(?:支出)?(?:年度)?(?:绩效|总体|主要|工作|年度)+目标(?:任务)?[为是]?[：:]/

/** 总体目标和工作任务: what stands under it is both. */
const GOALS_AND_TASKS = /目标.{0,6}任务.{0,4}$/

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

/** What was given for it, among the goals. */
const ONLY_MONEY = /^(?!.*目标).{0,40}(?:投入|安排|预算|资金|下达).{0,24}\d(?:万|亿)?元/
/** 部门预算项目绩效管理, under which some provinces tell what was done. */
const OF_PERFORMANCE = /项目(?:预算)?绩效管理/
const DONE = /^(?:(?:20\d{2}|全|本)年度?|年内)(?:共|累计)?[\u4e00-\u9fff]{2,20}\d[\d,.]*(?!年|月|日|[万亿]?元|[项个]?制度)/

/** The section of a paragraph: by its heading and the section around it, unless its own words say better. */
export function sectionOf(node: Node, parent: Node, texts: readonly string[]): SectionKind | null {
  const text = texts[node.index] ?? ''
  const kind = kindWithin(parent, node, text)
  const above = texts[parent.index] ?? ''
  const { headingEnd, from } = node
  const isTold = headingEnd !== null && OF_PERFORMANCE.test(text.slice(from, headingEnd)) && DONE.test(text.slice(headingEnd))
  if (kind === 'management' && isTold) return 'completion'
  if (node.marker !== null) return kind === 'goals' && isTask(parent, texts) ? 'tasks' : kind
  if (kind === 'completion' && STATED_GOAL.test(text)) return 'goals'
  if (kind !== null && SUMMED_UP.has(kind) && STATED_RESULT.test(text)) return 'conclusion'
  if (kind === 'management' && OF_PERFORMANCE.test(above) && DONE.test(text)) return 'completion'
  return kind === 'goals' && ONLY_MONEY.test(text) ? 'funds' : kind
}

/** 总体目标：…, or a sentence, above a list under a heading of goals and tasks: the list is the tasks. */
function isTask({ index, children }: Node, texts: readonly string[]): boolean {
  const [first] = children
  if (first?.marker !== null || !GOALS_AND_TASKS.test(texts[index] ?? '')) return false
  const text = texts[first.index] ?? ''
  return STATED_GOAL.test(text) || /。$/.test(text)
}

/** The section of a paragraph: what its heading says where the section around it has parts, else the section around it. */
function kindWithin(parent: Node, { own, bare, isClaim, isSentence, marker, from, headingEnd }: Node, text: string): SectionKind | null {
  const around = parent.kind
  const hasMoney = /\d(?:万|亿)?元/.test(text)
  // 数量目标 and 产出指标 say of which kind, and not whether they were wanted or reached.
  if (
    around !== null &&
    (around === 'goals' || around === 'completion') &&
    headingEnd !== null &&
    DIMENSIONS.test(text.slice(from, headingEnd))
  )
    return around
  // How money is managed, among what it was.
  if (around === 'funds' && headingEnd === null && OF_MANAGEMENT.test(text) && !/\d[\d,.]*(?:万|亿)?元|\d[%％]/.test(text))
    return 'management'
  // A section of a name that is not known tells of what was done, as most do.
  const untold =
    marker !== null && ((around === null && parent.index < 0) || (around === 'conclusion' && headingEnd !== null && isSentence !== bare))
  if (around === 'analysis' && isClaim) return 'achievements'
  if (around === 'basics' && bare && isSentence && endsList(parent, marker)) return around
  if (own === null) return untold ? 'completion' : around
  // 建议增加设备投入。 and 一是经费标准偏低。 speak of money and are no heading of it, and （一）预算管理方面 says in what something was wrong.
  if (around === 'faults' && own !== 'problems' && own !== 'measures' && ((bare && isSentence) || OF_FAULTS.has(own))) return around
  if (around === null || OPEN_KINDS.has(around)) return own
  // ③审计成果。…: a word before what was completed is the name of an item
  // 预算编制。编制完整合规。 says no money, and is how it is managed.
  const isRunIn =
    headingEnd !== null &&
    (headingEnd - from <= SHORT_HEADING || NAMES_PART.test(text.slice(from, headingEnd)) || RUN_INS.test(text)) &&
    !(around === 'completion' && (own === 'achievements' || (own === 'tasks' && !RUN_INS.test(text)))) &&
    !(around === 'management' && own === 'funds' && !hasMoney) &&
    !(around === 'completion' && own === 'management' && !OF_OWN_MEANS.test(text.slice(from, headingEnd ?? from)))
  const isHeading = (bare && !isSentence) || isRunIn
  // What comes of the assessment is nothing that was completed.
  if (around === 'completion' && own === 'other' && isHeading && OF_RESULTS.test(text.slice(from, headingEnd ?? from))) return own
  return isHeading && MAY_HOLD[around]?.includes(own) === true ? own : around
}

/** What may be wrong, among the problems and what is done about them. */
const OF_FAULTS: ReadonlySet<SectionKind> = new Set(['funds', 'management', 'organisation', 'duties', 'goals', 'tasks', 'completion'])

/** 结果应用情况, among what was done */
const OF_RESULTS = /^(?:绩效)?(?:自评|评价)?(?:结果|成果)(?:的)?拟?(?:应用|运用|公开)/

/** （七）完成上级交办的其他工作。 behind items of which none is a heading: it is one of them, whatever it speaks of. */
function endsList({ children, kind }: Node, marker: Marker | null): boolean {
  const before = children.filter((other) => other.marker !== null && other.marker.style === marker?.style)
  return before.length >= 2 && before.every((other) => other.kind === kind && (!other.bare || other.isSentence))
}

/** Whether a section may have a part of another kind, that a sentence leads in: 年度主要任务包括： among the goals. */
export const mayHold = (around: SectionKind, own: SectionKind): boolean => own !== around && MAY_HOLD[around]?.includes(own) === true

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
