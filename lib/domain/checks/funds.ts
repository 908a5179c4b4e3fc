import { absolute, isPositive, isZero, minus, moreThan, plain, type Quantity, quantity, sum, times } from '@/lib/domain/quantities'
import { once } from '@/lib/domain/text/once'
import { type Check, check, type Found, fact, halfUnit, sameAmount } from './check'
import type { FactsOf } from './facts'
import {
  budgetCell,
  type Form,
  type FormSplit,
  type FundsRow,
  MONEY_COLUMNS,
  type MoneyCell,
  type NumberCell,
  numberIn,
  saidIn,
} from './form'
import { overspent, overspentWithRest } from './overspending'

/** F01: the parts of a split do not add to its total. A blank part adds nothing. */
const partsOfSplits = check({
  code: 'F01',
  severity: 'error',
  find: (form) => form.splits.flatMap((split) => brokenSplit(split, form, false)),
})

/** F14: they do within the scheme's tolerance, but not to the digit. */
const roundedSplits = check({
  code: 'F14',
  severity: 'info',
  find: (form) => (form.origin === 'own' ? form.splits.flatMap((split) => brokenSplit(split, form, true)) : []),
})

/** A split that does not add up beyond what is tolerated, or `within` it: by the scheme in own forms, by the printed decimals elsewhere. */
function brokenSplit({ at, name, total, parts }: FormSplit, form: Form, within: boolean): Found<'F01' | 'F14'>[] {
  const whole = numberIn(total)
  const amounts = parts.map(numberIn).filter((amount) => amount !== null)
  if (whole === null || amounts.length === 0 || [total, ...parts].some(({ reading }) => reading.kind === 'malformed')) return []
  const added = sum(amounts)
  const difference = minus(added, whole)
  if (isZero(difference)) return []
  const tolerated =
    form.origin === 'own'
      ? sameAmount(form, added, whole, parts.length)
      : !moreThan(absolute(difference), halfUnit(finest([total, ...parts]), parts.length))
  if (tolerated !== within) return []
  const facts = { name, total: fact(whole), sum: fact(added), difference: fact(difference), unit: form.unit }
  return [{ at, facts, expected: fact(added), found: fact(whole) }]
}

const finest = (cells: readonly MoneyCell[]): number =>
  cells.reduce((most, { reading }) => (reading.kind === 'number' && reading.decimals > most ? reading.decimals : most), 0)

/** F05: the 其中 rows do not add to the total row. A blank one is unknown, so that only too much is certain. */
const partsOfTotal = check({
  code: 'F05',
  severity: 'error',
  find: (form) => wholesWithParts(form).flatMap(([whole, parts]) => brokenParts(whole, parts, form)),
})

/** Each row of a whole with its 其中 rows: those below it, up to the next whole. What stands above the first belongs to it. */
function wholesWithParts({ funds, execution }: Form): (readonly [FundsRow, readonly FundsRow[]])[] {
  const partsOf = new Map<FundsRow, FundsRow[]>(execution.rows.map((row) => [row, []]))
  let whole = execution.rows[0]
  for (const row of funds) {
    if (partsOf.has(row)) whole = row
    else if (row.role === 'part' && whole !== undefined) partsOf.get(whole)?.push(row)
  }
  return [...partsOf]
}

function brokenParts(whole: FundsRow, parts: readonly FundsRow[], form: Form): Found<'F05'>[] {
  return MONEY_COLUMNS.flatMap((column) => {
    const cell = whole.money[column]
    const total = numberIn(cell)
    const cells = parts.map(({ money }) => money[column])
    const amounts = cells.map(numberIn).filter((amount) => amount !== null)
    if (total === null || amounts.length === 0) return []
    const added = sum(amounts)
    const tolerance = halfUnit(finest([cell, ...cells]), cells.length)
    const difference = minus(added, total)
    const wrong = amounts.length === cells.length ? moreThan(absolute(difference), tolerance) : moreThan(difference, tolerance)
    const facts = { column, total: fact(total), sum: fact(added), difference: fact(difference), unit: form.unit }
    return wrong ? [{ at: cell.at, facts, expected: fact(added), found: fact(total) }] : []
  })
}

/** F07: money was spent though there is no 全年预算数. Nothing is said of a form without any column of budgets. */
const withoutBudget = check({
  code: 'F07',
  severity: 'error',
  find: (form) => {
    const { row } = form.execution
    if (row === null || !(form.columns.adjustedBudget || form.columns.initialBudget)) return []
    const cell = budgetCell(form, row)
    const budget = numberIn(cell)
    const spent = numberIn(row.money.actualExpenditure)
    if (spent === null || !isPositive(spent) || cell.reading.kind === 'malformed' || (budget !== null && !isZero(budget))) return []
    return [{ at: cell.at, facts: { spent: fact(spent), unit: form.unit, budget: budget === null ? null : '0' } }]
  },
})

/** F08: the printed balance is not 全年预算数 − 全年执行数. */
const balance = check({
  code: 'F08',
  severity: 'warning',
  figures: { version: 1, of: ({ printed, balance }) => ({ printed, balance }) },
  find: (form) =>
    form.funds.flatMap((row) => {
      const cells = [budgetCell(form, row), row.money.actualExpenditure, row.money.balance] as const
      const [budget, spent, printed] = cells.map(numberIn)
      if (budget == null || spent == null || printed == null) return []
      const left = minus(budget, spent)
      if (!moreThan(absolute(minus(printed, left)), halfUnit(finest(cells), 2))) return []
      const facts = {
        item: row.item,
        budget: fact(budget),
        spent: fact(spent),
        printed: fact(printed),
        balance: fact(left),
        unit: form.unit,
      }
      return [{ at: cells[2].at, facts, expected: fact(left), found: fact(printed) }]
    }),
})

const TEN_THOUSAND = quantity('10000')

/** F15: the amount, and what it was held against. */
export const figuresOfUnits = (facts: FactsOf['F15']): Readonly<Record<string, string>> => {
  const { kind, found } = facts
  if (kind === 'far') return { kind, found, total: facts.total }
  return kind === 'magnitude' ? { kind, found, other: facts.other } : { kind, found }
}

/** F15: an amount in another unit than the form's, or the same amount twice, 10⁴ apart (元 for 万元). */
const unitOfAmounts = check({
  code: 'F15',
  severity: 'warning',
  figures: { version: 1, of: figuresOfUnits },
  find: (form) => {
    const cells = amountsOf(form)
    const foreign = cells.flatMap(({ cell }) =>
      cell.reading.kind === 'number' && cell.reading.foreignUnit === true
        ? [{ at: cell.at, facts: { kind: 'unit' as const, found: saidIn(cell), unit: form.unit } }]
        : [],
    )
    return [...foreign, ...tenThousandApart(cells, form)]
  },
})

type Amount = { cell: MoneyCell; row: number }

const amountsOf = once((form: Form): Amount[] => [
  ...form.funds.flatMap(({ money }, row) => MONEY_COLUMNS.map((column) => ({ cell: money[column], row }))),
  ...form.splits.flatMap(({ total, parts }) => [total, ...parts].map((cell) => ({ cell, row: -1 }))),
])

function tenThousandApart(amounts: readonly Amount[], form: Form): Found<'F15'>[] {
  const seen = new Map<string, Amount & { value: Quantity }>()
  for (const amount of amounts) {
    const value = numberIn(amount.cell)
    if (value === null || !isPositive(value)) continue
    const written = plain(value)
    if (!seen.has(written)) seen.set(written, { ...amount, value })
  }
  return [...seen].flatMap(([written, small]) => {
    const large = seen.get(plain(times(small.value, TEN_THOUSAND)))
    if (large === undefined) return []
    const inTable = small.row >= 0 && large.row >= 0
    // Counts in splits may be round numbers by chance; a number with several digits hardly is.
    if (!inTable && written.replace(/[0.]/g, '').length < 2) return []
    const suspect = form.unit === '万元' ? large : small
    const other = suspect === large ? small : large
    return [
      {
        at: suspect.cell.at,
        facts: { kind: 'magnitude', found: saidIn(suspect.cell), other: saidIn(other.cell), unit: form.unit },
      },
    ]
  })
}

type Malformed = NumberCell & { reading: { kind: 'malformed' } }
const isMalformed = (cell: NumberCell): cell is Malformed => cell.reading.kind === 'malformed'

/** F16: a money, score or rate cell that is not a well-formed number. */
const malformedNumbers = check({
  code: 'F16',
  severity: 'error',
  find: (form) => {
    // Most forms have none, and this is asked of every cell
    const malformed: Malformed[] = []
    const ask = (cell: NumberCell): void => {
      if (isMalformed(cell)) malformed.push(cell)
    }
    for (const { cell } of amountsOf(form)) ask(cell)
    for (const row of form.funds) for (const cell of [row.maxScore, row.printedReceivedRate, row.printedRate, row.printedScore]) ask(cell)
    for (const { printedRate } of form.taskFunds) ask(printedRate)
    for (const { maxScore, printedScore, bound, sample } of form.indicators)
      for (const cell of [maxScore, printedScore, bound, sample.size, sample.satisfied]) ask(cell)
    for (const row of form.subtotals) for (const cell of [row.maxScore, row.printedScore]) ask(cell)
    // 已完成 is an answer, 1OO% a number that went wrong
    for (const { printedCompletion: cell } of form.indicators) if (isMalformed(cell) && /\d/.test(saidIn(cell))) malformed.push(cell)
    for (const cell of [form.printedTotal, ...form.namedFigures]) ask(cell)
    return malformed.map((cell) => {
      const found = saidIn(cell).slice(0, 60)
      return { at: cell.at, facts: { text: found, hint: cell.reading.hint }, found }
    })
  },
})

export const fundsChecks: readonly Check[] = [
  partsOfSplits,
  partsOfTotal,
  overspent,
  withoutBudget,
  balance,
  overspentWithRest,
  roundedSplits,
  unitOfAmounts,
  malformedNumbers,
]
