/**
 * Ways in which one and the same text comes: typed with signs of half a width, taken out of a PDF, pasted out of a table. None of them
 * changes what is said, so that nothing that is read of a text may change with them.
 */

/** A number from 0 up to below 1. */
export type Random = () => number
/** Of one kind a text has one. */
export type Layout = {
  name: string
  kind: 'signs' | 'thousands' | 'digits' | 'blanks' | 'percent' | 'invisible' | 'breaks' | 'lines'
  of: (text: string, random: Random) => string
}

/** Numbers that look thrown, the same for the same seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const HAN = '[\\u4e00-\\u9fff]'
const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
}
/** 3，5 and 1：2 with half a sign would be other figures; a quotation within another needs its own signs. */
const halvable = /(?<!\d)[，：；]|[，：；](?!\d)|[？！（）]|(?<=^[^“”]*)“[^“”\n]*”(?=[^“”]*$)/gm
const inHalf = (signs: string): string => [...signs].map((sign) => HALF[sign] ?? sign).join('')
const fullDigit = (sign: string): string => (sign === ',' ? '，' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
/** A number with the unit of money behind it. */
const MONEY = /(?<![\d.,，A-Za-z])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?=(?:万|亿)?元)/g
const SPACES = [' ', '  ', '\u3000', '\t', '\u00a0']
const some = (signs: readonly string[], random: Random): string => signs[Math.floor(random() * signs.length)] ?? ''
const besideFigures = new RegExp(`(?<=${HAN}|[，、：；（])(?=\\d)|(?<=\\d)(?=${HAN}|[，、；）])|(?<=[%％万元户人个])(?=[，。；])`, 'g')
/** Lines of tables and lists without sentences stay as they are. */
const isTable = (line: string): boolean => /\d%?[ \t]+-?\d|^\||^[\u4e00-\u9fff]{2,14}[ \t]+-?\d/.test(line)

/** Each on its own. */
export const LAYOUTS: readonly Layout[] = [
  { name: 'signs of half a width', kind: 'signs', of: (text) => text.replace(halvable, inHalf) },
  { name: 'mixed signs', kind: 'signs', of: (text, random) => text.replace(halvable, (signs) => (random() < 0.5 ? inHalf(signs) : signs)) },
  {
    name: 'half signs with a space behind',
    kind: 'signs',
    of: (text) => text.replace(/[，；：](?!\d|\n|$)/g, (sign) => `${inHalf(sign)} `),
  },
  { name: 'points for full stops', kind: 'signs', of: (text) => text.replace(/(?<=[\u4e00-\u9fff]{2}|%)。(?=[\u4e00-\u9fff])/g, '.') },
  { name: 'spaces around figures', kind: 'blanks', of: (text) => text.replace(besideFigures, ' ') },
  {
    name: 'any blanks around figures',
    kind: 'blanks',
    of: (text, random) => text.replace(besideFigures, () => (random() < 0.5 ? some(SPACES, random) : '')),
  },
  { name: 'a space before %', kind: 'percent', of: (text) => text.replace(/(?<=\d)(?=[%％])/g, ' ') },
  { name: 'full-width digits', kind: 'digits', of: (text) => text.replace(/\d|(?<=\d)(?:\.|,(?=\d{3}))(?=\d)|(?<=\d)%/g, fullDigit) },
  {
    name: 'some full-width digits',
    kind: 'digits',
    of: (text, random) => text.replace(/\d+(?:[.,]\d+)*%?/g, (number) => (random() < 0.5 ? number.replace(/[\d.,%]/g, fullDigit) : number)),
  },
  {
    name: 'no thousands separators',
    kind: 'thousands',
    of: (text) => text.replace(/(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g, (number) => number.replaceAll(',', '')),
  },
  {
    name: 'thousands separators',
    kind: 'thousands',
    of: (text) =>
      text.replace(/(?<![\d.,A-Za-z-])\d{4,}(?=(?:\.\d+)?(?:万|亿)?元)/g, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ',')),
  },
  { name: 'thousands apart', kind: 'thousands', of: (text) => text.replace(MONEY, (number) => number.replaceAll(',', ' ')) },
  {
    name: 'thousands with a comma and a space',
    kind: 'thousands',
    of: (text) => text.replace(MONEY, (number) => number.replaceAll(',', ', ')),
  },
  { name: 'thousands with an apostrophe', kind: 'thousands', of: (text) => text.replace(MONEY, (number) => number.replaceAll(',', '’')) },
  { name: 'spaces between words', kind: 'blanks', of: (text) => text.replace(/(?<=[\u4e00-\u9fff，、])(?=[\u4e00-\u9fff])/g, ' ') },
  { name: 'blank lines and indents', kind: 'breaks', of: (text) => text.replace(/\n(?=[^\n])/g, '\r\n\r\n\u3000\u3000') },
  { name: 'carriage returns', kind: 'breaks', of: (text) => text.replaceAll('\n', '\r') },
  {
    name: 'invisible signs',
    kind: 'invisible',
    of: (text, random) => text.replace(/(?<=[\u4e00-\u9fff\d])(?=[\u4e00-\u9fff\d])/g, () => (random() < 0.2 ? '\u200b' : '')),
  },
  {
    name: 'signs that look alike',
    kind: 'invisible',
    of: (text) =>
      text
        .replaceAll('％', '﹪')
        .replaceAll('月', '⽉')
        .replaceAll('人', '⼈')
        .replaceAll('一', '⼀')
        .replace(/(?<=[^\d])-(?=\d)/g, '−'),
  },
  { name: 'lines of a narrow page', kind: 'lines', of: (text) => inLines(text, 26) },
  { name: 'lines of a page', kind: 'lines', of: (text) => inLines(text, 36) },
  {
    name: 'lines of any page, indented',
    kind: 'lines',
    of: (text, random) => inLines(text, 26 + Math.floor(random() * 20), '\u3000\u3000'),
  },
]

const KINDS = ['thousands', 'digits', 'signs', 'percent', 'blanks', 'invisible', 'breaks'] as const
/** Several at once, at most one of each kind. A page's lines are told by their widths, which others would change: they are tried alone. */
export function together(text: string, random: Random): { names: string; text: string } {
  const chosen = KINDS.flatMap((kind) => {
    const ofKind = LAYOUTS.filter((layout) => layout.kind === kind)
    return random() < 0.5 ? [ofKind[Math.floor(random() * ofKind.length)] as Layout] : []
  })
  return { names: chosen.map(({ name }) => name).join(' + '), text: chosen.reduce((said, { of }) => of(said, random), text) }
}

const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign < '\u0080' ? 1 : 2), 0)

/** A text in lines as wide as so many Chinese signs. A table that is wider than the page leaves it as it is: no page breaks its other lines. */
function inLines(text: string, signs: number, indent = ''): string {
  const paragraphs = text.split(/\r\n|\n|\r/)
  if (paragraphs.some((line) => isTable(line) && widthOf(line) > signs * 2)) return text
  return paragraphs.map((paragraph) => (isTable(paragraph) ? paragraph : broken(paragraph, signs, indent))).join('\n')
}

/** What no page tears: a number with its sign, a word of Latin letters, a sign with the marks that close it. */
const PIECE =
  /(?:[\d０-９](?:[\d０-９.,．，’ \u200b]*[\d０-９])?[ \t\u3000\u00a0\u200b]?[%％﹪]?|[A-Za-z]+|.)[，。；、：”》）,;:)\]．.]*[ \t\u3000\u00a0\u200b]*/gu
/** Marks do not begin a line, numbers are not torn from themselves, and no line ends with a sentence or begins as an item does. */
function broken(paragraph: string, signs: number, indent: string): string {
  const lines: string[] = []
  let line = indent
  for (const piece of paragraph.trim().match(PIECE) ?? []) {
    if (
      line.trim().length > 0 &&
      widthOf(line + piece.trimEnd()) > signs * 2 &&
      !/[。；：？！;:?!.．]["”]?\s*$/.test(line) &&
      mayBegin(piece)
    ) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line].join('\n')
}
const mayBegin = (piece: string): boolean => !/^(?:[\d０-９]{1,2}[.．、]|[（(①-⑳【第附表一二三四五六七八九十⼀])/.test(piece)
