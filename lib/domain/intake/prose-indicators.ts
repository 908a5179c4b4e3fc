import type { Mention } from '@/lib/domain/text/mentions'
import { sharedRun } from '@/lib/domain/text/subjects'
import { markerOf } from './markers'
import type { Spot } from './paper'
import { type Certainty, type Found, kindAt, type ReadPaper, spotOf, wholeLabel } from './read-paper'
import { type ProseIndicator, statedPairs, zeros } from './stated-indicators'
import { ACHIEVED, ACTS, BECAME, BEFORE_FIGURE, BEFORE_NAME, MEASURES, PLANNED, WAS } from './vocabulary/indicators'

const ALL_PLANNED = new RegExp(PLANNED, 'g')
const BOUND = /(超过|突破|不低于|不少于|不超过|高于|低于|近|逾)了?$/
/** Figures that a row of plans may have. */
const LONGEST_ROW = 20
/** 为1,268名残疾儿童提供康复救助: what was done stands behind the figure. */
const FOR_WHOM = /(?:为|向|给|对|帮助|组织|吸引|带动)$/
const SINCE = /^(?:全年|年内|本年|累计|今年)$/
/** A rate that only says how much of the figure before it was done. */
const GENERAL = /^(?:任务)?(?:完成率|完成比例|完成度)$/
/** The same of an indicator, and never one itself. */
const OF_INDICATOR = /^(?:绩效)?(?:指标|目标)(?:值)?(?:完成率|完成比例|完成度)$/
const OPEN_UNITS = new Set(['percent', 'score', 'number', 'years', 'age', 'points', 'money', 'times'])

/** A goal with what came of it: figures of the one are no actual values of the other. */
type Wanted = { text: Spot; completion: Spot | null }

/**
 * Indicators with actual values in the sections that tell of completion. `isTaken`: figures that are parts of a list. `wanted`: goals that
 * stand among them, whose figures are the targets of what is said of their completion.
 */
export function proseIndicatorsOf(read: ReadPaper, isTaken: (spot: Spot) => boolean, wanted: readonly Wanted[] = []): ProseIndicator[] {
  const { mentions } = read.reading
  const found: ProseIndicator[] = []
  const stated = read.texts.flatMap((_, index) =>
    isTold(read, index, null)
      ? [...statedPairs(read, index), ...zeros(read, index)]
      : isMissed(read, index)
        ? statedPairs(read, index)
        : [],
  )
  for (const mention of mentions) {
    if (!isTold(read, mention.paragraph, mention.start - (read.starts[mention.paragraph] ?? 0))) continue
    const spot = spotOf(read, mention)
    if (isTaken(spot) || wanted.some(({ text }) => isWithin(spot, text))) continue
    if (
      stated.some(
        ({ paragraph, actual, target }) =>
          paragraph === mention.paragraph && [actual, target].some((cell) => cell !== null && cell.from <= spot.from && spot.to <= cell.to),
      )
    )
      continue
    const indicator = indicatorAt(read, mention, mentions[mention.index - 1])
    if (indicator === null) continue
    if (OF_INDICATOR.test(indicator.name.text)) {
      const last = found.at(-1)
      if (last !== undefined && last.paragraph === indicator.paragraph && last.completion === undefined) last.completion = indicator.actual
      continue
    }
    if (GENERAL.test(indicator.name.text)) {
      const last = found.at(-1)
      if (last !== undefined && last.target !== null && last.paragraph === indicator.paragraph) last.completion = indicator.actual
      if (last?.target != null) continue
    }
    const again = found.some(
      (other) =>
        Math.abs(other.paragraph - indicator.paragraph) <= 1 &&
        other.actual.text === indicator.actual.text &&
        sharedRun(indicator.name.text, other.name.text) >= 4,
    )
    if (!again) found.push(indicator.target === null ? { ...indicator, target: targetOf(read, indicator, wanted) } : indicator)
  }
  return [...found, ...stated].sort((a, b) => a.actual.from - b.actual.from)
}

const isWithin = (spot: Spot, { from, to }: Spot): boolean => from <= spot.from && spot.to <= to

/** 数字化扫描80万页 of the goal that an indicator's paragraph is the completion of; null where it says no such thing. */
function targetOf(read: ReadPaper, { name, actual }: ProseIndicator, wanted: readonly Wanted[]): Found | null {
  const goal = wanted.find(({ completion }) => completion !== null && isWithin(actual, completion))
  if (goal === undefined) return null
  const bare = nameOf(name.text)
  const same = read.reading.mentions.find(
    (mention) =>
      isWithin(spotOf(read, mention), goal.text) &&
      bare !== '' &&
      nameOf(mention.label).endsWith(bare) &&
      actual.text.endsWith(mention.unit.word),
  )
  return same === undefined ? null : { text: same.written, certainty: 'likely', ...spotOf(read, same) }
}

/** Paragraphs of completion, and those that tell of it among other things; of what was achieved where a report has no others. */
function isTold(read: ReadPaper, paragraph: number, offset: number | null): boolean {
  const kind = kindAt(read, paragraph, offset)
  return kind === 'completion' || (kind === 'achievements' && !read.hasCompletion)
}

/** What was not reached says what was aimed at and what came of it. */
const isMissed = (read: ReadPaper, paragraph: number): boolean => kindAt(read, paragraph, null) === 'deviation'

function indicatorAt(read: ReadPaper, mention: Mention, before: Mention | undefined): ProseIndicator | null {
  const { hedge, label, after, paragraph } = mention
  if (hedge === 'about' || hedge === 'nearly' || hedge === 'range' || hedge === 'under') return null
  if (isPlanned(mention, read.reading.mentions)) return null
  const plan = planOf(read, mention, before)
  const planned = plan !== null && plan === before
  const said = nameOf((label === '' ? '' : wholeLabel(read, mention)).replace(/.*(?=.{40})/, ''))
  const own = said === '' ? nameOfItem(read, mention) : said
  const behind = (own.length < 2 || SINCE.test(own)) && FOR_WHOM.test(label) && ACTS.test(after) ? after.replace(/^[的等]/, '') : ''
  const aimed = planned && before !== undefined && own.length <= 6 ? nameOf(before.label.replace(ALL_PLANNED, '')) : null
  const risen = risenName(mention, before)
  const stated = aimed === null || plan === null ? own : aimed.length >= 2 ? aimed : headingOf(read, plan)
  const name = risen ?? (behind !== '' ? behind : stated)
  const bound = BOUND.exec(label)?.[1] ?? ''
  const certainty = certaintyOf(risen === null ? mention : { ...mention, label: '' }, name, bound, planned)
  if (certainty === null) return null
  const named =
    name.length <= 4 && after.length >= 2 && after.length <= 14 && !MEASURES.test(name) ? `${name}${after.replace(/[的等]$/, '')}` : name
  const suffix =
    hedge === 'least' && read.reading.text.startsWith('以上', mention.end)
      ? '以上'
      : hedge === 'most' && read.reading.text.startsWith('以内', mention.end)
        ? '以内'
        : ''
  const spot = spotOf(read, mention)
  return {
    name: { text: named, certainty, ...spot },
    target: plan === null ? null : { text: plan.written, certainty, ...spotOf(read, plan) },
    actual: { text: `${bound}${signBefore(read, mention)}${mention.written}${suffix}`, certainty, ...spot },
    paragraph,
  }
}

/** 开展督导检查：每季度一次，共4次。: a sum goes by the first words of its item; empty where nothing names it. */
function nameOfItem({ texts, reading, starts }: ReadPaper, { paragraph, start, label }: Mention): string {
  if (!/^(?:共|合计|共计|总计)$/.test(label) || !ONE_ITEM.test(reading.text.slice(starts[paragraph] ?? 0, start))) return ''
  const name = ITEM_NAME.exec(texts[paragraph] ?? '')?.[1] ?? ''
  return ACTS.test(name) || MEASURES.test(name) ? name : ''
}
const ITEM_NAME = /^(?:[（(]?\d{1,2}[）).、])?([\u4e00-\u9fff]{3,16})[：:]/
/** Up to the sum the item says one thing. */
const ONE_ITEM = /^[^。；\d]*(?:\d{1,2}[.、）)])?[^。；\d]*$/

/** 营造林任务。目标为12万亩，…: what a plan right behind the heading of its item is of; empty where another figure stands between. */
function headingOf({ texts, nodes, reading }: ReadPaper, { paragraph, index }: Mention): string {
  const node = nodes[paragraph]
  if (node?.headingEnd == null || reading.mentions[index - 1]?.paragraph === paragraph) return ''
  return (texts[paragraph] ?? '').slice(node.from, node.headingEnd).replace(/(?:任务|工作|目标|指标)?(?:完成)?(?:情况)?[。：:]?$/, '')
}

/** 普惠率由上年的88.4%提高到91.6%: what a figure that it became is of; null where it became nothing. */
function risenName({ label, unit, group }: Mention, before: Mention | undefined): string | null {
  if (before === undefined || before.group !== group || before.unit.word !== unit.word || !BECAME.test(label)) return null
  const name = WAS.exec(before.label)?.[1]
  return name === undefined ? null : nameOf(name)
}

/** 满意度≥80% states no measured value, and must not look as though it did. */
const signBefore = ({ reading }: ReadPaper, { start }: Mention): string =>
  /[≥≤＞＜><]=?$/.exec(reading.text.slice(start - 2, start))?.[0] ?? ''

/** 计划完成营造林12万亩、草原修复20万亩: a plan, and those that stand in a row with it. */
function isPlanned(mention: Mention, mentions: readonly Mention[]): boolean {
  let first = mention
  for (let before = mentions[first.index - 1]; !PLANNED.test(first.label); before = mentions[first.index - 1]) {
    if (first.lead !== '、' || before?.group !== mention.group || mention.index - first.index > LONGEST_ROW) return false
    first = before
  }
  return !ACHIEVED.test(first.label.replace(/完成/, ''))
}

/** The plan that an achieved figure answers: the figure before it, or the one of its row that shares its words. */
function planOf(read: ReadPaper, mention: Mention, before: Mention | undefined): Mention | null {
  const { mentions } = read.reading
  const isOfGroup = (other: Mention | undefined): other is Mention =>
    other !== undefined && other.group === mention.group && other.unit.word === mention.unit.word
  if (isOfGroup(before) && PLANNED.test(before.label) && ACHIEVED.test(mention.label)) return before
  for (let index = mention.index - 1; isOfGroup(mentions[index]) && mention.index - index <= LONGEST_ROW; index--) {
    const other = mentions[index] as Mention
    if (isPlanned(other, mentions) && sharedRun(nameOf(mention.label), other.label) >= 3) return other
  }
  return null
}

/** Null where the figure is none that an indicator would have. */
function certaintyOf({ unit, label }: Mention, name: string, bound: string, planned: boolean): Certainty | null {
  if (name.length < 2 || OF_OTHER_FIGURE.test(label.replace(GROWTH_RATE, ''))) return null
  if (planned) return 'likely'
  if (unit.dimension === 'percent') return /(?:率|度|比例|完成情况|覆盖面?|进度|比重|占比)$/.test(name) ? 'certain' : null
  // 58块标识牌 are no money.
  if (OPEN_UNITS.has(unit.dimension) && unit.word !== '块') return null
  if (MEASURES.test(name) || bound !== '') return 'likely'
  return ACTS.test(name) || /^新[\u4e00-\u9fff]/.test(name) ? 'likely' : null
}

/** What a figure is held against, or a part of. */
const OF_OTHER_FIGURE = /同比|环比|增长|下降|幅|上年|去年|比上|较|占(?!比)|其中|扣|得分|满分|年度$/
/** 总产值增长率达到6.8% measures growth, and names what it measures. */
const GROWTH_RATE = /(?<=[\u4e00-\u9fff]{3})(?:增长|下降)率/

/** A label as an indicator's name. */
function nameOf(label: string): string {
  const unmarked = label.slice(markerOf(label)?.length ?? 0)
  return unmarked
    .replace(BEFORE_FIGURE, '')
    .replace(BEFORE_NAME, '')
    .replace(/^(?:19|20)\d{2}年(?:度)?/, '')
    .replace(/[（(]$/, '')
}
