import {
  absolute,
  atLeast,
  dividedBy,
  fixed,
  hundred,
  isNegative,
  isZero,
  lessThan,
  minus,
  moreThan,
  one,
  type Quantity,
  quantity,
  roundHalfUp,
  times,
  zero,
} from '@/lib/domain/quantities'
import { executionShare } from '@/lib/domain/scoring/execution-rate'
import { type Check, check, type Found, fact, halfUnit } from './check'
import { budgetCell, type Form, type FundsRow, type NumberCell, numberIn, saidIn } from './form'
import { percentOf, type Verdict, verdictOnRate } from './printed-rate'

/** 执行数 ÷ 预算数 of a row in per cent; null where the form gives none. */
const rateOf = (form: Form, row: FundsRow): Quantity | null => percentOf(row.money.actualExpenditure, budgetCell(form, row))

/** A printed rate with what it is the share of: of one whole, or of any of several that forms divide by. */
type PrintedShare = { item: string; printed: NumberCell; part: NumberCell; wholes: readonly NumberCell[] }

/** Printed rates against the row's own figures. */
const printedRates = (shares: readonly PrintedShare[], wanted: Verdict): Found<'F18' | 'F19' | 'F34' | 'F35'>[] =>
  shares.flatMap(({ item, printed, part, wholes }) => {
    const rates = wholes.map((whole) => percentOf(part, whole)).filter((rate) => rate !== null)
    const [rate] = rates
    const { reading } = printed
    if (rate === undefined || reading.kind !== 'number') return []
    const verdicts = rates.map((one) => verdictOnRate(reading, one))
    const verdict = (['right', 'coarse'] as const).find((one) => verdicts.includes(one)) ?? 'wrong'
    if (verdict !== wanted) return []
    const facts = { item, printed: saidIn(printed), rate: fixed(rate, 2) }
    return [{ at: printed.at, facts, expected: fixed(rate, 2), found: saidIn(printed) }]
  })

/** 执行率 of the money table's rows, and of tasks and the sources of their funds. */
const executionShares = (form: Form): PrintedShare[] => [
  ...form.funds.map((row) => ({
    item: row.item,
    printed: row.printedRate,
    part: row.money.actualExpenditure,
    wholes: [budgetCell(form, row)],
  })),
  ...form.taskFunds.map(({ name, budget, expenditure, printedRate }) => ({
    item: name,
    printed: printedRate,
    part: expenditure,
    wholes: [budget],
  })),
]

/** 到位率: of 全年预算数 or, as other forms have it, of 年初预算数. */
const receivedShares = (form: Form): PrintedShare[] =>
  form.funds.map((row) => ({
    item: row.item,
    printed: row.printedReceivedRate,
    part: row.money.received,
    wholes: [budgetCell(form, row), row.money.initialBudget],
  }))

/** F18: a printed rate is not 执行数 ÷ 全年预算数. */
const wrongRate = check({ code: 'F18', severity: 'error', find: (form) => printedRates(executionShares(form), 'wrong') })

/** F19: it was cut instead of rounded, or rounded to fewer decimals than it shows. */
const coarseRate = check({ code: 'F19', severity: 'info', find: (form) => printedRates(executionShares(form), 'coarse') })

/** F34: a printed 到位率 is not 到位数 ÷ 预算数. */
const wrongReceivedRate = check({ code: 'F34', severity: 'error', find: (form) => printedRates(receivedShares(form), 'wrong') })

/** F35: it was cut instead of rounded, or rounded to fewer decimals than it shows. */
const coarseReceivedRate = check({ code: 'F35', severity: 'info', find: (form) => printedRates(receivedShares(form), 'coarse') })

/** F20: 分值 or 得分 of execution printed again on a 其中 row: adding the column counts it twice. */
const repeatedPoints = check({
  code: 'F20',
  severity: 'warning',
  figures: { version: 1, of: ({ printed }) => ({ printed }) },
  find: ({ funds }) =>
    funds.flatMap(({ role, item, maxScore, printedScore }) => {
      // A printed 0 adds nothing.
      const cell = role !== 'part' ? undefined : [printedScore, maxScore].find((c) => !isZero(numberIn(c) ?? zero))
      return cell === undefined ? [] : [{ at: cell.at, facts: { item, printed: saidIn(cell) } }]
    }),
})

const SMALLEST_TOLERANCE = quantity('0.005')

/** F21: the printed execution score is not the scheme's for the printed 分值, or that 分值 cannot be. */
const executionScoreAsPrinted = check({
  code: 'F21',
  severity: 'error',
  find: (form) => form.execution.rows.flatMap((row) => brokenScore(form, row)),
})

function brokenScore(form: Form, row: FundsRow): Found<'F21'>[] {
  const rules = form.rules.execution
  const rate = rateOf(form, row)
  const maxScore = numberIn(row.maxScore)
  if (rules === null || rate === null || maxScore === null) return []
  if (isNegative(maxScore) || atLeast(maxScore, hundred)) {
    const facts = { kind: 'maxScore' as const, printed: fact(maxScore), usual: fact(rules.maxScore) }
    return [{ at: row.maxScore.at, facts, found: fact(maxScore) }]
  }
  const { reading } = row.printedScore
  if (reading.kind !== 'number') return []
  const unrounded = times(executionShare(dividedBy(rate, hundred), rules), maxScore)
  const expected = roundHalfUp(unrounded, rules.decimals)
  if (rules.decimals === 0 ? lessThan(absolute(minus(reading.value, unrounded)), one) : isNear(reading, expected)) return []
  const facts = {
    kind: 'score' as const,
    printed: fact(reading.value),
    expected: fixed(expected, 2),
    rate: fixed(rate, 2),
    maxScore: fact(maxScore),
  }
  return [{ at: row.printedScore.at, facts, expected: fixed(expected, 2), found: fact(reading.value) }]
}

const isNear = ({ value, decimals }: { value: Quantity; decimals: number }, expected: Quantity): boolean => {
  const half = decimals === 0 ? quantity('0.5') : halfUnit(decimals, 1)
  return !moreThan(absolute(minus(value, expected)), moreThan(half, SMALLEST_TOLERANCE) ? half : SMALLEST_TOLERANCE)
}

export const executionChecks: readonly Check[] = [
  wrongRate,
  coarseRate,
  repeatedPoints,
  executionScoreAsPrinted,
  wrongReceivedRate,
  coarseReceivedRate,
]
