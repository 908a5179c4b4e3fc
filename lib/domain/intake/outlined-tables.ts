import { goalHeadOf } from './goal-table'
import { kindOfHeading } from './heading-kind'
import { indicatorHeadOf } from './indicator-table'
import { markerOf } from './markers'
import { moneyHeadOf } from './money-table'
import type { Paper, Paragraph, Table, TableCell } from './paper'
import { distinct, type Row, wordsOf } from './table-rows'
import type { SectionKind } from './vocabulary/sections'

/**
 * Reports that are one large table: 一、部门基本情况 | （一）部门概况 | what is said of it; and what stands so below a table of indicators:
 * 存在问题 | …. Such rows are read as the headings and paragraphs that they are.
 */

const LONGEST_HEADING = 40
/** Under a head of columns only these stand as text beside their name. */
const BELOW_HEADS: ReadonlySet<SectionKind | null> = new Set([
  'goals',
  'problems',
  'measures',
  'conclusion',
  'deviation',
  'achievements',
  'faults',
])
const NOTHING = /^(?:暂?无|没有|[/／—-]+)。?$/

/** The paper with such rows as paragraphs; what remains of their tables stays a table. Linear in its length. */
export function withOutlinedTables(paper: Paper): Paper {
  if (paper.tables.length === 0) return paper
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  let next = 0
  for (const { rows, before } of paper.tables) {
    paragraphs.push(...paper.paragraphs.slice(next, before))
    next = Math.max(next, before)
    const { told, rest } = parted(rows)
    paragraphs.push(...told)
    if (rest.length > 0) tables.push({ rows: rest, before: paragraphs.length })
  }
  paragraphs.push(...paper.paragraphs.slice(next))
  return { ...paper, paragraphs, tables }
}

function parted(rows: Table['rows']): { told: Paragraph[]; rest: Row[] } {
  const told: Paragraph[] = []
  const rest: Row[] = []
  const said = new Set<TableCell>()
  let underHead = false
  for (const [at, row] of rows.entries()) {
    const isHead = indicatorHeadOf(row, rows[at + 1]) !== null || moneyHeadOf(row) !== null || goalHeadOf(row) !== null
    underHead ||= isHead
    if (isHead || !isTold(row, underHead)) {
      rest.push(row)
      continue
    }
    const cells = distinct(row)
    for (const [place, cell] of cells.entries()) {
      if (said.has(cell)) continue
      said.add(cell)
      const isPlain = place < cells.length - 1 && markerOf(wordsOf(cell.text)) === null
      told.push(...(isPlain ? [{ text: bareWords(cell), runs: [{ at: 0, place: cell.from }] }] : paragraphsIn(cell)))
    }
  }
  return { told, rest }
}

/** Headings, and what is said under them. */
function isTold(row: Row, underHead: boolean): boolean {
  const cells = distinct(row)
  const text = cells.at(-1)
  const heads = cells.slice(0, -1)
  if (text === undefined || heads.length === 0 || heads.length > 2) return false
  const kinds = heads.map((cell) => kindOfHeading(bareWords(cell)))
  const numbered = heads.every((cell) => ['han', 'hanBracket'].includes(markerOf(wordsOf(cell.text))?.style ?? ''))
  if (heads.some((cell) => wordsOf(cell.text).length > LONGEST_HEADING || /[。；]./.test(cell.text))) return false
  const words = wordsOf(text.text)
  if (numbered && !underHead) return words !== ''
  if (NOTHING.test(words)) return false
  const isProse = /[，。；]/.test(words) && words.length >= 8
  return isProse && kinds.every((kind) => (underHead ? BELOW_HEADS.has(kind) : kind !== null)) && kinds.some((kind) => kind !== null)
}

const bareWords = ({ text }: TableCell): string => {
  const words = wordsOf(text)
  // 年度目标1：（80分） is one of several.
  return words.slice(markerOf(words)?.length ?? 0).replace(/(?<=目标)\d{1,2}[:：]?(?:[（(].*[）)])?$/, '')
}

/** A cell's lines as paragraphs: a narrow column breaks what belongs together. */
function paragraphsIn({ text, from }: TableCell): Paragraph[] {
  const paragraphs: { text: string; runs: { at: number; place: number }[] }[] = []
  let at = 0
  for (const whole of text.split('\n')) {
    const line = whole.trim()
    const place = from + at + whole.indexOf(line)
    at += whole.length + 1
    if (line === '') continue
    const last = paragraphs.at(-1)
    if (last !== undefined && markerOf(line) === null && !/[。；：！？]$/.test(last.text)) {
      last.runs.push({ at: last.text.length, place })
      last.text += line
    } else paragraphs.push({ text: line, runs: [{ at: 0, place }] })
  }
  return paragraphs
}
