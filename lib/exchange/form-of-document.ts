import {
  type Form,
  type FormIndicator,
  type FundsRow,
  MONEY_COLUMNS,
  type MoneyColumn,
  numberIn,
  type PrintedMoney,
  type PrintedNumber,
  type TextCell,
} from '@/lib/domain/checks/form'
import { type Points, quantity, times } from '@/lib/domain/quantities'
import { type CellContext, readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { type MoneyUnit, type NumberReading, readMoney, readNumber, readPercent, readScore } from '@/lib/domain/reading/number-reading'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { type Execution, executionOf } from '@/lib/domain/scoring/execution-rate'
import { type PrintedBy, scorePrintedRow } from '@/lib/domain/scoring/printed'
import { scoreExecution } from '@/lib/domain/scoring/scoring'
import { type ScorePart, totalOf } from '@/lib/domain/scoring/total'
import type { DocumentFundsRow, DocumentIndicator, DocumentSplit, EvaluationDocument } from './document-format'
import { figuresOfDocument } from './figures-of-document'
import { coefficientOf, standsOnGrounds } from './given-in-document'
import { textOfDocument } from './text-of-document'

const numberCell = (at: string, text: string | undefined, read: (text: string) => NumberReading): PrintedNumber => ({
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
  const indicators = (document.indicators ?? []).map((row, index) => indicatorOf(row, `/indicators/${index}`, { rules, figures, year }))
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
    money: money as Record<MoneyColumn, PrintedMoney>,
    maxScore: numberCell(`${at}/maxScore`, row.maxScore, readScore),
    printedRate: numberCell(`${at}/printedRate`, row.printedRate, readPercent),
    printedScore: numberCell(`${at}/printedScore`, row.printedScore, readScore),
  }
}

const moneyCell = (at: string, text: string | undefined, unit: MoneyUnit): PrintedMoney => ({
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
function amountCell(at: string, text: string | undefined, unit: MoneyUnit): PrintedMoney {
  const money = moneyCell(at, text, unit)
  if (money.reading.kind !== 'malformed' || money.reading.hint !== 'unknownUnit') return money
  const plain = readNumber(text ?? '')
  if (plain.kind !== 'number' || plain.unit.length > 12) return money
  const inTenThousands = /^万./.test(plain.unit)
  return { ...money, reading: inTenThousands ? { ...plain, value: times(plain.value, quantity('10000')) } : plain }
}

function indicatorOf(row: DocumentIndicator, at: string, by: PrintedBy): FormIndicator {
  const context: CellContext = {
    dimension: row.dimension ?? '',
    group: row.group ?? '',
    name: row.name,
    unit: row.unit ?? '',
    // A sign says more than 正向 or 反向 beside it.
    operator: (row.operator ?? '').trim() || (row.nature ?? ''),
    year: by.year,
  }
  const target = { ...textCell(`${at}/target`, row.target), reading: readTarget(row.target ?? '', context) }
  const actual = { ...textCell(`${at}/actual`, row.actual), reading: readActual(row.actual ?? '', context) }
  // 加分 goes beyond the points there are, 扣分 takes some away.
  const headed = /^(?:附加分?|加分|奖励加?分|扣分|减分|加减分)(?:项目?|指标)?(?:[（(].*)?$/.test(
    (row.dimension ?? '').trim() || (row.group ?? '').trim(),
  )
  const isAdjustment = headed || (row.fixedId !== undefined && by.rules.adjustments.has(row.fixedId))
  const maxScore = numberCell(`${at}/maxScore`, isAdjustment ? '' : row.maxScore, readScore)
  const printed = numberCell(`${at}/printedScore`, row.printedScore, readScore)
  const own = numberCell(`${at}/printedScore`, row.selfScore, readScore)
  const printedCompletion = numberCell(`${at}/printedCompletion`, row.printedCompletion, readPercent)
  const { actual: answered, ...scored } = scorePrintedRow(
    {
      context,
      fixedId: row.fixedId,
      target: target.reading,
      actual,
      deviationReason: row.deviationReason ?? '',
      maxScore: numberIn(maxScore),
      printedScore: numberIn(printed),
      selfScore: numberIn(own),
      onItsGrounds: standsOnGrounds(row),
      coefficient: coefficientOf(row),
      completion: printedCompletion.reading,
    },
    by,
  )
  // What a person gave is no score of a row that numbers decide or that is 不适用.
  const ownScoreAsked = !scored.decided && scored.comparison.outcome !== 'notApplicable'
  const printedScore = row.printedScore === undefined && ownScoreAsked ? own : printed
  return {
    ...scored,
    at,
    context,
    target,
    standard: row.standard ?? '',
    actual: { ...actual, reading: answered },
    maxScore,
    printedScore,
    printedCompletion,
    deviationReason: textCell(`${at}/deviationReason`, row.deviationReason),
    scored: scored.adjustment === null && !headed && (maxScore.reading.kind !== 'blank' || printedScore.reading.kind !== 'blank'),
  }
}
