import {
  type Form,
  type FormExecution,
  type FundsRow,
  MONEY_COLUMNS,
  type MoneyColumn,
  numberIn,
  type PrintedMoney,
  type PrintedNumber,
  type TaskFunds,
} from '@/lib/domain/checks/form'
import { quantity, sum, times } from '@/lib/domain/quantities'
import { type MoneyUnit, type NumberReading, readMoney, readNumber, readPercent, readScore } from '@/lib/domain/reading/number-reading'
import type { SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import { type Execution, executionOf } from '@/lib/domain/scoring/execution-rate'
import { scoreExecution } from '@/lib/domain/scoring/scoring'
import type { ScorePart } from '@/lib/domain/scoring/total'
import type { EvaluationDocument } from './document-format'
import type { DocumentFundsRow, DocumentSplit, DocumentTask } from './document-rows'

/** The money of a document as checks see it: its table, what must add up, and its tasks by source. */

export const numberCell = (at: string, text: string | undefined, read: (text: string) => NumberReading): PrintedNumber => ({
  at,
  text: text ?? '',
  reading: read(text ?? ''),
})

export function fundsOfDocument({ funds = [], moneyUnit: unit }: EvaluationDocument): FundsRow[] {
  return funds.map((row, index) => fundsRow(row, `/funds/${index}`, unit))
}

function fundsRow(row: DocumentFundsRow, at: string, unit: MoneyUnit): FundsRow {
  const money = Object.fromEntries(MONEY_COLUMNS.map((column) => [column, moneyCell(`${at}/${column}`, row[column], unit)]))
  return {
    at,
    item: row.item,
    role: row.role,
    money: money as Record<MoneyColumn, PrintedMoney>,
    maxScore: numberCell(`${at}/maxScore`, row.maxScore, readScore),
    printedReceivedRate: numberCell(`${at}/printedReceivedRate`, row.printedReceivedRate, readPercent),
    printedRate: numberCell(`${at}/printedRate`, row.printedRate, readPercent),
    printedScore: numberCell(`${at}/printedScore`, row.printedScore, readScore),
  }
}

const moneyCell = (at: string, text: string | undefined, unit: MoneyUnit): PrintedMoney => ({
  at,
  text: text ?? '',
  reading: readMoney(text ?? '', unit),
})

/** What the rows of the table give: the execution of the whole, and the score of each row that has a 分值. */
export function executionOfRows(
  funds: readonly FundsRow[],
  budget: MoneyColumn,
  rules: SchemeRules,
): { execution: FormExecution; parts: readonly ScorePart[] } {
  const row = funds.find(({ role }) => role === 'total') ?? null
  const rows = funds.filter(({ role }) => role === 'total' || role === 'scored')
  const parts = rows.flatMap((one): ScorePart[] => {
    const maxScore = numberIn(one.maxScore)
    return maxScore === null ? [] : [scoreExecution(stateOf(one, budget), maxScore, rules)]
  })
  const scores = parts.map(({ score }) => score).filter((score) => score !== null)
  const state = row === null ? stateTogether(rows, budget) : stateOf(row, budget)
  const execution = {
    row,
    rows,
    state,
    maxScore: parts.length === 0 ? null : sum(parts.map(({ maxScore }) => maxScore ?? quantity('0'))),
    score: parts.length === 0 || scores.length < parts.length ? null : sum(scores),
  }
  return { execution, parts }
}

function stateOf(row: FundsRow, budget: MoneyColumn): Execution {
  const cell = row.money[budget]
  if (cell.reading.kind === 'notApplicable') return { state: 'notApplicable' }
  if (cell.reading.kind === 'malformed') return { state: 'notFilled' }
  return executionOf({ adjustedBudget: numberIn(cell), actualExpenditure: numberIn(row.money.actualExpenditure) })
}

/** Rows that are scored each on its own, without one of the whole: what all of them were given and spent. */
function stateTogether(rows: readonly FundsRow[], budget: MoneyColumn): Execution {
  const amountsIn = (column: MoneyColumn) => rows.map(({ money }) => numberIn(money[column])).filter((amount) => amount !== null)
  const [budgets, spent] = [amountsIn(budget), amountsIn('actualExpenditure')]
  if (rows.length === 0 || budgets.length < rows.length || spent.length < rows.length) return { state: 'notFilled' }
  return executionOf({ adjustedBudget: sum(budgets), actualExpenditure: sum(spent) })
}

/** The splits of a document, and those that its tasks by source make. */
export function splitsOfDocument({ splits = [], tasks = [], moneyUnit: unit }: EvaluationDocument): Form['splits'] {
  return [
    ...splits.map((split, index) => splitOf(split, `/splits/${index}`, unit)),
    ...tasks.flatMap((task, index) => splitsOfTask(task, `/tasks/${index}`, unit)),
  ]
}

function splitOf({ name, total, parts }: DocumentSplit, at: string, unit: MoneyUnit): Form['splits'][number] {
  return {
    at,
    name,
    total: amountCell(`${at}/total`, total, unit),
    parts: parts.map((part, index) => ({ name: part.name, ...amountCell(`${at}/parts/${index}/amount`, part.amount, unit) })),
  }
}

function splitsOfTask(task: DocumentTask, at: string, unit: MoneyUnit): Form['splits'] {
  const { sources = [] } = task
  if (sources.length === 0) return []
  return (['budget', 'expenditure'] as const).map((column) => ({
    at: `${at}/${column}`,
    name: task.name,
    total: moneyCell(`${at}/${column}`, task[column], unit),
    parts: sources.map((source, index) => ({
      name: source.name,
      ...moneyCell(`${at}/sources/${index}/${column}`, source[column], unit),
    })),
  }))
}

/** Tasks and their sources whose rate is printed or which have sources; others have no figures that could be checked. */
export const taskFundsOfDocument = ({ tasks = [], moneyUnit: unit }: EvaluationDocument): TaskFunds[] =>
  tasks.flatMap((task, index) => {
    const at = `/tasks/${index}`
    const sources = (task.sources ?? []).map((source, i) => taskFunds(`${task.name}（${source.name}）`, source, `${at}/sources/${i}`, unit))
    return sources.length === 0 && task.printedRate === undefined ? [] : [taskFunds(task.name, task, at, unit), ...sources]
  })

type Spent = Pick<DocumentTask, 'budget' | 'expenditure' | 'printedRate'>
const taskFunds = (name: string, { budget, expenditure, printedRate }: Spent, at: string, unit: MoneyUnit): TaskFunds => ({
  name,
  budget: moneyCell(`${at}/budget`, budget, unit),
  expenditure: moneyCell(`${at}/expenditure`, expenditure, unit),
  printedRate: numberCell(`${at}/printedRate`, printedRate, readPercent),
})

/** Parts of a split may be counts: what is no money is read as a plain number, 万 as 10⁴. */
function amountCell(at: string, text: string | undefined, unit: MoneyUnit): PrintedMoney {
  const money = moneyCell(at, text, unit)
  if (money.reading.kind !== 'malformed' || money.reading.hint !== 'unknownUnit') return money
  const plain = readNumber(text ?? '')
  if (plain.kind !== 'number' || plain.unit.length > 12) return money
  const inTenThousands = /^万./.test(plain.unit)
  return { ...money, reading: inTenThousands ? { ...plain, value: times(plain.value, quantity('10000')) } : plain }
}
