import { dividedBy, fixed, hundred, isPositive, minus, moreThan, plus, type Quantity, times } from '@/lib/domain/quantities'
import { tellsWhy } from '@/lib/domain/reading/reason'
import { check, fact } from './check'
import { budgetCell, type Form, type FundsRow, type MoneyCell, numberIn } from './form'

/** `item` is null for the scored row. */
type Exceeded = { at: string; item: string | null; budget: Quantity; spent: Quantity; carryOver: MoneyCell }

/** The scored row if more was spent than its budget; else the other rows of which that holds. */
function exceeded(form: Form): Exceeded[] {
  const total = form.execution.row === null ? null : exceededIn(form, form.execution.row)
  if (total !== null) return [total]
  return form.funds.flatMap((row) => exceededIn(form, row) ?? [])
}

/** Budget and expenditure of a row, where the budget is above 0 and the expenditure exceeds it. */
function exceededIn(form: Form, row: FundsRow): Exceeded | null {
  const budget = numberIn(budgetCell(form, row))
  const spent = numberIn(row.money.actualExpenditure)
  if (budget === null || spent === null || !isPositive(budget) || !moreThan(spent, budget)) return null
  return {
    at: row.money.actualExpenditure.at,
    item: row === form.execution.row ? null : row.item,
    budget,
    spent,
    carryOver: row.money.carryOver,
  }
}

const percentOf = (part: Quantity, whole: Quantity): string => fixed(times(dividedBy(part, whole), hundred), 2)

/** F06: 执行数 exceeds 全年预算数, and no 预算执行偏差说明 says why: what is explained there need not be explained again. */
export const overspent = check({
  code: 'F06',
  severity: 'warning',
  figures: { version: 1, of: ({ budget, spent }) => ({ budget, spent }) },
  find: (form) =>
    (form.own !== null && tellsWhy(form.own.deviation) ? [] : exceeded(form)).map(({ at, item, budget, spent }) => {
      const facts = {
        item,
        budget: fact(budget),
        spent: fact(spent),
        over: fact(minus(spent, budget)),
        rate: percentOf(spent, budget),
        unit: form.unit,
      }
      return { at, facts }
    }),
})

/** F09: it does although something was left at the end of the year. */
export const overspentWithRest = check({
  code: 'F09',
  severity: 'warning',
  figures: { version: 1, of: ({ budget, spent, carryOver }) => ({ budget, spent, carryOver }) },
  find: (form) =>
    exceeded(form).flatMap(({ item, budget, spent, carryOver }) => {
      const left = numberIn(carryOver)
      if (left === null || !isPositive(left)) return []
      const available = plus(spent, left)
      const facts = {
        item,
        budget: fact(budget),
        spent: fact(spent),
        carryOver: fact(left),
        available: fact(available),
        rate: percentOf(spent, available),
        unit: form.unit,
      }
      return [{ at: carryOver.at, facts }]
    }),
})
