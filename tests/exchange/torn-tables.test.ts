import { describe, expect, test } from 'vitest'
import { readReport } from '@/lib/exchange/report-file'
import { documentOf, indicatorsOf } from '@/tests/support/read-documents'

/** Tables that came out of a page as one stream of cells, and what a page says of itself above a report. */

describe('cells that came in one stream', () => {
  test('broken at any of them, with a head in two rows, stand in their columns again', async () => {
    const document = await documentOf([
      '2022年度项目支出绩效自评表 | 公开14表 | 项目名称 | 示例灌溉补助 | 实施单位 | 示例县灌溉中心 | 项目资金（元） |',
      '| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 年度资金总额 |',
      '| 260000 | 247000 | 10 | 95% | 9.5 | 其他资金 | — | — | 年度总体目标 | 预期目标 | 实际完成情况 | 完成两处灌区的改造任务 | 两处灌区的改造已经完成 | 绩效指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 产出指标 | 数量指标 | 改造灌区数 | ≥ | 2 | 处 | 2 | 20 | 20 |',
      '| 质量指标 | 验收合格率 | ≥ | 95 | % | 93% | 20 | 19 |',
      '| 满意度指标 | 服务对象满意度 | 用水户满意度 | ≥ | 90 | % | 92% | 20 | 20 |',
      '| 总分 | 100 | 97.5 | 优 |',
    ])
    expect(document.funds?.[0]).toMatchObject({
      adjustedBudget: '260000',
      actualExpenditure: '247000',
      printedRate: '95%',
      printedScore: '9.5',
    })
    expect(
      document.indicators?.map(({ name, target, actual, maxScore, printedScore }) => [name, target, actual, maxScore, printedScore]),
    ).toEqual([
      ['改造灌区数', '2', '2', '20', '20'],
      ['验收合格率', '95', '93%', '20', '19'],
      ['用水户满意度', '90', '92%', '20', '20'],
    ])
    expect(document.printedTotal).toBe('97.5')
  })

  test('one a line, where signs say where each row ends: no cell takes the place of a blank one', async () => {
    const row = (...cells: string[]): string[] => [...cells.map((cell) => `${cell} |`), '||||||']
    const document = await documentOf([
      '项目支出绩效自评表',
      '（2021年度）',
      ...row('项目资金（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'),
      ...row('年度资金总额', '150万', '150万', '126万', '10', '84%', '8.4'),
      ...row('一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'),
      ...row('产出指标', '数量指标', '开放天数', '330天', '336天', '20', '20', ''),
      ...row('接待人数', '2万人', '', '10', '8', '统计口径调整'),
      ...row('', '', '', '', '', ''),
      ...row('质量指标', '设备完好率', '100%', '100%', '10', '10', ''),
    ])
    expect(document.funds?.[0]).toMatchObject({ adjustedBudget: '150万', actualExpenditure: '126万', maxScore: '10', printedRate: '84%' })
    expect(indicatorsOf(document)).toEqual([
      ['产出指标', '数量指标', '开放天数', '330天', '336天', '20', '20'],
      ['产出指标', '数量指标', '接待人数', '2万人', undefined, '10', '8'],
      ['产出指标', '质量指标', '设备完好率', '100%', '100%', '10', '10'],
    ])
    expect(document.indicators?.[1]?.deviationReason).toBe('统计口径调整')
  })
})

test('what a page says of itself above a report is neither its title nor its department', async () => {
  const document = await documentOf([
    '预算绩效管理',
    '- 索引号：20240913-201210',
    '- 发布机构：示例州卫生健康委员会',
    '- 发布日期：2024-03-20',
    '示例州第二医院公共卫生服务补助资金2023年度绩效自评报告',
    '一、项目资金情况',
    '全年预算数20.00万元，全年执行数19.00万元，执行率95%。',
  ])
  expect(document).toMatchObject({ department: '示例州第二医院', year: 2023, kind: 'project' })
})

test('a sign before what was reached stays with it: ≥80% was not measured', async () => {
  const document = await documentOf(['示例县文化馆2023年度部门整体支出绩效自评报告', '一、绩效目标完成情况', '服务对象满意度≥80%。'])
  expect(document.indicators).toMatchObject([{ name: '服务对象满意度', actual: '≥80%' }])
})

test('signs of two bytes are read in either order, whether or not the file says which', async () => {
  const text = '2023年度示例县档案馆部门整体支出绩效自评报告\n一、主要职责\n一是负责档案的接收和保管。'
  for (const mark of ['\ufeff', ''])
    for (const swapped of [false, true]) {
      const bytes = Buffer.from(`${mark}${text}`, 'utf16le')
      const read = await readReport(new Uint8Array(swapped ? bytes.swap16() : bytes))
      expect(read.ok && read.document.department).toBe('示例县档案馆')
    }
})
