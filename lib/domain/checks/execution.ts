import {
  absolute,
  atLeast,
  cutTo,
  dividedBy,
  equals,
  fixed,
  hundred,
  isNegative,
  isPositive,
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
import { budgetCell, type Form, type FundsRow, numberIn, saidIn } from './form'

type Verdict = 'right' | 'coarse' | 'wrong'

/** 执行数 ÷ 预算数 of a row in per cent; null where the form gives none. */
function rateOf(form: Form, row: FundsRow): Quantity | null {
  const budget = numberIn(budgetCell(form, row))
  const spent = numberIn(row.money.actualExpenditure)
  return budget === null || spent === null || !isPositive(budget) ? null : times(dividedBy(spent, budget), hundred)
}

/** How a printed percentage stands to the exact one: right when rounded to its decimals, coarse when cut, or rounded to fewer than it shows. */
function verdictOn(printed: Quantity, decimals: number, rate: Quantity): Verdict {
  if (equals(printed, roundHalfUp(rate, decimals))) return 'right'
  if (equals(printed, cutTo(rate, decimals))) return 'coarse'
  for (let fewer = decimals - 1; fewer >= 0; fewer--) if (equals(printed, roundHalfUp(rate, fewer))) return 'coarse'
  return 'wrong'
}

/** Printed rates against the row's own figures. Without a per-cent sign `1` may be 100 %: the reading that agrees counts. */
function printedRates(form: Form, wanted: Verdict): Found<'F18' | 'F19'>[] {
  return form.funds.flatMap((row) => {
    const { printedRate } = row
    const rate = rateOf(form, row)
    if (rate === null || printedRate.reading.kind !== 'number') return []
    const { value, decimals, unit } = printedRate.reading
    const verdict = verdictOn(value, decimals, rate)
    const asShare = unit === '' && verdict === 'wrong' ? verdictOn(times(value, hundred), Math.max(decimals - 2, 0), rate) : 'wrong'
    if ((asShare === 'wrong' ? verdict : asShare) !== wanted) return []
    const facts = { item: row.item, printed: saidIn(printedRate), rate: fixed(rate, 2) }
    return [{ at: printedRate.at, facts, expected: fixed(rate, 2), found: saidIn(printedRate) }]
  })
}

/** F18: a printed rate is not 执行数 ÷ 全年预算数. */
const wrongRate = check({ code: 'F18', severity: 'error', find: (form) => printedRates(form, 'wrong') })

/** F19: it was cut instead of rounded, or rounded to fewer decimals than it shows. */
const coarseRate = check({ code: 'F19', severity: 'info', find: (form) => printedRates(form, 'coarse') })

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
  find: (form) => {
    const { row } = form.execution
    const rules = form.rules.execution
    const rate = row === null ? null : rateOf(form, row)
    const maxScore = row === null ? null : numberIn(row.maxScore)
    if (row === null || rules === null || rate === null || maxScore === null) return []
    if (isNegative(maxScore) || atLeast(maxScore, hundred)) {
      return [
        {
          at: row.maxScore.at,
          facts: { kind: 'maxScore' as const, printed: fact(maxScore), usual: fact(rules.maxScore) },
          found: fact(maxScore),
        },
      ]
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
  },
})

const isNear = ({ value, decimals }: { value: Quantity; decimals: number }, expected: Quantity): boolean => {
  const half = decimals === 0 ? quantity('0.5') : halfUnit(decimals, 1)
  return !moreThan(absolute(minus(value, expected)), moreThan(half, SMALLEST_TOLERANCE) ? half : SMALLEST_TOLERANCE)
}

export const executionChecks: readonly Check[] = [wrongRate, coarseRate, repeatedPoints, executionScoreAsPrinted]
