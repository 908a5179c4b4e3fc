import { figure } from '@/lib/domain/cells/funds'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import {
  equals,
  isPositive,
  lessThan,
  minus,
  moreThan,
  type Points,
  points,
  type Quantity,
  quantity,
  times,
  zero,
} from '@/lib/domain/quantities'
import type { Comparison } from '@/lib/domain/reading/outcome'
import { cited } from '@/lib/domain/schemes/clauses'
import { figuresIn } from '@/lib/domain/schemes/formula'
import type { Earned } from '@/lib/domain/schemes/rules/rule-kind'
import type { Rule } from '@/lib/domain/schemes/rules/rules'
import { type FixedRules, ruleOfRow, rulesOf, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { isOverCompleted } from '@/lib/domain/scoring/over-completion'
import { type BandOfRow, bandNamed, bandsOfRow, hasBands } from '@/lib/domain/scoring/qualitative-bands'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import {
  type ExplainedInput,
  type ExplainedSubject,
  figureInput,
  lostOf,
  type ReadAs,
  type ScoreBasis,
  type ScoreExplanation,
  type ScoreLimit,
} from './explained'
import { type Gain, gainsOf } from './points-to-gain'

/** Explains the score of one row. */
export function explainIndicator(evaluation: Evaluation, indicator: Indicator, row: IndicatorScore): ScoreExplanation {
  const rules = rulesOf(evaluation.scheme)
  const fixed = indicator.fixedId === null ? undefined : rules.fixed.get(indicator.fixedId)
  const { maxScore } = indicator
  const subject: ExplainedSubject = { kind: 'indicator', id: indicator.id }
  if (row.adjustment !== null) return explainAdjustment(evaluation, indicator, row, row.adjustment)
  const rule = ruleOfRow(indicator, rules)
  const result: Earned = maxScore === null ? { by: 'none' } : row.earned
  const share = result.by === 'share' || result.by === 'coefficient' ? result.share : null
  const unrounded = maxScore === null ? null : share !== null ? times(share, maxScore) : result.by === 'points' ? result.points : null
  const deduct = rules.overCompletion?.deduct ?? null
  const overCompletion =
    result.by === 'full' &&
    rules.overCompletion !== null &&
    deduct !== null &&
    isOverCompleted(row.comparison, rules.overCompletion.threshold)
      ? { threshold: rules.overCompletion.threshold, deduct }
      : null
  const bands = maxScore !== null && hasBands(rule.definition, indicator.target.reading) ? bandsOfRow(rules.qualitativeBands, maxScore) : []
  const named = bandNamed(indicator.actual.text, bands)
  const { clauses } = evaluation.scheme
  return {
    subject,
    verified: evaluation.scheme.verified,
    unit: fixed?.definition.unit ?? indicator.unit,
    inputs: indicatorInputs(evaluation, indicator, row, fixed, rule.asks === 'coefficient'),
    rule: {
      kind: 'indicator',
      rule: rule.definition,
      basis: basisOf(result, row, maxScore, rules, rule),
      share,
      overCompletion,
      bands,
      band: named === null ? null : (bands[named] ?? null),
      notApplicable: rules.notApplicable,
    },
    clauses: cited(
      rule.clause,
      bands.length > 0 && clauses?.qualitativeBands,
      overCompletion !== null && clauses?.overCompletion,
      row.notApplicable && clauses?.notApplicable,
    ),
    unrounded: overCompletion !== null && maxScore !== null ? minus(maxScore, overCompletion.deduct) : unrounded,
    decimals: unrounded === null ? null : 2,
    limit:
      overCompletion !== null && maxScore !== null && lessThan(maxScore, overCompletion.deduct)
        ? { by: 'floor', value: zero }
        : limitOf(result, unrounded, row),
    score: row.score,
    maxScore,
    lost: lostOf(row.score, maxScore),
    gains:
      maxScore === null
        ? []
        : (missingFigures(evaluation, row, fixed) ??
          betterBands(row, bands, named) ??
          gainsOf.indicator(indicator, row, rule, maxScore, rules)),
  }
}

/** The figures that the formula of a row still waits for; null where it waits for none. */
function missingFigures({ figures }: Evaluation, { computed, score }: IndicatorScore, fixed: FixedRules | undefined): Gain[] | null {
  if (computed?.kind !== 'blank' || score !== null || fixed?.formula == null) return null
  const missing = figuresIn(fixed.formula).filter((name) => figures[name] === undefined)
  return missing.map((name) => ({ kind: 'fill', at: `funds/${name}` }))
}

/** Where a score was given within a band that is not the best: the bands above it; null elsewhere. */
const betterBands = ({ earned, score }: IndicatorScore, bands: readonly BandOfRow[], named: number | null): Gain[] | null =>
  earned.by !== 'given' || score === null || named === null || named === 0
    ? null
    : bands.slice(0, named).map((band) => ({ kind: 'betterBand', band }))

function explainAdjustment(
  { scheme }: Evaluation,
  indicator: Indicator,
  row: IndicatorScore,
  adjustment: 'bonus' | 'deduction',
): ScoreExplanation {
  const definition = scheme.adjustments.find(({ id }) => id === indicator.fixedId)
  const max = quantity(definition?.max ?? '0')
  return {
    subject: { kind: 'indicator', id: indicator.id },
    verified: scheme.verified,
    unit: '',
    inputs: [...givenInput(indicator), { kind: 'maxScore', at: null, value: max }],
    rule: { kind: 'adjustment', adjustment, name: definition?.name ?? indicator.name },
    clauses: cited(definition?.clause),
    unrounded: null,
    decimals: null,
    limit: indicator.selfScore !== null && moreThan(indicator.selfScore, max) ? { by: 'maxScore', value: max } : null,
    score: row.score,
    maxScore: max,
    lost: null,
    gains: [],
  }
}

function indicatorInputs(
  { figures }: Evaluation,
  indicator: Indicator,
  row: IndicatorScore,
  fixed: FixedRules | undefined,
  byCoefficient: boolean,
): ExplainedInput[] {
  const at = `indicators/${indicator.id}` as const
  const actual: ExplainedInput[] =
    row.computed === null || fixed?.formula == null
      ? [{ kind: 'actual', at: `${at}/actual`, text: indicator.actual.text, read: readActualAs(indicator, row) }]
      : [
          ...figuresIn(fixed.formula).map((name) => figureInput(name, figure(figures, name))),
          {
            kind: 'computed',
            at: null,
            formula: fixed.definition.formula ?? '',
            value: row.computed.kind === 'number' ? row.computed.value : null,
            unit: fixed.definition.unit,
          },
        ]
  return [
    { kind: 'target', at: `${at}/target`, text: indicator.target.text, read: readTargetAs(indicator, row) },
    ...actual,
    { kind: 'maxScore', at: `${at}/maxScore`, value: indicator.maxScore },
    ...(byCoefficient ? coefficientInput(indicator) : []),
    ...givenInput(indicator),
  ]
}

/** A bare 500 was taken for ≥500, under 成本指标 for ≤500. */
function readTargetAs({ target: { reading } }: Indicator, { comparison }: IndicatorScore): ReadAs | null {
  if (reading.kind !== 'number' || reading.operator !== null || !('by' in comparison) || comparison.by !== 'number') return null
  return { operator: comparison.operator, value: comparison.target, unit: reading.unit }
}

/** 85 beside ≥90% was taken for 85%, 1.2万 beside ≥10000 for 12000. */
function readActualAs({ target, actual: { reading } }: Indicator, { comparison }: IndicatorScore): ReadAs | null {
  if (reading.kind !== 'number' || target.reading.kind !== 'number' || !('by' in comparison) || comparison.by !== 'number') return null
  const asWritten = reading.unit === target.reading.unit && equals(reading.value, comparison.actual)
  return asWritten || target.reading.unit === '' ? null : { operator: null, value: comparison.actual, unit: target.reading.unit }
}

const coefficientInput = ({ id, coefficient, selfScoreGrounds: grounds }: Indicator): ExplainedInput[] =>
  coefficient === null ? [] : [{ kind: 'coefficient', at: `indicators/${id}/coefficient`, value: coefficient, grounds }]

const givenInput = ({ id, selfScore, selfScoreGrounds }: Indicator): ExplainedInput[] =>
  selfScore === null ? [] : [{ kind: 'given', at: `indicators/${id}/selfScore`, value: selfScore, grounds: selfScoreGrounds }]

function basisOf(
  result: Earned,
  { comparison, score }: IndicatorScore,
  maxScore: Points | null,
  rules: SchemeRules,
  { asks }: Rule,
): ScoreBasis {
  if (maxScore === null) return 'noMaxScore'
  switch (result.by) {
    case 'full':
      return 'met'
    case 'points':
      return 'value'
    case 'coefficient':
      return 'coefficient'
    case 'given':
      return score !== null ? 'given' : asks === 'coefficient' ? 'noCoefficient' : 'notGiven'
    case 'share':
      return isPositive(result.share) ? basisOfShare(comparison, rules) : 'missed'
    case 'none':
      return comparison.outcome === 'notApplicable' || comparison.outcome === 'unreadable' ? comparison.outcome : 'blank'
  }
}

function basisOfShare(comparison: Comparison, { atMostFormula }: SchemeRules): ScoreBasis {
  if (comparison.outcome !== 'missed') return 'missed'
  if (comparison.by === 'range') return 'rangeRatio'
  if (comparison.by !== 'number') return 'missed'
  if (comparison.operator === '<=' || comparison.operator === '<') return atMostFormula === 'ratio' ? 'inverseRatio' : 'linear'
  return moreThan(comparison.actual, comparison.target) ? 'inverseRatio' : 'ratio'
}

function limitOf(result: Earned, unrounded: Quantity | null, { score }: IndicatorScore): ScoreLimit | null {
  return result.by === 'share' && unrounded !== null && score !== null && lessThan(score, points(unrounded))
    ? { by: 'missed', value: score }
    : null
}
