import { describe, expect, test } from 'vitest'
import { type EvaluatedDocument, evaluateDocument } from '@/lib/exchange/evaluate'

/** What forms of some regions print beyond the usual table: each field is held, counted and checked. */

function evaluated(more: object): EvaluatedDocument {
  const result = evaluateDocument({
    format: 'hengji.evaluation/1',
    kind: 'project',
    department: '示例局',
    moneyUnit: '万元',
    year: 2023,
    ...more,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  // One row carries most of the points here, which is another check's business.
  return { ...result.line, findings: result.line.findings.filter(({ code }) => code !== 'K21') }
}
const found = (more: object) => evaluated(more).findings.map(({ code, at, expected }) => ({ code, at, expected }))
const refusedAt = (more: object) => {
  const result = evaluateDocument({ format: 'hengji.evaluation/1', kind: 'project', department: '', moneyUnit: '元', ...more })
  return result.ok ? null : result.error
}
const row = (more: object = {}) => ({
  dimension: '产出指标',
  group: '数量指标',
  name: '办结数',
  target: '5件',
  actual: '5件',
  maxScore: '90',
  printedScore: '90',
  ...more,
})
const funds = (more: object = {}) => [
  { item: '年度资金总额', role: 'total', adjustedBudget: '1,000', actualExpenditure: '900', maxScore: '10', printedScore: '9', ...more },
]

describe('加分 and 扣分', () => {
  const bonus = { dimension: '其他', name: '获得表彰', adjustment: 'bonus', bound: '3' }
  const deduction = { dimension: '其他', name: '被通报', adjustment: 'deduction', bound: '5' }
  const form = (rows: object[], printedTotal: string) => ({ complete: true, funds: funds(), indicators: [row(), ...rows], printedTotal })

  test('add to the total and take from it, none of the 100 points', () => {
    const line = evaluated(form([{ ...deduction, printedScore: '4' }], '95'))
    expect(line).toMatchObject({ total: '95.00', findings: [] })
    expect(line.indicators.map(({ score }) => score)).toEqual(['90.00', '4.00'])
    expect(
      evaluated(
        form(
          [
            { ...bonus, printedScore: '1' },
            { ...deduction, printedScore: '-4' },
          ],
          '96',
        ),
      ),
    ).toMatchObject({
      total: '96.00',
      findings: [],
    })
  })

  test('count up to their bound only, and what goes beyond it is an error', () => {
    const line = evaluated(form([{ ...deduction, printedScore: '6' }], '94'))
    expect(line.total).toBe('94.00')
    expect(line.findings).toMatchObject([{ code: 'K41', at: '/indicators/1/printedScore', expected: '5', found: '6' }])
    expect(found(form([{ ...bonus, bound: '', printedScore: '0.5' }], '99.5'))).toEqual([])
  })

  test('never lift a total above 100', () => {
    expect(evaluated(form([{ ...bonus, printedScore: '3' }], '100'))).toMatchObject({ total: '100.00', findings: [] })
    // What the plain sum says is no error of adding up.
    expect(found(form([{ ...bonus, printedScore: '3' }], '102'))).toEqual([])
    expect(found(form([{ ...bonus, printedScore: '3' }], '99'))).toMatchObject([{ code: 'K03' }])
  })

  test('a row that a form leaves empty adds nothing; one that cannot be read leaves no total', () => {
    expect(evaluated(form([bonus], '99'))).toMatchObject({ total: '99.00', findings: [] })
    const unread = evaluated(form([{ ...bonus, printedScore: '三分' }], '99'))
    expect(unread).toMatchObject({ total: null })
    expect(unread.findings.map(({ code }) => code)).toContain('F16')
  })

  test('by their heading: the printed total may count them or not', () => {
    const headed = { dimension: '扣分项', name: '被通报', printedScore: '-4' }
    expect(found(form([headed], '95'))).toEqual([])
    expect(found(form([headed], '99'))).toEqual([])
    expect(found(form([headed], '97'))).toMatchObject([{ code: 'K03' }])
  })

  test('another kind is refused', () => {
    expect(refusedAt({ indicators: [{ name: '甲', adjustment: 'extra' }] })).toMatchObject({
      at: '/indicators/0/adjustment',
      code: 'invalidValue',
    })
  })
})

describe('到位数 and 到位率', () => {
  const received = (more: object) => found({ funds: funds({ received: '800', ...more }) })
  test.each([
    ['80%', undefined],
    ['80.00%', undefined],
    ['0.8', undefined],
    ['85%', 'F34'],
    ['', undefined],
  ])('%s of 800 received and 1,000 budgeted', (printedReceivedRate, code) => {
    expect(received({ printedReceivedRate }).map((one) => one.code)).toEqual(code === undefined ? [] : [code])
  })
  test('of 年初预算数, as other forms divide, is right too; cut is an info', () => {
    expect(received({ initialBudget: '900', printedReceivedRate: '88.89%' })).toEqual([])
    expect(received({ initialBudget: '900', printedReceivedRate: '88.88%' })).toMatchObject([{ code: 'F35' }])
  })
  test('parts of 到位数 add to the total', () => {
    const part = { item: '其中：财政拨款', role: 'part', received: '700' }
    expect(found({ funds: [...funds({ received: '800' }), part] })).toMatchObject([{ code: 'F05', at: '/funds/0/received' }])
  })
})

describe('several scored rows of money', () => {
  const rows = [
    { item: '基本支出', role: 'scored', adjustedBudget: '600', actualExpenditure: '600', maxScore: '4', printedScore: '4' },
    { item: '其中：人员', role: 'part', adjustedBudget: '600', actualExpenditure: '600' },
    { item: '项目支出', role: 'scored', adjustedBudget: '400', actualExpenditure: '300', maxScore: '6', printedScore: '4.5' },
    { item: '其中：维修', role: 'part', adjustedBudget: '400', actualExpenditure: '300' },
  ]
  const form = (more: object = {}) => ({ complete: true, funds: rows, indicators: [row()], printedTotal: '98.5', ...more })

  test('are scored each, and their parts are their own', () => {
    expect(evaluated(form())).toMatchObject({ executionRate: '90.00', executionScore: '8.50', total: '98.50', findings: [] })
  })
  test('each is checked', () => {
    const wrong = rows.map((one, index) => (index === 2 ? { ...one, printedScore: '6' } : one))
    expect(found(form({ funds: wrong, printedTotal: '100' }))).toMatchObject([
      { code: 'F21', at: '/funds/2/printedScore', expected: '4.50' },
    ])
    expect(found(form({ funds: rows.map((one, index) => (index === 3 ? { ...one, adjustedBudget: '410' } : one)) }))).toMatchObject([
      { code: 'F05', at: '/funds/2/adjustedBudget' },
    ])
    expect(found(form({ printedTotal: '99' }))).toMatchObject([{ code: 'K03' }])
    expect(found(form({ indicators: [row({ maxScore: '91', printedScore: '91' })], printedTotal: '99.5' }))).toMatchObject([
      { code: 'K01' },
    ])
  })
  test('beside a total that carries no points', () => {
    const whole = { item: '年度资金总额', role: 'total', adjustedBudget: '1,000', actualExpenditure: '900', printedRate: '90%' }
    expect(evaluated(form({ funds: [whole, ...rows] }))).toMatchObject({ executionRate: '90.00', executionScore: '8.50', findings: [] })
  })
  test('money alone is no total', () => {
    expect(evaluated(form({ indicators: [], printedTotal: '' })).total).toBeNull()
  })
  test('two totals are refused', () => {
    expect(refusedAt({ funds: [rows[0], { item: '甲', role: 'total' }, { item: '乙', role: 'total' }] })).toMatchObject({
      code: 'secondTotal',
    })
  })
})

describe('subtotals', () => {
  const indicators = [
    row({ maxScore: '20', printedScore: '19.5', deviationReason: '雨季误工，已补办' }),
    row({ group: '质量指标', name: '合格率', target: '90%', actual: '95%', maxScore: '30', printedScore: '30' }),
  ]
  const of = (subtotal: object, more: object = {}) =>
    found({ complete: true, indicators, subtotals: [{ dimension: '产出指标', ...subtotal }], ...more }).filter(({ code }) => code === 'K40')

  test('of a 一级 and of a 二级', () => {
    expect(of({ maxScore: '50', printedScore: '49.5' })).toEqual([])
    expect(of({ group: '质量指标', maxScore: '30', printedScore: '30' })).toEqual([])
    expect(of({ maxScore: '45' })).toEqual([{ code: 'K40', at: '/subtotals/0/maxScore', expected: '50' }])
    expect(of({ group: '数量指标', printedScore: '20' })).toMatchObject([{ at: '/subtotals/0/printedScore', expected: '19.5' }])
  })
  test('with rows missing only what is too much is certain', () => {
    expect(of({ maxScore: '60' }, { complete: false })).toEqual([])
    expect(of({ maxScore: '45' }, { complete: false })).toMatchObject([{ code: 'K40' }])
  })
  test('nothing is said of a place without rows', () => {
    expect(of({ dimension: '预算执行', maxScore: '10' })).toEqual([])
  })
})

describe('two columns of targets', () => {
  const of = (more: object) =>
    evaluated({ indicators: [row({ approvedTarget: '8件', actual: '6件', maxScore: '8', printedScore: '8', ...more })] })
  test('the adjusted one counts', () => expect(of({ target: '6件' }).indicators).toMatchObject([{ outcome: 'met', score: '8.00' }]))
  test.each(['', '/', '—'])('%j in the second column: the first still stands', (target) => {
    expect(of({ target, printedScore: '6', deviationReason: '雨季误工，已补办' }).indicators).toMatchObject([
      { outcome: 'missed', score: '6.00' },
    ])
  })
})

describe('a satisfaction and its sample', () => {
  const of = (actual: string, more: object) =>
    found({ indicators: [row({ dimension: '满意度指标', name: '学员满意度', target: '≥90%', actual, ...more })] })
  test.each([
    ['96%', '200', '192', undefined],
    ['95.5%', '200份', '191人', undefined],
    ['96%', '200', '190', 'K42'],
    ['96%', '200', '210', 'K42'],
    ['96.67%', '30', '', undefined],
    ['95.5%', '30', '', 'K43'],
    ['95.5%', '', '', undefined],
  ])('%s of %s, of whom %s', (actual, sampleSize, satisfied, code) => {
    expect(of(actual, { sampleSize, satisfied }).map((one) => one.code)).toEqual(code === undefined ? [] : [code])
  })
})

describe('tasks by source of their funds', () => {
  const of = (more: object) => found({ tasks: [{ name: '危房改造', subItems: [], completion: [], ...more }] })
  const sources = [
    { name: '中央', budget: '600', expenditure: '540', printedRate: '90%', reason: '尾款未到支付节点' },
    { name: '本级', budget: '400', expenditure: '400', printedRate: '100%' },
  ]
  test('add to the task, and each rate is its own', () => {
    expect(of({ budget: '1,000', expenditure: '940', printedRate: '94%', sources })).toEqual([])
    expect(of({ budget: '1,100', expenditure: '940', sources })).toMatchObject([{ code: 'F01', at: '/tasks/0/budget', expected: '1000' }])
    expect(of({ budget: '1,000', printedRate: '95%', expenditure: '940', sources })).toMatchObject([
      { code: 'F18', at: '/tasks/0/printedRate' },
    ])
    expect(of({ sources: [{ ...sources[0], printedRate: '91%' }] })).toMatchObject([{ code: 'F18', at: '/tasks/0/sources/0/printedRate' }])
  })
})

test('what is said of 资金管理情况 is read as the text that it is', () => {
  const fundsManagement = [{ item: '预算执行', text: '到位800万元，支出600万元，支出率85%。', problem: '无' }]
  expect(found({ fundsManagement })).toMatchObject([{ code: 'T34', at: '/fundsManagement/0/text' }])
})

test('资金管理情况, 评分标准 and 指标性质 are held', () => {
  const standard = row({ target: '', actual: '', standard: '制度健全得满分，缺一项扣 2 分', nature: '定性' })
  const fundsManagement = [{ item: '分配科学性', text: '按因素法分配', problem: '无' }, { item: '下达及时性' }]
  expect(evaluated({ indicators: [standard], fundsManagement })).toMatchObject({
    indicators: [{ outcome: 'judgement', score: '90.00' }],
    findings: [],
  })
  expect(refusedAt({ fundsManagement: [{ text: '按因素法分配' }] })).toMatchObject({ at: '/fundsManagement/0/item', code: 'missing' })
})
