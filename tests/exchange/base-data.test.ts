import { describe, expect, test } from 'vitest'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { documentOf } from '@/tests/support/read-documents'

describe('基础数据表 without its grid', () => {
  const data = (document: EvaluationDocument) => Object.fromEntries((document.figures ?? []).map(({ name, amount }) => [name, amount]))
  const head = ['附件1', '2023年度部门整体支出绩效评价基础数据表']
  const expected = {
    'staffQuota/count': '46',
    'staffInPost/count': '44',
    'threePublic/priorActual': '12.5',
    'threePublic/initialBudget': '11',
    'threePublic/actualExpenditure': '9.8',
    'project/initialBudget': '308.17',
    'project/actualExpenditure': '1036.7',
  }
  test.each<[string, string[]]>([
    [
      'a cell a line',
      [
        '财政供养人员情况（人',
        '编制数',
        '2023 年实际在职人数',
        '控制率',
        '46',
        '44',
        '95.65%',
        '经费控制情况（万元',
        '2022 年决算数',
        '2023 年预算数',
        '2023 年决算数',
        '三公经费：',
        '12.50',
        '11.00',
        '9.80',
        '项目支出：',
        '874.20',
        '308.17',
        '1036.70',
        '1、业务工作经费',
        '……',
        '公用经费',
        '118.31',
        '85.76',
        '附件2',
      ],
    ],
    [
      'a row a line',
      [
        '财政供养人员情况（人） 编制数 2023年实际在职人数 控制率',
        '46 44 95.65%',
        '经费控制情况（万元） 2022年决算数 2023年预算数 2023年决算数',
        '三公经费： 12.50 11.00 9.80',
        '项目支出： 874.20 308.17 1036.70',
        '公用经费 118.31 85.76',
      ],
    ],
  ])('%s: rows of as many amounts as columns are read, no others', async (_, lines) => {
    expect(data(await documentOf([...head, ...lines]))).toEqual(expected)
  })

  test('what the whole is made up of stands below it with its amounts', async () => {
    const document = await documentOf([
      ...['2023年度部门整体支出绩效自评表', '预算部门、单位名称', '示例县示例乡人民政府', '年度预算申请（万元）'],
      ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '自评得分'],
      ...['年度资金总额', '861.10', '2030.12', '2030.12', '10', '100%', '10'],
      ...['按收入性质分：2030.12', '按支出性质分：1925.67', '其中: 一般公共预算：1325.68', '其中：基本支出：900.47'],
      ...['政府性基金拨款：118.82', '项目支出：1025.20', '纳入专户管理的非税收入拨款：', '其他资金：585.62'],
    ])
    expect(document.department).toBe('示例县示例乡人民政府')
    expect(data(document)).toMatchObject({
      'total/actualExpenditure': '2030.12',
      'general/actualExpenditure': '1325.68',
      'governmentFund/actualExpenditure': '118.82',
      'otherSource/actualExpenditure': '585.62',
    })
  })
})
