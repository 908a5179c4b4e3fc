import { expect, test } from 'vitest'
import { printed } from '@/tests/support/findings'

const FUNDS = [{ item: '年度资金总额', role: 'total', initialBudget: '400.00', adjustedBudget: '500.00', actualExpenditure: '460.00' }]
const AIMS = [{ dimension: '产出指标', group: '数量指标', name: '职业技能培训人次', target: '≥2000人次', actual: '2100人次' }]

const codesOf = (narrative: string): string[] =>
  printed({ narrative, funds: FUNDS, indicators: AIMS } as never)
    .map(({ code }) => code)
    .filter((code) => /^T3[4-6]$/.test(code))

test.each([
  ['年末结余40.00万元，占全年预算的8.00%。', '8.00%', '9.00%'],
  ['项目支出230.00万元，占全年支出的50.00%。', '50.00%', '55.00%'],
  ['明年拟安排预算600.00万元，比调整后预算增加100.00万元。', '100.00', '110.00'],
  ['职业技能培训2,100人次，完成目标的105%。', '105%', '115%'],
])('%s: what the text only names is the figure of the table', (text, right, wrong) => {
  expect(codesOf(text)).toEqual([])
  expect(codesOf(text.replace(right, wrong))).not.toEqual([])
})

test('what a project spent less than its budget is held against no budget of the whole', () => {
  expect(codesOf('清查项目进度偏慢，支出98.40万元，较预算少支出21.60万元。')).toEqual([])
})

test('the classes of all that was spent come to what the table says', () => {
  const text =
    '按功能科目分类：一般公共服务支出230.00万元、卫生健康支出130.00万元、其他支出100.00万元。其中一般公共服务支出占比最高，为50%。'
  const raised = (narrative: string) =>
    printed({ narrative, funds: FUNDS } as never)
      .map(({ code }) => code)
      .filter((code) => /^T(?:09|34)$/.test(code))
  expect(raised(text)).toEqual([])
  expect(raised(text.replace('130.00', '138.00'))).toEqual(['T09'])
  expect(raised(text.replace('50%', '55%'))).toEqual(['T34'])
})

test('two halves of a year come to what the table says was spent', () => {
  const text = '上半年支付138.00万元，仅占全年支出的30%，下半年支付322.00万元。'
  expect(codesOf(text)).toEqual([])
  expect(codesOf(text.replace('322.00', '332.00'))).toEqual(['T35'])
})

test('what one rate reached of its aim is no part of the rate behind it', () => {
  const indicators = [{ dimension: '效益指标', group: '社会效益指标', name: '服务覆盖率', target: '=100%', actual: '100%' }]
  const raised = printed({ narrative: '服务覆盖率为100%，健康检查完成率119.76%。', funds: FUNDS, indicators } as never)
  expect(raised.filter(({ code }) => /^T3[4-6]$/.test(code))).toEqual([])
})
