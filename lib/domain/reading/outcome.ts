import type { Quantity } from '@/lib/domain/quantities'
import type { ReadingHint } from './cell-reading'
import type { UnitTrouble } from './one-unit'
import type { Operator } from './operators'

/**
 * An actual value held against its target. Numbers are in one unit (the target's). `bounded`: the actual was given
 * as a bound in words (超过280人), met when every value within it meets the target.
 */
export type Comparison =
  | ByNumber
  | { outcome: 'met' | 'missed'; by: 'range'; from: Quantity; to: Quantity; actual: Quantity }
  | { outcome: 'met' | 'missed'; by: 'date' | 'yesNo' }
  /** Not decided by numbers; `why` is a code that lib/messages says; `either`: what it would be read in each of two ways. */
  | { outcome: 'judgement'; why: JudgementReason; either?: readonly [ByNumber, ByNumber] }
  | { outcome: 'notApplicable'; reason: string }
  | { outcome: 'unreadable'; which: 'target' | 'actual'; hint: ReadingHint }
  | { outcome: 'blank'; which: 'target' | 'actual' | 'both' }

export type ByNumber = {
  outcome: 'met' | 'missed'
  by: 'number'
  operator: Operator
  target: Quantity
  actual: Quantity
  bounded: boolean
}

/** Why people decide. `qualitative`: that is what was asked for; `adjustment` and `notComputable` come from scoring; the others are a flaw of the cells. */
export type JudgementReason =
  | 'qualitative'
  | 'wordsForNumber'
  | 'dateForNumber'
  | 'noDate'
  | 'boundUndecided'
  | 'approximate'
  | 'rangeUndecided'
  | 'dateUndecided'
  | 'costEquals'
  | 'monthCount'
  | 'direction'
  | 'otherSubject'
  | 'adjustment'
  | 'notComputable'
  | UnitTrouble
