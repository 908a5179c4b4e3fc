import { describe, expect, it } from 'vitest'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { ExplainedSubject, ScoreExplanation } from '@/lib/domain/explanation/explained'
import { explainScore } from '@/lib/domain/explanation/explanation'
import { fixed, minus, plain, points, quantity } from '@/lib/domain/quantities'
import type { IndicatorRule } from '@/lib/domain/schemes/rules/rules'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { UNVERIFIED_MARK } from '@/lib/messages/labels'
import { sayExplanation } from '@/lib/messages/score-explanation'
import { anEvaluation, anIndicator, figuresInWan, type IndicatorTexts, scheme } from '@/tests/support/builders'
import { dice } from '@/tests/support/exact'
import { foundingCase, MISSED_ROW } from '@/tests/support/founding-case'

const explained = (evaluation: Evaluation, subject: ExplainedSubject): ScoreExplanation => {
  const found = explainScore(evaluation, scoreEvaluation(evaluation), subject)
  if (found === null) throw new Error('nothing to explain')
  return found
}
const row = (texts: IndicatorTexts, by: Scheme = scheme()): ScoreExplanation =>
  explained(anEvaluation({ scheme: by, indicators: [anIndicator(texts)] }), { kind: 'indicator', id: 'indicator1' })
const said = (explanation: ScoreExplanation) => sayExplanation(explanation)

describe('a cell that is not plain is said as it was read', () => {
  const inputs = (target: string, actual: string) => said(row({ target, actual, maxScore: '5' })).inputs.map(({ value }) => value)
  it('a bare target, and an actual in the unit of its target', () => {
    expect(inputs('≥90%', '85').slice(0, 2)).toEqual(['≥90%', '85（按“85%”计）'])
    expect(inputs('≥90%', '85%').slice(0, 2)).toEqual(['≥90%', '85%'])
    expect(inputs('500人', '480人').slice(0, 2)).toEqual(['500人（按“≥500人”计）', '480人'])
  })
})

describe('an indicator explains itself', () => {
  const missed = explained(foundingCase(), { kind: 'indicator', id: `indicator${MISSED_ROW + 1}` })
  it('with its inputs and where they stand', () => {
    expect(missed.inputs.map(({ at }) => at)).toEqual([
      'indicators/indicator11/target',
      'indicators/indicator11/actual',
      'indicators/indicator11/maxScore',
    ])
  })
  it('with rule, unrounded value, points lost and what would have earned them', () => {
    expect(missed.rule).toMatchObject({ kind: 'indicator', basis: 'ratio' })
    expect([missed.unrounded, missed.score, missed.lost].map((value) => value && plain(value))).toEqual(['2.67', '2.67', '2.33'])
    expect(missed.gains).toMatchObject([{ kind: 'target', operator: '=' }])
    expect(said(missed)).toMatchObject({
      summary: '得分：2.67 分（分值 5 分，失 2.33 分）',
      gains: ['实际完成值达到年度指标值（=100%）可得满分 5.00 分'],
    })
    expect(said(missed).steps).toContain('未达到年度指标值，按“实际完成值 ÷ 年度指标值 × 分值”计分。')
    expect(said(missed).clause).toContain('第十六条')
  })
  it('with the limit that a missed target keeps', () => {
    const equalled = row({ target: '>100', actual: '100' })
    expect(equalled.limit).toMatchObject({ by: 'missed' })
    expect(said(equalled).steps.join()).toContain('最高 9.99 分')
  })
  it('with what is still to be filled in', () => {
    expect(row({ actual: '' }).gains).toEqual([{ kind: 'fill', at: 'indicators/indicator1/actual' }])
    expect(row({ target: '效果明显', actual: '达成预期指标' }).gains).toMatchObject([
      { kind: 'judge', at: 'indicators/indicator1/selfScore' },
    ])
    expect(said(row({ actual: '' })).summary).toBe('得分：暂不能计分（分值 10 分）')
  })
  it('with the next and the best band', () => {
    const rule: IndicatorRule = {
      kind: 'intervals',
      intervals: [
        { from: '90', points: '10' },
        { from: '80', points: '8' },
        { from: '60', points: '5' },
      ],
    }
    const dimensions = scheme().dimensions.map((dimension) => ({ ...dimension, rule }))
    expect(said(row({ target: '≥90%', actual: '70%', unit: '%' }, scheme('national-2020', { dimensions }))).gains).toEqual([
      '实际完成值不低于 80% 可得 8.00 分',
      '实际完成值不低于 90% 可得 10.00 分',
    ])
  })
  it('with the deduction for over-completion', () => {
    const by = scheme('national-2020', { overCompletion: { threshold: '1.3', mode: 'deduct', deduct: '2' } })
    const over = row({ target: '≥100', actual: '150' }, by)
    expect(said(over).steps.join()).toContain('按方案减 2.00 分')
    expect(said(over).gains).toEqual(['实际完成值低于 130（不属于超额完成偏离）可得 10.00 分'])
  })
  it('with the band that the actual value names, in points, of as many as the scheme has', () => {
    const judged = { target: '效果明显', selfScore: '7.5', maxScore: '10' }
    const three = said(row({ ...judged, actual: '部分达成年度指标并具有一定效果' }))
    expect(three.rule).toContain('定性指标分三档')
    expect(three.steps).toContain('实际完成值属“部分达成年度指标并具有一定效果”档 6.00 分（含）至 8.00 分（不含）。')
    expect(three.gains).toEqual(['实际完成值属“达成年度指标”档 8.00 分（含）至 10.00 分（含）的，在该档内评分'])
    const qualitativeBands = [
      { label: '好', from: '0.9', to: '1' },
      { label: '较好', from: '0.7', to: '0.9' },
      { label: '一般', from: '0.5', to: '0.7' },
      { label: '差', from: '0', to: '0.5' },
    ]
    const by = scheme('national-2020', { qualitativeBands, clauses: { qualitativeBands: '示例办法第五条' } })
    const four = said(row({ ...judged, actual: '较好' }, by))
    expect(four.rule).toContain('定性指标分四档')
    expect(four.steps).toContain('实际完成值属“较好”档 7.00 分（含）至 9.00 分（不含）。')
    expect(four.clause).toContain('示例办法第五条')
    expect(said(row({ ...judged, actual: '未达成' }, by)).steps.join()).toContain('“差”档 0.00 分（含）至 5.00 分（不含）')
    expect(said(row({ ...judged, actual: '部分达成' }, by)).steps.join()).not.toContain('档')
    const byRule = scheme('national-2020', {
      dimensions: scheme().dimensions.map((dimension) => ({ ...dimension, rule: { kind: 'qualitative' }, clause: '示例办法第六条' })),
    })
    expect(said(row({ ...judged, target: '', actual: '达成年度指标' }, byRule))).toMatchObject({
      clause: expect.stringMatching(/^示例办法第六条；/),
    })
    expect(said(row({ ...judged, actual: '' }, byRule)).rule).toContain('“达成年度指标”档 8.00 分（含）至 10.00 分（含）')
  })
  it('with the judgement of a person where everything meets the target', () => {
    expect(said(row({ target: '≥0', actual: '43', selfScore: '8' })).gains).toEqual(['由填报人按依据给出 0 至 10 分的自评分'])
  })
  it('with the clause of what became of a 不适用 row', () => {
    const by = scheme('national-2020', { clauses: { notApplicable: '示例办法第八条' } })
    expect(said(row({ actual: '不适用：本年未开展' }, by)).clause).toContain('示例办法第八条')
    expect(said(row({ actual: '不适用：本年未开展' })).clause).toBe(`${scheme().defaults.clause}（${UNVERIFIED_MARK}）`)
  })
  it('with a coefficient, its grounds and what is missing to the whole', () => {
    const by = scheme('national-2020', { dimensions: scheme().dimensions.map((one) => ({ ...one, rule: { kind: 'coefficient' } })) })
    const found = row({ actual: '99', maxScore: '7', coefficient: '0.855' }, by)
    expect(found).toMatchObject({ rule: { basis: 'coefficient' }, decimals: 2 })
    expect(found.unrounded && plain(found.unrounded)).toBe('5.985')
    expect(said(found).inputs).toContainEqual({ label: '得分系数', value: '85.5%（依据台账）', at: 'indicators/indicator1/coefficient' })
    expect(said(found).gains).toEqual(['得分系数为 100% 可得满分 7.00 分'])
    expect(said(row({ actual: '99', coefficient: '0.5', selfScoreGrounds: '' }, by)).inputs).toContainEqual({
      label: '得分系数',
      value: '50%（未写依据，不予采用）',
      at: 'indicators/indicator1/coefficient',
    })
    // No clause of the default where the rule of the 一级 cites none.
    expect(said(found).clause).toBe('')
  })
  it('with the formula and its figures where the scheme computes the value', () => {
    const hunan = scheme('hunan-2013')
    const evaluation = anEvaluation({
      scheme: hunan,
      figures: figuresInWan({ 'staffInPost/count': '150', 'staffQuota/count': '143' }),
      indicators: [anIndicator({ fixedId: 'staff-control', target: '≤100', actual: '', unit: '%', maxScore: '5' })],
    })
    const found = explained(evaluation, { kind: 'indicator', id: 'indicator1' })
    expect(found.inputs).toMatchObject([
      { kind: 'target' },
      { at: 'funds/staffInPost/count' },
      { at: 'funds/staffQuota/count' },
      { kind: 'computed' },
      { kind: 'maxScore' },
    ])
    expect(found.score && plain(found.score)).toBe('2.55')
    expect(said(found).gains).toEqual(['实际完成值不高于 100% 可得 5.00 分'])
  })
})

describe('execution, total and grade explain themselves', () => {
  it('execution names its limit', () => {
    const found = said(explained(foundingCase(), { kind: 'execution' }))
    expect(found.inputs.map(({ value }) => value)).toEqual(['8,988.68 万元', '9,016.65 万元', '100.31%', '10 分'])
    expect(found.steps).toContain('最高不超过分值 10 分。')
  })
  it('the total names the cap by execution rate and how to lift it', () => {
    const evaluation = anEvaluation({
      scheme: scheme('national-2020', { totalCaps: [{ rateBelow: '0.8', maxTotal: '89' }] }),
      figures: figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '76' }),
    })
    const total = explained(evaluation, { kind: 'total' })
    expect(total.limit && plain(total.limit.value)).toBe('89')
    expect(total.unrounded && plain(minus(total.unrounded, quantity('89')))).toBe('8.6')
    expect(said(total).gains).toEqual([
      '预算执行率达到 80.00% 后不再封顶，其他得分不变时总分为 97.60 分',
      '预算执行失 2.40 分，仅补足此项总分不变',
    ])
  })
  it('the total names the next cap where another one waits behind it, counting what was rescaled and adjusted', () => {
    const item = { dimension: '减分项', target: '', actual: '', maxScore: null }
    const evaluation = anEvaluation({
      scheme: scheme('national-2020', {
        totalCaps: [
          { rateBelow: '0.9', maxTotal: '95' },
          { rateBelow: '0.8', maxTotal: '89' },
        ],
        adjustments: [{ id: 'minus', name: '减分项', kind: 'deduction', max: '5', clause: '示例办法第九条' }],
        clauses: { totalCaps: '示例办法第七条', notApplicable: '示例办法第八条' },
      }),
      figures: figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '76' }),
      indicators: [
        anIndicator({ id: 'a', maxScore: '70' }),
        anIndicator({ id: 'b', maxScore: '20', actual: '不适用：本年未开展' }),
        anIndicator({ ...item, id: 'c', fixedId: 'minus', selfScore: '1' }),
      ],
    })
    const total = said(explained(evaluation, { kind: 'total' }))
    // (7.6 + 70) × 100 ÷ 80 = 97, less 1
    expect(total.steps).toContain('77.60 × 100 ÷（100 − 20） = 97，四舍五入保留两位小数为 97.00 分。')
    expect(total.gains.slice(0, 2)).toEqual([
      '预算执行率达到 80.00% 后上限提高到 95 分，其他得分不变时总分为 95.00 分',
      '预算执行率达到 90.00% 后不再封顶，其他得分不变时总分为 96.00 分',
    ])
    expect(total.clause).toBe('示例办法第八条；示例办法第九条；示例办法第七条')
  })
  it('the total under rescaling says the formula, its unrounded value and the rounding', () => {
    const evaluation = anEvaluation({
      indicators: [
        anIndicator({ id: 'a', name: '甲', maxScore: '60', actual: '90' }),
        anIndicator({ id: 'b', maxScore: '30', actual: '不适用：本年未开展' }),
      ],
    })
    const total = explained(evaluation, { kind: 'total' })
    expect(total.unrounded && fixed(total.unrounded, 6)).toBe('91.428571')
    expect(said(total).steps).toContain('64.00 × 100 ÷（100 − 30） = 91.428571…，四舍五入保留两位小数为 91.43 分。')
    expect(said(total).gains).toEqual(['第 1 项“甲”失 6.00 分，补足后总分增加 8.57 分'])
  })
  it('the grade says what the next one takes', () => {
    const evaluation = anEvaluation({ indicators: [anIndicator({ maxScore: '90', target: '≥100', actual: '75' })] })
    expect(said(explained(evaluation, { kind: 'grade' }))).toMatchObject({
      summary: '等级：中',
      gains: ['总分再增加 2.50 分，达到 80 分为良'],
    })
    expect(explained(foundingCase(), { kind: 'grade' }).gains).toEqual([])
  })
})

it('never says another number than the score', () => {
  const roll = dice(7)
  const bases = new Set<string>()
  for (let index = 0; index < 3000; index++) {
    const symbol = ['≥', '>', '=', '<', '≤'][roll(5)] ?? ''
    const evaluation = anEvaluation({
      indicators: [
        anIndicator({
          target: `${symbol}${roll(40)}`,
          actual: `${roll(40)}`,
          maxScore: `${roll(20)}.${roll(10)}`,
          selfScore: roll(2) ? `${roll(20)}` : null,
        }),
      ],
      figures: figuresInWan({ 'total/adjustedBudget': `${roll(50)}`, 'total/actualExpenditure': `${roll(60)}` }),
    })
    const score = scoreEvaluation(evaluation)
    const subjects: [ExplainedSubject, unknown][] = [
      [{ kind: 'execution' }, score.executionScore],
      [{ kind: 'indicator', id: 'indicator1' }, score.indicators[0]?.score],
      [{ kind: 'total' }, score.total],
      [{ kind: 'grade' }, score.total],
    ]
    for (const [subject, wanted] of subjects) {
      const found = explained(evaluation, subject)
      expect(found.score).toEqual(wanted)
      expect(sayExplanation(found).summary).not.toContain('undefined')
      if (found.rule.kind !== 'indicator') continue
      bases.add(found.rule.basis)
      // The unrounded value, rounded and limited, is the score.
      if (found.unrounded !== null && found.score !== null && found.limit === null)
        expect(fixed(points(found.unrounded), 2)).toBe(fixed(found.score, 2))
    }
  }
  expect([...bases].sort()).toEqual(['given', 'inverseRatio', 'met', 'missed', 'notGiven', 'ratio'])
}, 30_000)
