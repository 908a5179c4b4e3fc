import { halfWidth } from '@/lib/domain/reading/number-reading'

/**
 * One sign for each of the many that look alike: what is given back is as long as what was given, so that every place stays where it
 * was. Full-width digits, letters and points are plain ones, Chinese punctuation stays Chinese.
 */

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％＋－．＊＿｛｝～]|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g
/** Small and half-width forms that fonts of PDFs and old programs give, and what they are. */
const LIKE: Readonly<Record<string, string>> = {
  '﹪': '%',
  '٪': '%',
  '﹐': '，',
  '﹑': '、',
  '﹒': '.',
  '﹔': '；',
  '﹕': '：',
  '﹖': '？',
  '﹗': '！',
  '﹙': '（',
  '﹚': '）',
  '｡': '。',
  '､': '、',
  '︰': '：',
  '−': '-',
  '﹣': '-',
  '‐': '-',
  '‑': '-',
  // Cells of a table that became text
  '|': '\t',
  '│': '\t',
  '┃': '\t',
  '¦': '\t',
  '\r': '\n',
  '\v': '\n',
  '\f': '\n',
  '\u0085': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
}
const ALIKE = /[|│┃¦﹪٪﹐﹑﹒﹔﹕﹖﹗﹙﹚｡､︰−﹣‐‑\v\f\u0085\u2028\u2029]|\r(?!\n)/g
const RADICALS = /[\u2e9f\u2ef3\u2f00-\u2fd5]/g
const HAS_MORE = /[^\u4e00-\u9fff\u3000-\u3002\uff0c\uff1a\uff1b\uff08\uff09“”\x20-\x26\x28-\x7b\x7d\x7e\n]|'/

/** A text with one sign for each. Linear in its length. */
export const withPlainSigns = (text: string): string =>
  HAS_MORE.test(text)
    ? text
        .replace(FULL_WIDTH, halfWidth)
        .replace(ALIKE, (sign) => LIKE[sign] ?? sign)
        .replace(RADICALS, (sign) => sign.normalize('NFKC'))
    : text

/** Thousands of an amount behind another sign than a comma: 1，234.50万元, 1'234.50. A comma of full width also parts figures, so that 3，120元 is none. */
const THOUSANDS = /(?<![\d.,，'’])\d{1,3}(?:['’]\d{3})+(?![\d'’])|(?<![\d.,，])\d{1,3}(?:，\d{3})+(?=\.\d+(?:万|亿|百|千)*元)/g
/** A text without spaces between its signs, with a comma for every sign that parts thousands. */
export const withPlainThousands = (text: string): string =>
  /\d[，'’]\d{3}/.test(text) ? text.replace(THOUSANDS, (number) => number.replace(/[，'’]/g, ',')) : text
