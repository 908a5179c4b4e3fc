import type { Mention } from './mentions'
import { mentionAt, type Reading } from './reading'
import {
  AND_MORE,
  type Completeness,
  KINDS_OF_PEOPLE,
  KINDS_OF_STAFF,
  LIST_MARKS,
  NO_PART,
  ONLY_NO_PART,
  REST_OF_ROW,
  SUBTRACTED,
  WHOLE_SETS,
} from './vocabulary/lists'

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

const LIST_ITEM = /^\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳▲●■◆]|[一二三四五六七八九十]是)/
/** A list's mark behind the end of the item before. */
const ITEM_BEHIND = /[。；;\n]\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳▲●■◆]|[一二三四五六七八九十]是)/
const ANSWER = /满意[”"]?的?$/
const MOST_PARTS = 40
/** How many figures a row reaches over, with those in brackets between its parts. */
const FARTHEST = 80
/** How many figures a mark looks at in the mean: where every figure follows a mark, as in no report, rows are read no farther than `SHORT`. */
const MEAN = 6
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
  const most = text.length / 30 + 200
  for (const [end, [at, completeness, mark]] of ordered) {
    if (rows.length > most) break
    while (next < reading.mentions.length && (reading.mentions[next] as Mention).start < end) next += 1
    const bracket = /[（(]$/.test(mark) ? (reading.mentions[next]?.bracket ?? 0) : -1
    const dimensions = new Set<string>()
    const lines = isNumbered(text, end)
    for (let i = next; i < Math.min(next + (lines ? 4 : 3), reading.mentions.length); i++) {
      const mention = mentionAt(reading, i) as Mention
      const isOfFirst = mention.lead !== '，' || /^(?:每|共?计|小计|单价)/.test(mention.label)
      if (i > next && (lines ? mention.group !== (reading.mentions[next] as Mention).group : !isOfFirst)) break
      dimensions.add(mention.unit.dimension)
    }
    for (const dimension of dimensions) {
      if (dimension === 'percent' || dimension === 'points' || dimension === 'years') continue
      const farthest = looked > MEAN * reading.mentions.length + 1_000 ? SHORT : FARTHEST
      const row = rowFrom(reading, next, end, dimension, bracket, completeness, farthest)
      looked += (row?.parts.at(-1)?.index ?? next) - next + 1
      if (row !== null) rows.push({ mark, at, completeness, head: next - 1, ...row })
    }
  }
  return [...rows, ...unmarked(reading)]
}

/** 实际采购中货物类…、工程类…: the total is the figure that goes by the name before 中. */
function headNamed(mentions: readonly Mention[], from: number, name: string): number {
  const first = mentions[from] as Mention
  for (let i = from - 1; i >= 0 && i > from - 12; i--) {
    const mention = mentions[i] as Mention
    if (mention.label.includes(name) && mention.unit.word === first.unit.word && mention.hedge === null) return i
  }
  return -1
}

/** No set of names that leaves nothing out has more. */
const MOST_GRADES = 12
const ANY_SET = WHOLE_SETS.flat()

/** 答卷2,150份，满意1,462份，基本满意516份，不满意172份: names that leave nothing out need no word before them. */
function unmarked(reading: Reading): Row[] {
  const rows: Row[] = []
  const { mentions, text } = reading
  for (let i = 1; i < mentions.length; i++) {
    const first = mentions[i] as Mention
    const whole = mentions[i - 1] as Mention
    if (!ANY_SET.some((name) => name.test(first.label))) continue
    const named = /^(.{2,8}?)中(?=.)/.exec(first.label)?.[1]
    const taken = named === undefined ? -1 : headNamed(mentions, i, named)
    const beside =
      whole.group === first.group && /^[，、]$/.test(first.lead) && whole.unit.word === first.unit.word && whole.bracket === first.bracket
    if (taken < 0 && !beside) continue
    const parts = [first]
    for (let j = i + 1; j < Math.min(mentions.length, i + MOST_GRADES); j++) {
      const mention = mentions[j] as Mention
      if (
        mention.group !== first.group ||
        mention.bracket !== first.bracket ||
        mention.unit.word !== first.unit.word ||
        ONLY_NO_PART.test(mention.label)
      )
        break
      parts.push(mention)
    }
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

/** Whether the row's items stand in lines or carry numbers of their own. */
const isNumbered = (text: string, from: number): boolean =>
  LIST_ITEM.test(text.slice(from, from + 6)) || text[from] === '\n' || text[from - 1] === '\n'

/** The parts from a mention on, to where the row ends. */
function rowFrom(
  reading: Reading,
  first: number,
  from: number,
  dimension: string,
  inBracket: number,
  completeness: Completeness,
  farthest: number,
) {
  const { text, mentions } = reading
  const start = mentions[first]
  if (start === undefined || start.start - from > 60 || text.slice(from, start.start).includes('。')) return null
  const bracket = start.bracket
  const own = reading.brackets[bracket]
  // One that is never closed holds no list.
  if (inBracket >= 0 && (bracket === 0 || own?.open !== from - 1 || own.close === text.length)) return null
  const numbered = isNumbered(text, from)
  const parts: Mention[] = []
  let last: Mention | null = null
  let separator = ''
  let more = false
  /** The item so far has a price: what it comes to is the part. */
  let priced = false
  /** 其中 stands in the item: what follows is of its parts. */
  let nested = false
  const marked = LIST_ITEM.test(text.slice(from, from + 6))
  for (let i = first; i < mentions.length && i < first + farthest && parts.length < MOST_PARTS; i++) {
    const mention = mentions[i] as Mention
    if (mention.bracket !== bracket) {
      if (isInside(reading, mention.bracket, bracket)) continue
      break
    }
    const apart = last === null ? '' : text.slice(last.end, mention.start)
    if (last !== null) {
      const stop = apart.search(/[。！？\n]/)
      if (stop >= 0 && !(numbered && LIST_ITEM.test(apart.slice(stop).replace(/^[。！？\n]+/, ''))) && !(numbered && /；\n?/.test(apart)))
        break
    }
    const itemBegins = last === null || (marked ? ITEM_BEHIND.test(apart) : /[；;\n]|。/.test(apart))
    const isPart = mention.unit.dimension === dimension
    if (itemBegins) nested = false
    else if (mention.label.includes('其中')) nested = true
    if (last !== null && AND_MORE.test(text.slice(last.end, last.end + 12)) && isPart) {
      more = true
    }
    if (!isPart) {
      last = mention
      continue
    }
    const name = mention.label
    if (mention.hedge !== null && mention.hedge !== 'about') return null
    const sums = /^(?:小计|计|共计|合计|共)$/.test(name.replace(/支出|支付|[为是]/g, '').trim())
    if (numbered || separator === '；') {
      // Several figures in one item: what it comes to stands last, as 计 or 小计.
      if (!itemBegins && (marked || parts.at(-1)?.group === mention.group)) {
        if (sums && !nested && parts.length > 0 && parts.at(-1)?.group === mention.group) parts[parts.length - 1] = mention
        last = mention
        continue
      }
    }
    const isPrice = /每|均[^，。；]{0,4}$|单价/.test(name)
    if (isPrice && (numbered || /^(?:每|[人户次件台亩场]均)|单价/.test(name))) {
      priced = true
      last = mention
      continue
    }
    // 满意542份 is an answer like any other.
    const isAnswer = ANSWER.test(name)
    if (isAnswer && parts.length > 0 && !ANSWER.test(parts[0]?.label ?? '')) break
    const noPart = (completeness === 'all' || isAnswer ? ONLY_NO_PART : NO_PART).test(last === null ? name.replace(/^其中/, '') : name)
    if (noPart && parts.length > 0 && !sums) break
    if (noPart && parts.length === 0) return null
    if (sums && !priced) break
    priced = false
    const since = parts.at(-1)?.end
    const sign = since !== undefined && /[；;]/.test(text.slice(since, mention.start)) ? '；' : mention.lead
    if (parts.length > 0 && separator === '') separator = sign
    else if (
      parts.length > 1 &&
      ((separator === '、' && sign === '，') || ((separator === '、' || (separator === '，' && !numbered)) && /[；;]/.test(apart)))
    )
      break
    parts.push(mention)
    last = mention
  }
  if (parts.length < 2) return null
  const end = parts.at(-1) as Mention
  if (REST_OF_ROW.test(end.label)) return { parts, more: false, bracket }
  more ||= AND_MORE.test(text.slice(end.end, end.end + 12)) || /等[^，。；、\d]{0,10}$/.test(end.label)
  return { parts, more, bracket }
}

function isInside(reading: Reading, inner: number, outer: number): boolean {
  for (let b = inner; b !== 0; b = reading.brackets[b]?.outer ?? 0) if (b === outer) return true
  return outer === 0 && inner !== 0
}

/** Whether every name of the row is of one set that leaves nothing out, and at least two of them are. */
export const isWholeSet = (parts: readonly Mention[]): boolean =>
  parts.length > 1 && parts.length <= MOST_GRADES && longestSet(parts) === parts.length

/** How many of the first parts are of one set of names that leaves nothing out; 0 where fewer than two are. */
function longestSet(parts: readonly Mention[]): number {
  let longest = 0
  for (const set of WHOLE_SETS) {
    const named = new Set<number>()
    let length = 0
    for (const { label } of parts) {
      const place = set.findIndex((name) => name.test(label))
      if (place < 0) break
      named.add(place)
      length += 1
      if (length > longest && length > 1 && (set.length === 1 || named.size > 1)) longest = length
    }
  }
  return longest
}

/** Whether the same people may be counted twice, because the names are of several kinds; `tooMuch`: they come to more than there are. */
export function mayOverlap(parts: readonly Mention[], tooMuch: boolean): boolean {
  if (!['people', 'visits', 'households'].includes(parts[0]?.unit.dimension ?? '')) return false
  const kinds = new Set(parts.map(({ label }) => KINDS_OF_PEOPLE.findIndex((kind) => kind.test(label))))
  return kinds.size > 1 && [...kinds].some((kind) => kind >= 0 && (tooMuch || kind < KINDS_OF_STAFF.length))
}

export const isSubtracted = ({ label }: Mention): boolean => SUBTRACTED.test(label)
