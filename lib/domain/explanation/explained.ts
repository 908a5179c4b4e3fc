import type { AddressText, RowText } from '@/lib/domain/cells/addresses'
import type { FigureName } from '@/lib/domain/cells/funds'
import { larger, minus, type Points, type Quantity, type Rate, zero } from '@/lib/domain/quantities'
import type { Operator } from '@/lib/domain/reading/cell-reading'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import type { ExecutionRule, Grade } from '@/lib/domain/schemes/scheme'
import type { BandOfRow } from '@/lib/domain/scoring/qualitative-bands'
import type { Gain } from './points-to-gain'

/** Which score is asked about. */
export type ExplainedSubject = { kind: 'execution' } | { kind: 'indicator'; id: string } | { kind: 'total' } | { kind: 'grade' }

/**
 * Why a score is what it is, as data that lib/messages says: the inputs with the cells they stand in, the rule with its
 * parameters, the clauses that the scheme cites for it, the value before rounding, the rounding, the limit that cut it, the points lost, and what would
 * have earned them. `score` is always the one that `scoreEvaluation` gave.
 */
export type ScoreExplanation = {
  subject: ExplainedSubject
  /** false: the scheme was not held against its regulation, and so neither were its clauses. */
  verified: boolean
  inputs: readonly ExplainedInput[]
  /** The unit in which an indicator's values are given; empty elsewhere. */
  unit: string
  rule: ExplainedRule
  clauses: readonly string[]
  /** null where nothing was calculated: met in full, given by a person, or no score. */
  unrounded: Quantity | null
  /** Decimals it was rounded to, half up; null where nothing was rounded. */
  decimals: 0 | 2 | null
  limit: ScoreLimit | null
  score: Points | null
  /** 分值; 100 for the total. */
  maxScore: Points | null
  /** 分值 − 得分; null without a score. */
  lost: Points | null
  gains: readonly Gain[]
}

/** `at` is the cell that the value stands in; null where it is the scheme's or was calculated. */
export type ExplainedInput =
  | { kind: 'figure'; at: AddressText; name: FigureName; value: Quantity | null }
  | { kind: 'target' | 'actual'; at: AddressText; text: string; read: ReadAs | null }
  | { kind: 'computed'; at: null; formula: string; value: Quantity | null; unit: string }
  | { kind: 'maxScore'; at: AddressText | null; value: Points | null }
  | { kind: 'given' | 'coefficient'; at: AddressText; value: Points | Rate; grounds: string }
  | { kind: 'rate'; at: null; value: Rate | null }
  | {
      kind: 'part'
      at: AddressText | RowText | null
      name: string
      score: Points | null
      notApplicable: boolean
      adjustment: 'bonus' | 'deduction' | null
    }
  | { kind: 'total'; at: null; value: Points | null }

/** What a cell was taken for where it does not say it outright; `unit` is the target's. */
export type ReadAs = { operator: Operator | null; value: Quantity; unit: string }

export type ExplainedRule =
  | { kind: 'execution'; rule: ExecutionRule | null; share: Rate | null; state: 'known' | 'notApplicable' | 'notFilled' | 'withoutBudget' }
  | {
      kind: 'indicator'
      rule: IndicatorRule
      basis: ScoreBasis
      share: Rate | null
      overCompletion: { threshold: Rate; deduct: Points } | null
      /** The scheme's bands in points of this row where a person gives the score within one; empty elsewhere. */
      bands: readonly BandOfRow[]
      /** The one that the actual value names. */
      band: BandOfRow | null
      /** What becomes of the 分值 of a row that is 不适用. */
      notApplicable: 'rescale' | 'full'
    }
  | { kind: 'adjustment'; adjustment: 'bonus' | 'deduction'; name: string }
  /** `fullMarks`: all 分值 together, those of 不适用 rows (`rescaledFor`) among them. */
  | { kind: 'total'; sum: Points | null; rescaledFor: Points | null; adjustment: Points; fullMarks: Points }
  | { kind: 'grade'; grades: readonly { grade: Grade; name: string; from: Points }[]; grade: Grade | null }

/** On what an indicator's score rests. */
export type ScoreBasis =
  | 'met' // 完成年度指标值，得满分
  | 'ratio' // 完成 ÷ 目标
  | 'inverseRatio' // 目标 ÷ 完成
  | 'linear' // 1 − (完成 − 目标) ÷ 目标
  | 'rangeRatio' // in proportion to the nearer end
  | 'missed' // no points
  | 'value' // steps, bands, intervals
  | 'coefficient' // 得分系数 × 分值
  | 'given' // a person's score with grounds
  | 'notGiven' // a person's score is wanted
  | 'noCoefficient' // a person's 得分系数 is wanted
  | 'notApplicable'
  | 'blank'
  | 'unreadable'
  | 'noMaxScore'

/** What cut a score: the 分值, the step below it that a missed target keeps, a cap by execution rate, 100 of a total, or 0 below a deduction. */
export type ScoreLimit = { by: 'maxScore' | 'missed' | 'executionRate' | 'hundred' | 'floor'; value: Points }

/** 分值 − 得分, 0 where an execution score without limit is above it; null without a score. */
export const lostOf = (score: Points | null, maxScore: Points | null): Points | null =>
  score === null || maxScore === null ? null : larger(minus(maxScore, score), zero)

/** A figure of the department as an input, with its cell. */
export const figureInput = (name: FigureName, value: Quantity | null): ExplainedInput => ({
  kind: 'figure',
  at: `funds/${name}`,
  name,
  value,
})
