import {
  type AggregatedValue,
  type AggregationKind,
  aggregatedActual,
  aggregatedScore,
  aggregationKind,
  type UnitResult,
} from './aggregation'
import type { CellReading } from './cell-reading'
import type { Indicator } from './indicator'
import { type Points, type Yuan, zero } from './quantities'
import type { SchemeRules } from './scheme-rules'
import { ruleAt } from './scoring'

/** 下属单位报送: what one unit below has in the same round. Only what was handed in counts. */
export type UnitReport = { handedIn: boolean; funds: Yuan | null; rows: readonly UnitRow[] }
export type UnitRow = { dimension: string; name: string; actual: CellReading; score: Points | null; maxScore: Points | null }

/** What the units below report under an indicator's 一级 and 三级 name: a value, or for a judged one the score that their shares make. */
export type UnitAggregate = {
  kind: AggregationKind
  units: number
  reported: number
  value: AggregatedValue | null
  score: Points | null
}

/** null where no unit has such an indicator. */
export function unitAggregate(
  indicator: Indicator,
  reports: readonly UnitReport[],
  year: number,
  rules: SchemeRules,
): UnitAggregate | null {
  const { dimension, name, target, maxScore } = indicator
  if (name.trim() === '') return null
  const isSame = (row: UnitRow) => row.dimension === dimension && row.name.trim() === name.trim()
  const asking = reports.filter(({ rows }) => rows.some(isSame))
  if (asking.length === 0) return null
  const results = asking.flatMap(({ handedIn, funds, rows }): UnitResult[] => {
    const row = rows.find(isSame)
    if (!handedIn || row === undefined || row.actual.kind === 'blank') return []
    return [{ funds, actual: row.actual, score: row.score, maxScore: row.maxScore ?? zero }]
  })
  const kind = aggregationKind(target.reading)
  const context = { ...indicator, year }
  const whole = { target: target.reading, context, maxScore: maxScore ?? zero }
  return {
    kind,
    units: reports.length,
    reported: results.length,
    value: aggregatedActual(target.reading, results, context),
    score: kind === 'judgement' && maxScore !== null ? aggregatedScore(whole, results, rules, ruleAt(indicator, rules)) : null,
  }
}
