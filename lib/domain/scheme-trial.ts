import { readActual, readTarget } from './cell-reading'
import type { Evaluation } from './evaluation'
import type { Indicator } from './indicator'
import {
  dividedBy,
  equals,
  hundred,
  isPositive,
  isZero,
  minus,
  type Points,
  plus,
  points,
  type Quantity,
  quantity,
  times,
  zero,
} from './quantities'
import type { FixedIndicator, Grade, Scheme } from './scheme'
import { scoreEvaluation } from './scoring'

/** What another scheme would have made of an evaluation. */
export type TrialResult = {
  before: { total: Points | null; grade: Grade | null }
  after: { total: Points | null; grade: Grade | null }
  /** after − before; null where either has no total. */
  difference: Quantity | null
  /** Names of the scheme's indicators whose values nobody gave that year. */
  missing: readonly string[]
  /** `after` leaves those out and carries the rest over to full marks: an estimate, not a score. */
  estimated: boolean
}

/** Scores an evaluation by its own scheme and by another. Nothing is stored. */
export function tryScheme(evaluation: Evaluation, scheme: Scheme): TrialResult {
  const before = scoreEvaluation(evaluation)
  const under = underScheme(evaluation, scheme)
  const scored = scoreEvaluation(under)
  const missing = under.indicators.filter((_, index) => {
    const row = scored.indicators[index]
    return row !== undefined && row.score === null && !row.notApplicable
  })
  const estimated = missing.length > 0 && before.total !== null
  const after = estimated ? scoreEvaluation(without(under, new Set(missing))) : scored
  return {
    before: { total: before.total, grade: before.grade },
    after: { total: after.total, grade: after.grade },
    difference: before.total === null || after.total === null ? null : minus(after.total, before.total),
    missing: missing.map(({ name }) => name),
    estimated: estimated && after.total !== null,
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
 * The evaluation as it would stand under another scheme: its own rows keep target and actual value, and their 分值 are
 * carried over to the scheme's 一级指标 (free ones share what is left of 100); fixed indicators of the old scheme go, those
 * of the new one come with its 分值 and, where both have one of the same id, with what was entered.
 */
export function underScheme(evaluation: Evaluation, scheme: Scheme): Evaluation {
  const ids = new Set([...evaluation.scheme.fixedIndicators, ...evaluation.scheme.adjustments].map(({ id }) => id))
  const own = evaluation.indicators.filter(({ fixedId }) => fixedId === null || !ids.has(fixedId))
  const fixed = scheme.fixedIndicators.map((definition) => fixedRow(definition, evaluation.indicators))
  return { ...evaluation, scheme, indicators: [...fixed, ...carriedOver(own, scheme)] }
}

function fixedRow(definition: FixedIndicator, rows: readonly Indicator[]): Indicator {
  const entered = rows.find(({ fixedId }) => fixedId === definition.id)
  const { id, dimension, group, name, unit, target } = definition
  const context = { dimension, group, name, unit }
  const actual = entered?.actual.text ?? ''
  const maxScore = quantity(definition.maxScore)
  return {
    id: `fixed-${id}`,
    dimension,
    group,
    name,
    taskId: null,
    fixedId: id,
    unit,
    approvedTarget: target,
    target: { text: target, reading: readTarget(target, context) },
    actual: { text: actual, reading: readActual(actual, context) },
    approvedMaxScore: maxScore,
    approvedAs: null,
    maxScore,
    changeReason: '',
    deviationReason: entered?.deviationReason ?? '',
    coefficient: entered?.coefficient ?? null,
    selfScore: scaledGiven(entered, maxScore),
    selfScoreGrounds: entered?.selfScoreGrounds ?? '',
    reviewScore: null,
    reviewGrounds: '',
  }
}

function scaledGiven(entered: Indicator | undefined, maxScore: Points): Points | null {
  if (entered === undefined || entered.selfScore === null) return null
  if (entered.maxScore === null || isZero(entered.maxScore)) return entered.selfScore
  return points(dividedBy(times(entered.selfScore, maxScore), entered.maxScore))
}

/** Rows with their 分值 carried over: to what the scheme leaves for own rows in their 一级指标, or in all free ones together. */
function carriedOver(rows: readonly Indicator[], scheme: Scheme): Indicator[] {
  const room = new Map<string, Quantity>()
  let free = minus(hundred, scheme.execution === null ? zero : quantity(scheme.execution.maxScore))
  for (const { name, maxScore } of scheme.dimensions) {
    const given = sumOf(scheme.fixedIndicators.filter((fixed) => fixed.dimension === name).map((fixed) => quantity(fixed.maxScore)))
    if (maxScore === null) {
      free = minus(free, given)
      continue
    }
    room.set(name, minus(quantity(maxScore), given))
    free = minus(free, quantity(maxScore))
  }
  const carriedRows: Indicator[] = []
  let placed = zero
  for (const [dimension, left] of room) {
    const here = rows.filter((row) => row.dimension === dimension)
    // What nobody has rows for goes to those that the scheme has no 一级指标 for.
    if (here.length === 0) free = plus(free, left)
    else placed = plus(placed, left)
    carriedRows.push(...carried(here, left))
  }
  const others = rows.filter((row) => !room.has(row.dimension))
  // Where there are none of those either, all rows share it.
  const shared = others.length > 0 ? [...carriedRows, ...carried(others, free)] : carried(carriedRows, plus(placed, free))
  const byId = new Map(shared.map((row) => [row.id, row]))
  return rows.map((row) => byId.get(row.id) ?? row)
}

const sumOf = (all: readonly Quantity[]): Quantity => all.reduce(plus, zero)

/** 分值 in proportion, two decimals each; the last row takes the cents that rounding left over, so that they add to `room`. */
function carried(rows: readonly Indicator[], room: Quantity): Indicator[] {
  const sum = sumOf(rows.flatMap(({ maxScore }) => (maxScore === null ? [] : [maxScore])))
  if (!isPositive(sum) || equals(sum, room)) return [...rows]
  if (!isPositive(room)) return rows.map((row) => ({ ...row, maxScore: zero, selfScore: row.selfScore === null ? null : zero }))
  const scored = rows.filter(({ maxScore }) => maxScore !== null)
  let left = room
  return rows.map((row) => {
    if (row.maxScore === null) return row
    const maxScore = row === scored.at(-1) ? left : points(dividedBy(times(row.maxScore, room), sum))
    left = minus(left, maxScore)
    return { ...row, maxScore, selfScore: scaledGiven(row, maxScore) }
  })
}
