import type { FigureName } from '@/lib/domain/cells/funds'
import type { NarrativeSection } from '@/lib/domain/cells/narrative'
import type { EvaluationKind, ProjectColumn } from '@/lib/domain/evaluation/evaluation'
import type { EvidenceMark } from '@/lib/domain/evaluation/evidence-file'
import { type Points, plain, type Quantity, type Rate } from '@/lib/domain/quantities'
import type { CellContext, CellReading } from '@/lib/domain/reading/cell-reading'
import type { MoneyReading, MoneyUnit, NumberReading } from '@/lib/domain/reading/number-reading'
import type { Comparison } from '@/lib/domain/reading/outcome'
import type { RequirableEvidence } from '@/lib/domain/schemes/requirable'
import type { Rule } from '@/lib/domain/schemes/rules/rules'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import type { SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import type { Execution } from '@/lib/domain/scoring/execution-rate'

/**
 * A self-evaluation as checks see it: the product's own, or a printed one from an evaluation document. Every cell
 * carries its place (`at`): a cell address in the product, a JSON pointer into a document. Amounts are in `unit`.
 */
export type Form = {
  /** `own`: filled in here, so that what is required must be there; `printed`: taken as somebody printed it. */
  origin: 'own' | 'printed'
  kind: EvaluationKind
  department: string
  project: string | null
  year: number | null
  unit: MoneyUnit
  scheme: Scheme
  rules: SchemeRules
  /** Every row of the table is here, so that sums over all of them mean something. */
  complete: boolean
  /** Whether the form has the columns; without 全年预算数, 年初预算数 is the denominator. */
  columns: { adjustedBudget: boolean; initialBudget: boolean }
  funds: readonly FundsRow[]
  /** Tasks by source of their funds: each task and each source of which a rate or parts are printed. */
  taskFunds: readonly TaskFunds[]
  splits: readonly FormSplit[]
  /** Figures that a document says beside its tables, by name; the product's own are in its tables. */
  namedFigures: readonly PrintedNumber[]
  execution: FormExecution
  indicators: readonly FormIndicator[]
  subtotals: readonly FormSubtotal[]
  printedTotal: NumberCell
  printedGrade: TextCell
  total: Points | null
  /** The report's text in its order; empty where there is none. */
  text: readonly TextPiece[]
  own: OwnParts | null
}

export type TextCell = { at: string; text: string }
/** A number as somebody printed it; `reading` of an absent or empty cell is blank. */
export type PrintedNumber = TextCell & { reading: NumberReading }
export type PrintedMoney = TextCell & { reading: MoneyReading }
/** A number of the product's own: exact, and printed nowhere, so that it has neither a text nor decimals to be judged by. */
export type OwnNumber = {
  at: string
  reading: { kind: 'exact'; value: Quantity } | { kind: 'blank' } | { kind: 'notApplicable'; reason: string }
}
export type NumberCell = PrintedNumber | OwnNumber
export type MoneyCell = PrintedMoney | OwnNumber

export const MONEY_COLUMNS = ['initialBudget', 'adjustedBudget', 'received', 'actualExpenditure', 'carryOver', 'balance'] as const
export type MoneyColumn = (typeof MONEY_COLUMNS)[number]

export type FundsRow = {
  at: string
  item: string
  /** `total`: 年度资金总额; `scored`: scored on its own beside it or instead of it; `part`: 其中; `other`: no part of the total. */
  role: 'total' | 'scored' | 'part' | 'other'
  money: Readonly<Record<MoneyColumn, MoneyCell>>
  maxScore: NumberCell
  /** 到位率: 到位数 ÷ 预算数 */
  printedReceivedRate: NumberCell
  printedRate: NumberCell
  printedScore: NumberCell
}

/** What a task, or one source of its funds, was given and spent. */
export type TaskFunds = { name: string; budget: MoneyCell; expenditure: MoneyCell; printedRate: NumberCell }

/** A printed 小计 of a 一级指标, or of one 二级指标 of it; `group` is empty for the whole 一级. */
export type FormSubtotal = { dimension: string; group: string; maxScore: NumberCell; printedScore: NumberCell }

/** Amounts that must add up. */
export type FormSplit = { at: string; name: string; total: MoneyCell; parts: readonly (MoneyCell & { name: string })[] }

/**
 * The row of the whole in the money table, and what its figures give. `rows`: all that are scored, of which `maxScore` and
 * `score` are the sums; without a row of the whole, `state` is of them together. `null`: none, or not known.
 */
export type FormExecution = {
  row: FundsRow | null
  rows: readonly FundsRow[]
  state: Execution
  maxScore: Points | null
  score: Points | null
}

export type FormIndicator = {
  at: string
  context: CellContext
  /** 评分标准 by which a person gives marks where there is no target; empty where the form has none. */
  standard: string
  target: TextCell & { reading: CellReading }
  actual: TextCell & { reading: CellReading }
  comparison: Comparison
  /** One of the scheme's own indicators. */
  givenByScheme: boolean
  rule: Rule
  /** Whether numbers or a coefficient decide; elsewhere a person's score is asked for. */
  decided: boolean
  /** 得分系数 that the row is scored by, a share; null where it is scored by none. */
  coefficient: Rate | null
  maxScore: NumberCell
  /** 得分 as printed, or the self-score given by a person. */
  printedScore: NumberCell
  printedCompletion: NumberCell
  sample: FormSample
  deviationReason: TextCell
  /** 得分 by the scheme where numbers decide, else what was given; null while there is none. */
  score: Points | null
  /** Whether the row carries points at all: 其中 rows do not, nor do bonus and deduction items. */
  scored: boolean
  adjustment: 'bonus' | 'deduction' | null
  /** The most that a bonus or deduction may be; blank: no bound. */
  bound: NumberCell
  /** A bonus or deduction by its heading alone: whether the form counts it is not said. */
  adjustsByHeading: boolean
}

/** On how many answers a satisfaction rests, and how many of them were satisfied. */
export type FormSample = { size: NumberCell; satisfied: NumberCell }

/** A paragraph of the report, or the whole of one that was taken from paper (`report`). */
export type TextPiece = { at: string; part: TextPart; text: string }
export type TextPart = 'report' | NarrativeSection | 'goals' | 'tasks' | 'problems' | 'measures'

/** What only the product's own forms have. */
export type OwnParts = {
  /** Sections and cells that the scheme requires, and the cells without which a row means nothing. */
  required: readonly { at: string; name: string; filled: boolean }[]
  /** 预算执行偏差说明; empty is 未填. */
  deviation: string
  /** Every figure that is filled. */
  figures: readonly { at: string; name: FigureName; value: Quantity }[]
  /** 年初结转和结余 and 上年“三公”经费决算数; null is 未填. */
  openingCarryOver: Quantity | null
  threePublic: { at: string; prior: Quantity | null; actual: Quantity | null }
  /** Columns of sources of funds: which are filled. */
  sources: readonly { at: string; name: FigureName; filled: boolean; columnUsed: boolean }[]
  tasks: {
    at: string
    count: number
    budget: Quantity | null
    expenditure: Quantity | null
    projectBudget: Quantity | null
    projectExpenditure: Quantity | null
    each: readonly { at: string; name: string; budget: Quantity | null; expenditure: Quantity | null }[]
  }
  /** The projects of the department, and their amounts beside 项目支出, column by column; null is 未填. */
  projects: {
    names: readonly string[]
    columns: readonly { column: ProjectColumn; whole: Quantity | null; each: readonly (Quantity | null)[] }[]
  }
  rows: readonly OwnRow[]
  problems: readonly { at: string; answered: boolean }[]
  measures: readonly { at: string; tied: boolean }[]
  signature: TextCell
  evidence: OwnEvidence
}

/** 佐证材料 beside a form, and which of it the scheme requires. */
export type OwnEvidence = { required: ReadonlySet<RequirableEvidence>; files: readonly EvidenceMark[] }

/** What an indicator of the product has beyond a printed one; in the order of `indicators`. */
export type OwnRow = {
  changed: { cell: string; from: string; to: string } | null
  hasChangeReason: boolean
  selfScore: Points | null
  /** null also where the rule asks for none. */
  coefficient: Rate | null
  hasGrounds: boolean
  /** The cell in which a person gives the score or the coefficient. */
  givenAt: string
}

/** The number in a cell; null where there is none. */
export const numberIn = ({ reading }: Pick<NumberCell, 'reading'>): Quantity | null =>
  reading.kind === 'number' || reading.kind === 'exact' ? reading.value : null

/** A cell's number as facts say it: as it was printed, exactly where it is the product's own; '' where there is none. */
export function saidIn(cell: NumberCell): string {
  if ('text' in cell) return cell.text.trim()
  return cell.reading.kind === 'exact' ? plain(cell.reading.value) : ''
}

/** 全年预算数 as the form has it: 年初预算数 where there is no column for it. */
export const budgetCell = (form: Form, row: FundsRow): MoneyCell =>
  row.money[form.columns.adjustedBudget ? 'adjustedBudget' : 'initialBudget']
