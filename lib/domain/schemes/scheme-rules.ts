import { compare, type Points, points, type Quantity, quantity, type Rate, type Yuan } from '@/lib/domain/quantities'
import { type Formula, parseFormula } from './formula'
import { quantityOrNull } from './rules/numbers'
import { type Rule, readRule } from './rules/rules'
import type { ExecutionRule, FixedIndicator, Grade, OverCompletion, Scheme } from './scheme'

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
  byPlace: ReadonlyMap<string, Rule> | null
  /** For rows that carry no rule of their own, with the clause of the scheme's defaults. */
  otherwise: Rule
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

export type FixedRules = { definition: FixedIndicator; maxScore: Points; rule: Rule; formula: Formula | null }

/** 定性档次 of a scheme, best first: its label and the share of the 分值 from (included) to. */
export type QualitativeBand = { label: string; from: Rate; to: Rate }

/** Where a row stands: `fixedId` of one that the scheme gives. */
type RowPlace = { dimension: string; group: string; fixedId?: string | null | undefined }

/** The rule of a row: its own where the scheme gives it, else that of its 二级 or 一级, else the scheme's default. */
export function ruleOfRow({ dimension, group, fixedId }: RowPlace, { fixed, byPlace, otherwise }: SchemeRules): Rule {
  const given = fixedId == null ? undefined : fixed.get(fixedId)
  if (given !== undefined) return given.rule
  if (byPlace === null) return otherwise
  return byPlace.get(`${dimension}/${group}`) ?? byPlace.get(dimension) ?? otherwise
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
          rule: readRule(definition.rule, definition.clause),
          formula: definition.formula === null ? null : formulaOf(definition.formula),
        },
      ]),
    ),
    adjustments: new Map(scheme.adjustments.map(({ id, kind, max }) => [id, { kind, max: quantity(max) }])),
    byPlace: placeRules(scheme),
    otherwise: readRule({ kind: 'default' }, scheme.defaults.clause),
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
    reasonBelow: quantityOrNull(rule.reasonBelow),
  }
}

function placeRules(scheme: Scheme): ReadonlyMap<string, Rule> | null {
  const rules = new Map<string, Rule>()
  for (const dimension of scheme.dimensions) {
    if (dimension.rule) rules.set(dimension.name, readRule(dimension.rule, dimension.clause))
    for (const group of dimension.groups) if (group.rule) rules.set(`${dimension.name}/${group.name}`, readRule(group.rule, group.clause))
  }
  return rules.size === 0 ? null : rules
}

function formulaOf(text: string): Formula {
  const formula = parseFormula(text)
  if (!formula.ok) throw new Error(`not a formula: ${formula.refusal.code}`)
  return formula.value
}

/** What a row may have at most: its 分值, or what the scheme allows for a bonus or deduction item; null while 未填. */
export function mostOf({ fixedId, maxScore }: { fixedId: string | null; maxScore: Points | null }, rules: SchemeRules): Points | null {
  const adjustment = fixedId === null ? undefined : rules.adjustments.get(fixedId)
  return adjustment?.max ?? maxScore
}
