import type { Figures } from '@/lib/domain/cells/funds'
import {
  type Form,
  type FormIndicator,
  type FundsRow,
  MONEY_COLUMNS,
  type MoneyCell,
  type MoneyColumn,
  type NumberCell,
  numberIn,
  type TextCell,
} from '@/lib/domain/checks/form'
import { isNegative, isPositive, moreThan, type Points, points, type Quantity, quantity, times, zero } from '@/lib/domain/quantities'
import { type CellContext, readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { type MoneyUnit, type NumberReading, readMoney, readNumber, readPercent, readScore } from '@/lib/domain/reading/number-reading'
import type { Comparison } from '@/lib/domain/reading/outcome'
import { readByPrintedFigures } from '@/lib/domain/reading/printed-figures'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { ruleOfRow, rulesOf, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { type Execution, executionOf } from '@/lib/domain/scoring/execution-rate'
import { fixedReading } from '@/lib/domain/scoring/fixed-indicator'
import { earned } from '@/lib/domain/scoring/indicator-rule'
import { actualWithReason } from '@/lib/domain/scoring/reason'
import { targetInForce } from '@/lib/domain/scoring/rule-target'
import { adjustmentScore, compareRow, scoreExecution, scoreIndicator, TYPED } from '@/lib/domain/scoring/scoring'
import { type ScorePart, totalOf } from '@/lib/domain/scoring/total'
import type { DocumentFundsRow, DocumentIndicator, DocumentSplit, EvaluationDocument } from './document-format'
import { figuresOfDocument } from './figures-of-document'
import { coefficientOf, standsOnGrounds } from './given-in-document'
import { textOfDocument } from './text-of-document'

const numberCell = (at: string, text: string | undefined, read: (text: string) => NumberReading): NumberCell => ({
  at,
  text: text ?? '',
  reading: read(text ?? ''),
})
const textCell = (at: string, text: string | undefined): TextCell => ({ at, text: text ?? '' })

/** An evaluation document as checks see it, read and scored by its scheme. The 分值 printed on it go before the scheme's. */
export function formOfDocument(document: EvaluationDocument, scheme: Scheme): Form {
  const rules = rulesOf(scheme)
  const unit = document.moneyUnit
  const year = document.year ?? null
  const documentFunds = document.funds ?? []
  const columns = {
    adjustedBudget: documentFunds.some((row) => row.adjustedBudget !== undefined),
    initialBudget: documentFunds.some((row) => row.initialBudget !== undefined),
  }
  const funds = documentFunds.map((row, index) => fundsRow(row, `/funds/${index}`, unit))
  const scored = funds.find(({ role }) => role === 'total') ?? null
  const figures = figuresOfDocument(document)
  const indicators = (document.indicators ?? []).map((row, index) => indicatorOf(row, `/indicators/${index}`, year, { rules, figures }))
  const state = executionState(scored, columns.adjustedBudget ? 'adjustedBudget' : 'initialBudget')
  const executionMax = scored === null ? null : numberIn(scored.maxScore)
  const executionPart = executionMax === null ? null : scoreExecution(state, executionMax, rules)
  const form: Form = {
    origin: 'printed',
    kind: document.kind,
    department: document.department,
    project: document.project ?? null,
    year,
    unit,
    scheme,
    rules,
    complete: document.complete === true,
    columns,
    funds,
    splits: (document.splits ?? []).map((split, index) => splitOf(split, `/splits/${index}`, unit)),
    execution: { row: scored, state, maxScore: executionMax, score: executionPart?.score ?? null },
    indicators,
    printedTotal: numberCell('/printedTotal', document.printedTotal, readScore),
    printedGrade: textCell('/printedGrade', document.printedGrade),
    total: null,
    text: textOfDocument(document),
    own: null,
  }
  return { ...form, total: totalOfForm(form, executionPart) }
}

/** 总分: null while a score is missing or rows may be, and where the 分值 of execution cannot be read. */
function totalOfForm({ complete, execution, indicators, rules }: Form, executionPart: ScorePart | null): Points | null {
  if (!complete || execution.row?.maxScore.reading.kind === 'malformed') return null
  const rate = execution.state.state === 'known' ? execution.state.rate : null
  const parts = indicators
    .filter(({ scored, adjustment }) => scored || adjustment !== null)
    .map(({ maxScore, score, comparison, adjustment }): ScorePart => {
      return { maxScore: numberIn(maxScore), score, notApplicable: comparison.outcome === 'notApplicable', adjustment }
    })
  return totalOf(executionPart, parts, rate, rules).total
}

function fundsRow(row: DocumentFundsRow, at: string, unit: MoneyUnit): FundsRow {
  const money = Object.fromEntries(MONEY_COLUMNS.map((column) => [column, moneyCell(`${at}/${column}`, row[column], unit)]))
  return {
    at,
    item: row.item,
    role: row.role,
    money: money as Record<MoneyColumn, MoneyCell>,
    maxScore: numberCell(`${at}/maxScore`, row.maxScore, readScore),
    printedRate: numberCell(`${at}/printedRate`, row.printedRate, readPercent),
    printedScore: numberCell(`${at}/printedScore`, row.printedScore, readScore),
  }
}

const moneyCell = (at: string, text: string | undefined, unit: MoneyUnit): MoneyCell => ({
  at,
  text: text ?? '',
  reading: readMoney(text ?? '', unit),
})

function executionState(row: FundsRow | null, budget: MoneyColumn): Execution {
  if (row === null) return { state: 'notFilled' }
  const cell = row.money[budget]
  if (cell.reading.kind === 'notApplicable') return { state: 'notApplicable' }
  if (cell.reading.kind === 'malformed') return { state: 'notFilled' }
  return executionOf({ adjustedBudget: numberIn(cell), actualExpenditure: numberIn(row.money.actualExpenditure) })
}

function splitOf({ name, total, parts }: DocumentSplit, at: string, unit: MoneyUnit): Form['splits'][number] {
  return {
    at,
    name,
    total: amountCell(`${at}/total`, total, unit),
    parts: parts.map((part, index) => ({ name: part.name, ...amountCell(`${at}/parts/${index}/amount`, part.amount, unit) })),
  }
}

/** Parts of a split may be counts: what is no money is read as a plain number, 万 as 10⁴. */
function amountCell(at: string, text: string | undefined, unit: MoneyUnit): MoneyCell {
  const money = moneyCell(at, text, unit)
  if (money.reading.kind !== 'malformed' || money.reading.hint !== 'unknownUnit') return money
  const plain = readNumber(text ?? '')
  if (plain.kind !== 'number' || plain.unit.length > 12) return money
  const inTenThousands = /^万./.test(plain.unit)
  return { ...money, reading: inTenThousands ? { ...plain, value: times(plain.value, quantity('10000')) } : plain }
}

/** What rows are scored by: the scheme's rules, and the figures for its formulas where the document states them. */
type ScoredBy = { rules: SchemeRules; figures: Figures | null }

function indicatorOf(row: DocumentIndicator, at: string, year: number | null, { rules, figures }: ScoredBy): FormIndicator {
  const context: CellContext = {
    dimension: row.dimension ?? '',
    group: row.group ?? '',
    name: row.name,
    unit: row.unit ?? '',
    operator: row.operator ?? '',
    year,
  }
  const target = { ...textCell(`${at}/target`, row.target), reading: readTarget(row.target ?? '', context) }
  const answer = { ...textCell(`${at}/actual`, row.actual), reading: readActual(row.actual ?? '', context) }
  const actual = { ...answer, reading: actualWithReason(answer, target.reading, row.deviationReason ?? '') }
  const adjustment = row.fixedId === undefined ? undefined : rules.adjustments.get(row.fixedId)
  const fixed = row.fixedId === undefined ? undefined : rules.fixed.get(row.fixedId)
  const rule = ruleOfRow({ ...context, fixedId: row.fixedId }, rules)
  // Only the product's own exports state the figures: there a row is scored just as it was at home.
  const own = figures !== null
  const computed = fixed === undefined || figures === null ? null : fixedReading(fixed, figures)
  const maxScore = numberCell(`${at}/maxScore`, adjustment === undefined ? row.maxScore : '', readScore)
  const printedCompletion = numberCell(`${at}/printedCompletion`, row.printedCompletion, readPercent)
  const asked = own ? targetInForce(rule, target.reading, context) : target.reading
  const compared = compareRow(rule, asked, actual.reading, computed, context, year)
  const comparison =
    adjustment !== undefined
      ? TYPED
      : own
        ? compared
        : readByItself(compared, row, { maxScore: numberIn(maxScore), completion: printedCompletion.reading })
  const coefficient = coefficientOf(row, rule)
  const decided = isDecided({ comparison, rule, coefficient }, rules, own)
  // What a person gave is no score of a row that numbers decide or that is 不适用.
  const ownScore = decided || comparison.outcome === 'notApplicable' ? undefined : row.selfScore
  const printedScore = numberCell(`${at}/printedScore`, row.printedScore ?? ownScore, readScore)
  const unfounded = row.printedScore === undefined && row.selfScore !== undefined && !standsOnGrounds(row)
  const given = unfounded ? null : numberIn(printedScore)
  return {
    at,
    context,
    target,
    actual: computed === null ? actual : { ...actual, reading: computed },
    comparison,
    givenByScheme: fixed !== undefined,
    rule,
    decided,
    coefficient,
    maxScore,
    printedScore,
    printedCompletion,
    deviationReason: textCell(`${at}/deviationReason`, row.deviationReason),
    score:
      adjustment === undefined
        ? scoreOf({ comparison, rule, coefficient, decided }, numberIn(maxScore), given, { rules, own })
        : adjustmentScore(given, adjustment.max),
    scored: adjustment === undefined && (maxScore.reading.kind !== 'blank' || printedScore.reading.kind !== 'blank'),
    adjustment: adjustment?.kind ?? null,
  }
}

/** Printed rows are read in the way that agrees with their own figures. */
function readByItself(
  comparison: Comparison,
  { printedScore, selfScore }: DocumentIndicator,
  { maxScore, completion }: { maxScore: Points | null; completion: NumberReading },
): Comparison {
  const score = readScore(printedScore ?? selfScore ?? '')
  return readByPrintedFigures(comparison, {
    maxScore,
    printedScore: score.kind === 'number' ? score.value : null,
    completion: completion.kind === 'number' ? completion : null,
  })
}

/** By the scheme's rule where numbers decide; else the printed score if it lies within 0…分值. A row without a 分值 keeps its printed score. */
function scoreOf(
  { comparison, rule, coefficient, decided }: Pick<FormIndicator, 'comparison' | 'rule' | 'coefficient' | 'decided'>,
  maxScore: Quantity | null,
  printed: Quantity | null,
  { rules, own }: { rules: SchemeRules; own: boolean },
): Points | null {
  if (own) return maxScore === null ? null : scoreIndicator(comparison, maxScore, printed, rules, rule, coefficient)
  const given = printed === null || isNegative(printed) || (maxScore !== null && moreThan(printed, maxScore)) ? null : points(printed)
  if (maxScore === null || !isPositive(maxScore)) return given
  // A late date has no proportion: people say what it costs.
  const late = comparison.outcome === 'missed' && comparison.by === 'date'
  if (late && given !== null) return given
  return decided || isSettled(comparison, rules) ? scoreIndicator(comparison, maxScore, printed, rules, rule, coefficient) : given
}

/** 不适用 under a scheme that gives full marks for it. */
const isSettled = ({ outcome }: FormIndicator['comparison'], { notApplicable }: SchemeRules): boolean =>
  outcome === 'notApplicable' && notApplicable === 'full'

/** Whether a coefficient, numbers or dates decide; on a printed form yes and no do so only where the rule says it. */
function isDecided(
  { comparison, rule, coefficient }: Pick<FormIndicator, 'comparison' | 'rule' | 'coefficient'>,
  rules: SchemeRules,
  own: boolean,
): boolean {
  if (own) return !['given', 'none'].includes(earned(rule, comparison, zero, rules, coefficient).by)
  if (coefficient !== null) return true
  if (comparison.outcome !== 'met' && comparison.outcome !== 'missed') return false
  return rule.kind !== 'manual' && rule.kind !== 'qualitative' && (comparison.by !== 'yesNo' || rule.kind === 'yesNo')
}
