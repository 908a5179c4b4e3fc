import type { CellReading, Operator } from './cell-reading'
import type { Quantity } from './quantities'

/** What surrounds a pair of target and actual cells and decides how they are read against each other. */
export type CellContext = { dimension: string; group: string; name: string; unit: string }

/**
 * An actual value held against its target. Numbers are in one unit (the target's). `bounded`: the actual was given
 * as a bound in words (超过280人), met when every value within it meets the target.
 */
export type Comparison =
  | { outcome: 'met' | 'missed'; by: 'number'; operator: Operator; target: Quantity; actual: Quantity; bounded: boolean }
  | { outcome: 'met' | 'missed'; by: 'range'; from: Quantity; to: Quantity; actual: Quantity }
  | { outcome: 'met' | 'missed'; by: 'date' | 'yesNo' }
  /** Not decided by numbers; `why` is a code that lib/messages says. */
  | { outcome: 'judgement'; why: string }
  | { outcome: 'notApplicable'; reason: string }
  | { outcome: 'unreadable'; which: 'target' | 'actual'; hint: string }
  | { outcome: 'blank'; which: 'target' | 'actual' | 'both' }

// compareCells(target: CellReading, actual: CellReading, context: CellContext): Comparison
export type CompareCells = (target: CellReading, actual: CellReading, context: CellContext) => Comparison
