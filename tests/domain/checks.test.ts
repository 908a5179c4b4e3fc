import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, openFindings } from '@/lib/domain/assessment'
import { checks } from '@/lib/domain/checks/catalogue'
import type { Evaluation } from '@/lib/domain/evaluation'
import { type Explanation, figuresOf } from '@/lib/domain/findings'
import type { Run } from '@/lib/domain/narrative'
import { quantity } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/scheme'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { findingSayings, findingSentence, findingWhy } from '@/lib/messages/findings'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { foundingCase } from '@/tests/support/founding-case'

const text = (words: string): Run[] => [{ text: words }]
const block = (id: string, words: string) => ({ id, kind: 'paragraph' as const, level: 1 as const, runs: text(words) })

/** An evaluation with everything filled that its scheme requires. */
const filled = (evaluation: Evaluation): Evaluation => ({
  ...evaluation,
  narrative: { ...evaluation.narrative, duties: [block('d1', '负责示例事项。')], conclusion: [block('c1', '各项工作有序推进。')] },
  goals: [{ id: 'g1', text: text('改善环境'), completion: text('已改善') }],
  tasks: [{ id: 't1', name: '示例任务', budget: null, expenditure: null, subItems: [], completion: [] }],
  problems: [{ id: 'p1', text: text('预算编制不够细'), measureIds: ['m1'] }],
  measures: [{ id: 'm1', text: text('细化预算编制') }],
  cover: {
    annexNumber: '附件2',
    signature: evaluation.departmentName,
    date: '2024-05-29',
    preparer: '填报人',
    principal: '负责人',
    phone: '',
  },
})

const codesOf = (evaluation: Evaluation) => assess(evaluation).findings.map(({ code }) => code)
const found = (evaluation: Evaluation, code: string) => assess(evaluation).findings.filter((finding) => finding.code === code)
const withRow = (row: Parameters<typeof anIndicator>[0], overrides: Partial<Evaluation> = {}) =>
  anEvaluation({ indicators: [anIndicator({ maxScore: '90', ...row })], ...overrides })

/** The findings of a printed form with one scored row of money and these indicators. */
function printed(document: object): { code: string; at: string }[] {
  const result = evaluateDocument({
    format: 'hengji.evaluation/1',
    kind: 'project',
    department: '示例局',
    moneyUnit: '万元',
    year: 2023,
    ...document,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.line.findings.map(({ code, at }) => ({ code, at }))
}
const money = (adjustedBudget: string, actualExpenditure: string, more: object = {}) => [
  { item: '年度资金总额', role: 'total', adjustedBudget, actualExpenditure, ...more },
]

describe('the catalogue', () => {
  test('has each code once, and a sentence and a reason for each', () => {
    const codes = checks.map(({ code }) => code)
    // T04 and T05 are looked for in the product's own rows and in printed text.
    expect([...new Set(codes)].sort()).toEqual([...new Set(codes.filter((code) => findingSayings[code] !== undefined))].sort())
    for (const code of codes) expect(findingWhy(code)).toMatch(/。$/)
    expect(Object.keys(findingSayings).filter((code) => !codes.includes(code))).toEqual([])
  })

  test('gives each code one severity', () => {
    const severities = new Map(checks.map(({ code, severity }) => [code, severity]))
    for (const { code, severity } of checks) expect(severities.get(code)).toBe(severity)
  })
})

describe('the founding case', () => {
  test('filled in, raises what a reviewer would, and nothing that blocks', () => {
    const { findings, score } = assess(filled(foundingCase()))
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['F06 warning', 'F09 warning'])
    expect(score.total).not.toBeNull()
  })

  test('says the figures', () => {
    const [over, rest] = assess(foundingCase()).findings.map(findingSentence)
    expect(over).toBe('全年执行数 9,016.65 万元 超过全年预算数 8,988.68 万元，超出 27.97 万元，执行率 100.31%。')
    expect(rest).toContain('若可用资金为 9,075.12 万元，执行率应为 99.36%')
  })

  test('asks for everything that is required while it is empty', () => {
    const places = found(foundingCase(), 'T11').map(({ facts }) => facts.name)
    const { figures } = foundingCase()
    const filledIn = (name: string) => name === 'indicators' || Object.keys(figures).some((figure) => name === `funds/${figure}`)
    expect(places).toEqual(scheme().required.filter((name) => !filledIn(name)))
  })

  test('an explanation closes a warning for its figures only', () => {
    const { findings } = assess(filled(foundingCase()))
    const [over] = findings
    if (over === undefined) throw new Error('no finding')
    const explained: Explanation = { code: over.code, at: over.at, figures: figuresOf(over), text: '上年结转', byName: '甲', atTime: '' }
    expect(openFindings(findings, [explained]).map(({ code }) => code)).toEqual(['F09'])
    expect(openFindings(findings, [{ ...explained, figures: 'others' }])).toHaveLength(2)
  })
})

describe('golden cases', () => {
  test('3: a total of 0 above a part that is not 0', () => {
    const funds = [
      { item: '年度资金总额', role: 'total', adjustedBudget: '0', actualExpenditure: '0' },
      { item: '财政拨款', role: 'part', adjustedBudget: '90', actualExpenditure: '89.974' },
    ]
    expect(printed({ funds }).map(({ code, at }) => `${code} ${at}`)).toEqual([
      'F05 /funds/0/adjustedBudget',
      'F05 /funds/0/actualExpenditure',
    ])
  })

  test.each([
    ['2200', '2859', false],
    ['2200', '2860', true],
    ['≤2200', '5000', false],
    ['=100', '130', true],
    ['0', '43', false],
  ])('5, 16: target %s, actual %s: 130 %% reached is %s', (target, actual, expected) => {
    expect(codesOf(withRow({ target, actual, deviationReason: '' })).includes('K07')).toBe(expected)
  })

  test('6: a minimum of 0 is no target', () => {
    expect(found(withRow({ target: '≥0', actual: '43' }), 'K09')[0]?.facts.why).toBe('zeroMinimum')
  })

  test('10: 达成 with 0.79 of the points', () => {
    const row = { target: '有效提升', actual: '达成', selfScore: '71.1', deviationReason: '尚有差距' }
    expect(found(withRow(row), 'K05')[0]).toMatchObject({ severity: 'error', expected: '72.00…90.00' })
    expect(found(withRow({ ...row, selfScore: '72' }), 'K05')).toEqual([])
  })
})

describe('money', () => {
  test('a split is exact without decimals and tolerant with them', () => {
    const split = (total: string, ...amounts: string[]) =>
      printed({ splits: [{ name: '分', total, parts: amounts.map((amount) => ({ name: '甲', amount })) }] }).map(({ code }) => code)
    expect(split('3', '1', '1')).toEqual(['F01'])
    expect(split('3.01', '1.00', '1.00', '1.00')).toEqual([])
    expect(split('3.02', '1.00', '1.00', '1.00')).toEqual(['F01'])
    expect(split('', '1')).toEqual([])
    expect(split('3', '', '—')).toEqual([])
    expect(split('3', '3', '')).toEqual([])
  })

  test('parts that add up raise nothing, and one changed digit does', () => {
    const cents = fc.integer({ min: 1, max: 9_999_999 })
    const written = (value: number) => `${Math.floor(value / 100)}.${`${value % 100}`.padStart(2, '0')}`
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 6 }), fc.integer({ min: 4, max: 500 }), (parts, error) => {
        const whole = parts.reduce((a, b) => a + b, 0)
        const codes = (total: number) =>
          printed({
            splits: [{ name: '分', total: written(total), parts: parts.map((amount) => ({ name: '甲', amount: written(amount) })) }],
          }).filter(({ code }) => code === 'F01')
        expect(codes(whole)).toEqual([])
        expect(codes(whole + error + parts.length)).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })

  test('a rate printed from its own figures is right, cut or rounded too coarsely, never wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 99_999 }), (budget, spent) => {
        const hundredths = Math.floor((spent * 10000 * 2 + budget) / (budget * 2))
        const rate = `${Math.floor(hundredths / 100)}.${`${hundredths % 100}`.padStart(2, '0')}%`
        const codes = printed({ funds: money(`${budget}`, `${spent}`, { printedRate: rate }) }).map(({ code }) => code)
        expect(codes).not.toContain('F18')
        expect(codes).not.toContain('F19')
      }),
    )
  })

  test.each([
    ['a full budget', '100', '90', { maxScore: '10', printedScore: '9' }, []],
    ['no budget', '0', '90', { maxScore: '10', printedScore: '10', printedRate: '100%' }, ['F07']],
    ['a wrong score', '100', '90', { maxScore: '10', printedScore: '8.9' }, ['F21']],
    ['a score in whole points', '100', '97.8', { maxScore: '10', printedScore: '10' }, []],
    ['impossible points', '100', '90', { maxScore: '100', printedScore: '90' }, ['F21']],
    ['a carry-over beside overspending', '100', '101', { carryOver: '3' }, ['F06', 'F09']],
    ['another unit', '100', '90万元', {}, []],
    ['yuan among 万元', '100', '900000元', {}, ['F15']],
    ['ten thousand times', '90', '900000', {}, ['F06', 'F15']],
  ])('%s', (_, budget, spent, more, expected) => {
    expect(printed({ funds: money(budget, spent, more) }).map(({ code }) => code)).toEqual(expected)
  })

  test('a part in 元 below a total in 万元, however round', () => {
    const part = { item: '其中：财政拨款', role: 'part', adjustedBudget: '200000', actualExpenditure: '' }
    expect(printed({ funds: [...money('20', '20'), part] }).map(({ code }) => code)).toEqual(['F05', 'F15'])
  })

  test('a row that is no part of the total is never the scored one', () => {
    const line = evaluateDocument({
      format: 'hengji.evaluation/1',
      kind: 'project',
      department: '示例局',
      year: 2022,
      moneyUnit: '万元',
      funds: [{ item: '示例市', role: 'other', adjustedBudget: '100', actualExpenditure: '90', maxScore: '10' }],
    })
    expect(line.ok && line.line).toMatchObject({ executionRate: null, executionScore: null })
  })

  test('own forms: carry-over, 三公, sources left blank, tasks above project expenditure', () => {
    const figures = figuresInWan({
      'total/initialBudget': '900',
      'total/adjustedBudget': '1000',
      'total/actualExpenditure': '1000',
      'general/actualExpenditure': '1000',
      'general/adjustedBudget': '1000',
      'project/actualExpenditure': '200',
      'openingCarryOver/amount': '50',
      'closingCarryOver/amount': '70',
      'threePublic/priorActual': '5',
      'threePublic/actualExpenditure': '6',
    })
    const tasks = [{ id: 't1', name: '示例任务', budget: null, expenditure: quantity('3000000'), subItems: [], completion: [] }]
    const codes = new Set(codesOf(anEvaluation({ figures, tasks })))
    for (const code of ['F12', 'F13', 'F17', 'F30', 'F31']) expect(codes).toContain(code)
  })

  test('a reason answers what was adjusted or changed; 无 is none', () => {
    const figures = figuresInWan({
      'total/initialBudget': '900',
      'total/adjustedBudget': '1000',
      'total/actualExpenditure': '1000',
      'threePublic/priorActual': '6',
      'threePublic/actualExpenditure': '5',
    })
    const said = (words: string) => {
      const evaluation = anEvaluation({ figures })
      const codes = codesOf({ ...evaluation, narrative: { ...evaluation.narrative, deviation: [block('d', words)] } })
      return ['F12', 'F31'].filter((code) => codes.includes(code))
    }
    expect(said('无。')).toEqual(['F12', 'F31'])
    expect(said('年中追加抢险资金。')).toEqual(['F12'])
    expect(said('年中追加抢险资金；公务接待减少。')).toEqual([])
  })

  test('nothing is below 0', () => {
    const negative = anEvaluation({ figures: figuresInWan({ 'total/actualExpenditure': '-5', 'closingCarryOver/amount': '0' }) })
    expect(found(negative, 'F32').map(({ at, facts }) => [at, facts.found])).toEqual([['funds/total/actualExpenditure', '-5']])
  })

  test('F10 asks for a reason below the bound of the scheme', () => {
    const strict = scheme()
    const execution = strict.execution === null ? null : { ...strict.execution, reasonBelow: '0.9' }
    const figures = figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '899' })
    const evaluation = anEvaluation({ figures, scheme: { ...strict, execution } })
    expect(codesOf(evaluation)).toContain('F10')
    expect(codesOf({ ...evaluation, narrative: { ...evaluation.narrative, deviation: [block('x', '项目招标推迟')] } })).not.toContain('F10')
  })
})

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
    expect(found(anEvaluation({ figures: none }), 'K35')).toMatchObject([{ at: 'funds/total/adjustedBudget', facts: { name: '' } }])
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
    const lonely = { ...filled(anEvaluation()), problems: [{ id: 'p1', text: text('甲'), measureIds: [] }] }
    expect(found(lonely, 'T05').map(({ at }) => at)).toEqual(['problems/p1/measures', 'measures/m1/text'])
  })

  test('who lost points has problems', () => {
    const lost = { ...filled(foundingCase()), problems: [{ id: 'p1', text: text('暂无。'), measureIds: ['m1'] }] }
    expect(found(lost, 'T32').map(({ at }) => at)).toEqual(['problems/p1/text'])
    expect(codesOf(filled(foundingCase()))).not.toContain('T32')
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

describe('text', () => {
  const narrative = (words: string, more: object = {}) => printed({ narrative: words, ...more }).map(({ code }) => code)

  test.each([
    ['××项目已完成', 'T02'],
    ['由{单位}负责', 'T02'],
    ['1-9月刑事案件下降', 'T07'],
    ['前三季度完成投资', 'T07'],
    ['2023年1-9月完成投资', 'T07'],
    ['2024年度部门整体支出绩效自评', 'T03'],
    ['截止12月，共办理案件', 'T08'],
    ['资金已拔付', 'T08'],
    ['帮扶群众500人，其中老人200人、儿童180人、残疾人110人。', 'T09'],
    ['帮扶群众500人，其中老人400人、儿童180人。', 'T09'],
    ['帮扶群众500人（老人200人、儿童180人、残疾人110人）。', 'T09'],
    ['居民满意度达到100%。居民满意度超过85%。', 'T30'],
    ['2023年度示例区水务局部门整体支出绩效自评报告\n一、基本情况', 'T04'],
  ])('%s: %s', (words, code) => {
    expect(narrative(words)).toEqual([code])
  })

  test.each([
    '1—12月完成投资',
    '截止日期为12月31日',
    '帮扶家庭共1,363个，其中困境青少年102个、长者902个、儿童259个、其他100个。',
    '共500人，其中老人200人。',
    '帮扶群众490人（老人200人、儿童180人、残疾人110人）。',
    '召开会议12次（参会300人、印发材料500份、接受咨询200人次）。',
    '全年预算数执行情况良好。',
    '2023年度工作依据《示例办法》（财预〔2020〕10号）开展。',
    '根据2022年度决算，',
    '以经济建设为中心，自己经营，按排名通报，达到目的的同时节约资金。',
    '开展1-7月绩效运行监控。',
    '项目实施期为2023年1-10月。',
    '三、存在的问题\n（一）甲\n四、改进措施\n（一）在2024年度预算编制中应用自评结果。',
    '公开及时率100%，其中部门预算公开及时率100%、部门决算公开及时率100%。',
    '受理案件120件，其中办结118件，较上年增加30件，新立案10件。',
    '支出1,000.25万元，其中基本支出600.25万元，其中人员经费500.25万元、公用经费100.00万元。',
    '培训300人（其中县级100人、乡镇200人）。投入300万元，其中道路200万元（其中材料150万元、人工50万元）、绿化100万元。',
    '第一部分 概况\n一、职责\n二、机构\n第二部分 自评\n一、收支\n一、二、三产业融合发展。',
    '一、存在的问题\n（一）甲\n（二）乙\n二、改进措施\n加强管理，完善制度。\n三、其他需要说明的问题\n（一）无',
    '',
  ])('%o raises nothing', (words) => {
    expect(narrative(words)).toEqual([])
  })

  test('figures in prose against the money table', () => {
    const funds = money('8,988.68', '9,000.00')
    expect(narrative('全年预算数8,988.68万元，完成预算的100.13%。', { funds })).not.toContain('T01')
    expect(narrative('全年预算数0.9亿元。', { funds })).not.toContain('T01')
    expect(narrative('全年预算数8,988.86万元。', { funds })).toContain('T01')
    expect(narrative('完成预算的101.31%。', { funds })).toContain('T01')
    expect(narrative('“三公”经费年初预算20万元，完成预算的76%。其中项目支出全年预算数100万元。', { funds })).not.toContain('T01')
    expect(narrative('部门整体支出执行率为98%。', { funds })).toContain('T01')
    expect(narrative('2022年预算执行率90%。上年预算执行率90%。', { funds })).not.toContain('T01')
  })

  test('the same figure said rightly in one place and wrongly in another', () => {
    const funds = money('8,988.68', '9,000.00')
    expect(narrative('完成预算的100.13%。预算执行率90%。', { funds })).toContain('T30')
    expect(narrative('完成预算的100.13%，较上年预算执行率90%有所提高。', { funds })).not.toContain('T30')
    expect(narrative('自评得分97分。自评得分95分。', { printedTotal: '97' })).toContain('T30')
  })

  const report = path.resolve('../shared/domain/jinhua-2023-report.txt')
  const document = path.resolve('../shared/corpus/seed-jinhua-2023.json')
  test.skipIf(!fs.existsSync(report) || !fs.existsSync(document))('the published founding report gives what a reader of it noticed', () => {
    const codes = printed({ ...JSON.parse(fs.readFileSync(document, 'utf8')), narrative: fs.readFileSync(report, 'utf8') }).map(
      ({ code }) => code,
    )
    expect(codes).toEqual(['F06', 'F09', 'K12', 'T30', 'T10', 'T10', 'T06', 'T07', 'T08', 'T12'])
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
