import { markerOf } from '@/lib/domain/intake/markers'
import type { PageLine, TableCell } from '@/lib/domain/intake/paper'
import { AMOUNT_CELL, BEHIND_HEAD, FORM_HINT, LABEL_CELL, MONEY_CELL, OTHER_LABEL, PART_CELL } from '@/lib/domain/intake/vocabulary/unruled'
import { kindsOf } from './columns'
import { dataTableAt } from './data-tables'
import { endedCells, endedRows, ROW_END } from './ended-rows'
import { fitted } from './fitting'
import { type Head, headAt } from './heads'
import { withTornRows } from './torn-rows'
import { joined, textOf, type Word, wordsIn } from './words'

/**
 * Tables of forms that lost their grid: cells that a single space parts, or that stand one a line. Heads and the kinds of what stands in
 * their columns say where each cell belonged; lines that fit nowhere are given back. Linear in the number of lines.
 */
export function unruledTables(given: readonly PageLine[]): { rest: PageLine[]; tables: TableCell[][][] } {
  const lines = withTornRows(given)
  const heads = new Map<number, Head | null>()
  const headOn: HeadOn = (at) => {
    const known = heads.get(at)
    if (known !== undefined) return known
    const head = headAt(lines, at)
    heads.set(at, head)
    return head
  }
  const rest: PageLine[] = []
  const tables: TableCell[][][] = []
  let at = 0
  while (at < lines.length) {
    const head = headOn(at)
    const found =
      head === null
        ? (dataAt(lines, at) ?? labelsAt(lines, at) ?? amountsAt(lines, at) ?? endedAt(lines, at, headOn))
        : tableUnder(lines, head, headOn)
    if (found === null) {
      rest.push(lines[at] as PageLine)
      at += 1
      continue
    }
    tables.push(found.rows)
    rest.push(...found.left)
    at = found.end
  }
  return { rest: tables.length === 0 ? rest : rest.flatMap(withoutEdge), tables }
}

/** A sign that parted a cell from nothing. */
const withoutEdge = (line: PageLine): PageLine[] => {
  const text = ROW_END.test(line.text) ? '' : line.text.replace(/\s*[|｜│]$/, '')
  return text === '' ? [] : /[|｜│]/.test(text) ? [line] : [{ ...line, text }]
}

/** The head that begins with a line, looked for once. */
type HeadOn = (at: number) => Head | null
type Found = { rows: TableCell[][]; left: PageLine[]; end: number }

function dataAt(lines: readonly PageLine[], at: number): Found | null {
  const found = dataTableAt(lines, at)
  return found === null ? null : { ...found, left: [] }
}

/** 项目地址 |, 示例县 |, |||: a row of names and what they say, whatever names. */
function endedAt(lines: readonly PageLine[], at: number, headOn: HeadOn): Found | null {
  const row = endedCells(lines, at)
  return row === null || row.cells.some((_, index) => headOn(at + index) !== null) ? null : { rows: [row.cells], left: [], end: row.end }
}

/** No table of a form goes on behind a heading. */
const isHeading = ({ text }: PageLine): boolean => {
  const marker = markerOf(text)
  return (marker?.style === 'han' || marker?.style === 'part') && text.length <= 40
}

function tableUnder(lines: readonly PageLine[], head: Head, headOn: HeadOn): Found | null {
  let end = head.end
  while (end < lines.length && !isHeading(lines[end] as PageLine) && headOn(end) === null && !isLabel(lines[end] as PageLine)) end += 1
  const body = lines.slice(head.end, end)
  if (head.kind === 'goals') return goalsUnder(body.slice(0, endOfGoals(body, head.whole)), head)
  return head.whole ? stackedRows(body, head) : lineRows(body, head)
}

const headRow = ({ kind, cells }: Head): TableCell[] =>
  kind === 'money' ? [{ text: '', from: cells[0]?.from ?? 0, to: cells[0]?.from ?? 0 }, ...cells] : [...cells]

/** Each line a row; one that ends before its numbers goes on with the next. */
function lineRows(body: readonly PageLine[], head: Head): Found | null {
  const kinds = kindsOf(head)
  const rows: TableCell[][] = []
  let left: PageLine[] = []
  let held: PageLine[] = []
  let used = 0
  for (let at = 0; at < body.length; at++) {
    const words = wordsIn(body[at] as PageLine, at, false)
    const one = fitted(words, kinds, true)
    const next = body[at + 1]
    const two =
      one === null && next !== undefined && /[\u4e00-\u9fff]{2}/.test(words[0]?.text ?? '')
        ? fitted([...words, ...wordsIn(next, at + 1, false)], kinds, true)
        : null
    const row = one ?? two
    if (row === null) {
      held.push(body[at] as PageLine)
      if (held.length > 3) break
      continue
    }
    if (two !== null) at += 1
    rows.push(...row.rows)
    left = [...left, ...held]
    held = []
    used = at + 1
  }
  return rows.length === 0 ? null : { rows: [headRow(head), ...rows], left, end: head.end + used }
}

/** 指标2 and …… that a form holds ready and nobody filled in. */
const NOT_FILLED_IN = /^(?:[…．.]{2,}|指标\d{1,2}[：:]?)$/

/** Each line a cell, rows one behind another. */
function stackedRows(body: readonly PageLine[], head: Head): Found | null {
  if (body.filter(({ text }) => ROW_END.test(text)).length >= 2) {
    const { rows, used } = endedRows(body, kindsOf(head))
    return rows.length === 0 ? null : { rows: [headRow(head), ...rows], left: [], end: head.end + used }
  }
  const words = body.flatMap((line, index) => wordsIn(line, index, true)).filter(({ text }) => !NOT_FILLED_IN.test(text))
  const { cells, kind } = head
  // What heads the names may itself be named as money: 年度预算数（万元） above 总额.
  const variants = kind === 'money' && cells.length > 3 ? [head, { ...head, cells: cells.slice(1) }] : [head]
  let best: Found | null = null
  let most = 0
  for (const variant of variants) {
    const found = fitted(words, kindsOf(variant), false)
    if (found === null || found.worth <= most) continue
    most = found.worth
    best = { rows: [headRow(variant), ...found.rows], left: [], end: head.end + (words[found.used - 1]?.line ?? 0) + 1 }
  }
  return best === null || kind !== 'money' ? best : withParts(best, body.slice(best.end - head.end))
}

/** 其中：基本支出：900万元 below the whole's amounts, each with its name in its cell. */
function withParts({ rows, left, end }: Found, below: readonly PageLine[]): Found {
  const others = below.findIndex(({ text }) => !PART_CELL.test(text.trim()))
  const parts = below.slice(0, others < 0 ? below.length : others)
  return { rows: [...rows, ...parts.flatMap((line, at) => [wordsIn(line, at, true)])], left, end: end + parts.length }
}

/** What was wanted beside what came of it. Where more than two cells stand there, the second half begins as the first does. */
function goalsUnder(body: readonly PageLine[], head: Head): Found | null {
  const words = body.flatMap((line, index) => wordsIn(line, index, head.whole)).filter(({ text }) => text !== '')
  const said = words.filter(({ bare }) => !FORM_HINT.test(bare) && !NEXT_PART.test(bare))
  const half = said.length / 2
  const numbered =
    said.length % 2 === 0 && said.slice(0, half).every(({ text }, i) => startOf(text) === startOf(said[half + i]?.text ?? ''))
  // What came of it may be left blank, beside a sentence of what was wanted.
  const isAlone = said.length === 1 && (words.length === 2 || (said[0]?.text.length ?? 0) >= LONG_GOAL)
  const isPair = said.length === 2 || (said.length > 2 && numbered) || isAlone
  if (!isPair) return null
  const parts = said.length === 1 ? [said, []] : [said.slice(0, half), said.slice(half)]
  const cells = parts.map((part: readonly Word[]): TableCell => joined(part))
  const goals = head.cells.length > 2 ? [{ text: '', from: 0, to: 0 }, ...cells] : cells
  return { rows: [[...head.cells], goals], left: [], end: head.end + body.length }
}

/** 绩效指标 down the left of the table that follows, and what a narrow column breaks off its head. */
const NEXT_PART = /^(?:(?:年度)?绩效指标(?:完成情况)?|[一二三]级(?:指标)?|指标)$/
const LONG_GOAL = 16

/** 2.项目实施内容 behind the two cells begins another part of the form. */
function endOfGoals(body: readonly PageLine[], whole: boolean): number {
  const next = body.findIndex(
    ({ text }, at) => at > (whole ? 1 : 0) && text.length <= 24 && markerOf(text)?.style === 'digit' && !/[。；，]/.test(text),
  )
  return next < 0 ? body.length : next
}

const startOf = (text: string): string => /^(?:目标)?\d{1,2}/.exec(text)?.[0] ?? text.slice(0, 2)

const isLabel = ({ text }: PageLine): boolean => LABEL_CELL.test(textOf(wordsIn({ text, place: 0, indent: 0 }, 0, false).slice(0, 1)))

/** 主管部门 示例局 实施单位 示例中心 on one line, or a name and what it says on two. */
function labelsAt(lines: readonly PageLine[], at: number): Found | null {
  const line = lines[at] as PageLine
  if (line.text.length > 160 || /[\t：:。；]|[|｜│].*[^\s|｜│]/.test(line.text)) return null
  const words = wordsIn(line, at, false)
  const isName = ({ text }: Word): boolean => LABEL_CELL.test(text) || OTHER_LABEL.test(text)
  if (words[0] === undefined || !LABEL_CELL.test(labelOf(words))) return null
  const last = words.findLastIndex(
    (word, index) => isName(word) || (BEHIND_HEAD.test(word.text) && index > 0 && isName(words[index - 1] as Word)),
  )
  if (last === words.length - 1) return stackedLabel(lines, at)
  const row: TableCell[] = []
  let value: Word[] = []
  const close = (): void => {
    if (value.length > 0) row.push(joined(value))
    value = []
  }
  for (const word of words) {
    if (isName(word)) {
      close()
      row.push({ text: word.text, from: word.from, to: word.to })
    } else if (!BEHIND_HEAD.test(word.text) || value.length > 0) value.push(word)
  }
  close()
  return row.length < 2 ? null : { rows: [row], left: [], end: at + 1 }
}

/** 实施单位 （盖章） is one name. */
const labelOf = (words: readonly Word[]): string =>
  BEHIND_HEAD.test(words[1]?.text ?? '') ? textOf(words.slice(0, 2)) : (words[0]?.text ?? '')

function stackedLabel(lines: readonly PageLine[], at: number): Found | null {
  const [label] = wordsIn(lines[at] as PageLine, at, true)
  const next = lines[at + 1]
  const [value] = next === undefined ? [] : wordsIn(next, at + 1, true)
  if (label === undefined || value === undefined || value.text === '' || value.text.length > 60) return null
  if (LABEL_CELL.test(value.text) || OTHER_LABEL.test(value.text) || /[：:。；]/.test(value.text) || markerOf(value.text) !== null)
    return null
  return { rows: [[label, value]], left: [], end: at + 2 }
}

/** 计划安排资金, 实际到位资金, 实际支出: each with its amount on the next line. */
function amountsAt(lines: readonly PageLine[], at: number): Found | null {
  const row: TableCell[] = []
  let index = at
  while (index < lines.length) {
    const words = [0, 1, 2].flatMap((i) => (lines[index + i] === undefined ? [] : wordsIn(lines[index + i] as PageLine, index + i, true)))
    const count = BEHIND_HEAD.test(words[1]?.text ?? '') ? 2 : 1
    const amount = words[count]
    if (amount === undefined || !AMOUNT_CELL.test(textOf(words.slice(0, count))) || !MONEY_CELL.test(amount.text)) break
    row.push(joined(words.slice(0, count)), amount)
    index += count + 1
  }
  return row.length >= 4 ? { rows: [row], left: [], end: index } : null
}
