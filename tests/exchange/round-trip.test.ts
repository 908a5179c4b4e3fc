import { describe, expect, test } from 'vitest'
import type { Figure, Figures } from '@/lib/domain/cells/funds'
import { assess } from '@/lib/domain/checks/assessment'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { fixed, hundred, quantity, times } from '@/lib/domain/quantities'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { gradeName } from '@/lib/domain/scoring/grade'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { documentOf } from '@/lib/exchange/evaluation-document'

import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { dice } from '@/tests/support/exact'

/** What the product exports, `evaluate` scores to the last digit as the product does, and finds no error that it does not find. */

const text = (value: Parameters<typeof fixed>[0] | null) => (value === null ? null : fixed(value, 2))

function said(evaluation: Evaluation) {
  const { score, findings } = assess(evaluation)
  return {
    rate: score.executionRate && fixed(times(score.executionRate, hundred), 2),
    execution: text(score.executionScore),
    rows: score.indicators.map((row) => text(row.score)),
    total: text(score.total),
    grade: score.grade && gradeName(score.grade, evaluation.scheme),
    errors: new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)),
  }
}

/** `printed`: with the scores that the export states, or without, so that each has to be found anew. */
function saidOfExport(evaluation: Evaluation, printed = true) {
  const exported = documentOf(evaluation)
  const unprinted = {
    ...exported,
    printedTotal: undefined,
    printedGrade: undefined,
    funds: exported.funds?.map((row) => ({ ...row, printedScore: undefined })),
    indicators: exported.indicators?.map((row) => ({ ...row, printedScore: undefined })),
  }
  const result = evaluateDocument(JSON.parse(JSON.stringify(printed ? exported : unprinted)))
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  const { executionRate, executionScore, indicators, total, grade, findings } = result.line
  return {
    rate: executionRate,
    execution: executionScore,
    rows: indicators.map(({ score }) => score),
    total,
    grade,
    errors: new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)),
  }
}

function expectSame(evaluation: Evaluation): void {
  const { errors, ...own } = said(evaluation)
  const { errors: found, ...exported } = saidOfExport(evaluation)
  expect(exported).toEqual(own)
  const { errors: _, ...anew } = saidOfExport(evaluation, false)
  expect(anew).toEqual(own)
  expect([...found].filter((code) => !errors.has(code))).toEqual([])
}

describe('what became of rows on the way', () => {
  test('bonus and deduction items add and take', () => {
    const item = { target: '', actual: '', maxScore: null }
    const evaluation = anEvaluation({
      scheme: scheme('two-dimension'),
      indicators: [
        anIndicator({ id: 'a', dimension: '履职效能', maxScore: '100', target: '≥100', actual: '97' }),
        anIndicator({ ...item, id: 'b', fixedId: 'bonus', selfScore: '2' }),
        anIndicator({ ...item, id: 'c', fixedId: 'deduction', selfScore: '1' }),
      ],
    })
    expect(saidOfExport(evaluation)).toMatchObject({ rows: ['97.00', '2.00', '1.00'], total: '98.00', grade: '优' })
    expectSame(evaluation)
  })
  test('不适用 rows are rescaled, and the printed total is no error', () => {
    const evaluation = anEvaluation({
      indicators: [
        anIndicator({ id: 'a', maxScore: '60', actual: '90', deviationReason: '尚有差距' }),
        anIndicator({ id: 'b', maxScore: '30', actual: '不适用：本年未开展' }),
      ],
    })
    expect(saidOfExport(evaluation)).toMatchObject({ rows: ['54.00', null], total: '91.43' })
    expectSame(evaluation)
  })
  test('a cap by execution rate is no error', () => {
    expectSame(
      anEvaluation({
        scheme: scheme('national-2020', { totalCaps: [{ rateBelow: '0.8', maxTotal: '89' }] }),
        figures: figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '76' }),
      }),
    )
  })
  test('a score without grounds stays without effect', () => {
    const given = { target: '效果明显', actual: '达成', selfScore: '85', selfScoreGrounds: '', maxScore: '90' }
    expect(saidOfExport(anEvaluation({ indicators: [anIndicator(given)] })).rows).toEqual([null])
    expectSame(anEvaluation({ indicators: [anIndicator(given)] }))
  })
  test('a value that a formula gives stays exact', () => {
    const evaluation = anEvaluation({
      scheme: scheme('hunan-2013'),
      figures: figuresInWan({ 'staffInPost/count': '3', 'staffQuota/count': '7' }),
      indicators: [anIndicator({ fixedId: 'staff-control', target: '≤100', actual: '', unit: '%', maxScore: '5' })],
    })
    expectSame(evaluation)
  })
  test('a row without 分值 leaves the total open', () => {
    expectSame(anEvaluation({ indicators: [anIndicator({ id: 'a', maxScore: '90' }), anIndicator({ id: 'b', maxScore: null })] }))
  })
})

const TARGETS = [
  '≥100',
  '≥95%',
  '≤10天',
  '=0起',
  '效果明显',
  '11月底前',
  '90%-95%',
  '≥0',
  '不适用：无此事项',
  '',
  '完成',
  '>3个',
  '<5',
  '≤0',
]
const ACTUALS = [
  '100',
  '96%',
  '93.33%',
  '12天',
  '0起',
  '达成',
  '部分达成',
  '2023年12月',
  '10月',
  '92%',
  '不适用：本年未开展',
  '',
  '超过280人',
  '2个',
  '无',
  '7',
  '0.95',
]
const POINTS = ['0', '0.5', '4.75', '9.99', '10', '60']
const FIGURES = [
  'total',
  'staffQuota',
  'staffInPost',
  'openingCarryOver',
  'closingCarryOver',
  'threePublic',
  'procurement',
  'publicUse',
  'fixedAssets',
  'fixedAssetsInUse',
]
const COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure', 'amount', 'count', 'priorActual']

type Roll = ReturnType<typeof dice>
const pick = <T>(roll: Roll, all: readonly T[]): T => all[roll(all.length)] as T

function someFigures(roll: Roll, settled: boolean): Figures {
  const names = FIGURES.flatMap((item) => COLUMNS.map((column) => `${item}/${column}`))
  const figures: Record<string, Figure> = {}
  for (const name of names) {
    const what = roll(8)
    const known = figuresInWan({ [name]: `${roll(3) === 0 ? 0 : roll(2000)}` })
    if (what === 0) figures[name] = { state: 'notApplicable', reason: '无此事项' }
    else if (settled || what < 6) Object.assign(figures, known)
  }
  return figures
}

/** Rows that have a score whatever the rule makes of them. */
const SETTLED = [
  ['≥100', '93'],
  ['≥95%', '96%'],
  ['≤10天', '12天'],
  ['=0起', '0起'],
  ['效果明显', '达成'],
  ['90%-95%', '80%'],
  ['≥0', '7'],
  ['≥100', '不适用：本年未开展'],
] as const

function someRow(roll: Roll, id: string, row: Indicator, settled: boolean): Indicator {
  const [target, actual] = settled ? pick(roll, SETTLED) : [pick(roll, TARGETS), pick(roll, ACTUALS)]
  const targetText = row.fixedId === null ? target : row.target.text
  const none = !settled && roll(2) === 0
  return {
    ...row,
    id,
    target: { text: targetText, reading: readTarget(targetText, row) },
    actual: { text: actual, reading: readActual(actual, row) },
    selfScore: none ? null : quantity(settled ? '0.5' : pick(roll, POINTS)),
    coefficient: roll(2) === 0 ? null : quantity(pick(roll, ['0', '0.5', '0.333333', '1'])),
    selfScoreGrounds: !settled && roll(3) === 0 ? '' : '依据台账',
    reviewScore: roll(4) === 0 ? quantity('1') : null,
    reviewGrounds: '依据复核',
    deviationReason: roll(2) === 0 ? '' : '尚有差距',
  }
}

/** An evaluation under the scheme with all its own rows, some of the department's, and anything in their cells. */
function someEvaluation(by: Scheme, roll: Roll, settled: boolean): Evaluation {
  const fixedRows = by.fixedIndicators.map(({ id: fixedId, dimension, group, name, unit, target, maxScore }) =>
    anIndicator({ fixedId, dimension, group, name, unit, target, maxScore }),
  )
  const items = by.adjustments.map(({ id, name, kind }) =>
    anIndicator({ fixedId: id, name, dimension: kind === 'bonus' ? '加分项' : '减分项', target: '', maxScore: null }),
  )
  const own = Array.from({ length: 1 + roll(5) }, () => {
    const dimension = pick(roll, by.dimensions)
    return anIndicator({
      dimension: dimension.name,
      group: pick(roll, [...dimension.groups.map(({ name }) => name), '其他']),
      name: `示例指标${roll(1000)}`,
      maxScore: !settled && roll(6) === 0 ? null : pick(roll, ['5', '7.5', '10', '0.5', '20']),
    })
  })
  return anEvaluation({
    scheme: by,
    figures: someFigures(roll, settled),
    indicators: [...fixedRows, ...own, ...items].map((row, index) => someRow(roll, `row${index}`, row, settled)),
  })
}

const RULES: Scheme['totalCaps'] = [
  { rateBelow: '0.8', maxTotal: '89' },
  { rateBelow: '0.5', maxTotal: '59' },
]

test.each(bundledSchemes.map((by) => [by.id, by] as const))('whatever stands in it: %s', { timeout: 60_000 }, (_, by) => {
  const roll = dice(11)
  let totals = 0
  for (let index = 0; index < 120; index++) {
    const other = roll(2) === 0 ? by : { ...by, totalCaps: RULES, notApplicable: roll(2) === 0 ? ('full' as const) : ('rescale' as const) }
    const evaluation = someEvaluation(other, roll, index % 2 === 0)
    expectSame(evaluation)
    if (said(evaluation).total !== null) totals += 1
  }
  expect(totals).toBeGreaterThan(20)
})
