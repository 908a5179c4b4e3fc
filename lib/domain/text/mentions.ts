import { datesIn, type TextDate } from './dates'
import { exactly } from './interval'
import { hedge, numberAt, type WrittenNumber } from './number-at'
import { asGrowth, spokenIn } from './spoken-rates'
import { type TextUnit, unitAt, unknownUnit } from './units'

/** A figure of the text: a number with what stands around it. */
export type Mention = WrittenNumber & {
  index: number
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
/** Longest label kept. */
const LONGEST = 48

/** Every figure of a text, in one pass. */
export function scan(text: string): Scan {
  const dates = datesIn(text)
  const spoken = spokenIn(text)
  const mentions: Mention[] = []
  const sentences: Scan['sentences'] = []
  const paragraphs: Scan['paragraphs'] = []
  const brackets: Scan['brackets'] = [{ outer: 0, open: 0, close: text.length, before: -1, from: 0 }]
  let bracket = 0
  let closed: Scan['brackets'][number] | null = null
  let closedAt = -1
  let group = 0
  let sentenceFrom = 0
  let paragraphFrom = 0
  let boundary = 0
  let nextDate = 0
  let nextSpoken = 0
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
    const said = spoken[nextSpoken]
    const until = said?.start ?? text.length
    while (i < until && STOPS[text.charCodeAt(i)] === 0) i += 1
    if (i >= text.length) break
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
        closed = brackets[bracket] ?? null
        closedAt = i + 1
        if (closed !== null) {
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
    const isSaid = said?.start === i
    if (isSaid) nextSpoken += 1
    const isDigit = sign >= '0' && sign <= '9'
    const signed = sign === '-' && /\d/.test(text[i + 1] ?? '') && /[\u4e00-\u9fff：: ]/.test(text[i - 1] ?? '')
    if (!isDigit && !signed && !isSaid) {
      i += 1
      continue
    }
    NUMBER.lastIndex = i
    const digits = (NUMBER.exec(text)?.[0] ?? sign).replace(/,$/, '')
    const end = i + digits.length
    const mark = (text[i - 1] ?? '\n') === '\n' ? markOfItem(text, i, end) : 0
    if (mark > 0) {
      i += mark
      boundary = i
      continue
    }
    const mention = mentions.length > most ? null : isSaid ? said : numberAt(text, i, end, digits)
    if (mention !== null) {
      close(i, '')
      // 目标（45%）1.3个百分点: what stands right behind a bracket goes by the words before it.
      // 完成年度计划（56公里）的107.14% too.
      const through = boundary === closedAt && (closedAt === i || (closedAt === i - 1 && text[closedAt] === '的')) ? closed : null
      const from = Math.max(through?.from ?? boundary, through === null ? (mentions.at(-1)?.end ?? 0) : 0, i - LONGEST)
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
        label: (text.slice(from, through?.open ?? i) + (through !== null && closedAt < i ? '的' : '')).replace('】', ''),
        lead: from === boundary ? (text[boundary - 1] ?? '') : '',
        after: '',
        tail: '',
        group,
        sentence: sentences.length,
        paragraph: paragraphs.length,
        bracket,
      }
      if (placed.hedge === null) hedge(placed, text)
      asGrowth(placed)
      if (placed.unit.word === '') placed.unit = unitNamed(placed.label) ?? moneyWithoutUnit(placed, text) ?? placed.unit
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

/** 2.36个断面 at the beginning of a line is the second item, and 36 of them: things are counted whole. How many signs the item's mark has, or 0. */
function markOfItem(text: string, start: number, end: number): number {
  const mark = /^\d{1,2}\.(?=\d+$)/.exec(text.slice(start, end))?.[0].length ?? 0
  if (mark === 0) return 0
  const { scaled, unit } = unitAt(text, end)
  return !scaled && ['things', 'people', 'households'].includes(unit.dimension) ? mark : 0
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

/** 安排资金19,204万。: of an amount that its name says is money, the last sign is left out. */
const moneyWithoutUnit = ({ label, written, end }: Mention, text: string): TextUnit | null =>
  /[万亿]$/.test(written) && /^[，。；、）\n]?$/.test(text[end] ?? '') && /(?:资金|经费|投资|支出|收入|拨款)[为共达]*$/.test(label)
    ? unitAt('元', 0).unit
    : null

function depthOf(brackets: Scan['brackets'], bracket: number): number {
  let depth = 0
  for (let b = bracket; b !== 0; b = brackets[b]?.outer ?? 0) depth += 1
  return depth
}
