import { fixed, hasAtMostDecimals, plain, type Quantity } from '@/lib/domain/quantities'
import type { UnitAggregate } from '@/lib/domain/scoring/unit-reports'
import { score } from './numbers'

/** What stands beside 实际完成值 of a consolidated evaluation: the sentence, and the text that may be put into the cell. */
export type UnitAggregateText = { sentence: string; value: string | null }

const HOW = { amount: '各单位相加', rate: '按资金额度加权', judgement: '按资金额度加权' } as const

export function sayUnitAggregate({ kind, units, reported, value, score: points }: UnitAggregate): UnitAggregateText {
  const share = `${units} 家中 ${reported} 家已报送此项`
  if (value !== null) {
    const text = `${shown(value.value)}${value.unit}`
    return { sentence: `下属单位汇总值 ${text}（${HOW[kind]}，${share}）`, value: text }
  }
  if (points !== null) return { sentence: `下属单位汇总得分 ${score(points)} 分（${HOW[kind]}，${share}）`, value: null }
  return { sentence: reported === 0 ? `下属单位尚未报送此项（共 ${units} 家）` : `下属单位填报的完成值不能汇总（${share}）`, value: null }
}

/** A value that is typed into a cell has an end: six decimals at most. */
const shown = (value: Quantity): string => (hasAtMostDecimals(value, 6) ? plain(value) : fixed(value, 6))
