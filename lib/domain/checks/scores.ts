import {
  absolute,
  atLeast,
  equals,
  fixed,
  hundred,
  isNegative,
  isPositive,
  larger,
  lessThan,
  minus,
  moreThan,
  type Points,
  plus,
  type Quantity,
  quantity,
  type Rate,
  smaller,
  sum,
  times,
  zero,
} from '@/lib/domain/quantities'
import { normalised } from '@/lib/domain/reading/number-reading'
import { isReason } from '@/lib/domain/reading/reason'
import { needsNoTarget } from '@/lib/domain/schemes/rules/rules'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { gradeName, gradeOf } from '@/lib/domain/scoring/grade'
import { type Check, check, type Found, fact, halfUnit } from './check'
import { type Form, type FormIndicator, type NumberCell, numberIn, saidIn } from './form'
import { printedTotals } from './printed-total'

/** K01: 分值 of execution and all indicators do not add to 100. */
const maxScoresAddUp = check({
  code: 'K01',
  severity: 'error',
  find: (form) => {
    if (!form.complete) return []
    const { rows: money, maxScore } = form.execution
    const rows = form.indicators.filter(({ scored }) => scored).map((indicator) => numberIn(indicator.maxScore))
    const given = rows.filter((points) => points !== null)
    const unstated = money.some((row) => numberIn(row.printedScore) !== null && numberIn(row.maxScore) === null)
    const unread = money.some((row) => row.maxScore.reading.kind === 'malformed')
    if (given.length === 0 || given.length < rows.length || unstated || unread) return []
    const all = plus(sum(given), maxScore ?? zero)
    if (equals(all, hundred)) return []
    const facts = { sum: fact(all), execution: fact(maxScore ?? zero), difference: fact(minus(all, hundred)) }
    return [{ at: form.origin === 'own' ? 'indicators' : '/indicators', facts, expected: '100', found: fact(all) }]
  },
})

type ScoredRow = { maxScore: Points | null; printed: Points | null; adjustment: FormIndicator['adjustment'] }

const scoredRows = ({ execution: { rows }, indicators }: Form): ScoredRow[] => [
  ...rows.map(({ maxScore, printedScore }) => ({ maxScore: numberIn(maxScore), printed: numberIn(printedScore), adjustment: null })),
  ...indicators.map(({ maxScore, printedScore, adjustment }) => ({
    maxScore: numberIn(maxScore),
    printed: numberIn(printedScore),
    adjustment,
  })),
]

/** K03: the printed total is not the sum of the printed scores, or, with rows missing, no scores of theirs would reach it. */
const totalAsPrinted = check({
  code: 'K03',
  severity: 'error',
  find: (form) => {
    const total = numberIn(form.printedTotal)
    const rows = scoredRows(form)
    const printed = rows.map((row) => row.printed).filter((score) => score !== null)
    const unread = [...form.execution.rows, ...form.indicators].some((row) => row.printedScore.reading.kind === 'malformed')
    if (total === null || printed.length === 0 || unread) return []
    const { sum: added, others } = printedTotals(form)
    const { at } = form.printedTotal
    if (form.complete) {
      if (
        equals(total, added) ||
        others.some((other) => equals(total, other)) ||
        rows.some((row) => row.maxScore !== null && row.printed === null)
      )
        return []
      const facts = { kind: 'sum' as const, total: fact(total), sum: fact(added), difference: fact(minus(total, added)) }
      return [{ at, facts, expected: fact(added), found: fact(total) }]
    }
    const lost = sum(
      rows.map(({ maxScore, printed: score }) => (maxScore === null || score === null ? zero : larger(minus(maxScore, score), zero))),
    )
    const known = sum(rows.map((row) => (row.adjustment === null ? (row.maxScore ?? row.printed) : null) ?? zero))
    const bonus = sum(rows.map((row) => (row.adjustment === 'bonus' ? row.printed : null) ?? zero))
    const most = plus(minus(larger(known, hundred), lost), bonus)
    const least = others.reduce(smaller, added)
    if (!moreThan(total, most) && !lessThan(total, least)) return []
    const facts = { kind: 'reach' as const, total: fact(total), least: fact(least), most: fact(most) }
    return [{ at, facts, expected: `${fact(least)}…${fact(most)}`, found: fact(total) }]
  },
})

const SMALLEST_TOLERANCE = quantity('0.05')

/** K04: the printed score is not what the rule gives for a numeric row. Marks taken off a met row are K06. */
const scoreByRule = check({
  code: 'K04',
  severity: 'error',
  find: ({ indicators }) =>
    indicators.flatMap((row) => {
      const { comparison, score, printedScore } = row
      const maxScore = numberIn(row.maxScore)
      const { reading } = printedScore
      if (score === null || maxScore === null || reading.kind !== 'number') return []
      if (row.coefficient !== null) return againstCoefficient(row, row.coefficient, score, reading)
      if (!row.decided || (comparison.outcome !== 'met' && comparison.outcome !== 'missed')) return []
      if (comparison.by !== 'number' && comparison.by !== 'range') return []
      // Intervals may give full marks to a value short of its target.
      const fullThoughMissed =
        comparison.outcome === 'missed' && !needsNoTarget(row.rule) && isPositive(maxScore) && atLeast(reading.value, maxScore)
      const difference = minus(reading.value, score)
      const apart = isApart(difference, reading.decimals)
      if (!fullThoughMissed && !(apart && (comparison.outcome === 'missed' || isPositive(difference)))) return []
      const facts = {
        kind: fullThoughMissed ? ('full' as const) : ('proportion' as const),
        name: row.context.name,
        target: row.target.text.trim(),
        actual: row.actual.text.trim(),
        printed: fact(reading.value),
        expected: fixed(score, 2),
        maxScore: fact(maxScore),
      }
      return [{ at: printedScore.at, facts, expected: fixed(score, 2), found: fact(reading.value) }]
    }),
})

const isApart = (difference: Quantity, decimals: number): boolean =>
  moreThan(absolute(difference), larger(decimals === 0 ? quantity('0.5') : halfUnit(decimals, 1), SMALLEST_TOLERANCE))

/** Where a coefficient is stated the score is 得分系数 × 分值, above or below. */
function againstCoefficient(
  { context, printedScore, maxScore }: FormIndicator,
  coefficient: Rate,
  score: Points,
  { value, decimals }: { value: Quantity; decimals: number },
): readonly Found<'K04'>[] {
  if (!isApart(minus(value, score), decimals)) return []
  const facts = {
    kind: 'coefficient' as const,
    name: context.name,
    coefficient: fact(times(coefficient, hundred)),
    printed: fact(value),
    expected: fixed(score, 2),
    maxScore: saidIn(maxScore),
  }
  return [{ at: printedScore.at, facts, expected: fixed(score, 2), found: fact(value) }]
}

const scoreOf = (row: FormIndicator): Quantity | null =>
  numberIn(row.printedScore) ?? (row.printedScore.reading.kind === 'blank' ? row.score : null)

/** K06: a score below the 分值 without 偏差原因. */
const reasonForLostPoints = check({
  code: 'K06',
  severity: 'error',
  find: ({ indicators }) =>
    indicators.flatMap((row) => {
      const maxScore = numberIn(row.maxScore)
      const score = scoreOf(row)
      if (maxScore === null || score === null || !lessThan(score, maxScore) || isReason(row.deviationReason.text)) return []
      const facts = { name: row.context.name, score: fact(score), maxScore: fact(maxScore), lost: fact(minus(maxScore, score)) }
      return [{ at: row.deviationReason.at, facts }]
    }),
})

const UNBOUNDED: NumberCell = { at: '', text: '', reading: { kind: 'blank' } }

/** K19: a score below 0 or above its 分值. */
const scoreWithinBounds = check({
  code: 'K19',
  severity: 'error',
  find: ({ funds, indicators, rules }) =>
    [
      // A scheme may let overspending earn more than the 分值.
      ...funds.map(({ item, maxScore, printedScore }) => ({
        name: item,
        maxScore: rules.execution?.capped === false ? UNBOUNDED : maxScore,
        printedScore,
      })),
      ...indicators.map(({ context, maxScore, printedScore }) => ({ name: context.name, maxScore, printedScore })),
    ].flatMap(({ name, maxScore, printedScore }) => {
      const most = numberIn(maxScore)
      const score = numberIn(printedScore)
      if (score === null || !(isNegative(score) || (most !== null && moreThan(score, most)))) return []
      return [{ at: printedScore.at, facts: { name, score: fact(score), maxScore: most === null ? null : fact(most) }, found: fact(score) }]
    }),
})

/** K21: one indicator carries more points than the scheme's limit (30). */
const heavyIndicator = check({
  code: 'K21',
  severity: 'info',
  find: ({ indicators, scheme }) => {
    const limit = quantity(scheme.limits.indicatorPoints)
    return indicators.flatMap(({ context, maxScore }) => {
      const points = numberIn(maxScore)
      if (points === null || !moreThan(points, limit)) return []
      return [{ at: maxScore.at, facts: { name: context.name, maxScore: fact(points), limit: fact(limit) } }]
    })
  },
})

const GRADE_WORDS: readonly (readonly [RegExp, Grade])[] = [
  [/^优/, 'excellent'],
  [/^良/, 'good'],
  [/^(?:中|一般)/, 'fair'],
  [/^差/, 'poor'],
]

/** K08: the printed grade is not the scheme's for the total. */
const gradeAsPrinted = check({
  code: 'K08',
  severity: 'warning',
  figures: { version: 1, of: ({ printed, total }) => ({ printed, total }) },
  find: (form) => {
    const total = numberIn(form.printedTotal) ?? form.total
    const text = normalised(form.printedGrade.text)
    // The scheme's own names first, the longest first (合格 and 不合格 are two).
    const own = form.scheme.grades.toSorted((a, b) => b.name.length - a.name.length).find(({ name }) => text.startsWith(name))
    const printed = own?.grade ?? GRADE_WORDS.find(([words]) => words.test(text))?.[1]
    const expected = gradeOf(total, form.scheme)
    if (total === null || printed === undefined || expected === null || expected === printed) return []
    return [
      { at: form.printedGrade.at, facts: { printed: text, grade: gradeName(expected, form.scheme), total: fact(total) }, found: text },
    ]
  },
})

export const scoreChecks: readonly Check[] = [
  maxScoresAddUp,
  totalAsPrinted,
  scoreByRule,
  reasonForLostPoints,
  gradeAsPrinted,
  scoreWithinBounds,
  heavyIndicator,
]
