import { describe, expect, it, test } from 'vitest'
import { fixed, quantity, times } from '@/lib/domain/quantities'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { anEvaluation, anIndicator, figuresInWan, type IndicatorTexts, scheme } from '@/tests/support/builders'
import { foundingCase, MISSED_ROW } from '@/tests/support/founding-case'
import { linear, noneIfMissed, score, text } from '@/tests/support/scores'

describe('the founding case', () => {
  it('comes to 97.67, 优, at an execution rate of 100.31 %', () => {
    const result = scoreEvaluation(foundingCase())
    expect(text(result.total)).toBe('97.67')
    expect(result.grade).toBe('excellent')
    expect(result.executionRate && fixed(times(result.executionRate, quantity('100')), 2)).toBe('100.31')
    expect(text(result.executionScore)).toBe('10.00')
    expect(text(result.indicators[MISSED_ROW]?.score ?? null)).toBe('2.67')
  })
  it('comes to 97.50 with 50 %', () => expect(text(scoreEvaluation(foundingCase('50%')).total)).toBe('97.50'))
})

describe('numeric targets', () => {
  test.each([
    ['≥95', '95', '10.00'],
    ['≥95', '96', '10.00'],
    ['≥100', '87', '8.70'],
    ['≥3', '1', '3.33'],
    ['≥100', '0', '0.00'],
    ['≥2200', '2859', '10.00'],
    ['≥95', '-5', '0.00'],
    ['>100', '101', '10.00'],
    ['>100', '100', '9.99'], // equalling a strict bound misses it: never full marks
    ['>100', '50', '5.00'],
    ['≥10000', '9999.9', '9.99'], // 9.9999 would round to full marks, but the target was missed
    ['=100%', '100%', '10.00'],
    ['=100%', '53.4%', '5.34'],
    ['=0', '0', '10.00'],
    ['=0起', '1起', '0.00'],
    ['≤10', '10', '10.00'],
    ['≤10', '15', '6.67'],
    ['≤10', '20', '5.00'],
    ['<10', '10', '9.99'],
    ['≤0', '0', '10.00'],
    ['≤0', '3', '0.00'],
    ['≥-5', '-10', '0.00'], // no proportion of a negative target
  ])('%s answered by %s scores %s of 10', (target, actual, expected) => expect(score({ target, actual })).toBe(expected))
  test.each([
    ['≤10', '15', '5.00'],
    ['≤10', '20', '0.00'],
    ['≤10', '25', '0.00'],
    ['<10', '10', '9.99'],
    ['≤0', '1', '0.00'],
  ])('%s answered by %s scores %s of 10 by the linear formula', (target, actual, expected) => {
    expect(score({ target, actual }, linear)).toBe(expected)
  })
  it('gives nothing for a missed target where the scheme says so', () => {
    expect(score({ target: '≥100', actual: '99' }, noneIfMissed)).toBe('0.00')
    expect(score({ target: '≤10', actual: '20' }, noneIfMissed)).toBe('5.00')
  })
  it('leaves ≥ 0 to a person, as no proportion can be taken of 0', () => {
    expect(score({ target: '≥0', actual: '43' })).toBeNull()
    expect(score({ target: '≥0', actual: '43', selfScore: '8' })).toBe('8.00')
  })
  it('scores outside a range in proportion to the nearer end', () => {
    expect(score({ target: '80-90', actual: '85' })).toBe('10.00')
    expect(score({ target: '80-90', actual: '60' })).toBe('7.50')
  })
  it('knows no half points for dates and yes or no', () => {
    expect(score({ target: '2023年11月底前', actual: '2023年10月', group: '时效指标' })).toBe('10.00')
    expect(score({ target: '2023年11月底前', actual: '2023年12月', group: '时效指标' })).toBe('0.00')
    expect(score({ target: '是', actual: '否' })).toBe('0.00')
    expect(score({ target: '是', actual: '是' })).toBe('10.00')
  })
  it('never exceeds a 分值 of three decimals', () => expect(score({ target: '≥1', actual: '1', maxScore: '4.567' })).toBe('4.56'))
})

describe('judged rows', () => {
  const judged: IndicatorTexts = { target: '效果显著', actual: '达成预期指标' }
  it('take the self-score with its grounds', () => {
    expect(score({ ...judged, selfScore: '8.5' })).toBe('8.50')
    expect(score({ ...judged, selfScore: '8.5', selfScoreGrounds: ' ' })).toBeNull()
    expect(score(judged)).toBeNull()
  })
  it('refuse a self-score outside 0…分值', () => {
    expect(score({ ...judged, selfScore: '10.01' })).toBeNull()
    expect(score({ ...judged, selfScore: '-1' })).toBeNull()
  })
  it('do not let a self-score overrule numbers', () => expect(score({ target: '≥100', actual: '50', selfScore: '10' })).toBe('5.00'))
})

describe('未填, 不适用 and 0 are three things', () => {
  it('gives no score for a blank', () => {
    const result = scoreEvaluation(anEvaluation({ indicators: [anIndicator({ actual: '', maxScore: '90' })] }))
    expect(result.indicators[0]?.score).toBeNull()
    expect(result.total).toBeNull()
    expect(result.grade).toBeNull()
  })
  it('gives no score without 分值', () => expect(score({ maxScore: null })).toBeNull())
  const rows = [
    anIndicator({ id: 'a', maxScore: '60', target: '≥100', actual: '50' }),
    anIndicator({ id: 'b', maxScore: '30', actual: '不适用：本年未开展' }),
  ]
  it('rescales the rest to full marks', () => {
    const result = scoreEvaluation(anEvaluation({ indicators: rows }))
    expect(result.indicators[1]).toMatchObject({ score: null, notApplicable: true })
    expect(text(result.summary.sum)).toBe('40.00')
    expect(text(result.total)).toBe('57.14') // 40 × 100 ÷ 70
  })
  it('or gives full marks', () => {
    const result = scoreEvaluation(anEvaluation({ indicators: rows, scheme: scheme('national-2020', { notApplicable: 'full' }) }))
    expect(text(result.indicators[1]?.score ?? null)).toBe('30.00')
    expect(text(result.total)).toBe('70.00')
  })
  it('treats execution without budget and expenditure as 不适用', () => {
    const figures = figuresInWan({ 'total/adjustedBudget': '0', 'total/actualExpenditure': '0' })
    const result = scoreEvaluation(anEvaluation({ figures, indicators: [anIndicator({ maxScore: '90', target: '≥100', actual: '80' })] }))
    expect(result.executionRate).toBeNull()
    expect(result.executionScore).toBeNull()
    expect(text(result.total)).toBe('80.00')
  })
  it('gives no total where money was spent without a budget', () => {
    const figures = figuresInWan({ 'total/adjustedBudget': '0', 'total/actualExpenditure': '3' })
    expect(scoreEvaluation(anEvaluation({ figures })).total).toBeNull()
  })
})
