import { z } from 'zod'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { dividedBy, hundred, parseQuantity, plain, times } from '@/lib/domain/quantities'
import { inPlainDigits } from '@/lib/domain/reading/number-reading'
import { cleanedCode, cleanedLine, cleanedText } from '@/lib/domain/reading/typed'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { SchemeProblem } from '@/lib/domain/schemes/scheme-problem'
import { schemeProblemSentence } from '@/lib/messages/scheme-problems'
import type { JsonPath } from './json-path'

/**
 * A scheme while it is being edited: every number is the text that was typed, shares are per cent, and an empty text
 * stands where the scheme has null. The editor sends it whole, as JSON.
 */
export type SchemeDraft = EditableScheme<Scheme>

/** The scheme's own shape, changeable. */
type EditableScheme<T> = T extends readonly (infer Item)[]
  ? EditableScheme<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: EditableScheme<T[Key]> }
    : T

/** A place in a draft: `dimensions/0/maxScore`. */
export type SchemePath = JsonPath<SchemeDraft>
// The same place in every item, each written as a star.
type SchemePlaces = JsonPath<SchemeDraft, '*'>

const LONGEST_DRAFT = 400_000

/** Copying: a new version of the same scheme, or a new scheme with an id and a name. */
export const copySchemeForm = z
  .object({
    fromId: z.string().min(1).max(40),
    as: z.enum(['version', 'scheme'], { error: '请选择复制方式。' }),
    id: z.string().transform(cleanedCode).pipe(z.string().max(60)).default(''),
    name: z.string().transform(cleanedLine).pipe(z.string().max(200)).default(''),
  })
  .superRefine(({ as, id, name }, context) => {
    if (as === 'version') return
    if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) {
      context.addIssue({ code: 'custom', path: ['id'], message: '请填写方案编号：小写字母、数字和连字符，如 example-2026。' })
    }
    if (name === '') context.addIssue({ code: 'custom', path: ['name'], message: '请填写方案名称。' })
  })

const seen = z.coerce.number().int().min(0)
export const editSchemeForm = z.object({
  versionId: z.string().min(1).max(40),
  seen,
  draft: z.string().max(LONGEST_DRAFT, '方案内容过长。'),
})
export const draftForm = z.object({ versionId: z.string().min(1).max(40), seen })

/** Fields that hold shares (1 = 100 %) and are typed in per cent, as paths in which `*` is any item of a list. */
const SHARES = [
  'execution/bands/*/from',
  'execution/bands/*/share',
  'execution/reasonBelow',
  'qualitativeBands/*/from',
  'qualitativeBands/*/to',
  'overCompletion/threshold',
  'totalCaps/*/rateBelow',
] as const satisfies SchemePlaces[]

/** Fields where an empty text means null. */
const MAY_BE_EMPTY = [
  'execution/reasonBelow',
  'dimensions/*/maxScore',
  'dimensions/*/groups/*/maxScore',
  'fixedIndicators/*/formula',
  'fixedIndicators/*/rule/bands/*/from',
  'fixedIndicators/*/rule/bands/*/to',
  'dimensions/*/rule/bands/*/from',
  'dimensions/*/rule/bands/*/to',
  'dimensions/*/groups/*/rule/bands/*/from',
  'dimensions/*/groups/*/rule/bands/*/to',
] as const satisfies SchemePlaces[]

/** Optional fields: an empty text takes the field away. */
const MAY_BE_ABSENT = [
  'defaults/clause',
  'dimensions/*/clause',
  'dimensions/*/groups/*/clause',
  'clauses/*',
  'deadlines/*',
  'overCompletion/deduct',
  'fixedIndicators/*/rule/outOf',
  'dimensions/*/rule/outOf',
  'dimensions/*/groups/*/rule/outOf',
] as const satisfies SchemePlaces[]

/** Whole days: numbers in the scheme. */
const DAYS: SchemePlaces = 'deadlines/*'

const perCent = (share: string): string => {
  const read = parseQuantity(share)
  return read === null ? share : plain(times(read, hundred))
}
const shareOf = (typed: string): string => {
  const read = parseQuantity(typed.replace(/%$/, ''))
  return read === null ? typed : plain(dividedBy(read, hundred))
}

/** A stored scheme as the editor shows it. */
export function draftOf(scheme: Scheme): SchemeDraft {
  const draft: unknown = JSON.parse(JSON.stringify(scheme))
  for (const path of SHARES) change(draft, path.split('/'), (value) => (typeof value === 'string' ? perCent(value) : value))
  change(draft, DAYS.split('/'), (value) => `${value}`)
  return draft as SchemeDraft
}

/** Deeper and larger than any scheme: what is beyond is no scheme, and is not read on. */
const DEEPEST = 20
const MOST_VALUES = 50_000

/**
 * The scheme that was typed, to be checked by whoever stores it; null where it is no JSON at all. Full-width digits and
 * thousands are taken as meant (`readNumber`); what is no number stays as typed, so that it is refused at its place.
 * Refused: `scheme-no-bounds`, nested or filled beyond what any scheme is.
 */
export function schemeTyped(json: string): Decision<unknown> {
  let draft: unknown
  try {
    draft = JSON.parse(json)
  } catch {
    return accepted(null)
  }
  if (typeof draft !== 'object' || draft === null) return accepted(null)
  if (!isWithinBounds(draft)) return refused('scheme-no-bounds')
  const tidy = tidied(draft)
  for (const path of MAY_BE_ABSENT) change(tidy, path.split('/'), (value) => (value === '' ? undefined : value))
  for (const path of MAY_BE_EMPTY) change(tidy, path.split('/'), (value) => (value === '' ? null : value))
  for (const path of SHARES) change(tidy, path.split('/'), (value) => (typeof value === 'string' ? shareOf(value) : value))
  change(tidy, DAYS.split('/'), (value) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value))
  return accepted(tidy)
}

/** Level by level, not by calling itself: what is nested without end would exhaust the stack before it is refused. */
function isWithinBounds(draft: object): boolean {
  let level: unknown[] = [draft]
  for (let depth = 0, values = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST || values > MOST_VALUES) return false
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
    values += level.length
  }
  return true
}

function tidied(value: unknown): unknown {
  if (typeof value === 'string') return inPlainDigits(cleanedText(value))
  if (Array.isArray(value)) return value.map(tidied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidied(inner)]))
}

/** Changes what stands at a path of a JSON value, in place; `undefined` takes a field away. */
function change(value: unknown, [step, ...rest]: string[], by: (value: unknown) => unknown): void {
  if (typeof value !== 'object' || value === null || step === undefined) return
  const fields = value as Record<string, unknown>
  for (const key of step === '*' ? Object.keys(fields) : [step]) {
    if (!Object.hasOwn(fields, key)) continue
    if (rest.length > 0) change(fields[key], rest, by)
    else {
      const changed = by(fields[key])
      if (changed === undefined) delete fields[key]
      else fields[key] = changed
    }
  }
}

/** Problems as sentences by the field they belong to: the JSON pointer without its first slash. */
export function problemFields(problems: readonly SchemeProblem[]): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const problem of problems) fields[problem.at.slice(1)] ??= schemeProblemSentence(problem)
  return fields
}
