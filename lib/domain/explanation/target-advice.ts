import { directionOf } from '@/lib/domain/evaluation/library-indicator'
import { equals, isPositive, isZero, lessThan, moreThan, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { type CellContext, type CellReading, cellNumber } from '@/lib/domain/reading/cell-reading'
import { compareCells } from '@/lib/domain/reading/comparison'
import type { ByNumber } from '@/lib/domain/reading/outcome'

/** A value as it was written elsewhere, and what was read from it. */
export type KnownValue = { text: string; reading: CellReading }

/** What is known of an indicator beside its target: what it achieved in earlier years, the newest first, and what like departments aim at. */
export type TargetKnowledge = { history: readonly (KnownValue & { year: number })[]; peers: readonly KnownValue[] }

/**
 * What is doubtful about a 年度指标值, with the reason: nobody could measure it; it was met before it was set (`trivial`), or asks for far
 * less than like departments aim at; it is out of reach against the best that was achieved, or asks for far more than any of them.
 */
export type TargetAdvice =
  | { kind: 'notMeasurable'; why: 'words' | 'unreadable' | 'approximate' | 'openMinimum' }
  | { kind: 'trivial' | 'outOfReach'; by: 'history'; than: string; year: number }
  | { kind: 'trivial' | 'outOfReach'; by: 'peers'; than: string; count: number }

/** How far a target may be from what it is held against: 130 %, from which a completion is called a deviation. */
const FAR = quantity('1.3')
/** Fewer departments say nothing. */
const FEWEST_PEERS = 3

/** The doubts about a target; none while it is 未填 or 不适用, and against what cannot be compared with it. */
export function adviseOnTarget(target: CellReading, context: CellContext, { history, peers }: TargetKnowledge): TargetAdvice[] {
  const flaw = flawOf(target)
  if (flaw !== null) return [{ kind: 'notMeasurable', why: flaw }]
  const achieved = history.flatMap(({ text, year, reading }) => {
    const held = against(target, reading, context, year)
    return held === null ? [] : [{ text, year, held }]
  })
  const aimed = peers.flatMap(({ text, reading }) => {
    const value = reading.kind === 'number' ? cellNumber(reading.value, reading.unit) : reading
    const held = against(target, value, context, null)
    return held === null ? [] : [{ text, held }]
  })
  return [...byHistory(achieved), ...(aimed.length < FEWEST_PEERS ? [] : byPeers(aimed))]
}

function flawOf(target: CellReading): Extract<TargetAdvice, { kind: 'notMeasurable' }>['why'] | null {
  if (target.kind === 'words') return 'words'
  if (target.kind === 'unreadable') return 'unreadable'
  if (target.kind !== 'number') return null
  if (target.approximate) return 'approximate'
  return isZero(target.value) && (target.operator === '>=' || target.operator === '>') ? 'openMinimum' : null
}

function against(target: CellReading, value: CellReading, context: CellContext, year: number | null): ByNumber | null {
  const compared = compareCells(target, value, context, year)
  return 'by' in compared && compared.by === 'number' ? compared : null
}

/** Whether one value is better than another in the direction of a target. */
const better = ({ operator }: ByNumber, a: Quantity, b: Quantity): boolean =>
  directionOf(operator) === 'less' ? lessThan(a, b) : moreThan(a, b)

/** Whether `a` asks for far more than `b`: 130 % of it, or of two bounds from above the lower. 0 has no proportion. */
const farBeyond = ({ operator }: ByNumber, a: Quantity, b: Quantity): boolean =>
  directionOf(operator) === 'less' ? isPositive(a) && moreThan(b, times(a, FAR)) : isPositive(b) && moreThan(a, times(b, FAR))

const bestOf = <Known extends { held: ByNumber }>(known: readonly [Known, ...Known[]]): Known =>
  known.reduce((best, one) => (better(one.held, one.held.actual, best.held.actual) ? one : best))
const worstOf = <Known extends { held: ByNumber }>(known: readonly [Known, ...Known[]]): Known =>
  known.reduce((worst, one) => (better(one.held, worst.held.actual, one.held.actual) ? one : worst))

function byHistory(achieved: readonly { text: string; year: number; held: ByNumber }[]): TargetAdvice[] {
  const [last, ...earlier] = achieved
  if (last === undefined) return []
  const { held } = last
  if (held.outcome === 'met' && !equals(held.actual, held.target) && better(held, held.actual, held.target))
    return [{ kind: 'trivial', by: 'history', than: last.text, year: last.year }]
  const best = bestOf([last, ...earlier])
  return farBeyond(held, held.target, best.held.actual) ? [{ kind: 'outOfReach', by: 'history', than: best.text, year: best.year }] : []
}

function byPeers(aimed: readonly { text: string; held: ByNumber }[]): TargetAdvice[] {
  const [first, ...others] = aimed
  if (first === undefined) return []
  const [best, worst] = [bestOf([first, ...others]), worstOf([first, ...others])]
  const count = aimed.length
  if (farBeyond(worst.held, worst.held.actual, worst.held.target)) return [{ kind: 'trivial', by: 'peers', than: worst.text, count }]
  return farBeyond(best.held, best.held.target, best.held.actual) ? [{ kind: 'outOfReach', by: 'peers', than: best.text, count }] : []
}
