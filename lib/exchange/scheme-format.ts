import { z } from 'zod'
import { FIGURE_GROUPS } from '@/lib/domain/cells/funds'
import { REVIEW_NODES } from '@/lib/domain/review/review'
import { PROJECT_EVIDENCE } from '@/lib/domain/schemes/requirable'
import type { IndicatorRule, IndicatorRuleKind } from '@/lib/domain/schemes/rules/rules'
import { PROJECT_FORMS, SCHEME_CLAUSES, type Scheme, type SchemeClause } from '@/lib/domain/schemes/scheme'
import { problem, type SchemeProblem } from '@/lib/domain/schemes/scheme-problem'
import { schemeFaults, schemeProblems } from '@/lib/domain/schemes/scheme-problems'

/** A decimal as schemes write it: plain digits, at most twelve before and six after the point. */
const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/)
const amount = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)
const line = z.string().max(200)
const clause = z.string().max(500)
const many = 200

const outOf = { outOf: amount.exactOptional() }
const atMostTwenty = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(20)

/** Each kind of rule as JSON. A record, so that a new kind does not compile until it can be read. */
const ruleFormats = {
  default: z.strictObject({ kind: z.literal('default') }),
  steps: z.strictObject({
    kind: z.literal('steps'),
    from: decimal,
    direction: z.enum(['above', 'below']),
    per: amount,
    deduct: amount,
    ...outOf,
  }),
  bands: z.strictObject({
    kind: z.literal('bands'),
    bands: atMostTwenty(z.strictObject({ from: decimal.nullable(), to: decimal.nullable(), points: amount })),
    ...outOf,
  }),
  intervals: z.strictObject({
    kind: z.literal('intervals'),
    intervals: atMostTwenty(z.strictObject({ from: decimal, points: amount })),
    ...outOf,
  }),
  qualitative: z.strictObject({ kind: z.literal('qualitative') }),
  coefficient: z.strictObject({ kind: z.literal('coefficient') }),
  yesNo: z.strictObject({ kind: z.literal('yesNo') }),
  manual: z.strictObject({ kind: z.literal('manual') }),
} satisfies { [K in IndicatorRuleKind]: z.ZodType<Extract<IndicatorRule, { kind: K }>> }

type RuleFormat = (typeof ruleFormats)[IndicatorRuleKind]
const indicatorRule = z.discriminatedUnion('kind', Object.values(ruleFormats) as [RuleFormat, ...RuleFormat[]])

/** What 一级 and 二级指标 have in common. */
const level = {
  name: line.min(1),
  maxScore: amount.nullable(),
  rule: indicatorRule.exactOptional(),
  clause: clause.exactOptional(),
  closed: z.boolean().exactOptional(),
}
const node = z.enum(REVIEW_NODES)
const days = z.number().int().min(0).max(400).exactOptional()

/** The shape of a scheme as JSON. Unknown fields are refused. What its numbers must add up to: `schemeProblems`. */
export const schemeFormat = z.strictObject({
  id,
  version: z.number().int().min(1).max(100000),
  name: line.min(1),
  region: line,
  basis: z.array(clause).max(20),
  verified: z.boolean(),
  execution: z
    .strictObject({
      maxScore: amount,
      method: z.enum(['proportional', 'bands']),
      bands: z.array(z.strictObject({ from: amount, share: amount })).max(20),
      capped: z.boolean().exactOptional(),
      decimals: z.union([z.literal(0), z.literal(2)]),
      reasonBelow: amount.nullable(),
      clause,
    })
    .nullable(),
  dimensions: z
    .array(z.strictObject({ ...level, groups: z.array(z.strictObject(level)).max(50) }))
    .min(1)
    .max(50),
  defaults: z.strictObject({
    atMostFormula: z.enum(['ratio', 'linear']),
    missed: z.enum(['ratio', 'none']),
    clause: clause.exactOptional(),
  }),
  qualitativeBands: z
    .array(z.strictObject({ label: line.min(1), from: amount, to: amount }))
    .min(1)
    .max(10),
  overCompletion: z
    .strictObject({ threshold: amount, mode: z.enum(['reason', 'deduct', 'suggest']), deduct: amount.exactOptional() })
    .nullable(),
  totalCaps: z.array(z.strictObject({ rateBelow: amount, maxTotal: amount })).max(20),
  notApplicable: z.enum(['rescale', 'full']),
  adjustments: z.array(z.strictObject({ id, name: line.min(1), kind: z.enum(['bonus', 'deduction']), max: amount, clause })).max(20),
  grades: z
    .array(z.strictObject({ grade: z.enum(['excellent', 'good', 'fair', 'poor']), name: line.min(1), from: amount }))
    .min(1)
    .max(4),
  fixedIndicators: z
    .array(
      z.strictObject({
        id,
        dimension: line.min(1),
        group: line,
        name: line.min(1),
        unit: z.string().max(30),
        maxScore: amount,
        target: z.string().max(300),
        formula: z.string().max(1000).nullable(),
        rule: indicatorRule,
        clause,
      }),
    )
    .max(many),
  tolerance: z.strictObject({ amount, rate: amount, score: amount }),
  limits: z.strictObject({ indicatorPoints: amount }),
  form: z.string().regex(/^[A-Z]$/),
  outline: z.array(line).max(40),
  required: z.array(line).max(many),
  figureGroups: z.array(z.enum(FIGURE_GROUPS)).max(FIGURE_GROUPS.length),
  projects: z
    .discriminatedUnion('must', [
      z.strictObject({ must: z.literal('all') }),
      z.strictObject({ must: z.literal('above'), amount }),
      z.strictObject({ must: z.literal('named'), names: z.array(line).min(1).max(many) }),
    ])
    .exactOptional(),
  projectForm: z
    .strictObject({ form: z.enum(PROJECT_FORMS), evidence: z.array(z.enum(PROJECT_EVIDENCE)).max(PROJECT_EVIDENCE.length) })
    .exactOptional(),
  nodes: z.array(node).min(1).max(5),
  deadlines: z.strictObject({ entry: days, unit: days, supervisor: days, finance: days, disclosure: days }),
  clauses: z
    .strictObject(
      Object.fromEntries(SCHEME_CLAUSES.map((name) => [name, clause.exactOptional()])) as Record<
        SchemeClause,
        z.ZodExactOptional<typeof clause>
      >,
    )
    .exactOptional(),
}) satisfies z.ZodType<Scheme>

/**
 * A scheme from JSON of unknown origin, or everything that keeps it from being published: fields that have not the right
 * shape (`scheme.malformed`, `scheme.notADecimal`, `scheme.missing`, `scheme.tooLong`), each at its JSON pointer, and once
 * the shape is right, what does not agree (`schemeProblems`).
 */
export const checkScheme = (json: unknown): SchemeRead => readWith(json, schemeProblems)

/**
 * A scheme that was published at its time, or stands in a document: right in shape, with formulas and rules that can be
 * calculated. What publishing asks for beyond that today may be more than it asked for then, and must not undo old scores.
 */
export const readScheme = (json: unknown): SchemeRead => readWith(json, schemeFaults)

export type SchemeRead = { ok: true; scheme: Scheme } | { ok: false; problems: readonly [SchemeProblem, ...SchemeProblem[]] }

function readWith(json: unknown, faultsOf: (scheme: Scheme) => readonly SchemeProblem[]): SchemeRead {
  const shape = schemeFormat.safeParse(json)
  const [first, ...others] = shape.success ? faultsOf(shape.data) : shape.error.issues.map(shapeProblem)
  if (shape.success && first === undefined) return { ok: true, scheme: shape.data }
  return { ok: false, problems: [first ?? problem('malformed', ''), ...others] }
}

function shapeProblem({ code, path, ...issue }: z.core.$ZodIssue): SchemeProblem {
  const at = path.map((step) => `/${String(step)}`).join('')
  if (code === 'invalid_format') return problem('notADecimal', at)
  if (code === 'too_small') return problem('missing', at)
  if (code === 'too_big') return problem('tooLong', at, { longest: 'maximum' in issue ? String(issue.maximum) : '' })
  return problem('malformed', at)
}
