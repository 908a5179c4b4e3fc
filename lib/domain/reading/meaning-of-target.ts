import { atLeast, atMost, isNegative, isZero, lessThan, moreThan, type Quantity } from '@/lib/domain/quantities'
import { type CellContext, type CellNumber, isTimed, type Operator } from './cell-reading'
import { normalised } from './number-reading'
import { symbolIn } from './operators'

/** What the number of a target means beyond its digits: its operator, its direction, a month. */

/** A fall does not answer a growth; a growth answers a bare number only where the indicator speaks of one. */
export function sameDirection(target: CellNumber, actual: CellNumber, { name }: CellContext): boolean {
  if (target.direction === actual.direction) return true
  if (target.direction !== undefined) return actual.direction === undefined && !isNegative(actual.value)
  return (actual.direction === 'down' ? /降|减/ : /增|提高|提升|上升/).test(name)
}

/** A bare 10 under 任务完成时限(月) is a month, later being worse: not a minimum. */
export const asksForMonth = (target: CellNumber, context: CellContext): boolean =>
  isTimed(context) && /时限|期限|工期|完成时间|完成月份/.test(context.name) && /^(?:个?月|日|天|年|个?工作日|小时)?$/.test(target.unit)

/** What the target's number means: its own operator, the one in the indicator's name, or what the contract says of bare numbers. */
export function operatorInForce(target: CellNumber, context: CellContext): Operator {
  if (target.operator !== null) return target.operator
  const named = symbolIn(normalised(context.name))
  if (named !== null) return named
  if (isZero(target.value)) return '='
  return isCost(context) ? '<=' : '>='
}

export const isCost = ({ dimension, group, name }: CellContext): boolean =>
  (dimension.includes('成本') || group.includes('成本')) && !MORE_IS_BETTER.test(name)
/** Rates that stand under 成本指标 and of which more is better all the same: 成本节约率, 预算执行率. */
const MORE_IS_BETTER = /(?:节约|节支|节省|压减|压降|下降|降低|执行|支付|支出|使用|到位|完成|落实|达标|合格|合规)(?:率|比例|幅度)/

/** = is exact for 0; above 0 it is reached from below, and more than asked for is not a miss. */
export function meets(operator: Operator, actual: Quantity, target: Quantity): boolean {
  switch (operator) {
    case '>=':
      return atLeast(actual, target)
    case '>':
      return moreThan(actual, target)
    case '=':
      return isZero(target) ? isZero(actual) : atLeast(actual, target)
    case '<':
      return lessThan(actual, target)
    case '<=':
      return atMost(actual, target)
  }
}
