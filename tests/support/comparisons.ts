import { type CellContext, readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { compareCells } from '@/lib/domain/reading/comparison'
import type { Comparison } from '@/lib/domain/reading/outcome'

const plainContext: CellContext = { dimension: '产出指标', group: '数量指标', name: '示例指标', unit: '' }

/** An actual cell held against a target cell, both as typed, under a plain 产出指标 unless the context says otherwise. */
export function compared(target: string, actual: string, context: Partial<CellContext> = {}): Comparison {
  const all = { ...plainContext, ...context }
  return compareCells(readTarget(target, all), readActual(actual, all), all)
}
/** What comes of it; where people judge, why. */
export const outcome = (target: string, actual: string, context: Partial<CellContext> = {}) => {
  const result = compared(target, actual, context)
  return result.outcome === 'judgement' ? result.why : result.outcome
}
