import { atMost, dividedBy, minus, plus, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { readDigits } from '@/lib/domain/reading/number-reading'
import { datesIn, type TextDate } from './dates'
import { around, exactly, type Interval } from './interval'
import { type TextUnit, unitAt, unknownUnit } from './units'
import { HEDGES, type Hedge, NAMES_WITH_DIGITS } from './vocabulary/hedges'

/**
 * A figure of the text. Values are in the first unit of their dimension (元, 米, per cent), `span` is where the true
 * number may lie by the digits printed and by words such as 约, 近 and 余; `step` is a unit of the last printed digit.
 */
export type Mention = {
  index: number
  start: number
  end: number
  written: string
  value: Quantity
  span: Interval
  step: Quantity
  unit: TextUnit
  scaled: boolean
  /** A word that makes the number a bound or a rough one; null where it is said plainly. */
  hedge: Hedge | null
  /** What stands before it, from the sign or figure before; `lead` is that sign. */
  label: string
  lead: string
  /** What stands behind it up to the next sign or figure; `tail` is that sign. */
  after: string
  tail: string
  /** The group of clauses it stands in: up to 。 or ；. */
  group: number
  /** The sentence it stands in: up to 。. */
  sentence: number
  paragraph: number
  /** The bracket that it stands in: 0 for none. */
  bracket: number
}

export type Scan = {
  mentions: Mention[]
  dates: TextDate[]
  /** Where each sentence begins and ends, and the paragraph it is of. */
  sentences: { start: number; end: number; paragraph: number }[]
  paragraphs: { start: number; end: number }[]
  /** What each bracket hangs on: the last mention before it opened, and the bracket outside. */
  brackets: { outer: number; open: number; close: number; before: number; from: number }[]
}

const SIGNS = '，、；：。！？（）()\n,;:【】▲'
/** What the scan stops at: a sign, a digit or a minus. One look for each character. */
const STOPS = new Uint8Array(65_536)
for (const sign of `${SIGNS}0123456789-`) STOPS[sign.charCodeAt(0)] = 1
const SENTENCE_ENDS = '。！？\n'
const GROUP_ENDS = `${SENTENCE_ENDS}；;`
const NUMBER = /-?\d[\d,]*(?:\.\d+)?/y
/** 3%—5%, 18时至20时: ends of a range are no values. */
const RANGE_ON = /^(?:[%％]|万|元|万元|年|时|岁|个月|月)?[-—–~～至到]\s?\d/
const RANGE_BEHIND = /\d(?:[%％]|万|元|万元|年|时|岁|个月|月)?[-—–~～至到]$/
/** Longest label kept. */
const LONGEST = 48

/** Every figure of a text, in one pass. */
export function scan(text: string): Scan {
  const dates = datesIn(text)
  const mentions: Mention[] = []
  const sentences: Scan['sentences'] = []
  const paragraphs: Scan['paragraphs'] = []
  const brackets: Scan['brackets'] = [{ outer: 0, open: 0, close: text.length, before: -1, from: 0 }]
  let bracket = 0
  let group = 0
  let sentenceFrom = 0
  let paragraphFrom = 0
  let boundary = 0
  let nextDate = 0
  let open: Mention | null = null
  const close = (at: number, sign: string): void => {
    if (open === null) return
    open.after = text.slice(open.end, Math.min(at, open.end + LONGEST))
    open.tail = sign
    if (open.unit.word === '' && sign !== '') countUnknown(open)
    open = null
  }
  let i = 0
  // Denser than any report or table: what comes after stays unread, so that nobody's input can keep the product busy.
  const most = text.length / 6 + 1_000
  while (i < text.length) {
    if (STOPS[text.charCodeAt(i)] === 0) {
      i += 1
      continue
    }
    const sign = text[i] as string
    if (SIGNS.includes(sign)) {
      close(i, sign)
      const outside = boundary
      // 【结余】126,000.00元: what stands in such brackets is the figure's name.
      if (sign !== '】') boundary = i + 1
      if (sign === '（' || sign === '(') {
        if (brackets.length < 4_000 && depthOf(brackets, bracket) < 6) {
          brackets.push({ outer: bracket, open: i, close: text.length, before: mentions.length - 1, from: outside })
          bracket = brackets.length - 1
        }
      } else if ((sign === '）' || sign === ')') && bracket !== 0) {
        const closed = brackets[bracket]
        if (closed !== undefined) {
          closed.close = i
          bracket = closed.outer
          // 因公出国（境）费: a bracket without a figure parts nothing.
          if (closed.before === mentions.length - 1) boundary = closed.from
        }
      }
      if (GROUP_ENDS.includes(sign)) group += 1
      if (SENTENCE_ENDS.includes(sign)) {
        sentences.push({ start: sentenceFrom, end: i, paragraph: paragraphs.length })
        sentenceFrom = i + 1
        if (sign === '\n') {
          paragraphs.push({ start: paragraphFrom, end: i })
          paragraphFrom = i + 1
          bracket = 0
        }
      }
      i += 1
      continue
    }
    while ((dates[nextDate]?.start ?? text.length) < i) nextDate += 1
    const date = dates[nextDate]
    if (date !== undefined && date.start === i) {
      i = date.end
      continue
    }
    const isDigit = sign >= '0' && sign <= '9'
    const signed = sign === '-' && /\d/.test(text[i + 1] ?? '') && /[\u4e00-\u9fff：:]/.test(text[i - 1] ?? '')
    if (!isDigit && !signed) {
      i += 1
      continue
    }
    NUMBER.lastIndex = i
    const digits = (NUMBER.exec(text)?.[0] ?? sign).replace(/,$/, '')
    const end = i + digits.length
    const mention = mentions.length > most ? null : mentionAt(text, i, end, digits)
    if (mention !== null) {
      close(i, '')
      const from = Math.max(boundary, mentions.at(-1)?.end ?? 0, i - LONGEST)
      const placed: Mention = {
        index: mentions.length,
        start: mention.start,
        end: mention.end,
        written: mention.written,
        value: mention.value,
        span: mention.span,
        step: mention.step,
        unit: mention.unit,
        scaled: mention.scaled,
        hedge: mention.hedge,
        label: text.slice(from, i).replace('】', ''),
        lead: from === boundary ? (text[boundary - 1] ?? '') : '',
        after: '',
        tail: '',
        group,
        sentence: sentences.length,
        paragraph: paragraphs.length,
        bracket,
      }
      if (placed.hedge === null) hedge(placed, text)
      if (placed.unit.word === '') placed.unit = unitNamed(placed.label) ?? placed.unit
      mentions.push(placed)
      open = placed
      i = mention.end
    } else i = Math.max(end, i + 1)
  }
  close(text.length, '')
  sentences.push({ start: sentenceFrom, end: text.length, paragraph: paragraphs.length })
  paragraphs.push({ start: paragraphFrom, end: text.length })
  return { mentions, dates, sentences, paragraphs, brackets }
}

/** Takes the word behind a number of things for their unit. */
function countUnknown(mention: Mention): void {
  const unit = unknownUnit(mention.after)
  if (unit === null) return
  mention.unit = unit
  mention.end += unit.word.length
  mention.written += unit.word
  if (!mention.scaled && mention.hedge === null && !mention.written.includes('.')) mention.span = exactly(mention.value)
  mention.after = ''
}

/** 门急诊人次46.25万: the unit may stand before the number. */
const unitNamed = (label: string): TextUnit | null => {
  const word = /(?:人次|户次|场次|台次|架次|班次|件次)(?=(?:为|达到?|约)?$)/.exec(label)?.[0]
  return word === undefined ? null : unitAt(word, 0).unit
}

function depthOf(brackets: Scan['brackets'], bracket: number): number {
  let depth = 0
  for (let b = bracket; b !== 0; b = brackets[b]?.outer ?? 0) depth += 1
  return depth
}

const TEN = quantity('10')
const HALF = quantity('0.5')
type Bare = Pick<Mention, 'start' | 'end' | 'written' | 'value' | 'span' | 'step' | 'unit' | 'scaled' | 'hedge'>

/** The number that stands here with its unit; null where digits are part of a name, a list's mark or a document's number. */
function mentionAt(text: string, start: number, end: number, digits: string): Bare | null {
  const before = text.slice(Math.max(0, start - 6), start)
  const behind = text.slice(end, end + 12)
  if (NAMES_WITH_DIGITS.before.test(before) || NAMES_WITH_DIGITS.behind.test(behind)) return null
  if (/(?:^|[\n。；：])$/.test(before) && /^[.．、](?!\d)/.test(behind)) return null
  if (/[（(]$/.test(before) && /^[)）]/.test(behind)) return null
  // 186.4/10万: so many of each hundred thousand.
  if (before.endsWith('/') && /^[十百]?万/.test(behind)) return null
  const read = readDigits(digits) ?? readDigits(digits.replaceAll(',', ''))
  if (read === null) return null
  const { length, scale, scaled, more, unit } = unitAt(text, end)
  const factor = times(scale, unit.factor)
  const value = times(read.value, factor)
  let step = factor
  for (let i = 0; i < read.decimals; i++) step = dividedBy(step, TEN)
  // Counts are exact: 23处 are not 22.6. What is counted in ten thousands or measured is rounded, and so are amounts of money.
  const isCount = read.decimals === 0 && !scaled && EXACT.has(unit.dimension)
  const span = isCount ? exactly(value) : around(value, times(step, HALF))
  const range = RANGE_ON.test(behind) || RANGE_BEHIND.test(text.slice(Math.max(0, start - 8), start))
  const said: Hedge | null = range ? 'range' : more ? 'over' : null
  return {
    start,
    end: end + length,
    written: text.slice(start, end + length),
    value,
    span: more ? { low: value, high: plus(value, factorAbove(value)) } : span,
    step,
    unit,
    scaled,
    hedge: said,
  }
}

const EXACT = new Set(['people', 'visits', 'households', 'things', 'workdays', 'days', 'months', 'years', 'age', 'score'])
/** 200余 is below 300, 1,200余 below 1,300. */
const factorAbove = (value: Quantity): Quantity => {
  let unit = quantity('1')
  while (!atMost(value, times(unit, TEN))) unit = times(unit, TEN)
  return unit
}

/** Takes a word such as 约 or 不低于 off the label, or notes 以上 behind the figure. */
function hedge(mention: Mention, text: string): void {
  const head = HEDGES.before.find(([word]) => mention.label.endsWith(word) && !HEDGES.parts.test(mention.label))
  const [word, sense] = head ?? HEDGES.behind.find(([after]) => text.startsWith(after, mention.end)) ?? []
  if (word === undefined || sense === undefined) return
  mention.hedge = sense
  if (head !== undefined) mention.label = mention.label.slice(0, -word.length)
  const wide = WIDTH[sense]
  if (wide === undefined) return
  const apart = times(mention.value, wide)
  mention.span = { low: minus(mention.span.low, apart), high: plus(mention.span.high, apart) }
}
/** How far from the number a word lets it be: 约36万 is 34.2 to 37.8. */
const WIDTH: Readonly<Partial<Record<Hedge, Quantity>>> = { about: quantity('0.05'), nearly: quantity('0.1') }
