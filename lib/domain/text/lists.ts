import { knownAs } from './known'
import type { Mention } from './mentions'
import { mentionAt, type Reading } from './reading'
import { isChange } from './relations/growth-words'
import { FARTHEST, isNumbered, rowFrom } from './row-from'
import { AND_MORE, type Completeness, GIVEN_OF_FULL_MARKS, LIST_MARKS, ONLY_NO_PART } from './vocabulary/lists'
import { isOfAnySet, isWholeSet, longestSet, MOST_GRADES } from './whole-sets'
/**
 * Rows of parts as texts write them: behind 其中 or 分别为, in brackets, behind a colon, in numbered lines. A part is the
 * first figure of its item in the row's dimension; figures in other dimensions (its share, its number) are passed over.
 */
export type Row = {
  mark: string
  at: number
  completeness: Completeness
  parts: Mention[]
  /** The last mention before the row. */
  head: number
  /** 等 stands behind the last part. */
  more: boolean
  bracket: number
}

/** How many figures a mark looks at in the mean: where every figure follows a mark, as in no report, rows are read no farther than `SHORT`. */
const MEAN = 3
const SHORT = 3

/** All rows of a text that have two parts or more. Each mark is read once for each dimension its row may be of. */
export function rowsIn(reading: Reading): Row[] {
  const { text } = reading
  const marks = new Map<number, readonly [number, Completeness, string]>()
  for (const [pattern, completeness] of LIST_MARKS)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      const known = marks.get(end)
      if (known === undefined || known[1] === 'some') marks.set(end, [match.index, completeness, match[0]])
    }
  const rows: Row[] = []
  let looked = 0
  const ordered = [...marks].sort(([a], [b]) => a - b)
  let next = 0
  // More rows than any report has: what comes after them stays silent.
  const most = text.length / 60 + 200
  for (const [end, [at, completeness, mark]] of ordered) {
    if (rows.length > most) break
    while (next < reading.mentions.length && (reading.mentions[next] as Mention).start < end) next += 1
    const bracket = /[（(]$/.test(mark) ? (reading.mentions[next]?.bracket ?? 0) : -1
    const start = bracket < 0 ? outsideBrackets(reading, next, end) : next
    const dimensions = new Set<string>()
    const lines = isNumbered(text, end)
    for (let i = start; i < Math.min(start + (lines ? 4 : 3), reading.mentions.length); i++) {
      const mention = mentionAt(reading, i) as Mention
      const isOfFirst = mention.lead !== '，' || /^(?:每|共?计|小计|单价)/.test(mention.label)
      if (i > start && (lines ? mention.group !== (reading.mentions[start] as Mention).group : !isOfFirst)) break
      dimensions.add(mention.unit.dimension)
    }
    for (const dimension of dimensions) {
      if (dimension === 'percent' || dimension === 'points' || dimension === 'years') continue
      const farthest = looked > MEAN * reading.mentions.length + 1_000 ? SHORT : FARTHEST
      const row = rowFrom(reading, start, end, dimension, bracket, completeness, farthest)
      looked += (row?.parts.at(-1)?.index ?? start) - start + 1
      if (row !== null) rows.push({ mark, at, completeness, head: next - 1, ...row })
    }
  }
  return [...rows, ...unmarked(reading)]
}

/** 其中预算执行（20分）得18.80分，…: the first part stands behind the bracket that its name carries. */
function outsideBrackets({ mentions, brackets }: Reading, first: number, from: number): number {
  let next = first
  while (next < first + 3 && (brackets[mentions[next]?.bracket ?? 0]?.open ?? 0) >= from) next += 1
  return next
}

/** 实际采购中货物类…、工程类…: the total is the figure that goes by the name before 中. */
function headNamed(mentions: readonly Mention[], from: number, name: string): number {
  const first = mentions[from] as Mention
  for (let i = from - 1; i >= 0 && i > from - 12; i--) {
    const mention = mentions[i] as Mention
    if (!mention.label.includes(name) || mention.label.includes(`${name}中`) || mention.hedge !== null) continue
    // 特困人员共41户41人: the second goes by the name of the first.
    const again = mentions[i + 1]
    if (mention.unit.word === first.unit.word) return i
    if (again?.label === '' && again.group === mention.group && again.unit.word === first.unit.word && again.hedge === null) return i + 1
  }
  return -1
}

/** 一季度支出862.4万元，二季度…: of what was spent in the year, wherever it is said. */
const ofYear = (reading: Reading, { label, unit, index }: Mention): number => {
  const word = unit.dimension === 'money' ? /(?:一季度|上半年|基本|项目)(?:实际|累计)?(支出|收入)$/.exec(label)?.[1] : undefined
  const whole = word === undefined ? null : knownAs(reading, `全年${word}`)
  return whole !== null && whole.index >= 0 && whole.index < index ? whole.index : -1
}

const WITHOUT_POST = /退休|编外|聘|派遣|临时/
const GRADE = /[一二三四五][档级类]/

/** 答卷2,150份，满意1,462份，基本满意516份，不满意172份: names that leave nothing out need no word before them. */
function unmarked(reading: Reading): Row[] {
  const rows: Row[] = []
  const { mentions, text } = reading
  for (let i = 1; i < mentions.length; i++) {
    const first = mentions[i] as Mention
    const whole = mentions[i - 1] as Mention
    // 支出减少12万元，主要是基本支出增加3万元，项目支出减少15万元: how each changed is no part of what there is.
    if (!isOfAnySet(first) || isChange(first)) continue
    // 预算执行20分满分得19分: full marks are no part of what was given.
    if (first.unit.dimension === 'score' && GIVEN_OF_FULL_MARKS.test(mentions[i + 1]?.label ?? '')) continue
    // 在管公厕186座，新建6座、改造12座: what was done to some of them is no list of all.
    if (/^新建|改造|维修/.test(first.label) && !/建|改|修|实施|安排|筹集|项目|共|合计/.test(whole.label)) continue
    const named = /^(.{2,8}?)中(?=.)/.exec(first.label)?.[1]
    const taken = named === undefined ? ofYear(reading, first) : headNamed(mentions, i, named)
    const beside =
      (whole.group === first.group || (first.unit.dimension === 'score' && whole.sentence === first.sentence)) &&
      /^[，、；]$/.test(first.lead) &&
      whole.unit.word === first.unit.word &&
      whole.bracket === first.bracket &&
      // 其中：央省140万元、市级13万元、县级38万元: one of the row is not what the others make.
      !(
        first.lead === '、' &&
        /其中[，：]?$/.test(text.slice(Math.max(0, whole.start - whole.label.length - 3), whole.start - whole.label.length))
      )
    if (taken < 0 && !beside) continue
    const parts = [first]
    for (let j = i + 1; j < Math.min(mentions.length, i + MOST_GRADES); j++) {
      const mention = mentions[j] as Mention
      // 产出46.6分（满分50分），…: what stands in a bracket is of the part before it.
      if (
        first.unit.dimension === 'score' &&
        mention.bracket !== first.bracket &&
        reading.brackets[mention.bracket]?.before === parts.at(-1)?.index
      )
        continue
      // 集中供养186人，集中供养率30%，分散供养434人: what share they are stands between.
      if (mention.unit.dimension === 'percent' && mention.group === first.group && first.unit.dimension !== 'percent') continue
      if (
        // 一档45人；二档213人，三档460人: grades go on behind ；.
        (mention.group !== first.group && !(GRADE.test(first.label) && GRADE.test(mention.label) && mention.sentence === first.sentence)) ||
        mention.bracket !== first.bracket ||
        mention.unit.word !== first.unit.word ||
        ONLY_NO_PART.test(mention.label)
      )
        break
      parts.push(mention)
    }
    // 编制45人，在职41人，退休22人; 编制92人，在编86人，编外11人: who left, or is hired besides, has no post.
    if (/编制/.test(whole.label) && parts.some(({ label }) => WITHOUT_POST.test(label))) continue
    const length = longestSet(parts)
    // The row goes on with a name of no set: who knows what else there is.
    if (parts[length]?.lead === '、') continue
    parts.length = length
    if (parts.length < 2 || (taken < 0 && isWholeSet([whole, first])) || parts.some(({ hedge }) => hedge !== null)) continue
    const last = parts.at(-1) as Mention
    const more = AND_MORE.test(text.slice(last.end, last.end + 12))
    rows.push({ mark: '', at: first.start, completeness: 'all', head: taken < 0 ? i - 1 : taken, parts, more, bracket: first.bracket })
  }
  return rows
}
