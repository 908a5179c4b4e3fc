import type { Mark } from '@/lib/domain/cells/marks'
import { fromChinese } from '@/lib/domain/reading/chinese-numerals'
import { wholeNumber } from '@/lib/domain/reading/whole-number'

/** How an item is numbered: 第一部分, 1 before the words of a heading, 一、, （一）, 1., 1.1, （1）, 1）, ①, 一是. A bullet has no number. */
export type MarkerStyle =
  | 'part'
  | 'bare'
  | 'han'
  | 'hanBracket'
  | 'digit'
  | 'dotted'
  | 'bracket'
  | 'halfBracket'
  | 'circled'
  | 'spoken'
  | 'bullet'
/** `length`: signs that the marker takes, with the space behind it. `number`: null for a bullet. */
export type Marker = { style: MarkerStyle; number: number | null; length: number }

const MARKERS: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['part', /^第([一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章|节|篇)[\s、:：.．]*/],
  ['hanBracket', /^[（(]\s*([一二三四五六七八九十百]{1,4})\s*[）)][\s、.．]*/],
  ['han', /^([一二三四五六七八九十]{1,3})\s*[、.．][\s]*/],
  ['spoken', /^([一二三四五六七八九十]{1,2})(?:是要?|要|则)[，,：:]?\s*/],
  ['spoken', /^其([一二三四五六七八九])[，,是：:]\s*/],
  ['spoken', /^第([一二三四五六七八九十])[，,、：:]\s*/],
  [
    'dotted',
    /^(\d{1,2}[.．]\d{1,2}(?:[.．]\d{1,2})?)(?:(?![\d.％%万亿元个倍米公平人项次吨小天分年岁月日,])|(?=人员|项目|公[用务共众]|年[度初末]|分[析项]))[\s、.．]*/,
  ],
  ['bracket', /^[（(]\s*(\d{1,2})\s*[）)][\s、.．]*/],
  ['halfBracket', /^(\d{1,2})\s*[）)][\s、.．]*/],
  ['digit', /^(\d{1,2})\s*(?:[.．](?!\d)|、)\s*/],
  // 3 履职情况: a heading and nothing else, and no number of anything
  ['bare', /^(\d{1,2})\s*(?![年月日个项人次家件处座万亿元级期天户场名号余多吨]|公[里斤顷]|平方)(?=[\u4e00-\u9fff“”、（）]{2,16}$)/],
  ['circled', /^([①-⑳])[\s、.．]*/],
  ['bullet', /^()(?:[●■◆★▲►•·➢◇□]|-(?=[\s\u4e00-\u9fff]))\s*/],
]

/** How deep each style usually stands: 第一部分 outermost. */
export const RANKS: Readonly<Record<MarkerStyle, number>> = {
  part: 0,
  bare: 1,
  han: 1,
  hanBracket: 2,
  digit: 3,
  dotted: 4,
  bracket: 5,
  halfBracket: 6,
  circled: 7,
  spoken: 8,
  bullet: 9,
}

/** The number that a paragraph begins with; null where it begins with none. */
export function markerOf(text: string): Marker | null {
  for (const [style, pattern] of MARKERS) {
    const match = pattern.exec(text)
    if (match !== null) return { style, number: numberOf(style, match[1] ?? ''), length: match[0].length }
  }
  return null
}

/** How a list of the product numbers its items whose items were numbered so; a bullet as its place asks. */
const MARK_OF: Readonly<Partial<Record<MarkerStyle, Mark>>> = {
  han: '一、',
  hanBracket: '（一）',
  digit: '1.',
  bracket: '（1）',
  halfBracket: '（1）',
  circled: '①',
  spoken: '一是',
  bullet: '',
}

/** 一要 and 第一 are words, and would not come back as they were. */
const SPOKEN = /^[一二三四五六七八九十]{1,3}是/

/** The mark of an item that begins so; null where its number stays a part of its text. */
export const markOf = (text: string, { style }: Marker): Mark | null =>
  style === 'spoken' && !SPOKEN.test(text) ? null : (MARK_OF[style] ?? null)

function numberOf(style: MarkerStyle, written: string): number | null {
  if (style === 'bullet') return null
  if (style === 'circled') return '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(written) + 1
  if (style === 'dotted') return wholeNumber(written.split(/[.．]/).at(-1) ?? '')
  return /^\d/.test(written) ? wholeNumber(written) : (fromChinese(written) ?? 0)
}
