import { type Form, type FormIndicator, type FormSubtotal, numberIn, type TextCell } from '@/lib/domain/checks/form'
import { type Points, zero } from '@/lib/domain/quantities'
import { type CellContext, readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { isBlank, readCount, readPercent, readScore } from '@/lib/domain/reading/number-reading'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { type PrintedBy, scorePrintedRow } from '@/lib/domain/scoring/printed'
import { adjustmentScore } from '@/lib/domain/scoring/scoring'
import { type ScorePart, totalOf } from '@/lib/domain/scoring/total'
import type { EvaluationDocument } from './document-format'
import type { DocumentIndicator, DocumentSubtotal } from './document-rows'
import { figuresOfDocument, namedFiguresOf } from './figures-of-document'
import { adjustsIn, coefficientOf, standsOnGrounds, unsignedIn } from './given-in-document'
import { executionOfRows, fundsOfDocument, numberCell, splitsOfDocument, taskFundsOfDocument } from './money-of-document'
import { textOfDocument } from './text-of-document'

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
  const funds = fundsOfDocument(document)
  const figures = figuresOfDocument(document)
  const indicators = (document.indicators ?? []).map((row, index) => indicatorOf(row, `/indicators/${index}`, { rules, figures, year }))
  const { execution, parts } = executionOfRows(funds, columns.adjustedBudget ? 'adjustedBudget' : 'initialBudget', rules)
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
    taskFunds: taskFundsOfDocument(document),
    splits: splitsOfDocument(document),
    namedFigures: namedFiguresOf(document),
    execution,
    indicators,
    subtotals: (document.subtotals ?? []).map((row, index) => subtotalOf(row, `/subtotals/${index}`)),
    printedTotal: numberCell('/printedTotal', document.printedTotal, readScore),
    printedGrade: textCell('/printedGrade', document.printedGrade),
    total: null,
    text: textOfDocument(document),
    own: null,
  }
  return { ...form, total: totalOfForm(form, parts) }
}

/** 总分: null while a score is missing or rows may be, and where the 分值 of execution cannot be read. */
function totalOfForm({ complete, execution, indicators, rules }: Form, money: readonly ScorePart[]): Points | null {
  if (!complete || execution.rows.some(({ maxScore }) => maxScore.reading.kind === 'malformed')) return null
  const rate = execution.state.state === 'known' ? execution.state.rate : null
  const parts = indicators
    .filter(({ scored, adjustment }) => scored || adjustment !== null)
    .map(({ maxScore, score, comparison, adjustment }): ScorePart => {
      return { maxScore: numberIn(maxScore), score, notApplicable: comparison.outcome === 'notApplicable', adjustment }
    })
  // Money alone is no total, however many of its rows are scored.
  return parts.every((part) => part.adjustment !== null) ? null : totalOf(null, [...money, ...parts], rate, rules).total
}

const subtotalOf = ({ dimension, group, maxScore, printedScore }: DocumentSubtotal, at: string): FormSubtotal => ({
  dimension,
  group: group ?? '',
  maxScore: numberCell(`${at}/maxScore`, maxScore, readScore),
  printedScore: numberCell(`${at}/printedScore`, printedScore, readScore),
})

function indicatorOf(row: DocumentIndicator, at: string, by: PrintedBy): FormIndicator {
  const context: CellContext = {
    dimension: row.dimension ?? '',
    group: row.group ?? '',
    name: row.name,
    unit: row.unit ?? '',
    operator: row.operator ?? '',
    nature: row.nature ?? '',
    year: by.year,
  }
  // Where a form has two columns and the second is empty, the target of the beginning still stands. Our own exports have their target.
  const column = by.figures === null && isBlank(row.target ?? '') && row.approvedTarget !== undefined ? 'approvedTarget' : 'target'
  const target = { ...textCell(`${at}/${column}`, row[column]), reading: readTarget(row[column] ?? '', context) }
  const actual = { ...textCell(`${at}/actual`, row.actual), reading: readActual(row.actual ?? '', context) }
  const isOfScheme = row.fixedId !== undefined && by.rules.adjustments.has(row.fixedId)
  const adjusts = isOfScheme ? null : adjustsIn(row)
  const bound = numberCell(`${at}/bound`, row.bound, readScore)
  const maxScore = numberCell(`${at}/maxScore`, adjusts !== null || isOfScheme ? '' : row.maxScore, readScore)
  const read = numberCell(`${at}/printedScore`, row.printedScore, readScore)
  const printed = adjusts?.kind === 'deduction' ? { ...read, reading: unsignedIn(read.reading) } : read
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
    sample: {
      size: numberCell(`${at}/sampleSize`, row.sampleSize, readCount),
      satisfied: numberCell(`${at}/satisfied`, row.satisfied, readCount),
    },
    deviationReason: textCell(`${at}/deviationReason`, row.deviationReason),
    bound,
    adjustsByHeading: adjusts?.byHeading === true,
    ...(adjusts === null ? {} : { adjustment: adjusts.kind, score: adjustedScore(printed, bound) }),
    scored: adjusts === null && scored.adjustment === null && (maxScore.reading.kind !== 'blank' || printedScore.reading.kind !== 'blank'),
  }
}

/** What a bonus or deduction of a printed form comes to, at most its bound; null where it cannot be read. */
function adjustedScore(
  printed: Pick<FormIndicator['printedScore'], 'reading'>,
  bound: Pick<FormIndicator['bound'], 'reading'>,
): Points | null {
  if (printed.reading.kind === 'malformed' || bound.reading.kind === 'malformed') return null
  const given = numberIn(printed)
  return adjustmentScore(given, numberIn(bound) ?? given ?? zero)
}
