/** Which lines of a text are one paragraph that a page broke. */

/** Where a line begins that cannot be the rest of the one before it. */
const BEGINS =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳▲●■◆★·•【]|第[一二三四五六七八九十]{1,3}[章节部篇条]|附[件表])/
/** Where one mostly begins, but may also go on where the line before it reaches the page's edge. */
const MAY_BEGIN = /^(?:表\d|[一二三四五六七八九十]是|其中[:：])/
/** What no sentence ends with, and none begins with; a colon may lead in what has lines of its own. */
const GOES_ON = /[，、（(“,]$/
const LEADS_IN = /[：:]$/
const CARRIES_ON = /^[，。；、：）)”%％,;:]/
/** 附件2： stands above the title. */
const ANNEX = /^附[件表][一二三四五六七八九十\d]{0,3}[:：]$/
const ENDS = /[。；！？：:;]$/
/** Shorter lines are headings and titles: no page is so narrow. */
const FULL_LINE = 20
/** Columns of a table, which stay in lines of their own. */
const ROW = /\d%?[ \t\u3000]+-?\d/
/** A name and its number, as in a table of two columns. */
const NAMED_ROW = /^[\u4e00-\u9fff]{2,14}[ \t\u3000]+-?\d[\d,.]*%?$/
const TITLE = /(?:报告|总结|情况|说明|自评|汇总表|自评书|简况)$/
/** The title of a whole paper, which may be as wide as a line. */
const OF_REPORT = /^[^，。；：,;:]{0,40}(?:自评|评价)[^，。；：,;:]{0,8}(?:报告|总结|说明)$/
const isTitle = (line: string): boolean => !/[，。；,;]|[：:]./.test(line) && (TITLE.test(line) || (BEGINS.test(line) && line.length < 34))

const HEAD = '(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十][、级类期线号产等])|[（(][一二三四五六七八九十]{1,3}[)）])'
/** 一、存在的问题 （一）目标不细。 二、改进措施: headings that a space parts from what stands before them in their line. */
const HEAD_IN_LINE = new RegExp(
  `[ \\t\\u3000](?=[ \\t\\u3000]{0,4}${HEAD})(?<=(?:[。；！？]|(?:^|[\\n \\t\\u3000])${HEAD}[\\u4e00-\\u9fff]{2,20})[ \\t\\u3000]{1,5})`,
  'g',
)
/** The lines of a text; together they are as long as it was, with one sign between two. */
export const linesIn = (text: string): string[] => text.replace(HEAD_IN_LINE, '\n').split('\n')

/**
 * A line as it stood on the page, without blanks around it, and the same without any that part nothing. How wide it was, in Chinese
 * signs.
 */
export type Line = { given: string; text: string; width: number }

/** Whether the second of two lines goes on with the first. `reaches`: the page had no room in the first for what the second begins with. */
export function isRunOn({ text }: Line, next: Line, reaches: boolean): boolean {
  if (CARRIES_ON.test(next.text)) return true
  if (NAMED_ROW.test(next.given) || BEGINS.test(next.text)) return false
  if (GOES_ON.test(text)) return true
  if (MAY_BEGIN.test(next.text) && !reaches) return false
  if (LEADS_IN.test(text)) return !ANNEX.test(text)
  if (ENDS.test(text) || ROW.test(text) || ROW.test(next.text)) return false
  return reaches ? !OF_REPORT.test(text) : text.length >= FULL_LINE && !isTitle(text)
}

/** No page is wider, or narrower. */
const WIDEST = 60
const NARROWEST = 20

/** How wide a page was, in Chinese signs, where it broke the lines of a text: more of them than of any other length end no sentence. */
export function edgeOf(lines: readonly Line[]): number | null {
  if (lines.some(({ width }) => width > WIDEST)) return null
  const widths = lines.flatMap(({ text, width }) => (ENDS.test(text) || width < NARROWEST ? [] : [width])).sort((a, b) => b - a)
  let edge: number | null = null
  let most = Math.max(1, lines.length / 10)
  let last = 0
  widths.forEach((width, first) => {
    while (width - (widths[last] ?? 0) < NEAR) last += 1
    if (last - first > most) {
      edge = width
      most = last - first
    }
  })
  return edge === null ? null : edge - HANGING
}
const NEAR = 4
/** Marks may hang over the edge. */
const HANGING = 2

/** How many signs of a line no page tears: a number, a word, a sign with the marks that close it. */
export const headOf = (line: string): number => FIRST_PIECE.exec(line)?.[0].length ?? 0
const FIRST_PIECE = /^(?:-?\d(?:[\d.,'’ ]*\d)?[ \t]?%?|[A-Za-z]+|.)[，。；、：”》）,;:)]*/

/** Two plain signs are as wide as a Chinese one. */
export function widthOf(text: string, from: number, to: number): number {
  let width = 0
  for (let i = from; i < to; i++) width += text.charCodeAt(i) < 0x80 ? 1 : 2
  return width / 2
}
