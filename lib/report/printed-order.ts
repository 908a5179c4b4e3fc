import { inSchemeOrder } from '@/lib/domain/evaluation/indicator-order'
import type { Assessed } from './data-text'

/** Indicators by the scheme's 一级 and 二级指标, with their scores, in whatever order they were entered: on paper and in what the data say. */
export function inPrintedOrder({ evaluation, score }: Assessed): Assessed {
  const indicators = inSchemeOrder(evaluation.indicators, evaluation.scheme)
  const results = new Map(score.indicators.map((result) => [result.id, result]))
  const scored = indicators.flatMap(({ id }) => results.get(id) ?? [])
  return { evaluation: { ...evaluation, indicators }, score: { ...score, indicators: scored } }
}
