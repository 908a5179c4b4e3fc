import { withFullSigns } from '@/lib/domain/text/full-signs'
import { markerOf } from './markers'
import { repeatedLines, withoutFurniture } from './page-furniture'
import type { PageLine, Paper, Paragraph, TableCell } from './paper'
import { withParted } from './parted-numbers'
import { tablesIn } from './tables-of-lines'
import { unruledTables } from './unruled/unruled-tables'
import { ANSWERS, DAY_ALONE } from './vocabulary/forms'

/** What a paper is made of, in its order. */
export type PaperPart = { line: PageLine } | { rows: readonly (readonly TableCell[])[] }

/** Reads plain text, whether each line is a paragraph or a page broke them. Linear in its length. */
export function paperOfText(text: string): Paper {
  const lines: PageLine[] = []
  let place = 0
  for (const whole of text.split(/[\n\f]/)) {
    // A row's first cells may be blank.
    const line = whole.includes('\t') && whole.trim() !== '' ? whole.replace(/^[ \u3000\r]+|[ \u3000\r]+$/g, '') : whole.trim()
    if (line !== '') {
      const at = whole.indexOf(line)
      lines.push({ text: line, place: place + at, indent: whole.slice(0, at).replaceAll('\u3000', '  ').length })
    }
    place += whole.length + 1
  }
  // A form's cells may look like numbers of pages.
  return paperOf(
    text,
    withLostTables(lines, (rest) => withoutFurniture(rest, repeatedLines(rest.map((line) => line.text)))),
  )
}

/** Lines as parts of a paper, with the tables that stand among them without a grid. `kept`: what is left of the lines beside forms. */
export function withLostTables(lines: readonly PageLine[], kept: (rest: PageLine[]) => PageLine[] = (rest) => rest): PaperPart[] {
  const unruled = unruledTables(lines)
  const { rest, tables } = tablesIn(kept(unruled.rest))
  const parts: (PaperPart & { at: number })[] = [
    ...rest.map((line) => ({ line, at: line.place })),
    ...[...unruled.tables, ...tables].map((rows) => ({ rows, at: rows[0]?.find(({ text }) => text !== '')?.from ?? 0 })),
  ]
  return parts.sort((a, b) => a.at - b.at)
}

/** A paper of lines and tables: lines of one paragraph are joined, which none are across a table. */
export function paperOf(text: string, parts: readonly PaperPart[], pages: readonly number[] = []): Paper {
  const runs: PageLine[][] = [[]]
  const tables: { rows: readonly (readonly TableCell[])[]; behind: number }[] = []
  for (const part of parts) {
    if ('line' in part) runs.at(-1)?.push(part.line)
    else {
      tables.push({ rows: part.rows, behind: runs.length })
      runs.push([])
    }
  }
  const all = runs.flat()
  const [width, indented] = [wrapWidth(all), indentCounts(all)]
  const paragraphs: Paragraph[] = []
  const ends = runs.map((lines) => {
    paragraphs.push(...paragraphsIn(lines, width, indented).map(joined))
    return paragraphs.length
  })
  return { text, paragraphs, tables: tables.map(({ rows, behind }) => ({ rows, before: ends[behind - 1] ?? 0 })), pages }
}

function joined(lines: readonly PageLine[]): Paragraph {
  const runs: { at: number; place: number }[] = []
  let text = ''
  for (const line of lines) {
    // 2023 and 年 may stand on two lines, two words of Latin letters or numbers may not run together.
    if (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line.text)) text += ' '
    runs.push({ at: text.length, place: line.place })
    text += line.text
  }
  return { text, runs }
}

/** Lines of one paragraph each. */
function paragraphsIn(lines: readonly PageLine[], width: number | null, indented: boolean): PageLine[][] {
  const groups: PageLine[][] = []
  const texts = withParted(lines.map(({ text }) => withFullSigns(text)))
  for (const [at, given] of lines.entries()) {
    const line = { ...given, text: texts[at] ?? given.text }
    const group = groups.at(-1)
    const signs = group !== undefined && isSigned(group.at(-1)?.text ?? '', line.text, texts[at + 1])
    if (group !== undefined && !signs && goesOn(group, line, width, indented)) group.push(line)
    else groups.push([line])
  }
  return groups
}

/** What no sentence ends with, and what none begins with. */
const OPEN_END = /[，、（(“《]$/
const NO_BEGINNING = /^(?:[，。；、：:）)”》%％]|[万亿]元)/
/** 预算合计为 above 423.38万元, 预算合计 above 为423.38万元, 预算执行率 above 97.00%. */
const LEADS_TO_FIGURE = /[，。；）].*(?:为|达|共计|合计|总计|率)$/
const AMOUNT_FIRST = /^(?:为|达到?)?\d[\d,]*(?:\.\d+)?(?:[万亿]?元|[%％])/
const END = /[。；！？：:;!?”）)]$/
const LABELLED = /^[\u4e00-\u9fff（）()]{2,10}[：:]/
/** No page breaks lines before this, in half signs. */
const NARROWEST = 40
/** Longest first-line indent, and what a justified line may leave empty, in half signs. */
const INDENT = 4
const SLACK = 3

function goesOn(group: readonly PageLine[], next: PageLine, width: number | null, indented: boolean): boolean {
  const line = group.at(-1) as PageLine
  const first = group[0] as PageLine
  if (NO_BEGINNING.test(next.text) || (LEADS_TO_FIGURE.test(line.text) && AMOUNT_FIRST.test(next.text))) return true
  const marker = markerOf(next.text)
  if (width === null && line.isFull === undefined) return marker === null && (OPEN_END.test(line.text) || breaksOff(line, next))
  if (indented && next.indent >= 3) return false
  const isFull = line.isFull ?? widthOf(line.text) + firstToken(next.text) + SLACK + (line === first ? INDENT : 0) > (width ?? 0)
  if (!isFull)
    return (
      marker === null &&
      !END.test(line.text) &&
      /[，。；]/.test(line.text) &&
      widthOf(line.text) > (width ?? Number.POSITIVE_INFINITY) * 0.6
    )
  // 填报人：… behind a full stop is no part of what was said before.
  if (answersWithin(group, next)) return true
  if ((LABELLED.test(next.text) || DAY_ALONE.test(next.text.replace(/\s/g, ''))) && /。$/.test(line.text)) return false
  if ((SALUTATION.test(next.text) || PREFACE.test(next.text)) && isTitle(line.text)) return false
  if (marker === null) return !(isTitle(line.text) && group.length > 1)
  // 二、资金情况: a heading that stands alone goes on with nothing, whatever the line before ends with.
  if (HEADS.has(marker.style) && next.text.length <= 24 && !/[，。；]./.test(next.text)) return false
  // 一是 and （1） also stand within a sentence, where a page may break it just before them.
  if (marker.style === 'spoken') return !/。$/.test(line.text)
  return !END.test(line.text) && !isTitle(line.text) && !(line === first && markerOf(line.text) !== null && !/[，。；]/.test(line.text))
}

/** 改进措施：… behind 偏差原因：… of the same paragraph, which breaks off before it only because its line is full. */
const answersWithin = (group: readonly PageLine[], next: PageLine): boolean =>
  ANSWERS.some(([asked, answer]) => answer.test(next.text) && asked.test(group.map(({ text }) => text).join('')))

/** 示例市水务局 above the day behind the last sentence: who signs, and no part of what was said. */
const isSigned = (above: string, text: string, below: string | undefined): boolean =>
  /。$/.test(above) && below !== undefined && DAY_ALONE.test(below.replace(/\s/g, '')) && /^[\u4e00-\u9fff（）]{3,30}$/.test(text)

/** A sentence that ends with its line, where too few lines are full to say how wide they are: no paragraph ends so. */
const breaksOff = (line: PageLine, next: PageLine): boolean =>
  !END.test(line.text) && /[，；]/.test(line.text) && widthOf(line.text) >= NARROWEST && /[，。；]/.test(next.text)

/** 市财政局： below the title. */
const SALUTATION = /^[\u4e00-\u9fff（）]{2,20}[：:]$/
/** 根据《…办法》: how the text below a title begins. */
const PREFACE = /^(?:根据|按照|为[了进切全做确落提加]|现将)/
const HEADS: ReadonlySet<string> = new Set(['part', 'han', 'hanBracket'])
const isTitle = (text: string): boolean => /(?:报告|总结|自评书)$|绩效.{0,8}(?:说明|材料|情况|表)$/.test(text)

/**
 * Whether paragraphs are set in: some lines are, and lines that go on are not. Where lines are known to reach the edge of the text, those
 * behind a full one that ends no sentence say so.
 */
function indentCounts(lines: readonly PageLine[]): boolean {
  const inset = lines.filter(({ indent }) => indent >= 3).length
  const going = lines.filter((_, at) => lines[at - 1]?.isFull === true && !END.test(lines[at - 1]?.text ?? ''))
  if (going.length > 0) return inset > 0 && going.filter(({ indent }) => indent < 3).length * 2 > going.length
  return inset > 0 && lines.length - inset >= Math.max(2, lines.length * 0.1)
}

/**
 * How wide full lines are, in half signs, where a page broke the text: its widest lines then break off within a sentence.
 * Null where each line is a paragraph.
 */
function wrapWidth(lines: readonly PageLine[]): number | null {
  const widths = lines.map(({ text }) => widthOf(text)).sort((a, b) => a - b)
  const widest = widths[Math.floor(widths.length * 0.97)] ?? 0
  if (widest > 110 || widest < 30) return null
  const full = lines.filter(({ text }) => widthOf(text) >= widest - 8)
  const broken = full.filter(({ text }) => !END.test(text))
  // Two alone could be headings, were they shorter.
  const isEnough = full.length >= 3 || (full.length === 2 && broken.length === 2 && widest >= 44)
  return isEnough && broken.length >= full.length * 0.5 ? widest : null
}

/** Chinese signs are twice as wide as Latin ones; a space between the two is hardly seen. */
function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    width += code === 32 ? 0.5 : code < 0x2e80 && (code < 0x2010 || code > 0x2470) ? 1 : 2
  }
  return width
}

/** What would have had to fit on the line before: a sign with the mark behind it, or a whole number. */
function firstToken(text: string): number {
  const token = /^(?:[\w.,%]+|.[，。；、：！？）”》]?)/u.exec(text)?.[0] ?? ''
  return widthOf(token)
}
