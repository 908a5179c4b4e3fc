import type { Figures } from '@/lib/domain/cells/funds'
import { isNegative, isPositive, moreThan, type Points, points, type Quantity, type Rate, zero } from '@/lib/domain/quantities'
import type { CellContext, CellReading, ReadCell } from '@/lib/domain/reading/cell-reading'
import type { NumberReading } from '@/lib/domain/reading/number-reading'
import type { Comparison } from '@/lib/domain/reading/outcome'
import { readByPrintedFigures } from '@/lib/domain/reading/printed-figures'
import { type Earned, GIVEN } from '@/lib/domain/schemes/rules/rule-kind'
import { earnedBy, type Rule } from '@/lib/domain/schemes/rules/rules'
import { ruleOfRow, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { actualWithReason } from './actual-with-reason'
import { fixedReading } from './fixed-indicator'
import { targetInForce } from './rule-target'
import { adjustmentScore, compareRow, isDecided, scoreOf, TYPED } from './scoring'

/** A row of a printed form, or of one that the product exported, as its cells were read. `null` is 未填. */
export type PrintedRow = {
  context: CellContext
  /** Id in the scheme's own indicators or adjustments, where the form states it. */
  fixedId: string | undefined
  target: CellReading
  actual: ReadCell
  deviationReason: string
  /** 分值 as printed: it goes before the scheme's. */
  maxScore: Quantity | null
  printedScore: Quantity | null
  /** A person's own score; it counts only where it stands on its grounds. */
  selfScore: Quantity | null
  onItsGrounds: boolean
  /** 得分系数 as a share; looked at only where the rule asks for one. */
  coefficient: Rate | null
  completion: NumberReading
}

/** What printed rows are scored by; `figures` are stated only by the product's own exports: there a row is scored just as at home. */
export type PrintedBy = { rules: SchemeRules; figures: Figures | null; year: number | null }

export type PrintedRowScore = {
  rule: Rule
  /** One of the scheme's own indicators. */
  givenByScheme: boolean
  comparison: Comparison
  /** What the actual cell says: typed, with its reason, or by the scheme's formula. */
  actual: CellReading
  /** Whether a coefficient, numbers or dates decide; on a printed form yes and no do so only where the rule says it. */
  decided: boolean
  coefficient: Rate | null
  /** Two decimals, 0…分值; null: 未填, unreadable or not given. */
  score: Points | null
  adjustment: 'bonus' | 'deduction' | null
}

/**
 * Scores one row of a printed form with the product's own functions: by the scheme's rule where numbers decide, else by
 * the printed score if it lies within 0…分值. A row without a 分值 keeps its printed score.
 */
export function scorePrintedRow(row: PrintedRow, { rules, figures, year }: PrintedBy): PrintedRowScore {
  const { context, fixedId, maxScore } = row
  const own = figures !== null
  const rule = ruleOfRow({ ...context, fixedId }, rules)
  const fixed = fixedId === undefined ? undefined : rules.fixed.get(fixedId)
  const adjustment = fixedId === undefined ? undefined : rules.adjustments.get(fixedId)
  const typed = actualWithReason(row.actual, row.target, row.deviationReason)
  const computed = fixed === undefined || figures === null ? null : fixedReading(fixed, figures)
  const target = own ? targetInForce(rule, row.target, context) : row.target
  const compared = adjustment !== undefined ? TYPED : compareRow(rule, target, typed, computed, context, year)
  const comparison = adjustment !== undefined || own ? compared : readByItself(compared, row)
  const coefficient = rule.asks === 'coefficient' && row.onItsGrounds ? row.coefficient : null
  const earned = adjustment !== undefined ? GIVEN : earnedBy(rule, comparison, { maxScore: maxScore ?? zero, coefficient, defaults: rules })
  const decided = own ? isDecided(earned) : decidesOnPaper(rule, comparison, coefficient)
  const founded = row.onItsGrounds && !decided && comparison.outcome !== 'notApplicable' ? row.selfScore : null
  const given = row.printedScore ?? founded
  const score =
    adjustment !== undefined
      ? adjustmentScore(given, adjustment.max)
      : own
        ? maxScore && scoreOf(earned, comparison, maxScore, given, rules)
        : scoreOnPaper({ earned, comparison, decided }, maxScore, given, rules)
  return {
    rule,
    givenByScheme: fixed !== undefined,
    comparison,
    actual: computed ?? typed,
    decided,
    coefficient,
    score,
    adjustment: adjustment?.kind ?? null,
  }
}

/** Printed rows are read in the way that agrees with their own figures. */
const readByItself = (comparison: Comparison, { maxScore, printedScore, selfScore, completion }: PrintedRow): Comparison =>
  readByPrintedFigures(comparison, {
    maxScore,
    printedScore: printedScore ?? selfScore,
    completion: completion.kind === 'number' ? completion : null,
  })

function decidesOnPaper({ asks, definition }: Rule, comparison: Comparison, coefficient: Rate | null): boolean {
  if (coefficient !== null) return true
  if (comparison.outcome !== 'met' && comparison.outcome !== 'missed') return false
  return asks !== 'judgement' && (comparison.by !== 'yesNo' || definition.kind === 'yesNo')
}

function scoreOnPaper(
  { earned, comparison, decided }: { earned: Earned; comparison: Comparison; decided: boolean },
  maxScore: Quantity | null,
  printed: Quantity | null,
  rules: SchemeRules,
): Points | null {
  const given = printed === null || isNegative(printed) || (maxScore !== null && moreThan(printed, maxScore)) ? null : points(printed)
  if (maxScore === null || !isPositive(maxScore)) return given
  // A late date has no proportion: people say what it costs.
  const late = comparison.outcome === 'missed' && comparison.by === 'date'
  if (late && given !== null) return given
  const settled = comparison.outcome === 'notApplicable' && rules.notApplicable === 'full'
  return decided || settled ? scoreOf(earned, comparison, maxScore, printed, rules) : given
}
