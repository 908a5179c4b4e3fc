import { describe, expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { block, codesOf, filled, found, printed, text, withRow } from '@/tests/support/findings'
import { foundingCase } from '@/tests/support/founding-case'

describe('indicators of own forms', () => {
  test.each<[string, Parameters<typeof anIndicator>[0], string]>([
    ['lost points without a reason', { target: '100%', actual: '53.4%' }, 'K06'],
    ['no actual value', { actual: '' }, 'K16'],
    ['no target', { target: '' }, 'T11'],
    ['no 分值', { maxScore: null }, 'T11'],
    ['a vague target', { target: '进一步加强', actual: '已加强', selfScore: '90' }, 'K10'],
    ['a satisfaction above 100 %', { name: '群众满意度', target: '≥90%', actual: '120%' }, 'K36'],
    ['a target without operator and unit', { target: '100', actual: '100', unit: '' }, 'K34'],
    ['perfect satisfaction', { name: '群众满意度', target: '≥90%', actual: '100%' }, 'K13'],
    ['a changed target', { approvedTarget: '≥200' }, 'K15'],
    ['an approved indicator under another name', { approvedTarget: '≥100', approvedAs: '产出指标／数量指标／另一指标' }, 'K15'],
    ['the execution rate again', { name: '资金支付完成率' }, 'K18'],
    ['one row with many points', {}, 'K21'],
    [
      'a score without grounds, though everything meets the target',
      { target: '≥0', actual: '3', selfScore: '9', selfScoreGrounds: '' },
      'K30',
    ],
    ['不适用 with a reason', { actual: '不适用：本年未开展' }, 'K35'],
    ['a score without grounds', { target: '良好', actual: '良好', selfScore: '90', selfScoreGrounds: '' }, 'K30'],
    ['no score where people judge', { target: '良好', actual: '良好' }, 'K31'],
    ['an unreadable cell', { target: '7,00.0,77' }, 'K31'],
    ['不适用 without a reason', { actual: '不适用' }, 'K32'],
    ['a self-score above the points', { target: '良好', actual: '良好', selfScore: '91' }, 'K19'],
  ])('%s', (_, row, code) => {
    expect(codesOf(withRow(row))).toContain(code)
  })

  test('a coefficient without grounds is asked for them, and one that is wanted is asked for where it is given', () => {
    const by = scheme('national-2020', { dimensions: scheme().dimensions.map((one) => ({ ...one, rule: { kind: 'coefficient' } })) })
    const withRule = (row: Parameters<typeof anIndicator>[0]) => ({ ...withRow(row), scheme: by })
    expect(found(withRule({ actual: '99', coefficient: '0.5', selfScoreGrounds: '' }), 'K30')).toMatchObject([
      { at: 'indicators/indicator1/coefficient', facts: { kind: 'coefficient', score: '50' } },
    ])
    expect(found(withRule({ actual: '99', coefficient: '0.5' }), 'K30')).toEqual([])
    expect(found(withRow({ actual: '99', coefficient: '0.5', selfScoreGrounds: '' }), 'K30')).toEqual([])
    expect(found(withRule({ target: '良好', actual: '良好' }), 'K31')).toMatchObject([{ at: 'indicators/indicator1/coefficient' }])
  })

  test('不适用 is explained once for its figures, whatever the scheme does with the points', () => {
    const row = { actual: '不适用：本年未开展' }
    expect(found(withRow(row), 'K35')).toMatchObject([
      { severity: 'warning', at: 'indicators/indicator1/actual', facts: { reason: '本年未开展', maxScore: '90', effect: 'rescale' } },
    ])
    expect(found({ ...withRow(row), scheme: scheme('national-2020', { notApplicable: 'full' }) }, 'K35')).toMatchObject([
      { facts: { effect: 'full' } },
    ])
    const none = figuresInWan({ 'total/adjustedBudget': '0', 'total/actualExpenditure': '0' })
    expect(found(anEvaluation({ figures: none }), 'K35')).toMatchObject([{ at: 'funds/total/adjustedBudget', facts: { name: null } }])
    expect(codesOf(withRow({}))).not.toContain('K35')
    // What the scheme's formula finds to be 不适用 needs no reason typed.
    const computed = anEvaluation({
      scheme: scheme('hunan-2013'),
      figures: figuresInWan({ 'staffInPost/count': '0', 'staffQuota/count': '0' }),
      indicators: [anIndicator({ fixedId: 'staff-control', target: '≤100', actual: '', unit: '%', maxScore: '5' })],
    })
    expect(codesOf(computed)).toContain('K35')
    expect(codesOf(computed)).not.toContain('K32')
  })

  test('K04 holds a printed score against 得分系数 × 分值 where one is stated', () => {
    const row = { name: '甲', target: '≥100', actual: '90', maxScore: '10', dimension: '部门业务' }
    const k04 = (printedScore: string, coefficient: string, by = 'chongqing') =>
      printed({ scheme: by, indicators: [{ ...row, printedScore, coefficient, deviationReason: '略有差距' }] }).filter(
        ({ code }) => code === 'K04',
      )
    expect(k04('9.5', '95%')).toEqual([])
    expect(k04('9.5', '0.95')).toEqual([])
    expect(k04('9.0', '95%')).toHaveLength(1)
    expect(k04('10.0', '95%')).toHaveLength(1)
    // Without one, and by rules that ask for none, numbers decide: 9.00.
    expect(k04('9.0', '')).toEqual([])
    expect(k04('9.5', '')).toHaveLength(1)
    expect(k04('9.5', '95%', 'national-2020')).toHaveLength(1)
  })

  test('分值 have to make 100, in the dimensions of the scheme', () => {
    expect(found(withRow({ maxScore: '80' }), 'K01')[0]).toMatchObject({ severity: 'error', expected: '100', found: '90' })
    expect(codesOf(withRow({ maxScore: '90' }))).not.toContain('K01')
    expect(codesOf(withRow({ maxScore: '90' }))).toContain('K02')
    expect(found(withRow({}), 'K11').map(({ facts }) => facts.name)).toEqual(['产出指标／质量指标', '效益指标', '满意度指标'])
    const [dimension] = scheme().dimensions
    const groups = [
      { name: '数量指标', maxScore: '30' },
      { name: '社会效益指标', maxScore: '20' },
    ]
    const weighed = { ...withRow({}), scheme: { ...scheme(), dimensions: dimension === undefined ? [] : [{ ...dimension, groups }] } }
    expect(found(weighed, 'K02').map(({ facts }) => [facts.name, facts.given, facts.scheme])).toEqual([
      ['产出指标', '90', '50'],
      ['产出指标／数量指标', '90', '30'],
    ])
    expect(found(weighed, 'K11').map(({ facts }) => facts.name)).toEqual(['产出指标／社会效益指标'])
  })

  test('an indicator added after the others were approved asks why', () => {
    const evaluation = withRow({ approvedTarget: '≥100' })
    const added = { ...evaluation, indicators: [...evaluation.indicators, anIndicator({ id: 'new', name: '新增指标' })] }
    expect(codesOf(evaluation)).not.toContain('K15')
    expect(found(added, 'K15')).toMatchObject([{ at: 'indicators/new/name', facts: { from: '' } }])
  })

  test('full marks everywhere deserve a second look', () => {
    expect(codesOf(withRow({}))).toContain('K14')
    expect(codesOf(withRow({ actual: '99', deviationReason: '略有差距' }))).not.toContain('K14')
  })

  test('problems and measures answer each other', () => {
    const led = { ...filled(anEvaluation()), problems: [{ id: 'p1', mark: '无' as const, text: text('主要问题：'), measureIds: [] }] }
    expect(found(led, 'T05').map(({ at }) => at)).toEqual(['measures/m1/text'])
    const lonely = { ...filled(anEvaluation()), problems: [{ id: 'p1', mark: '' as const, text: text('甲'), measureIds: [] }] }
    expect(found(lonely, 'T05').map(({ at }) => at)).toEqual(['problems/p1/measures', 'measures/m1/text'])
  })

  test('who lost points has problems', () => {
    const lost = { ...filled(foundingCase()), problems: [{ id: 'p1', mark: '' as const, text: text('暂无。'), measureIds: ['m1'] }] }
    expect(found(lost, 'T32').map(({ at }) => at)).toEqual(['problems/p1/text'])
    expect(codesOf(filled(foundingCase()))).not.toContain('T32')
  })

  test('the grade in the conclusion is the grade of the total', () => {
    const filledCase = filled(foundingCase())
    const concluded = (words: string) =>
      found({ ...filledCase, narrative: { ...filledCase.narrative, conclusion: [block('c', words)] } }, 'T01')
    expect(concluded('自评得分97.67分，等级为“优”。')).toEqual([])
    expect(concluded('自评得分97.67分，等级为良。').map(({ facts }) => facts.data)).toEqual(['优'])
    expect(concluded('上年度自评等级为良。')).toEqual([])
  })

  test('the signature belongs to the department', () => {
    const evaluation = filled(foundingCase())
    const signed = (signature: string) => codesOf({ ...evaluation, cover: { ...evaluation.cover, signature } })
    expect(signed('金花街道办事处')).not.toContain('T04')
    expect(signed('示例街道办事处')).toContain('T04')
  })

  test('every finding leads to a place of the evaluation', () => {
    for (const { at } of assess(withRow({ target: '', actual: '不适用', selfScore: '5', selfScoreGrounds: '' })).findings)
      expect(at).toMatch(/^(?:duties|funds|goals|tasks|indicators|analysis|problems|cover)(?:\/|$)/)
  })
})

describe('a rule that needs no target', () => {
  const row = { dimension: '满意度指标', group: '服务对象满意度指标', name: '满意度', unit: '%', target: '' }
  const placesOf = (texts: Parameters<typeof anIndicator>[0]) =>
    assess(withRow({ ...row, ...texts }, { scheme: scheme('national-cost') }))
      .findings.filter(({ at, code }) => at.startsWith('indicators/') && ['T11', 'K16', 'K31'].includes(code))
      .map(({ at, code }) => `${code} ${at}`)
  test('asks for none', () => expect(placesOf({ actual: '95%' })).toEqual([]))
  test('but for an actual value', () => expect(placesOf({ actual: '' })).toEqual(['K16 indicators/indicator1/actual']))
})

describe('what counts as the same in own forms is the scheme’s to say', () => {
  const by = (tolerance: Partial<Scheme['tolerance']>) => scheme('national-2020', { tolerance: { ...scheme().tolerance, ...tolerance } })
  const split = (basic: string, by_: Scheme) =>
    codesOf(
      anEvaluation({
        scheme: by_,
        figures: figuresInWan({
          'total/adjustedBudget': '1000',
          'total/actualExpenditure': '1000',
          'basic/actualExpenditure': basic,
          'project/actualExpenditure': '600',
        }),
      }),
    ).filter((code) => code === 'F01' || code === 'F14')
  test.each([
    ['400', '50', []],
    ['400.009999', '50', ['F14']], // 50 元 for each of two parts are 0.01 万元
    ['400.01', '50', ['F14']],
    ['400.010001', '50', ['F01']],
    ['400.01', '0', ['F01']],
    ['401', '5000', ['F14']],
  ])('基本支出 %s with %s 元 a summand: %j', (basic, amount, codes) => expect(split(basic, by({ amount }))).toEqual(codes))
  test('in the carry-over', () => {
    const left = (closing: string, amount: string) =>
      codesOf(
        anEvaluation({
          scheme: by({ amount }),
          figures: figuresInWan({
            'total/adjustedBudget': '1000',
            'total/actualExpenditure': '900',
            'openingCarryOver/amount': '10',
            'closingCarryOver/amount': closing,
          }),
        }),
      ).includes('F30')
    expect([left('100', '50'), left('100.01', '50'), left('100.02', '50'), left('100.02', '500')]).toEqual([false, false, true, false])
  })
  test('in the text: amounts, rates and scores', () => {
    const saying = (words: string, tolerance: Partial<Scheme['tolerance']>) =>
      codesOf(
        anEvaluation({
          scheme: by(tolerance),
          figures: figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '900' }),
          narrative: { ...anEvaluation().narrative, conclusion: [block('c', words)] },
        }),
      ).includes('T01')
    expect([saying('预算执行率为90.1%。', {}), saying('预算执行率为90.1%。', { rate: '0.1' })]).toEqual([true, false])
    expect([saying('全年执行数900.02万元。', {}), saying('全年执行数900.02万元。', { amount: '200' })]).toEqual([true, false])
    expect([saying('自评得分98.9分。', {}), saying('自评得分98.9分。', { score: '0.1' })]).toEqual([true, false])
  })
})
