import { isZero, larger, moreThan, quantity, zero } from '@/lib/domain/quantities'
import { addend, relation, spanOf } from '@/lib/domain/text/adding'
import { exactly, meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Relation } from '@/lib/domain/text/relation'
import { isNumber } from './columns'
import type { TableRow } from './rows'

/** Column by column; empty where a column that adds up has a gap. */
export const sumsOf = (whole: TableRow, parts: readonly TableRow[]): Relation[] =>
  whole.cells.flatMap((sum, column): Relation[] => {
    const added = parts.flatMap(({ cells }) => cells[column] ?? [])
    if (!isNumber(sum) || added.length < parts.length || !added.every(isNumber) || areRates(sum, added)) return []
    return [relation(sum, added, meet(addend(added)(exactly(zero), ...added), sum.span), 'plain')]
  })

/** 99.71, 92.00 and 96.91 for both: rates of a column whose head has the sign %, of which none is the sum of others. */
function areRates(sum: Mention, parts: readonly Mention[]): boolean {
  const most = parts.map(({ value }) => value).reduce(larger, zero)
  return sum.unit.dimension === 'number' && moreThan(most, sum.value) && !moreThan(most, MOST_OF_RATES)
}
const MOST_OF_RATES = quantity('200')

/** Nought says nothing. */
const tells = ({ result }: Relation): boolean => !isZero(result.value)

/** How many columns add up. */
export const kept = (sums: readonly Relation[]): number => sums.filter((one) => one.holds && tells(one)).length

/** Whether one figure could be what is wrong: it stands in one column, and does not break the others. */
export const mayHold = (sums: readonly Relation[]): boolean => kept(sums) > 0 || sums.filter(tells).length < 2

/** Whether most columns add up. */
export const mostlyHold = (sums: readonly Relation[]): boolean => kept(sums) * 2 > sums.filter(tells).length

/**
 * Whether all come to more than the total by what some rows that follow on one another come to: 项目支出 147.20, and behind it without a
 * mark the one of its projects that the table names.
 */
export function isOverByRun([sum]: readonly Relation[]): boolean {
  if (sum === undefined || sum.operands.length > MOST_OF_RUN) return false
  const over = without(spanOf(sum.operands), sum.result.span)
  if (!moreThan(over.high, zero)) return false
  for (const from of sum.operands.keys()) {
    let run = exactly(zero)
    for (const { span } of sum.operands.slice(from)) {
      run = total([run, span])
      if (meet(run, over)) return true
    }
  }
  return false
}
const MOST_OF_RUN = 12
