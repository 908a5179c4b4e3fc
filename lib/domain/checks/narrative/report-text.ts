import { type Check, check, type Found, type Rule, type RuleHead } from '@/lib/domain/checks/check'
import type { CheckCode, FactsOf } from '@/lib/domain/checks/facts'
import type { Form, TextPiece } from '@/lib/domain/checks/form'
import { fromChinese } from '@/lib/domain/reading/chinese-numerals'
import { wholeNumber } from '@/lib/domain/reading/whole-number'
import { flowOfPiece } from '@/lib/domain/text/flow'
import { once } from '@/lib/domain/text/once'
import { partOf } from './title-part'

/**
 * The text of a report as narrative checks read it. A report taken from paper is one piece with the line breaks of the
 * page; the product's own has a piece for each paragraph.
 */

/** A number in the text, as patterns catch it. */
export const NUMBER = '(-?\\d[\\d,]*(?:\\.\\d+)?)'

/** 一、 is level 1, （一） 2, 1. 3 and （1） 4. */
export type Heading = { level: 1 | 2 | 3 | 4; number: number; title: string }

const PATTERNS: readonly (readonly [RegExp, Heading['level']])[] = [
  // 一、二、三产业 and 一、二级公路 at the beginning of a line are no headings.
  [/^([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十][、级类期线号产等])(.{0,40})/, 1],
  [/^[（(]([一二三四五六七八九十]{1,3})[)）](.{0,40})/, 2],
  // 2.36个断面: things are counted whole, so that the point belongs to the item's number.
  [/^(\d{1,2})(?:[.．、](?!\d)|[.．](?=\d+(?:[家名处座件项户台所次宗起条辆套栋幢场]|个(?!百分点|月|小时|工作日))))(.{0,40})/, 3],
  [/^[（(](\d{1,2})[)）](.{0,40})/, 4],
]

/** 一、基本支出 5,420.00 5,688.40: a row of a table. */
const ROW = /\d%?[ \t\u3000]+-?\d[\d,.]*%?$/

/** The number a line begins with, as headings and items are numbered; null where it begins with none. */
export function headingOf(line: string): Heading | null {
  for (const [pattern, level] of PATTERNS) {
    const match = pattern.exec(line)
    if (match === null || ROW.test(line)) continue
    const number = numberOf(match[1] ?? '')
    return number === null ? null : { level, number, title: match[2] ?? '' }
  }
  return null
}

/** 第二部分 and 附件3: numbering begins anew behind such a line. */
export const beginsPart = (line: string): boolean => /^第[一二三四五六七八九十]{1,3}(?:部分|章|篇)|^附(?:件|表)/.test(line)

const numberOf = (text: string): number | null => (/^\d+$/.test(text) ? wholeNumber(text) : fromChinese(text))

/** The lines of a text as it is read: lines that a page broke are one. */
const linesOf = (piece: TextPiece): string[] => flowOfPiece(piece).text.split('\n')

/** Lines run together: no spaces, except one between digits that stood apart. */
const flowing = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/(?<!\d) |\n(?!\d)| (?!\d)|(?<!\d)\n/g, '')
    .replaceAll('\n', ' ')

/** A piece of text, ready to be searched. */
export type Passage = { at: string; part: TextPiece['part']; text: string }

/** All text of a form, run together piece by piece; a report from paper is cut into its sections first. */
export const passagesOf = ({ text }: Pick<Form, 'text'>): readonly Passage[] => passagesIn(text)
const passagesIn = once((text: Form['text']): readonly Passage[] =>
  text.flatMap((piece) =>
    piece.part === 'report' ? chaptersOf(piece) : [{ at: piece.at, part: piece.part, text: flowing(linesOf(piece)) }],
  ),
)

/** A report from paper by its sections, each known by its title. */
const chaptersOf = (piece: TextPiece): Passage[] =>
  sectionsOf(linesOf(piece))
    .map(({ part, lines }) => ({ at: piece.at, part, text: flowing(lines) }))
    .filter((passage) => passage.text !== '')

/** `lines` begin with the heading, except before the first one. */
export type Section = { part: Passage['part']; title: string; lines: string[] }

/** Where headings and items follow each other in one line: （一）…。（二）…。 */
const NEXT_IN_LINE =
  /(?<=[。；;]\s{0,4})(?=[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、])|(?<=\s)(?=[（(]?[一二三四五六七八九十]{1,3}[)）、])/

/** The chapters of a report; headings below them begin a section where their title says that problems, measures or goals follow. */
export function sectionsOf(lines: readonly string[]): Section[] {
  let current: Section & { level: number } = { part: 'report', title: '', lines: [], level: 1 }
  const sections = [current]
  for (const line of lines.flatMap((whole) => whole.split(NEXT_IN_LINE))) {
    const heading = headingOf(line.trim())
    if (heading !== null) {
      const part = partOf(heading.title)
      // Problems and measures have items of their own, such as 细化绩效目标.
      const within = part !== 'report' && !(part === 'goals' && /problems|measures/.test(current.part))
      if (within || heading.level <= current.level) {
        current = { part, title: heading.title, lines: [], level: heading.level }
        sections.push(current)
      }
    }
    current.lines.push(line.trim())
  }
  return sections
}

/** How many of the same findings a text gets at most: more would bury the others. */
export const MOST = 20

/**
 * The places of a pattern in a text, at most `most`. The pattern must be global. It is asked of each paragraph, of which most
 * have none: `matchAll` would copy the pattern for each of them.
 */
export function occurrences(text: string, pattern: RegExp, most = MOST): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  while (found.length < most) {
    const match = pattern.exec(text)
    if (match === null) break
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

/** A hundred places of one kind in a piece of text are one finding: the first of them, with how many there are. */
export function oncePerPiece<Facts extends object>(
  places: readonly { at: string; facts: Facts }[],
  kindOf: (facts: Facts) => string,
): { at: string; facts: Facts & { count: string } }[] {
  const first = new Map<string, { at: string; facts: Facts; count: number }>()
  for (const { at, facts } of places) {
    const key = `${at}\n${kindOf(facts)}`
    const known = first.get(key)
    if (known === undefined) first.set(key, { at, facts, count: 1 })
    else known.count += 1
  }
  return [...first.values()].map(({ at, facts, count }) => ({ at, facts: { ...facts, count: `${count}` } }))
}

/** The places of a pattern in the text, one finding for each kind and piece; none where `factsOf` says that a place is in order. */
export const everywhere = <Code extends 'T07' | 'T08'>(
  head: RuleHead<Code>,
  pattern: RegExp,
  factsOf: (match: RegExpExecArray, passage: Passage, form: Form) => Omit<FactsOf[Code], 'count'> | null,
  kindOf: (facts: Omit<FactsOf[Code], 'count'>) => string,
): Check => {
  const placesIn = once((passages: readonly Passage[]) =>
    passages.flatMap((passage) => occurrences(passage.text, pattern, Number.POSITIVE_INFINITY).map((match) => ({ match, passage }))),
  )
  const find = (form: Form): Found<'T07' | 'T08'>[] =>
    oncePerPiece(
      placesIn(passagesOf(form)).flatMap(({ match, passage }) => {
        const facts = factsOf(match, passage, form)
        return facts === null ? [] : [{ at: passage.at, facts }]
      }),
      kindOf,
    ) as unknown as Found<'T07' | 'T08'>[]
  return check({ ...head, find } as unknown as Rule<Code>)
}

/** A check that looks at nothing but the text: what it found there is kept with it. */
export function ofText<Code extends CheckCode>(head: RuleHead<Code>, find: (form: Pick<Form, 'text'>) => readonly Found<Code>[]): Check {
  const foundIn = once((text: Form['text']) => find({ text }))
  return check({ ...head, find: ({ text }) => foundIn(text) })
}

/** The words around a place, as evidence in a message. */
export const excerpt = (text: string, from: number, length: number): string => text.slice(Math.max(0, from - 8), from + length + 8)

/** The reports taken from paper, line by line, without their tables of contents. */
export const reports = ({ text }: Form): readonly Report[] => reportsIn(text)
type Report = { at: string; lines: readonly string[] }
const reportsIn = once((text: Form['text']): readonly Report[] =>
  text.filter(({ part }) => part === 'report').map((piece) => ({ at: piece.at, lines: withoutContents(linesOf(piece)) })),
)

/** 一、基本情况……3: dots that lead to a page. */
const LEADER = /(?<![.·…])(?:[.·…]{3,}|…+)[\s—-]{0,6}\d{1,3}[\s—-]{0,3}$/

/** A table of contents (目录) numbers nothing: lines that lead to a page, and a run of headings that all stand again behind it. */
function withoutContents(all: readonly string[]): string[] {
  const lines = all.filter((line) => !LEADER.test(line))
  const bare = (line: string): string => line.replace(/\s|(?<=\D)\d{1,3}$/g, '')
  const first = lines.findIndex((line) => headingOf(line) !== null)
  const behind = lines.findIndex((line, i) => i > first && headingOf(line) === null && !beginsPart(line))
  const again = lines.findIndex((line, i) => i > first && bare(line) === bare(lines[first] ?? ''))
  const end = behind < 0 ? again : Math.min(behind, again)
  // The title may stand once more between the two.
  if (end < first + 2 || again > end + 3) return lines
  const later = new Set(lines.slice(again).map(bare))
  const repeated = lines.slice(first, end).every((line) => beginsPart(line) || later.has(bare(line)))
  return repeated ? [...lines.slice(0, first), ...lines.slice(end)] : lines
}
