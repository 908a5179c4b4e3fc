import { type Indicator, type IndicatorPlace, isSameIndicator } from '@/lib/domain/evaluation/indicator'
import { type Points, type Yuan, zero } from '@/lib/domain/quantities'
import type { CellReading } from '@/lib/domain/reading/cell-reading'
import { ruleOfRow, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import {
  type AggregatedValue,
  type AggregationKind,
  aggregatedActual,
  aggregatedScore,
  aggregationKind,
  type UnitResult,
} from './aggregation'
import { targetInForce } from './rule-target'

/** 下属单位报送: what one unit below has in the same round. Only what was handed in counts. */
export type UnitReport = { handedIn: boolean; funds: Yuan | null; rows: readonly UnitRow[] }
export type UnitRow = IndicatorPlace & { actual: CellReading; score: Points | null; maxScore: Points | null }

/** What the units below report of an indicator: a value, or for a judged one the score that their shares make. */
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
  const { maxScore } = indicator
  if (indicator.name.trim() === '') return null
  const isSame = (row: UnitRow) => isSameIndicator(row, indicator)
  const asking = reports.filter(({ rows }) => rows.some(isSame))
  if (asking.length === 0) return null
  const results = asking.flatMap(({ handedIn, funds, rows }): UnitResult[] => {
    const row = rows.find(isSame)
    if (!handedIn || row === undefined || row.actual.kind === 'blank') return []
    return [{ funds, actual: row.actual, score: row.score, maxScore: row.maxScore ?? zero }]
  })
  const rule = ruleOfRow(indicator, rules)
  const target = targetInForce(rule, indicator.target.reading, indicator)
  const kind = aggregationKind(target)
  const context = { ...indicator, year }
  const whole = { target, context, maxScore: maxScore ?? zero }
  return {
    kind,
    units: reports.length,
    reported: results.length,
    value: aggregatedActual(target, results, context),
    score: kind === 'judgement' && maxScore !== null ? aggregatedScore(whole, results, rules, rule) : null,
  }
}
