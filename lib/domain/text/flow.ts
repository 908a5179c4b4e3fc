import { halfWidth } from '@/lib/domain/number-reading'

/**
 * A text as it is read, whatever it was taken from: one sign for full-width digits, letters and signs, no spaces between
 * words, lines that a page broke run together again. Paragraphs are parted by one line break.
 */
export type Flow = {
  text: string
  /** Where a place of the flow stands in the text that was given. */
  placeOf: (offset: number) => number
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％＋－．＊＿｛｝～]|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g
/** A number of the page between two pages. */
const PAGE_NUMBER = /^[-—]?\s*\d{1,3}\s*[-—]?$/
/** Where a line begins that cannot be the rest of the one before it. */
const BEGINS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳▲●■◆★·•【]|第[一二三四五六七八九十]{1,3}[章节部篇条]|附[件表]|表\d|[一二三四五六七八九十]是|其中[:：])/
/** What no sentence ends with, and none begins with. */
const GOES_ON = /[，、（(“：]$/
const CARRIES_ON = /^[，。；、：）)”%％]/
/** Shorter lines are headings and titles: no page is so narrow. */
const FULL_LINE = 20
/** Columns of a table, which stay in lines of their own. */
const ROW = /\d%?[ \t\u3000]+-?\d/

const isRunOn = (line: string, next: string): boolean =>
  CARRIES_ON.test(next) ||
  (!BEGINS.test(next) &&
    (GOES_ON.test(line) || (line.length >= FULL_LINE && !/[。；！？:：;]$/.test(line) && !ROW.test(line) && !ROW.test(next) && !isTitle(line))))

const TITLE = /(?:报告|总结|情况|说明|自评|汇总表|自评书|简况)$/
const isTitle = (line: string): boolean => TITLE.test(line) || (BEGINS.test(line) && !/[，。；]/.test(line) && line.length < 34)

/** Runs a text together as it is read. Linear in its length. */
export function flowOf(given: string): Flow {
  const plain = given.replace(FULL_WIDTH, halfWidth)
  const parts: string[] = []
  const places: number[] = []
  let before: string | null = null
  let offset = 0
  for (const whole of plain.split('\n')) {
    const from = offset
    offset += whole.length + 1
    const line = whole.trim()
    if (line === '' || PAGE_NUMBER.test(line)) continue
    if (before !== null && !isRunOn(before, line)) {
      parts.push('\n')
      places.push(from)
    }
    const start = from + whole.indexOf(line)
    for (let i = 0; i < line.length; i++) {
      const sign = line[i] as string
      if (isSpace(sign) && !(isPlain(line[i - 1]) && isPlain(nextSign(line, i)))) continue
      if (isSpace(sign) && isSpace(line[i - 1] ?? '')) continue
      parts.push(isSpace(sign) ? ' ' : sign)
      places.push(start + i)
    }
    before = line
  }
  return { text: parts.join(''), placeOf: (at) => places[Math.min(at, places.length - 1)] ?? 0 }
}

const isSpace = (sign: string): boolean => sign === ' ' || sign === '\t' || sign === '\u3000' || sign === '\r' || sign === '\u00a0'
/** Only between such signs does a space part what would otherwise be one. */
const isPlain = (sign: string | undefined): boolean => sign !== undefined && /[\d.%A-Za-z]/.test(sign)
function nextSign(line: string, from: number): string | undefined {
  let i = from
  while (i < line.length && isSpace(line[i] as string)) i++
  return line[i]
}
