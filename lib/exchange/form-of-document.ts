import { type CellContext, readActual, readTarget } from '@/lib/domain/cell-reading'
import { compareCells } from '@/lib/domain/comparison'
import { type Execution, executionOf } from '@/lib/domain/execution-rate'
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
} from '@/lib/domain/form'
import { type MoneyUnit, type NumberReading, readMoney, readNumber, readPercent, readScore } from '@/lib/domain/number-reading'
import { readByOwnFigures } from '@/lib/domain/own-figures'
import { isNegative, isPositive, moreThan, type Points, points, type Quantity, quantity, times } from '@/lib/domain/quantities'
import { actualWithReason } from '@/lib/domain/reason'
import type { Scheme } from '@/lib/domain/scheme'
import { rulesOf, type SchemeRules } from '@/lib/domain/scheme-rules'
import { ruleAt, scoreExecution, scoreIndicator } from '@/lib/domain/scoring'
import { totalOf } from '@/lib/domain/total'
import type { DocumentFundsRow, DocumentIndicator, DocumentSplit, EvaluationDocument } from './document-format'
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
  const indicators = (document.indicators ?? []).map((row, index) => indicatorOf(row, `/indicators/${index}`, year, rules))
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
  return { ...form, total: totalOfForm(form) }
}

/** 总分: null while a score is missing or rows may be. */
function totalOfForm({ complete, execution, indicators, rules }: Form): Points | null {
  const rows = indicators.filter(({ scored }) => scored)
  if (!complete || rows.some(({ score }) => score === null)) return null
  if (execution.maxScore !== null && execution.score === null) return null
  const rate = execution.state.state === 'known' ? execution.state.rate : null
  const part = (maxScore: Points | null, score: Points | null) => ({ maxScore, score, notApplicable: false, adjustment: null })
  const executionPart = execution.maxScore === null ? null : part(execution.maxScore, execution.score)
  return totalOf(
    executionPart,
    rows.map((row) => part(numberIn(row.maxScore), row.score)),
    rate,
    rules,
  ).total
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

function indicatorOf(row: DocumentIndicator, at: string, year: number | null, rules: SchemeRules): FormIndicator {
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
  const maxScore = numberCell(`${at}/maxScore`, row.maxScore, readScore)
  const printedScore = numberCell(`${at}/printedScore`, row.printedScore ?? row.selfScore, readScore)
  const printedCompletion = numberCell(`${at}/printedCompletion`, row.printedCompletion, readPercent)
  const comparison = readByOwnFigures(compareCells(target.reading, actual.reading, context), {
    maxScore: numberIn(maxScore),
    printedScore: numberIn(printedScore),
    completion: printedCompletion.reading.kind === 'number' ? printedCompletion.reading : null,
  })
  const rule = ruleFor(row, context, rules)
  return {
    at,
    context,
    target,
    actual,
    comparison,
    rule,
    maxScore,
    printedScore,
    printedCompletion,
    deviationReason: textCell(`${at}/deviationReason`, row.deviationReason),
    score: scoreOf(comparison, numberIn(maxScore), numberIn(printedScore), rules, rule),
    scored: maxScore.reading.kind !== 'blank' || printedScore.reading.kind !== 'blank',
  }
}

function ruleFor({ fixedId }: DocumentIndicator, context: CellContext, rules: SchemeRules): FormIndicator['rule'] {
  const fixed = fixedId === undefined ? undefined : rules.fixed.get(fixedId)
  return fixed?.rule ?? ruleAt(context, rules)
}

/** By the scheme's rule where numbers decide; else the printed score if it lies within 0…分值. A row without a 分值 keeps its printed score. */
function scoreOf(
  comparison: FormIndicator['comparison'],
  maxScore: Quantity | null,
  printed: Quantity | null,
  rules: SchemeRules,
  rule: FormIndicator['rule'],
): Points | null {
  const given = printed === null || isNegative(printed) || (maxScore !== null && moreThan(printed, maxScore)) ? null : points(printed)
  if (maxScore === null || !isPositive(maxScore)) return given
  // A late date has no proportion: people say what it costs.
  const late = comparison.outcome === 'missed' && comparison.by === 'date'
  if (late && given !== null) return given
  return isDecided(comparison, rule) ? scoreIndicator(comparison, maxScore, printed, rules, rule) : given
}

/** Whether numbers (or dates, or a rule that knows yes and no) decide the outcome. */
export function isDecided(comparison: FormIndicator['comparison'], rule: FormIndicator['rule']): boolean {
  if (comparison.outcome !== 'met' && comparison.outcome !== 'missed') return false
  return comparison.by !== 'yesNo' || rule.kind === 'yesNo'
}
