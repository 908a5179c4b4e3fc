import { goalHeadOf } from '@/lib/domain/intake/goal-table'
import { indicatorHeadOf } from '@/lib/domain/intake/indicator-table'
import { moneyHeadOf } from '@/lib/domain/intake/money-table'
import type { PageLine, TableCell } from '@/lib/domain/intake/paper'
import { BEHIND_HEAD, HEAD_CELL } from '@/lib/domain/intake/vocabulary/unruled'
import { joined, textOf, type Word, wordsIn } from './words'

/** A table's head. `whole`: its cells stand one a line; `end`: the first line behind it. */
export type Head = { kind: 'money' | 'indicators' | 'goals'; cells: TableCell[]; whole: boolean; end: number }

/** More columns has no head, and no cell of one more pieces. */
const MOST_CELLS = 18
const MOST_PIECES = 4
const LONGEST_CELL = 24

/** The head that begins with a line; null where none does. */
export function headAt(lines: readonly PageLine[], at: number): Head | null {
  const text = lines[at]?.text ?? ''
  if (text.length > 240 || /[\t。；]|[|｜│].*[^\s|｜│]/.test(text)) return null
  return /[ \u3000]/.test(text.trim()) ? (lineHead(lines, at) ?? stackedHead(lines, at)) : stackedHead(lines, at)
}

/** 一级指标 二级指标 …: on one line, its lower half perhaps on the next. */
function lineHead(lines: readonly PageLine[], at: number): Head | null {
  const line = lines[at]
  if (line === undefined) return null
  let words = wordsIn(line, at, false)
  if (words.length < 3 || words.length > MOST_CELLS || words.some(({ text }) => text.length > LONGEST_CELL || /^\d/.test(text))) return null
  let end = at + 1
  const below = lines[end] === undefined ? [] : wordsIn(lines[end] as PageLine, end, false)
  const unknown = words.filter(({ text }) => !HEAD_CELL.test(text) && text.length <= 4)
  // 绩效 and 实际 above 目标值 and 完成值.
  if (below.length > 0 && below.length === unknown.length && below.every(({ text }) => HEAD_CELL.test(text))) {
    words = words.map((word) => {
      const lower = below[unknown.indexOf(word)]
      return lower === undefined ? word : { ...word, text: `${word.text}${lower.text}`, bare: `${word.bare}${lower.bare}` }
    })
    end += 1
  }
  return headOf(cellsOf(words, false), { whole: false, end })
}

/** The same with each cell, or a piece of one, on a line of its own. */
function stackedHead(lines: readonly PageLine[], at: number): Head | null {
  const words: Word[] = []
  for (let index = at; index < lines.length && words.length < MOST_CELLS * 2; index++) {
    const [word] = wordsIn(lines[index] as PageLine, index, true)
    if (word === undefined || word.text.length > LONGEST_CELL || /^\d|[。；，：:]/.test(word.text)) break
    words.push(word)
    // What does not begin as a head is none, whatever follows.
    if (words.length === MOST_PIECES && piecesAt(words, 0) === 0) return null
  }
  const { cells: known, used } = knownCells(words)
  const cells = inOneRow(known)
  return cells.length < 2 ? null : headOf(cells, { whole: true, end: (words[used - 1]?.line ?? at) + 1 })
}

function headOf(cells: TableCell[], where: { whole: boolean; end: number }): Head | null {
  if (indicatorHeadOf(cells, undefined) !== null) return { kind: 'indicators', cells: withLevels(cells), ...where }
  if (moneyHeadOf(cells) !== null) return { kind: 'money', cells, ...where }
  return goalHeadOf(cells) !== null && cells.length <= 3 ? { kind: 'goals', cells, ...where } : null
}

/**
 * A head in two rows whose cells came one after the other, 年度指标值 实际完成值 得分 above 一级指标 二级指标 三级指标 指标值: those below stand first,
 * where the form has them, and the upper name of what they say more exactly is none of a column.
 */
function inOneRow(cells: TableCell[]): TableCell[] {
  const lower = cells.findIndex(({ text }) => /^[一二三]级指标/.test(text))
  if (lower <= 0) return cells
  const below = cells.slice(lower)
  const isParted = below.some(({ text }) => TARGET.test(text))
  return [...below, ...cells.slice(0, lower).filter(({ text }) => !(isParted && TARGET.test(text)))]
}
const TARGET = /(?:指标|目标)值/

/** Rows name 数量指标 before the indicator, whether or not a head that was torn does. */
function withLevels(cells: TableCell[]): TableCell[] {
  const [first] = cells
  if (first === undefined || !/^(?:三级指标|指标名称)/.test(first.text)) return cells
  return [...['一级指标', '二级指标'].map((text) => ({ text, from: first.from, to: first.from })), ...cells]
}

/** How many words from one on are a head's cell; 0 where none are. The longest that is one. */
function piecesAt(words: readonly Word[], at: number): number {
  if (words[at]?.text === '') return 0
  for (let pieces = Math.min(MOST_PIECES, words.length - at); pieces > 0; pieces--) {
    const own = words.slice(at, at + pieces)
    if (HEAD_CELL.test(textOf(own))) return pieces + (BEHIND_HEAD.test(words[at + pieces]?.text ?? '') ? 1 : 0)
  }
  return 0
}

/** The cells from the first word on that are known. */
function knownCells(words: readonly Word[]): { cells: TableCell[]; used: number } {
  const cells: TableCell[] = []
  let at = 0
  while (at < words.length) {
    const pieces = piecesAt(words, at)
    if (pieces === 0) break
    cells.push(joined(words.slice(at, at + pieces)))
    at += pieces
  }
  return { cells, used: at }
}

/** All words as cells, but for those before the first that is known: they name the table. */
function cellsOf(words: readonly Word[], known: boolean): TableCell[] {
  const cells: TableCell[] = []
  let any = known
  let at = 0
  while (at < words.length) {
    const pieces = piecesAt(words, at)
    any ||= pieces > 0
    if (any) cells.push(joined(words.slice(at, at + Math.max(1, pieces))))
    at += Math.max(1, pieces)
  }
  return cells
}
