import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { minus, type Points, type Quantity, quantity } from '@/lib/domain/quantities'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import type { FixedIndicator, Grade, Scheme, SchemeGroup } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { gradeName, gradeOf } from './grade'
import { isReviewed, reviewedScore, reviewedTotal } from './reviewed-total'
import { carriedOver, scaledGiven } from './scheme-carry'
import { type EvaluationScore, scoreEvaluation } from './scoring'

/** What another scheme would have made of an evaluation. */
export type TrialResult = {
  /** `name`: the grade as each scheme calls it. */
  before: Graded
  after: Graded
  /** after − before; null where either has no total. */
  difference: Quantity | null
  /** Names of the scheme's indicators whose values nobody gave that year. */
  missing: readonly string[]
  /** `after` leaves those out and carries the rest over to full marks: an estimate, not a score. */
  estimated: boolean
}

/** How many evaluations a trial is of and has tried; of those with a total by both, how many moved, changed grade, or are estimated. */
export type TrialTally = { count: number; tried: number; compared: number; moved: number; grades: number; estimated: number }

type Graded = { total: Points | null; grade: Grade | null; name: string | null }
function graded(total: Points | null, scheme: Scheme): Graded {
  const grade = gradeOf(total, scheme)
  return { total, grade, name: grade === null ? null : gradeName(grade, scheme) }
}

/**
 * Scores an evaluation by its own scheme and by another. `decided`: its review is over, so that the review scores count in
 * both, carried over as 分值 are; those of a review that is under way do not count yet. Nothing is stored.
 */
export function tryScheme(evaluation: Evaluation, scheme: Scheme, decided = false): TrialResult {
  const reviewed = decided && isReviewed(evaluation)
  const totalIn = (one: Evaluation, score: EvaluationScore) => (reviewed ? reviewedTotal(one, score) : score.total)
  const before = totalIn(evaluation, scoreEvaluation(evaluation))
  const under = underScheme(evaluation, scheme)
  const scored = scoreEvaluation(under)
  const rules = rulesOf(scheme)
  const missing = under.indicators.filter((indicator, index) => {
    const row = scored.indicators[index]
    const given = reviewed && reviewedScore(indicator, rules) !== null
    return row !== undefined && row.score === null && !row.notApplicable && !given
  })
  const estimated = missing.length > 0 && before !== null
  const counted = estimated ? without(under, new Set(missing)) : under
  const after = totalIn(counted, estimated ? scoreEvaluation(counted) : scored)
  return {
    before: graded(before, evaluation.scheme),
    after: graded(after, scheme),
    difference: before === null || after === null ? null : minus(after, before),
    missing: missing.map(({ name }) => name),
    estimated: estimated && after !== null,
  }
}

/** The evaluation with rows taken as 不适用, the rest carried over to full marks. */
function without(evaluation: Evaluation, rows: ReadonlySet<Indicator>): Evaluation {
  const actual = { text: '', reading: { kind: 'notApplicable', reason: '' } } as const
  return {
    ...evaluation,
    scheme: { ...evaluation.scheme, notApplicable: 'rescale' },
    indicators: evaluation.indicators.map((row) => (rows.has(row) ? { ...row, fixedId: null, actual } : row)),
  }
}

/**
 * The evaluation as it would stand under another scheme. Where both give the same 分值 to the same rows, all rows stay as
 * they are. Otherwise its own rows keep target and actual value, and their 分值 are carried over to the scheme's 一级指标;
 * fixed indicators of the old scheme go, those of the new one come with its 分值 and, where both have one of the same id,
 * with what was entered; bonus and deduction items that both have stay.
 */
export function underScheme(evaluation: Evaluation, scheme: Scheme): Evaluation {
  const { scheme: old, indicators } = evaluation
  if (frameOf(old) === frameOf(scheme)) return { ...evaluation, scheme }
  const ofOld = new Set([...old.fixedIndicators, ...old.adjustments].map(({ id }) => id))
  const ofNew = new Set(scheme.adjustments.map(({ id }) => id))
  const own = indicators.filter(({ fixedId }) => fixedId === null || !ofOld.has(fixedId))
  const fixed = scheme.fixedIndicators.map((definition) => fixedRow(definition, indicators))
  const adjustments = indicators.filter(({ fixedId }) => fixedId !== null && ofOld.has(fixedId) && ofNew.has(fixedId))
  return { ...evaluation, scheme, indicators: [...fixed, ...carriedOver(own, old, scheme), ...adjustments] }
}

/** What of a scheme decides which rows there are and what they may earn, as one text. */
const frameOf = ({ execution, dimensions, fixedIndicators, adjustments }: Scheme): string =>
  JSON.stringify([
    execution?.maxScore ?? null,
    dimensions.map((dimension) => [levelOf(dimension), dimension.groups.map(levelOf)]),
    fixedIndicators.map(({ id, dimension, group, name, unit, maxScore, target }) => [id, dimension, group, name, unit, maxScore, target]),
    adjustments.map(({ id, kind }) => [id, kind]),
  ])
const levelOf = ({ name, maxScore, closed = false }: SchemeGroup) => [name, maxScore, closed]

function fixedRow(definition: FixedIndicator, rows: readonly Indicator[]): Indicator {
  const entered = rows.find(({ fixedId }) => fixedId === definition.id)
  const { id, dimension, group, name, unit, target } = definition
  const context = { dimension, group, name, unit }
  const actual = entered?.actual.text ?? ''
  const maxScore = quantity(definition.maxScore)
  return {
    id: `fixed-${id}`,
    lineId: id,
    libraryId: null,
    dimension,
    group,
    name,
    taskId: null,
    fixedId: id,
    unit,
    nature: '',
    sampleSize: entered?.sampleSize ?? '',
    satisfied: entered?.satisfied ?? '',
    standard: entered?.standard ?? '',
    approvedTarget: target,
    target: { text: target, reading: readTarget(target, context) },
    actual: { text: actual, reading: readActual(actual, context) },
    approvedMaxScore: maxScore,
    approvedAs: null,
    planIndicatorId: null,
    maxScore,
    changeReason: '',
    deviationReason: entered?.deviationReason ?? '',
    coefficient: entered?.coefficient ?? null,
    ...scaledGiven(entered, maxScore),
    selfScoreGrounds: entered?.selfScoreGrounds ?? '',
    reviewGrounds: entered?.reviewGrounds ?? '',
  }
}
