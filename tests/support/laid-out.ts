import { markerOf } from '@/lib/domain/intake/markers'
import { brokenLines } from '@/tests/support/broken-lines'

/**
 * Ways in which the same report may be laid out, seeded by `random`, which gives a whole number below the one it is given: none of them
 * changes what it says. They take a report's lines, rows of tables among them, and leave those as they are.
 */
export type Layout = (lines: readonly string[], random: (below: number) => number) => string[]

const isRow = (line: string): boolean => line.startsWith('|')
const each =
  (change: (line: string, random: (below: number) => number) => string): Layout =>
  (lines, random) =>
    lines.map((line) => (isRow(line) ? line : change(line, random)))

/** A heading that is nothing else: 一、 or （一） before few words. */
const isHeading = (line: string): boolean => {
  const marker = markerOf(line)
  return (marker?.style === 'han' || marker?.style === 'hanBracket') && line.length <= 24 && !/[，。；：\d]/.test(line)
}

const HALF: Readonly<Record<string, string>> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' }
const DIGITS = '０１２３４５６７８９'
const HAN = '一二三四五六七八九十'
const hanOf = (number: number): string =>
  number <= 10 ? (HAN[number - 1] ?? '') : `十${HAN[number - 11] ?? ''}`.replace('十undefined', '十')

/** Sections from one 一、 to the next; what stands above the first, and what is signed below the last, stay where they are. */
function inAnotherOrder(lines: readonly string[], random: (below: number) => number): string[] {
  const starts = lines.flatMap((line, at) => (markerOf(line)?.style === 'han' && isHeading(line) ? [at] : []))
  const numbers = starts.map((at) => markerOf(lines[at] as string)?.number)
  if (starts.length < 3 || numbers.some((number, at) => number !== at + 1)) return [...lines]
  const end = lines.length - 3
  const sections = starts.map((at, place) => lines.slice(at, starts[place + 1] ?? end))
  // Two that stand beside each other change places: what goes before a report's first part stays there.
  const place = 1 + random(sections.length - 2)
  const [first, second] = [sections[place], sections[place + 1]]
  if (first === undefined || second === undefined || place + 1 === sections.length - 1) return [...lines]
  sections[place] = second
  sections[place + 1] = first
  const numbered = sections.map(([heading = '', ...rest], at) => [heading.replace(/^[一二三四五六七八九十]+/, hanOf(at + 1)), ...rest])
  return [...lines.slice(0, starts[0]), ...numbered.flat(), ...lines.slice(end)]
}

export const layouts: Readonly<Record<string, Layout>> = {
  'signs of half a width': each((line) => line.replace(/(?<=[\u4e00-\u9fff”》%）])[，：；]|[（）]/g, (sign) => HALF[sign] ?? sign)),
  'digits of full width': each((line) =>
    line.replace(/(?<=[\u4e00-\u9fff])\d(?=[\u4e00-\u9fff])/g, (digit) => DIGITS[Number(digit)] ?? digit),
  ),
  'spaces around figures': each((line) => line.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=[\d%])(?=[\u4e00-\u9fff])/g, ' ')),
  'spaces within words': each((line, random) =>
    isHeading(line) ? line : line.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, () => (random(12) === 0 ? ' ' : '')),
  ),
  'blank lines and indents': (lines) => lines.flatMap((line) => (isRow(line) ? [line] : ['', `\u3000\u3000${line}\u0020`])),
  'lines of a page': (lines, random) => brokenLines(lines, 26 + random(14), 18 + random(10)).split('\n'),
  'numbers between lines': (lines, random) =>
    lines.flatMap((line, at) => (isRow(line) || isRow(lines[at + 1] ?? '') || random(6) > 0 ? [line] : [line, `- ${2 + random(20)} -`])),
  'other numbers': each((line) =>
    line
      .replace(/^（([一二三四五六七八九十]+)）/, '($1)')
      .replace(/^(\d{1,2})[.．](?!\d)/, '$1、')
      .replace(/^([一二三四五六七八九十]+)、/, '$1．'),
  ),
  'headings that end with a full stop': each((line) => (isHeading(line) ? `${line}。` : line)),
  'headings that end with a colon': each((line) => (isHeading(line) ? `${line}：` : line)),
  'heading and text in one line': (lines) => {
    const joined: string[] = []
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1]
      const above = joined.at(-1)
      const goesOn =
        above !== undefined && at > 0 && isHeading(lines[at - 1] as string) && markerOf(lines[at - 1] as string)?.style === 'hanBracket'
      if (
        goesOn &&
        !isRow(line) &&
        markerOf(line) === null &&
        !isHeading(line) &&
        (next === undefined || markerOf(next) !== null || isRow(next))
      )
        joined[joined.length - 1] = `${above}。${line}`
      else joined.push(line)
    }
    return joined
  },
  'sections in another order': inAnotherOrder,
}
