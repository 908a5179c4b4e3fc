import { halfWidth } from '@/lib/domain/reading/number-reading'

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

/** A name and its number, as in a table of two columns. */
const NAMED_ROW = /^[\u4e00-\u9fff]{2,14}[ \t\u3000]+-?\d[\d,.]*%?$/

const isRunOn = (line: string, next: string): boolean =>
  CARRIES_ON.test(next) ||
  (!NAMED_ROW.test(next) &&
    !BEGINS.test(next) &&
    (GOES_ON.test(line) ||
      (line.length >= FULL_LINE && !/[。；！？:：;]$/.test(line) && !ROW.test(line) && !ROW.test(next) && !isTitle(line))))

const TITLE = /(?:报告|总结|情况|说明|自评|汇总表|自评书|简况)$/
const isTitle = (line: string): boolean => TITLE.test(line) || (BEGINS.test(line) && !/[，。；]|[：:]./.test(line) && line.length < 34)

/** Runs a text together as it is read. Linear in its length. */
export function flowOf(given: string): Flow {
  const plain = given.replace(FULL_WIDTH, halfWidth)
  const parts: string[] = []
  /** Where each run of signs begins, in the flow and in what was given. */
  const runs: { at: number; place: number }[] = []
  let length = 0
  const add = (text: string, place: number): void => {
    runs.push({ at: length, place })
    parts.push(text)
    length += text.length
  }
  let before: string | null = null
  let offset = 0
  for (const whole of plain.split('\n')) {
    const from = offset
    offset += whole.length + 1
    const line = whole.trim()
    if (line === '' || PAGE_NUMBER.test(line)) continue
    if (before !== null && !isRunOn(before, line)) add('\n', from)
    const start = from + whole.indexOf(line)
    let next = 0
    for (const { index, 0: spaces } of line.matchAll(SPACES)) {
      const behind = index + spaces.length
      const stays =
        !spaces.includes('\u200b') && isPlain(line[index - 1]) && (isPlain(line[behind]) || /^-\d/.test(line.slice(behind, behind + 2)))
      if (stays && spaces === ' ') continue
      add(line.slice(next, index), start + next)
      next = behind
      if (stays) add(' ', start + index)
    }
    add(line.slice(next), start + next)
    before = line
  }
  return { text: parts.join(''), placeOf: (at) => placeIn(runs, at) }
}

/** A space of no width parts nothing. */
const SPACES = /[ \t\u3000\r\u00a0\u200b]+/g
/** Only between such signs does a space part what would otherwise be one. */
const isPlain = (sign: string | undefined): boolean => sign !== undefined && /[\d.%A-Za-z]/.test(sign)

function placeIn(runs: readonly { at: number; place: number }[], at: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const run = runs[low - 1]
  return run === undefined ? 0 : run.place + at - run.at
}
