import { dividedBy, equals, fixed, hundred, isZero, quantity, times } from '@/lib/domain/quantities'
import type { CellReading } from '@/lib/domain/reading/cell-reading'
import { lately } from '@/lib/domain/reading/lately'
import { isBlank, normalised } from '@/lib/domain/reading/number-reading'
import { isReason } from '@/lib/domain/reading/reason'
import { unitOf } from '@/lib/domain/reading/units'
import { needsNoTarget } from '@/lib/domain/schemes/rules/rules'
import { isOverCompleted, SUGGESTED_ABOVE, suggestedDeduction } from '@/lib/domain/scoring/over-completion'
import { type Check, check, fact } from './check'
import { type CellFlaw, WRITTEN_FLAWS } from './facts'
import { type FormIndicator, numberIn, saidIn } from './form'

const OVER_COMPLETED = quantity('1.3')

/**
 * K07: 130 % of the target or more, for ≥ > = and bare targets above 0. A printed form is held to 130 %, whatever its scheme
 * asks of our own forms; there the scheme says from where on, or not at all, and a reason answers it.
 */
const overCompleted = check({
  code: 'K07',
  severity: 'warning',
  figures: { version: 1, of: ({ target, actual }) => ({ target, actual }) },
  find: ({ indicators, rules, origin }) =>
    indicators.flatMap(({ comparison, context, target, actual, deviationReason }) => {
      const threshold = origin === 'printed' ? OVER_COMPLETED : rules.overCompletion?.threshold
      if (threshold === undefined || !isOverCompleted(comparison, threshold)) return []
      if (!('by' in comparison) || comparison.by !== 'number') return []
      if (origin === 'own' && isReason(deviationReason.text)) return []
      const share = fixed(times(dividedBy(comparison.actual, comparison.target), hundred), 2)
      const facts = {
        name: context.name,
        target: target.text.trim(),
        actual: actual.text.trim(),
        share,
        threshold: fact(times(threshold, hundred)),
        deducted: origin === 'own' && rules.overCompletion?.deduct ? fact(rules.overCompletion.deduct) : null,
      }
      return [{ at: actual.at, facts }]
    }),
})

/** K33: the scheme suggests to take points for a target that was far exceeded; a reason does not answer it, and nothing is taken. */
const deductionSuggested = check({
  code: 'K33',
  severity: 'info',
  find: ({ indicators, rules, origin }) =>
    indicators.flatMap(({ comparison, context, maxScore, actual }) => {
      const most = numberIn(maxScore)
      const suggested = origin === 'own' && most !== null ? suggestedDeduction(comparison, most, rules) : null
      if (suggested === null) return []
      const facts = {
        name: context.name,
        deviation: fixed(times(suggested.deviation, hundred), 2),
        above: fact(times(SUGGESTED_ABOVE, hundred)),
        deduct: fixed(suggested.deduct, 2),
        maxScore: saidIn(maxScore),
      }
      return [{ at: actual.at, facts }]
    }),
})

/**
 * K09: a cell that cannot be read, or not held against its counterpart; or an operator sign where a measured value belongs.
 * Where somebody gave the score by hand and said on what it rests, they have decided.
 */
const comparable = check({
  code: 'K09',
  severity: 'warning',
  figures: { version: 1, of: ({ target, actual }) => ({ target, actual }) },
  find: ({ indicators, own }) =>
    indicators.flatMap((row, index) => {
      const given = own?.rows[index]
      const decided = given?.hasGrounds === true && (given.selfScore !== null || given.coefficient !== null)
      const flaw = decided ? null : flawOf(row)
      if (flaw === null) return []
      const facts = { name: row.context.name, why: flaw.why, target: shown(row.target.text), actual: shown(row.actual.text) }
      return [{ at: flaw.at, facts }]
    }),
})

const shown = (text: string): string => text.trim().slice(0, 60)

function flawOf({ target, actual, comparison }: FormIndicator): { at: string; why: CellFlaw } | null {
  // What a formula could not give is no slip of the pen: K31 asks for a score.
  if (comparison.outcome === 'judgement' && comparison.why === 'notComputable') return null
  if (target.reading.kind === 'unreadable') return { at: target.at, why: target.reading.hint }
  if (actual.reading.kind === 'unreadable') return { at: actual.at, why: actual.reading.hint }
  // A day that the form's year does not have: each cell by itself could be read
  if (comparison.outcome === 'unreadable') return { at: (comparison.which === 'target' ? target : actual).at, why: comparison.hint }
  if (hasSign(actual.reading)) return { at: actual.at, why: 'signOnActual' }
  const flaw = comparison.outcome === 'judgement' ? WRITTEN_FLAWS.find((why) => why === comparison.why) : undefined
  if (flaw !== undefined) return { at: actual.at, why: flaw }
  const { reading } = target
  const openMinimum = reading.kind === 'number' && isZero(reading.value) && (reading.operator === '>=' || reading.operator === '>')
  return openMinimum ? { at: target.at, why: 'zeroMinimum' } : null
}

const hasSign = (reading: CellReading): boolean =>
  reading.kind === 'number' && reading.writtenAs === 'symbol' && reading.operator !== null && reading.operator !== '='

/** K12: one 三级 name twice under one 一级, with different actual values. */
const sameNameTwice = check({
  code: 'K12',
  severity: 'warning',
  figures: { version: 1, of: ({ first, second }) => ({ first, second }) },
  find: ({ indicators }) => {
    const all = new Map<string, FormIndicator[]>()
    return indicators.flatMap((row) => {
      const name = bareName(row.context.name)
      if (isBlank(name) || isBlank(row.actual.text)) return []
      const key = `${normalised(row.context.dimension)}\n${name}`
      const named = all.get(key) ?? []
      all.set(key, named)
      // 任务一/完成率 and 任务二/完成率, 数量/培训 3次 and 质量/培训 95% are two indicators.
      const earlier = named.find((other) => isOneIndicator(other, row))
      named.push(row)
      if (earlier === undefined) return []
      // A framework may ask for one name in two places, as 管理制度健全性 of 53 号文.
      if (sameValue(earlier, row) || (earlier.givenByScheme && row.givenByScheme)) return []
      return [
        {
          at: row.actual.at,
          facts: { name, first: shown(earlier.actual.text), second: shown(row.actual.text), firstAt: earlier.actual.at },
        },
      ]
    })
  },
})

/** In one 二级, where both say one, and of one kind: what is counted is no rate. */
function isOneIndicator(a: FormIndicator, b: FormIndicator): boolean {
  const [one, other] = [normalised(a.context.group), normalised(b.context.group)]
  const isRate = ({ actual: { reading } }: FormIndicator): boolean | null => (reading.kind === 'number' ? reading.unit === '%' : null)
  const [rated, otherRated] = [isRate(a), isRate(b)]
  return (one === '' || other === '' || one === other) && (rated === null || otherRated === null || rated === otherRated)
}

/** The name without its number (指标1:) and marks before it. */
const bareName = lately((name) =>
  normalised(name)
    .replace(/^[★☆*]*(?:指标 ?\d+ ?[:：.、]? ?)?/, '')
    .replaceAll(' ', ''),
)

function sameValue({ actual: a }: FormIndicator, { actual: b }: FormIndicator): boolean {
  if (normalised(a.text) === normalised(b.text)) return true
  const [x, y] = [a.reading, b.reading]
  if (x.kind !== 'number' || y.kind !== 'number' || x.operator !== y.operator) return false
  const [one, other] = [unitOf(x.unit), unitOf(y.unit)]
  // 100 and 100个 are the same.
  if (one.base === '' || other.base === '') return equals(x.value, y.value)
  return one.base === other.base && equals(times(x.value, one.factor), times(y.value, other.factor))
}

/** K16: no actual value though there is a target, or a rule that needs none; on a printed form only where there is a score. */
const actualMissing = check({
  code: 'K16',
  severity: 'error',
  unfilled: true,
  find: ({ indicators, origin }) =>
    indicators.flatMap(({ context, target, actual, printedScore, rule }) => {
      const withoutTarget = target.reading.kind === 'blank' && !(origin === 'own' && needsNoTarget(rule))
      if (withoutTarget || target.reading.kind === 'notApplicable' || actual.reading.kind !== 'blank') return []
      if (origin === 'printed' && printedScore.reading.kind !== 'number') return []
      return [{ at: actual.at, facts: { name: context.name, target: shown(target.text) || null, score: saidIn(printedScore) || null } }]
    }),
})

export const indicatorChecks: readonly Check[] = [overCompleted, deductionSuggested, comparable, sameNameTwice, actualMissing]
