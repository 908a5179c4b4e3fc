import { compare, type Points, points, type Quantity, quantity, type Rate, type Yuan } from '@/lib/domain/quantities'
import { type Formula, parseFormula } from './formula'
import type { ExecutionRule, FixedIndicator, Grade, IndicatorRule, OverCompletion, Scheme } from './scheme'

/**
 * A scheme with its decimal texts read once. A scheme is plain JSON and never changes in memory, so the reading is
 * kept beside the object and made again only for another object.
 */
export type SchemeRules = {
  execution: ExecutionRules | null
  atMostFormula: 'ratio' | 'linear'
  missed: 'ratio' | 'none'
  /** `deduct` is null where the scheme does not take points by itself. */
  overCompletion: { threshold: Rate; mode: OverCompletion['mode']; deduct: Points | null } | null
  /** Lowest rate first: the first that the rate stays below is the strictest that applies. */
  totalCaps: readonly { rateBelow: Rate; maxTotal: Points }[]
  notApplicable: 'rescale' | 'full'
  grades: readonly { grade: Grade; from: Points }[]
  qualitativeBands: readonly QualitativeBand[]
  fixed: ReadonlyMap<string, FixedRules>
  adjustments: ReadonlyMap<string, { kind: 'bonus' | 'deduction'; max: Points }>
  /** Rules of whole dimensions or groups, by `dimension` and `dimension/group`; null where the scheme has none. */
  byPlace: ReadonlyMap<string, RuleNumbers> | null
  tolerance: { amount: Yuan; rate: Quantity; score: Points }
}

export type ExecutionRules = {
  maxScore: Points
  /** null: proportional. Best first. */
  bands: readonly { from: Rate; share: Rate }[] | null
  capped: boolean
  decimals: 0 | 2
  reasonBelow: Rate | null
}

export type FixedRules = { definition: FixedIndicator; maxScore: Points; rule: RuleNumbers; formula: Formula | null }

/** `IndicatorRule` with its numbers read. `outOf` is the 分值 for which the points are stated; null: taken as they are. */
export type RuleNumbers =
  | { kind: 'default' | 'qualitative' | 'coefficient' | 'yesNo' | 'manual' }
  | { kind: 'steps'; from: Quantity; direction: 'above' | 'below'; per: Quantity; deduct: Points; outOf: Points | null }
  | { kind: 'bands'; bands: readonly { from: Quantity | null; to: Quantity | null; points: Points }[]; outOf: Points | null }
  | { kind: 'intervals'; intervals: readonly { from: Quantity; points: Points }[]; outOf: Points | null }

/** 定性档次 of a scheme, best first: its label and the share of the 分值 from (included) to. */
export type QualitativeBand = { label: string; from: Rate; to: Rate }

/** Rules by which the actual value alone decides: steps, bands and intervals carry their own bounds. */
export type ValueRule = Extract<RuleNumbers, { kind: 'steps' | 'bands' | 'intervals' }>

/** Whether rows of this rule are scored without a target. */
export const needsNoTarget = (rule: RuleNumbers): rule is ValueRule =>
  rule.kind === 'steps' || rule.kind === 'bands' || rule.kind === 'intervals'

/** Whether rows of this rule must say their target: not where the rule has its own bounds, nor where people judge. */
export const asksForTarget = (rule: RuleNumbers): boolean => !needsNoTarget(rule) && !isJudged(rule.kind)

/** Whether a rule of this kind asks for a person's score or coefficient. */
export const isJudged = (kind: RuleNumbers['kind']): boolean => kind === 'qualitative' || kind === 'manual' || kind === 'coefficient'

/** The rule of a row for which the scheme says nothing. */
export const defaultRule: RuleNumbers = { kind: 'default' }

/** Where a row stands: `fixedId` of one that the scheme gives. */
type RowPlace = { dimension: string; group: string; fixedId?: string | null | undefined }

/** The rule of a row: its own where the scheme gives it, else that of its 二级 or 一级, else the default. */
export function ruleOfRow({ dimension, group, fixedId }: RowPlace, { fixed, byPlace }: SchemeRules): RuleNumbers {
  const given = fixedId == null ? undefined : fixed.get(fixedId)
  if (given !== undefined) return given.rule
  if (byPlace === null) return defaultRule
  return byPlace.get(`${dimension}/${group}`) ?? byPlace.get(dimension) ?? defaultRule
}

const kept = new WeakMap<Scheme, SchemeRules>()

/** The numbers of a scheme that `readScheme` accepted; throws on one that it would have refused. */
export function rulesOf(scheme: Scheme): SchemeRules {
  const known = kept.get(scheme)
  if (known !== undefined) return known
  const rules = read(scheme)
  kept.set(scheme, rules)
  return rules
}

function read(scheme: Scheme): SchemeRules {
  const { overCompletion } = scheme
  return {
    execution: scheme.execution === null ? null : executionRules(scheme.execution),
    atMostFormula: scheme.defaults.atMostFormula,
    missed: scheme.defaults.missed,
    overCompletion: overCompletion && {
      threshold: quantity(overCompletion.threshold),
      mode: overCompletion.mode,
      deduct: overCompletion.mode === 'deduct' && overCompletion.deduct !== undefined ? quantity(overCompletion.deduct) : null,
    },
    totalCaps: scheme.totalCaps
      .map((cap) => ({ rateBelow: quantity(cap.rateBelow), maxTotal: points(quantity(cap.maxTotal)) }))
      .sort((a, b) => compare(a.rateBelow, b.rateBelow)),
    notApplicable: scheme.notApplicable,
    grades: scheme.grades.map(({ grade, from }) => ({ grade, from: quantity(from) })),
    qualitativeBands: scheme.qualitativeBands.map(({ label, from, to }) => ({ label, from: quantity(from), to: quantity(to) })),
    fixed: new Map(
      scheme.fixedIndicators.map((definition) => [
        definition.id,
        {
          definition,
          maxScore: quantity(definition.maxScore),
          rule: ruleNumbers(definition.rule),
          formula: definition.formula === null ? null : formulaOf(definition.formula),
        },
      ]),
    ),
    adjustments: new Map(scheme.adjustments.map(({ id, kind, max }) => [id, { kind, max: quantity(max) }])),
    byPlace: placeRules(scheme),
    tolerance: {
      amount: quantity(scheme.tolerance.amount),
      rate: quantity(scheme.tolerance.rate),
      score: quantity(scheme.tolerance.score),
    },
  }
}

function executionRules(rule: ExecutionRule): ExecutionRules {
  return {
    maxScore: quantity(rule.maxScore),
    bands: rule.method === 'bands' ? rule.bands.map(({ from, share }) => ({ from: quantity(from), share: quantity(share) })) : null,
    capped: rule.capped ?? true,
    decimals: rule.decimals,
    reasonBelow: orNull(rule.reasonBelow),
  }
}

function ruleNumbers(rule: IndicatorRule): RuleNumbers {
  switch (rule.kind) {
    case 'steps':
      return {
        kind: 'steps',
        from: quantity(rule.from),
        direction: rule.direction,
        per: quantity(rule.per),
        deduct: quantity(rule.deduct),
        outOf: orNull(rule.outOf),
      }
    case 'bands':
      return {
        kind: 'bands',
        bands: rule.bands.map(({ from, to, points }) => ({ from: orNull(from), to: orNull(to), points: quantity(points) })),
        outOf: orNull(rule.outOf),
      }
    case 'intervals':
      return {
        kind: 'intervals',
        intervals: rule.intervals.map(({ from, points }) => ({ from: quantity(from), points: quantity(points) })),
        outOf: orNull(rule.outOf),
      }
    default:
      return { kind: rule.kind }
  }
}

function placeRules(scheme: Scheme): ReadonlyMap<string, RuleNumbers> | null {
  const rules = new Map<string, RuleNumbers>()
  for (const dimension of scheme.dimensions) {
    if (dimension.rule) rules.set(dimension.name, ruleNumbers(dimension.rule))
    for (const group of dimension.groups) if (group.rule) rules.set(`${dimension.name}/${group.name}`, ruleNumbers(group.rule))
  }
  return rules.size === 0 ? null : rules
}

function formulaOf(text: string): Formula {
  const formula = parseFormula(text)
  if (!formula.ok) throw new Error(`not a formula: ${formula.refusal.code}`)
  return formula.value
}

const orNull = (text: string | null | undefined): Quantity | null => (text == null ? null : quantity(text))

/** What a row may have at most: its 分值, or what the scheme allows for a bonus or deduction item; null while 未填. */
export function mostOf({ fixedId, maxScore }: { fixedId: string | null; maxScore: Points | null }, rules: SchemeRules): Points | null {
  const adjustment = fixedId === null ? undefined : rules.adjustments.get(fixedId)
  return adjustment?.max ?? maxScore
}
