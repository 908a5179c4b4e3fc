import { describe, expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { explainScore } from '@/lib/domain/explanation/explanation'
import { fixed } from '@/lib/domain/quantities'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { unitAggregate } from '@/lib/domain/scoring/unit-reports'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'

/** What people decide is asked for, checked and explained in the same way everywhere. */

const codesOf = (evaluation: Evaluation) => assess(evaluation).findings.map(({ code }) => code)
const ruled = (kind: 'manual' | 'qualitative' | 'coefficient') =>
  scheme('national-2020', { dimensions: scheme().dimensions.map((dimension) => ({ ...dimension, rule: { kind } })) })

describe('a person’s score', () => {
  test('stands over numbers where the rule says so', () => {
    const indicators = [anIndicator({ target: '≥90%', actual: '80%', maxScore: '90', selfScore: '90' })]
    expect(codesOf(anEvaluation({ scheme: ruled('manual'), indicators }))).not.toContain('K04')
  })

  test('is held against the band in the points that the form shows', () => {
    const inBand = (selfScore: string) =>
      codesOf(
        anEvaluation({
          scheme: ruled('qualitative'),
          indicators: [anIndicator({ target: '良好', actual: '达成年度指标', maxScore: '3.33', selfScore })],
        }),
      )
    expect(inBand('2.66')).not.toContain('K05') // 2.664 before rounding
    expect(inBand('2.65')).toContain('K05')
  })

  test.each(['manual', 'qualitative', 'coefficient'] as const)('by %s needs no target', (kind) => {
    const evaluation = anEvaluation({ scheme: ruled(kind), indicators: [anIndicator({ target: '' })] })
    expect(assess(evaluation).findings.filter(({ code, at }) => code === 'T11' && at.endsWith('/target'))).toEqual([])
  })

  test('a coefficient is explained by what would raise it, whatever the cells say', () => {
    const evaluation = anEvaluation({ scheme: ruled('coefficient'), indicators: [anIndicator({ actual: '', coefficient: '0.9' })] })
    const explanation = explainScore(evaluation, scoreEvaluation(evaluation), { kind: 'indicator', id: 'indicator1' })
    expect(explanation?.gains).toMatchObject([{ kind: 'coefficient' }])
  })
})

test('a total above 100 says what cut it', () => {
  const { execution } = scheme()
  const uncapped = scheme('national-2020', { execution: execution && { ...execution, capped: false } })
  const figures = figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '120' })
  const evaluation = anEvaluation({ scheme: uncapped, figures })
  const explanation = explainScore(evaluation, scoreEvaluation(evaluation), { kind: 'total' })
  expect(explanation && sayExplanation(explanation).steps.join('')).toContain('合计 102.00 分。总分不高于 100 分。结果 100.00 分。')
})

describe('a framework that has one name in two places', () => {
  const hunan = scheme('hunan-2013')
  const twice = hunan.fixedIndicators.filter(({ name }) => name === '管理制度健全性')
  const rows = twice.map(({ id: fixedId, dimension, group, name, maxScore, target, unit }) =>
    anIndicator({ id: fixedId, fixedId, dimension, group, name, maxScore, target, unit, actual: fixedId, selfScore: '1' }),
  )

  test('is no finding', () => {
    expect(rows).toHaveLength(2)
    expect(codesOf(anEvaluation({ scheme: hunan, indicators: rows }))).not.toContain('K12')
  })

  test('each row has what the units report of it', () => {
    const units = [{ handedIn: true, funds: null, rows: rows.map((row) => ({ ...row, actual: row.actual.reading, score: row.selfScore })) }]
    const [first, second] = rows.map((row) => unitAggregate(row, units, 2023, rulesOf(hunan)))
    expect([first?.reported, second?.reported]).toEqual([1, 1])
    const other = rows.map((row) => ({ ...row, fixedId: row.fixedId === twice[0]?.id ? row.fixedId : null, group: '其他' }))
    expect(other.map((row) => unitAggregate(row, units, 2023, rulesOf(hunan)) !== null)).toEqual([true, false])
  })
})

test('a rule with bounds of its own is aggregated by values, not by the units’ scores', () => {
  const by = scheme('national-cost')
  const dimension = by.dimensions.find(({ name }) => name === '满意度指标')
  const asked = { dimension: '满意度指标', group: dimension?.groups[0]?.name ?? '', name: '群众满意度', target: '', unit: '%' }
  const indicator = anIndicator(asked)
  const row = (actual: string) => {
    const read = anIndicator({ ...asked, actual })
    return { ...read, actual: read.actual.reading, score: null }
  }
  const budget = figuresInWan({ 'total/adjustedBudget': '100' })['total/adjustedBudget']
  const funds = budget?.state === 'filled' ? budget.value : null
  const units = ['92%', '78%'].map((actual) => ({ handedIn: true, funds, rows: [row(actual)] }))
  const aggregate = unitAggregate(indicator, units, 2023, rulesOf(by))
  expect(aggregate?.value && fixed(aggregate.value.value, 2)).toBe('85.00')
})
