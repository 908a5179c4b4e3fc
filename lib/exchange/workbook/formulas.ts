import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { isZero, plain, type Quantity } from '@/lib/domain/quantities'
import type { CellNumber } from '@/lib/domain/reading/cell-reading'
import { operatorInForce } from '@/lib/domain/reading/meaning-of-target'
import { ruleOfRow, rulesOf, type SchemeRules } from '@/lib/domain/schemes/scheme-rules'
import type { EvaluationScore, IndicatorScore } from '@/lib/domain/scoring/scoring'
import { SCORED_BY_SYSTEM } from '@/lib/messages/workbook'
import type { BookCell } from './book'
import { letterOf } from './parts'

/**
 * What a workbook computes while it is filled in: rate and scores as far as a formula of a spreadsheet can say them. They are shown and
 * never read back: what counts is computed by `scoreEvaluation` alone, exactly.
 */

const digits = (value: Quantity | null): { number?: string } => (value === null ? {} : { number: plain(value) })

/** 执行率, 分值 and 得分 of the total, which stands in the `row`. */
export function executionCells(
  { scheme }: Evaluation,
  { executionRate, executionMaxScore, executionScore }: EvaluationScore,
  row: number,
): BookCell[] {
  const [budget, spent, rate, most] = [3, 4, 5, 6].map((index) => `${letterOf(index)}${row}`)
  const { execution } = rulesOf(scheme)
  const share = execution?.capped === false ? rate : `MIN(1,${rate})`
  const score =
    execution === null ? '""' : execution.bands === null ? `ROUND(MAX(0,${share})*${most},${execution.decimals})` : `"${SCORED_BY_SYSTEM}"`
  return [
    {
      look: 'sumPercent',
      formula: `IF(AND(ISNUMBER(${budget}),ISNUMBER(${spent})),IF(${budget}>0,${spent}/${budget},""),"")`,
      ...digits(executionRate),
    },
    { look: 'number', given: true, ...digits(executionMaxScore) },
    { look: 'sum', formula: `IF(ISNUMBER(${rate}),${score},"")`, ...digits(executionScore) },
  ]
}

/** The columns of an indicator's row by their letters. */
export type ScoreColumns = { target: string; actual: string; maxScore: string; selfScore: string }

/** 得分 of an indicator: the 自评分 where there is one, else by its target where that is one number; otherwise the system computes it. */
export function scoreCell(indicator: Indicator, { score }: IndicatorScore, scheme: Evaluation['scheme'], at: ScoreColumns): BookCell {
  const rules = rulesOf(scheme)
  const byNumbers = numbersFormula(indicator, rules, at)
  const otherwise = byNumbers === null ? `"${SCORED_BY_SYSTEM}"` : `IFERROR(${byNumbers},"${SCORED_BY_SYSTEM}")`
  return {
    look: 'sum',
    formula: `IF(ISNUMBER(${at.selfScore}),${at.selfScore},IF(${at.actual}="","",${otherwise}))`,
    ...digits(score),
  }
}

/** By one number as target, under the rule for what the scheme says nothing of; null where it takes more than that. */
function numbersFormula(indicator: Indicator, rules: SchemeRules, { target, actual, maxScore }: ScoreColumns): string | null {
  const { reading } = indicator.target
  const { definition } = ruleOfRow(indicator, rules)
  if (reading.kind !== 'number' || definition.kind !== 'default' || rules.overCompletion?.deduct != null) return null
  const [t, a] = [numberIn(target, reading), numberIn(actual, reading)]
  const missed = missedShare(reading, indicator, rules, t, a)
  return missed && `IF(${missed.met},${maxScore},MIN(${maxScore}-0.01,ROUND(MAX(0,${missed.share})*${maxScore},2)))`
}

type Missed = { met: string; share: string }

/** When a target is met, and the share that is left where it is not; null where people decide. */
function missedShare(
  target: CellNumber,
  indicator: Indicator,
  { atMostFormula, missed }: SchemeRules,
  t: string,
  a: string,
): Missed | null {
  switch (operatorInForce(target, indicator)) {
    case '<=':
      return { met: `${a}<=${t}`, share: atMostFormula === 'ratio' ? `${t}/${a}` : `1-(${a}-${t})/${t}` }
    case '>=':
      return isZero(target.value) ? null : { met: `${a}>=${t}`, share: missed === 'none' ? '0' : `${a}/${t}` }
    case '=':
      return { met: isZero(target.value) ? `${a}=0` : `${a}>=${t}`, share: missed === 'none' || isZero(target.value) ? '0' : `${a}/${t}` }
    default:
      return null
  }
}

/** The number in a cell of text, without sign and unit. Per cent must be said: a bare 90 may be either. */
function numberIn(cell: string, { unit }: CellNumber): string {
  const gone = ['≥', '≤', '=', ...(unit === '' || unit === '%' ? [] : [unit])]
  const value = `VALUE(${gone.reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","")`, `${cell}&""`)})`
  return unit === '%' ? `IF(ISNUMBER(SEARCH("%",${cell})),${value},NA())` : value
}
