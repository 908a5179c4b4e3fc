import type { TableCell } from '@/lib/domain/intake/paper'
import { MONEY_CELL } from '@/lib/domain/intake/vocabulary/unruled'
import { BLANK, type ColumnKind, isPart, isSum, VALUED, worthOf } from './columns'
import { joined, textOf, type Word } from './words'

/**
 * Words that lost their columns, put back where they fit best: each column takes words of its kind or none, rows follow one another. Of
 * all ways to do so the one that is worth most is taken; a word that stands in two columns in two ways of the same worth in neither,
 * since nobody can tell. `used`: so many words are in the rows; `worth`: how well they fit, in tenths.
 */
export type Fitted = { rows: TableCell[][]; used: number; worth: number }

/** So many words may make one cell. */
const MOST_PIECES = 6
/** What beginning a row costs, in tenths. */
const ROW = 10
const NEVER = Number.NEGATIVE_INFINITY
/** A row's sum, and one that has a value. */
const SUM = 1
const HAS = 2
/** A part of the whole's money, for which no points are given. */
const PART = 4
const FLAGS = 8

type Step = { from: number; to: number; worth: number; column: number; at: number; words: number }

/** `single`: the words are one row, all of them. Null where they make none. */
export function fitted(words: readonly Word[], kinds: readonly ColumnKind[], single: boolean): Fitted | null {
  const name = kinds.indexOf('name')
  if (words.length === 0 || name < 0) return null
  const all = stepsOf(words, kinds, name, single)
  const width = (kinds.length + 1) * FLAGS
  const states = (words.length + 1) * width
  const ahead = new Float64Array(states).fill(NEVER)
  const best: (Step | undefined)[] = new Array(states)
  ahead[0] = 0
  for (const step of all) {
    const worth = (ahead[step.from] ?? NEVER) + step.worth
    if (worth > (ahead[step.to] ?? NEVER)) {
      ahead[step.to] = worth
      best[step.to] = step
    }
  }
  const end = endOf(ahead, width, words.length, single ? kinds.length * FLAGS : 0, single)
  if (end === null) return null
  const behind = new Float64Array(states).fill(NEVER)
  behind[end.state] = 0
  for (const step of [...all].reverse()) {
    const worth = (behind[step.to] ?? NEVER) + step.worth
    if (worth > (behind[step.from] ?? NEVER)) behind[step.from] = worth
  }
  // In which columns a word stands, in all the ways that are worth most.
  const places = words.map(() => new Set<number>())
  for (const { from, to, worth, column, at, words: count } of all)
    if (count > 0 && (ahead[from] ?? NEVER) + worth + (behind[to] ?? NEVER) >= end.worth - 0.5)
      for (let i = at; i < at + count; i++) places[i]?.add(column)
  return { rows: rowsOf(words, kinds, best, end.state, (at) => (places[at]?.size ?? 0) <= 1), used: end.used, worth: end.worth }
}

function endOf(ahead: Float64Array, width: number, count: number, column: number, single: boolean) {
  let end: { state: number; worth: number; used: number } | null = null
  for (let used = single ? count : 1; used <= count; used++)
    for (const flags of single ? [HAS, HAS | SUM, HAS | PART, HAS | SUM | PART] : [0]) {
      const state = used * width + column + flags
      const worth = ahead[state] ?? NEVER
      if (worth > (end?.worth ?? 0)) end = { state, worth, used }
    }
  return end
}

/** Every step from one word and column to the next, in an order in which each comes behind those that lead to it. */
function stepsOf(words: readonly Word[], kinds: readonly ColumnKind[], name: number, single: boolean): Step[] {
  const width = (kinds.length + 1) * FLAGS
  const ofMoney = kinds.includes('money')
  const steps: Step[] = []
  // Behind the name a row goes on; up to it one begins: at one word first the former.
  const order = [...Array.from({ length: kinds.length - name }, (_, i) => name + 1 + i), ...Array.from({ length: name + 1 }, (_, i) => i)]
  for (let at = 0; at <= words.length; at++)
    for (const column of order)
      for (let flags = 0; flags < FLAGS; flags++) {
        if (column <= name && flags !== 0) continue
        const from = at * width + column * FLAGS + flags
        const kind = kinds[column]
        if (kind === undefined) {
          if (!single && (flags & HAS) !== 0) steps.push({ from, to: at * width, worth: -ROW, column, at, words: 0 })
          continue
        }
        const free = ((flags & SUM) !== 0 && kind !== 'points') || ((flags & PART) !== 0 && (kind === 'points' || kind === 'rate'))
        if (kind !== 'name') steps.push({ from, to: from + FLAGS, worth: free ? 0 : -BLANK[kind], column, at, words: 0 })
        for (let count = 1; count <= MOST_PIECES && at + count <= words.length; count++) {
          const own = words.slice(at, at + count)
          const text = textOf(own)
          // Nothing is called a number.
          if (kind === 'name' && count > 1 && MONEY_CELL.test(own.at(-1)?.text ?? '')) break
          const isBlank = count === 1 && text === ''
          const worth = isBlank ? (kind === 'name' ? null : 10) : own.some((word) => word.text === '') ? null : worthOf(kind, text, count)
          if (text.length > 80) break
          if (worth === null) continue
          const next =
            flags |
            (kind === 'name' && isSum(text) ? SUM : 0) |
            (kind === 'name' && ofMoney && isPart(text) ? PART : 0) |
            (VALUED.has(kind) && !isBlank ? HAS : 0)
          steps.push({ from, to: (at + count) * width + (column + 1) * FLAGS + next, worth, column, at, words: count })
        }
      }
  return steps
}

function rowsOf(
  words: readonly Word[],
  kinds: readonly ColumnKind[],
  best: readonly (Step | undefined)[],
  end: number,
  isCertain: (at: number) => boolean,
): TableCell[][] {
  const taken: Step[] = []
  for (let step = best[end]; step !== undefined; step = best[step.from]) taken.push(step)
  const rows: TableCell[][] = []
  let row: TableCell[] | null = null
  for (const { column, at, words: count } of taken.reverse()) {
    if (column === 0 || row === null) {
      row = kinds.map(() => ({ text: '', from: words[at]?.from ?? 0, to: words[at]?.from ?? 0 }))
      rows.push(row)
    }
    if (count > 0 && column < kinds.length && isCertain(at)) row[column] = joined(words.slice(at, at + count))
  }
  return rows
}
