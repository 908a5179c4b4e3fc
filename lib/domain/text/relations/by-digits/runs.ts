import { isPositive, minus, plus } from '@/lib/domain/quantities'
import { added, relation, spanOf } from '@/lib/domain/text/adding'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { rarityOf } from '@/lib/domain/text/slip'
import { levelsOf } from './levels'

/**
 * Figures that follow one another and make up the one before or behind them, whatever the words are: 受理2,877件，自行处理2,276件，派单601件.
 * Drawn as broken only where one of them is a slip of the pen from what the others make, which is rarer than all that was tried, and
 * nothing else in the text makes it. `explained`: figures of relations that hold; `sure`: what else is drawn.
 */
export function runs(reading: Reading, explained: ReadonlySet<Mention>, sure: readonly Relation[]): Relation[] {
  const sums = sure.filter(({ kind, rule }) => kind === 'sum' && rule === 'parts')
  const tried = candidates(reading, explained)
  const held = tried.filter(({ whole, parts }) => meet(spanOf(parts), whole.span))
  const whole = new Set([...sums.map(({ result }) => result), ...held.map((run) => run.whole)])
  const known = new Set([...explained, ...held.flatMap((run) => [run.whole, ...run.parts])])
  const partsOf = new Map(sums.flatMap(({ holds, result, operands }) => (holds ? [[result, new Set(operands)] as const] : [])))
  const heldParts = new Set(held.flatMap(({ parts }) => parts))
  const broken: Relation[] = []
  const byWhole = new Map<Mention, Run[]>()
  for (const run of tried) if (!whole.has(run.whole)) byWhole.set(run.whole, [...(byWhole.get(run.whole) ?? []), run])
  for (const [total, own] of byWhole) {
    let tries = 0
    for (const run of own) {
      if (run.parts.every((part) => heldParts.has(part)) || isCountedTwice(run, partsOf)) continue
      tries += run.parts.length + 1
      if (tries > MOST_TRIES) break
      if (rarest(run, known) < Math.max(tries * (run.marked ? MARKED : UNMARKED), isOfTwo(run) ? OF_TWO : 0)) continue
      broken.push(relation(total, run.parts, false, 'likely'))
      break
    }
  }
  return [...held.map((run) => relation(run.whole, run.parts, true, 'likely')), ...broken]
}

/** 公路1,313万元，其中高速970万元，…: a total beside its own parts makes up nothing. */
const isCountedTwice = ({ parts }: Run, partsOf: ReadonlyMap<Mention, ReadonlySet<Mention>>): boolean =>
  parts.some((part) => {
    const own = partsOf.get(part)
    return own !== undefined && parts.some((other) => own.has(other))
  })

type Run = { whole: Mention; parts: readonly Mention[]; marked: boolean }
/** How much rarer than what was tried a slip must be, with words that lead a list in and without. */
const MARKED = 25
const UNMARKED = 400
/** Two parts may leave others out: that they nearly come to the whole says little. */
const OF_TWO = 250
const isOfTwo = ({ whole, parts: [first, , third] }: Run): boolean =>
  third === undefined && first !== undefined && first.index > whole.index
const MOST_TRIES = 60
const MOST_PARTS = 14
const MOST_ENDS = 6
const MOST_RUNS = 1_500

const MARKS = /其中|包括|包含|含|分别|依次|中，|[:：]|看，|构成|组成|来源|情况是/
const TOTAL = /(?:合计|共计|总计|小计|总额|总数|总共)(?:支出|收入|资金|金额)?[为是达]*$|^共[^，。；\d]{0,4}$/

/** How rare the slip is that would make the run come out: of the one figure of it that nothing else explains. */
function rarest({ whole, parts }: Run, known: ReadonlySet<Mention>): number {
  const sum = added(parts)
  let best = known.has(whole) ? 0 : rarityOf(whole, sum)
  for (const part of parts) {
    if (known.has(part)) continue
    const exact = plus(part.value, minus(whole.value, sum))
    if (isPositive(exact)) best = Math.max(best, rarityOf(part, exact))
  }
  return best
}

/** Every run that could be a total and its parts and has a figure that nothing explains. */
function candidates(reading: Reading, explained: ReadonlySet<Mention>): Run[] {
  const found: Run[] = []
  const add = (whole: Mention, parts: readonly Mention[], marked: boolean): void => {
    if (parts.length < 2 || parts.length > MOST_PARTS || found.length >= MOST_RUNS) return
    if (explained.has(whole) && parts.every((part) => explained.has(part))) return
    found.push({ whole, parts, marked })
  }
  for (const row of levelsOf(reading).values()) {
    for (const [i, head] of row.entries()) {
      if (found.length >= MOST_RUNS) return found
      for (const parts of [...behind(reading, row, i), ...splitAgain(reading, row, i)])
        for (const own of variants(reading, parts)) {
          const marked = isMarked(reading, head, own[0]) || areTogether(head, own)
          // 甲230万元、乙130万元、丙100万元: the first of a row is one as the others are.
          if (marked || !/[、；]/.test(head.tail)) add(head, own, marked)
        }
      if (TOTAL.test(head.label)) for (const parts of ahead(row, i)) add(head, parts, true)
    }
    const [first] = row
    const hung = first === undefined || first.bracket === 0 ? undefined : reading.mentions[reading.brackets[first.bracket]?.before ?? -1]
    if (first !== undefined && hung !== undefined && hung.unit.dimension === first.unit.dimension && hung.hedge === null)
      for (const own of variants(reading, row)) add(hung, own, true)
  }
  return found
}

const isMarked = ({ text }: Reading, head: Mention, first: Mention | undefined): boolean =>
  first !== undefined && MARKS.test(text.slice(head.end, first.start))

/** 共完成投资1,441亿元。公路完成投资1,313亿元。港口完成投资71亿元…: what is told of all of them together is told of each. */
function areTogether({ label }: Mention, parts: readonly Mention[]): boolean {
  const deed = /(?:共|总|合计|累计)[^，。；\d]*?([\u4e00-\u9fff]{4})[为达]?$/.exec(label)?.[1]
  return deed !== undefined && parts.length > 2 && parts.every((part) => part.label.replace(/[为达]$/, '').endsWith(deed))
}

/** The figures behind one, up to each place where a row may end: before another sentence or at the end of all. */
function behind(reading: Reading, row: readonly Mention[], from: number): (readonly Mention[])[] {
  const head = row[from] as Mention
  const ends: (readonly Mention[])[] = []
  for (let i = from + 1; i < row.length && i - from <= MOST_PARTS && ends.length < MOST_ENDS; i++) {
    const mention = row[i] as Mention
    const next = row[i + 1]
    if (mention.paragraph > head.paragraph && !goesOn(reading, head, row[i - 1] as Mention, mention)) break
    // 收入316,580万元，其中：税收238,998万元，增长9.7%；非税77,582万元，增长48.1%；基金…: a list may end at each ；.
    if (next === undefined || next.sentence !== mention.sentence || next.lead.includes('；')) ends.push(row.slice(from + 1, i + 1))
    // 受理2,877件，自行处理2,276件，派单601件，…: two that come right behind it, before what was done with them.
    else if (i - from === 2 && next.group === head.group && !isMarked(reading, head, row[from + 1])) ends.push(row.slice(from + 1, i + 1))
  }
  return ends
}
/** Rows go on over lines: each line begins with its figure's name. */
const goesOn = ({ paragraphs }: Reading, head: Mention, last: Mention, mention: Mention): boolean =>
  mention.paragraph - Math.max(head.paragraph, last.paragraph) <= 2 && mention.start - (paragraphs[mention.paragraph]?.start ?? 0) <= 40

/** 收入…。其中：甲…；乙…。分部门看：…: another way to split the head, in a sentence of its own. */
function splitAgain({ text, sentences }: Reading, row: readonly Mention[], from: number): (readonly Mention[])[] {
  const head = row[from] as Mention
  const own: Mention[][] = []
  for (const mention of row.slice(from + 1, from + 2 * MOST_PARTS)) {
    if (mention.paragraph - head.paragraph > 2) break
    const last = own.at(-1)
    if (last?.[0]?.sentence === mention.sentence) last.push(mention)
    else if (mention.sentence !== head.sentence && SPLIT.test(text.slice(sentences[mention.sentence]?.start ?? 0, mention.start)))
      own.push([mention])
  }
  return own.slice(0, 3)
}
const SPLIT = /^[\s（(一二三四五六七八九十\d)）、.．]*(?:按|分|从)[^，。；\d]{1,12}[，：:]/

/** The figures before a total, back to each place where a row may begin. */
function ahead(row: readonly Mention[], to: number): (readonly Mention[])[] {
  const whole = row[to] as Mention
  const begins: (readonly Mention[])[] = []
  for (let i = to - 1; i >= 0 && to - i <= MOST_PARTS && begins.length < MOST_ENDS; i--) {
    const mention = row[i] as Mention
    if (whole.paragraph - mention.paragraph > 8) break
    const earlier = row[i - 1]
    if (earlier === undefined || earlier.sentence !== mention.sentence) begins.push(row.slice(i, to))
  }
  return begins
}

/** All of them, or without those that 其中 splits a part into: up to ；, or to the end of the sentence. */
function variants(reading: Reading, parts: readonly Mention[]): (readonly Mention[])[] {
  const inner = parts.findIndex(({ start }, i) => i > 0 && reading.text.slice((parts[i - 1] as Mention).end, start).includes('其中'))
  if (inner < 0) return [parts]
  const { group, sentence } = parts[inner] as Mention
  const drop = (isOf: (mention: Mention) => boolean): readonly Mention[] => parts.filter((mention, i) => i < inner || !isOf(mention))
  return [parts, drop((mention) => mention.group === group), drop((mention) => mention.sentence === sentence)].filter(
    (own, i, all) => all.findIndex((other) => other.length === own.length) === i,
  )
}
