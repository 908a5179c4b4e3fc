import type { Quantity } from './quantities'

/** ≥ > = < ≤ */
export type Operator = '>=' | '>' | '=' | '<' | '<='

/**
 * What was read from a target or actual cell. `operator` null on a number means that none was
 * written. `bound` says where it came from: a symbol (≥95%) or words (95%以上); words on an
 * actual value state a bound, a symbol there states no measured value.
 */
export type CellReading =
  | { kind: 'blank' } // 未填：empty, —, /
  | { kind: 'notApplicable'; reason: string } // 无 / 不适用 with a reason
  | { kind: 'number'; operator: Operator | null; writtenAs: 'symbol' | 'words' | 'none'; value: Quantity; unit: string; approximate: boolean }
  | { kind: 'range'; from: Quantity; to: Quantity; unit: string }
  | { kind: 'date'; year: number | null; month: number; day: number | null; deadline: boolean }
  | { kind: 'yesNo'; value: boolean; text: string }
  | { kind: 'words'; text: string }
  | { kind: 'unreadable'; text: string; hint: string }
