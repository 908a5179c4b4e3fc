import { type Figures, figure } from '@/lib/domain/cells/funds'
import { dividedBy, isPositive, type Rate } from '@/lib/domain/quantities'

/** 到位率 of the whole = 到位数 ÷ 全年预算数 as a share (1 is 100 %), not capped; null where one of them is missing or nothing was budgeted. */
export function receivedRate(figures: Figures): Rate | null {
  const [received, budget] = [figure(figures, 'total/received'), figure(figures, 'total/adjustedBudget')]
  return received === null || budget === null || !isPositive(budget) ? null : dividedBy(received, budget)
}
