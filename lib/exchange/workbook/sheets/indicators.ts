import type { ColumnOf } from '@/lib/domain/cells/cells'
import { GIVEN_BY_SCHEME } from '@/lib/domain/evaluation/cell-change'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { hasApprovedTargets, type Indicator } from '@/lib/domain/evaluation/indicator'
import { plain, points, type Quantity, sum } from '@/lib/domain/quantities'
import { ruleOfRow, rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { usesCoefficients } from '@/lib/domain/scoring/coefficient'
import { hasBands } from '@/lib/domain/scoring/qualitative-bands'
import type { EvaluationScore, IndicatorScore } from '@/lib/domain/scoring/scoring'
import { type BookCell, type BookRow, type BookSheet, ROW_KEYS } from '@/lib/exchange/workbook/book'
import { scoreCell } from '@/lib/exchange/workbook/formulas'
import { freeCell, headRows, inputCell, label, letterOf, noteRow, tableRow, titleRow } from '@/lib/exchange/workbook/parts'
import { rowNames } from '@/lib/messages/cell-texts'
import { NOT_APPLICABLE } from '@/lib/messages/form-labels'
import { shortNumber } from '@/lib/messages/numbers'
import { bookColumnHeadings, bookHeadings, bookSheets, bookSums, bookTitle } from '@/lib/messages/workbook'
import { preparedRows } from './lists'

type Column = ColumnOf<'indicators'> | 'score'

/** 指标: the columns of the official form, then what belongs to a row beside it, and what all come to. */
export function indicatorsSheet(evaluation: Evaluation, score: EvaluationScore): BookSheet {
  const columns = columnsFor(evaluation)
  const names = rowNames(evaluation)
  const letter = (column: Column): string => letterOf(columns.indexOf(column))
  const rows: BookRow[] = [
    titleRow(bookTitle(evaluation, bookSheets.indicators)),
    noteRow('得分仅供参考，以读入后系统计算的为准。数字不能决定得分的，填写自评分和自评依据。'),
    ...headRows(
      'indicators',
      columns.map((column) => [column === 'score' ? '' : column, HEADINGS[column]] as const),
    ),
  ]
  const first = rows.length + 1
  for (const [index, indicator] of evaluation.indicators.entries()) {
    const scored = score.indicators[index]
    if (scored === undefined) continue
    const at = (column: Column): string => `${letter(column)}${rows.length + 1}`
    const places = { target: at('target'), actual: at('actual'), maxScore: at('maxScore'), selfScore: at('selfScore') }
    const cells = columns.map((column) =>
      column === 'score'
        ? scoreCell(indicator, scored, evaluation.scheme, places)
        : indicatorCell(evaluation, indicator, scored, column, names),
    )
    rows.push(tableRow(`indicators/${indicator.id}`, cells))
  }
  for (const _ of preparedRows(evaluation.indicators.length)) {
    const cells = columns.map((column) => (column === 'score' ? null : withChoices(freeCell(`indicators/new/${column}`), column)))
    rows.push(tableRow(ROW_KEYS.free, cells))
  }
  const added = (column: 'maxScore' | 'score', number: Quantity): BookCell => ({
    look: 'sum',
    formula: `SUM(${letter(column)}${first}:${letter(column)}${rows.length})`,
    number: plain(number),
  })
  const sums = { maxScore: sumOf(evaluation.indicators.map((row) => row.maxScore)), score: sumOf(score.indicators.map((row) => row.score)) }
  const foot = columns.map((column, index): BookCell | null => {
    if (index === 0) return label(bookSums.indicators)
    return column === 'maxScore' || column === 'score' ? added(column, sums[column]) : label('')
  })
  rows.push(tableRow(ROW_KEYS.computed, foot))
  const [a, ...others] = columns.map((column) => WIDTHS[column])
  return { name: bookSheets.indicators, rows, widths: [a ?? 12, 4, ...others], frozen: { rows: 4, columns: 4 } }
}

const sumOf = (all: readonly (Quantity | null)[]): Quantity => sum(all.filter((one) => one !== null))

const HEADINGS: Readonly<Record<Column, string>> = { ...bookColumnHeadings.indicators, score: `${bookHeadings.score}（参考）` }
const WIDTHS: Readonly<Record<Column, number>> = {
  dimension: 13,
  group: 16,
  name: 32,
  target: 16,
  actual: 16,
  maxScore: 8,
  coefficient: 10,
  score: 11,
  deviationReason: 40,
  unit: 10,
  nature: 10,
  sampleSize: 10,
  satisfied: 10,
  standard: 36,
  task: 24,
  selfScore: 10,
  selfScoreGrounds: 30,
  changeReason: 24,
  reviewScore: 8,
  reviewGrounds: 8,
}

/** Columns that only some forms have: in the book where a row says something in them. */
const BESIDE = ['nature', 'standard', 'sampleSize', 'satisfied'] as const

/** Columns that say something under this scheme. What a reviewer writes is no department's to fill in. */
function columnsFor({ scheme, indicators }: Evaluation): Column[] {
  return [
    'dimension',
    'group',
    'name',
    'target',
    'actual',
    'maxScore',
    ...(usesCoefficients(scheme) ? (['coefficient'] as const) : []),
    'score',
    'deviationReason',
    'unit',
    ...BESIDE.filter((column) => indicators.some((row) => row[column] !== '')),
    'task',
    'selfScore',
    'selfScoreGrounds',
    ...(hasApprovedTargets(indicators) ? (['changeReason'] as const) : []),
  ]
}

const CHOICES: Readonly<Partial<Record<Column, string>>> = { dimension: 'dimensions', group: 'groups', task: 'tasks', unit: 'units' }

const withChoices = (cell: BookCell, column: Column): BookCell => {
  const choices = CHOICES[column]
  return choices === undefined ? cell : { ...cell, choices }
}

function indicatorCell(
  evaluation: Evaluation,
  indicator: Indicator,
  scored: IndicatorScore,
  column: ColumnOf<'indicators'>,
  names: Readonly<Record<string, string>>,
): BookCell {
  const cell = inputCell(evaluation, `indicators/${indicator.id}/${column}`, names)
  if (indicator.fixedId !== null && GIVEN_BY_SCHEME.includes(column)) return { ...cell, given: true }
  if (column === 'actual' && scored.computed !== null) return { ...cell, text: computedText(scored), given: true }
  const banded = column === 'actual' && hasBands(ruleOfRow(indicator, rulesOf(evaluation.scheme)).definition, indicator.target.reading)
  return banded ? { ...cell, choices: 'bands' } : withChoices(cell, column)
}

/** What the scheme's formula gives. */
const computedText = ({ computed }: IndicatorScore): string =>
  computed?.kind === 'number'
    ? `${shortNumber(points(computed.value))}${computed.unit}`
    : computed?.kind === 'notApplicable'
      ? NOT_APPLICABLE
      : ''
