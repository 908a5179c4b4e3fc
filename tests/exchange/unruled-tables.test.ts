import { describe, expect, test } from 'vitest'
import { documentOf, indicatorsOf } from '@/tests/support/read-documents'

/** Forms that lost their grid: only a space parts the cells, or each stands on a line of its own. */

describe('cells that a single space parts', () => {
  const form = [
    '项目支出绩效自评表',
    '（2022年度）',
    '项目名称 灌区水价改革补助',
    '主管部门 示例市水利局 实施单位 示例市灌区管理处',
    '项目资金（万元） 年初预算数 全年预算数（A） 全年执行数（B） 分值 执行率（B/A） 得分',
    '年度资金总额 900 880 836 10 95% 9.5',
    '其中：当年财政拨款 900 880 836 — 95% —',
    '年度总体目标 预期目标 实际完成情况',
    '完成两处灌区的计量设施安装。 两处灌区已经安装并投入使用。',
    '绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施',
    '产出指标（50分） 数量指标 指标1：安装计量设施的灌区 2处 2处 15 15',
    '质量指标 设施验收合格率 ≥98% 96% 15 14 一处流量计读数不稳',
    '时效指标 按期完成 及时 及时 20 20',
    '满意度指标 服务对象满意度指标 用水户满意度 ≥90% 92% 10 10',
    '总分 100 97.5',
  ]
  test('stand in their columns again', async () => {
    const document = await documentOf(form)
    expect(document).toMatchObject({ department: '示例市灌区管理处', project: '灌区水价改革补助', year: 2022, printedTotal: '97.5' })
    expect(document.funds?.[0]).toMatchObject({
      initialBudget: '900',
      adjustedBudget: '880',
      actualExpenditure: '836',
      maxScore: '10',
      printedRate: '95%',
      printedScore: '9.5',
    })
    expect(indicatorsOf(document)).toEqual([
      ['产出指标', '数量指标', '指标1：安装计量设施的灌区', '2处', '2处', '15', '15'],
      ['产出指标', '质量指标', '设施验收合格率', '≥98%', '96%', '15', '14'],
      ['产出指标', '时效指标', '按期完成', '及时', '及时', '20', '20'],
      ['满意度指标', '服务对象满意度指标', '用水户满意度', '≥90%', '92%', '10', '10'],
    ])
    expect(document.indicators?.[1]?.deviationReason).toBe('一处流量计读数不稳')
    expect(document.goals).toEqual([
      expect.objectContaining({ text: '完成两处灌区的计量设施安装。', completion: '两处灌区已经安装并投入使用。' }),
    ])
  })

  test('what nobody can tell is not said: of one value it is open whether it was wanted or reached', async () => {
    const document = await documentOf([
      '项目支出绩效自评表',
      '二级指标 三级指标 年度指标值 实际完成值 分值 得分',
      '数量指标 开放天数 330天 20 20',
      '质量指标 设备完好率 10 9',
    ])
    expect(
      document.indicators?.map(({ name, target, actual, maxScore, printedScore }) => [name, target, actual, maxScore, printedScore]),
    ).toEqual([
      ['开放天数', undefined, undefined, '20', '20'],
      ['设备完好率', undefined, undefined, '10', '9'],
    ])
  })

  test('a rate that is left out shifts no score into its place', async () => {
    const document = await documentOf([
      '项目支出绩效自评表',
      '年初预算数 全年预算数 全年执行数 分值 执行率 得分',
      '年度资金总额： 880 870 870 10 10',
    ])
    expect(document.funds?.[0]).toMatchObject({
      initialBudget: '880',
      adjustedBudget: '870',
      actualExpenditure: '870',
      maxScore: '10',
      printedScore: '10',
    })
  })

  test('a head torn over two lines is one', async () => {
    const document = await documentOf([
      '部门整体支出绩效自评表',
      '（2020年度）',
      '一级指标 二级指标 三级指标 绩效 实际 评分标准 指标分值 自评得分 未完成原因',
      '目标值 完成值',
      '产出目标 数量目标 巡查台站数 9个 8个 满分6分，巡查9个得6分，少一个扣1分。 6 5 一处台站停用',
    ])
    expect(indicatorsOf(document)).toEqual([['产出目标', '数量目标', '巡查台站数', '9个', '8个', '6', '5']])
    expect(document.indicators?.[0]?.deviationReason).toBe('一处台站停用')
  })

  test('sentences with spaces in them are no rows', async () => {
    const document = await documentOf([
      '2023年度示例县档案馆部门整体支出绩效自评报告',
      '一、主要职责',
      '我馆负责全县档案的接收、整理、 保管和利用。',
      '二、绩效目标',
      '全年接收档案 12000卷， 数字化 80% 以上。',
    ])
    expect(document.indicators ?? []).toEqual([])
    expect(document.goals).toHaveLength(1)
  })
})

describe('cells that stand one a line', () => {
  const stacked = (text: string): string[] => text.split('/')
  test('are read by what a head asks for, torn cells are put together', async () => {
    const document = await documentOf([
      '部门整体支出绩效自评表',
      '（2021年度）',
      ...stacked('单位名称/示例区林业局/年度预/算申请/（万元）/年初/预算数/全年预算数/全年/执行数/分值/执行率/得分'),
      ...stacked('年度资金总额/4753.66万元/4700万元/3760万元/10/80%/8'),
      ...stacked('一级指标/二级指标/三级指标/年度/指标值/实际/完成值/分值/得分/偏差原因/分析及/改进措施'),
      ...stacked('产出指标/（50）/数量/指标/造林面积/1.2万亩/1.2万亩/10/10/病虫害防治面积/3.45万亩/3.4万亩/7/6/雨季推迟防治'),
      ...stacked('质量/指标/造林成活率/85%/86%/7/7/效益指标/（30分）/经济效/益指标/木材销售收入/1100万元/1093万元/6/5/合计/100/94'),
    ])
    expect(document).toMatchObject({ department: '示例区林业局', printedTotal: '94' })
    expect(document.funds?.[0]).toMatchObject({
      initialBudget: '4753.66万元',
      adjustedBudget: '4700万元',
      printedRate: '80%',
      printedScore: '8',
    })
    expect(indicatorsOf(document)).toEqual([
      ['产出指标', '数量指标', '造林面积', '1.2万亩', '1.2万亩', '10', '10'],
      ['产出指标', '数量指标', '病虫害防治面积', '3.45万亩', '3.4万亩', '7', '6'],
      ['产出指标', '质量指标', '造林成活率', '85%', '86%', '7', '7'],
      ['效益指标', '经济效益指标', '木材销售收入', '1100万元', '1093万元', '6', '5'],
    ])
    expect(document.indicators?.[1]?.deviationReason).toBe('雨季推迟防治')
  })

  test('where blank ones are marked they stay blank, and what a form asks for is nobody’s text', async () => {
    const document = await documentOf(
      stacked(
        '部门预算项目支出绩效自评表（2023年度）/项目名称/示例补助/实施单位 （盖章）/示例县发展和改革局/项目年度目标/年度目标完成情况/' +
          '按月足额发放补助，减少结余资金。/对照年度目标，说明完成情况（100字以内）/年度预算数（万元）/年初预算/调整后预算数/预算执行数/' +
          '预算执行率/权重/得分/原因/总额/238.93/251.89/251.89/100.00%/10///一级指标/二级指标/三级指标/指标性质/指标值/度量单位/' +
          '完成值/权重/得分/未完成原因分析/产出指标/数量指标/发放覆盖率/=/100/%//60///',
      ).map((cell) => `${cell} |`.trim()),
    )
    expect(document).toMatchObject({ department: '示例县发展和改革局', project: '示例补助' })
    expect(document.funds?.[0]).toMatchObject({ initialBudget: '238.93', adjustedBudget: '251.89', maxScore: '10', printedRate: '100.00%' })
    expect(document.funds?.[0]?.printedScore).toBeUndefined()
    expect(document.indicators?.[0]).toMatchObject({ name: '发放覆盖率', operator: '=', target: '100', unit: '%', maxScore: '60' })
    expect(document.indicators?.[0]?.actual).toBeUndefined()
    expect(document.goals).toEqual([expect.objectContaining({ text: '按月足额发放补助，减少结余资金。' })])
  })

  test.each([
    ['one a line', (cells: string[]) => cells],
    ['in a table', (cells: string[]) => [`| ${cells.join(' | ')} |`, '| 其中：中央财政 | 600 | 其中：中央财政 | 600 |']],
  ])('amounts that each stand behind their name, %s', async (_, laidOut) => {
    const document = await documentOf([
      '示例县财政支出项目绩效评价自评报告',
      '项目名称 示例救助',
      '一、项目基本概况',
      ...laidOut([
        '计划安排资金（万元）',
        '1208.75',
        '实际到位资金（万元）',
        '1200',
        '实际支出（万元）',
        '991.51',
        '结余（万元）',
        '217.24',
      ]),
    ])
    expect(document.funds?.[0]).toMatchObject({ adjustedBudget: '1208.75', actualExpenditure: '991.51', balance: '217.24' })
  })
})

test('thousands of lines that begin as heads do cost no more than others', { timeout: 30_000 }, async () => {
  const began = performance.now()
  await documentOf(
    Array.from(
      { length: 6_000 },
      (_, i) => ['一级指标', '二级指标', '年度', '1', '分值 得分 执行率', '年初预算数 执行数 得分 分值'][i % 6] ?? '',
    ),
  )
  expect(performance.now() - began).toBeLessThan(20_000)
})

test('what a form holds ready is no name, and no points are given for a part of the money', async () => {
  const document = await documentOf([
    ...['项目支出绩效自评表', '（2019年度）', '实施单位', '示例市食品学校', '项目资金（万元）'],
    ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分', '年度资金总额', '43.2', '43.2', '37.24', '10', '86%', '9'],
    ...['其中：当年财政拨款', '43.2', '43.2', '37.24', '上年结转资金', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'],
    ...[
      '分值',
      '得分',
      '偏差原因分析及改进措施',
      '产出指标',
      '数量指标',
      '指标1：改造楼栋',
      '2',
      '2',
      '10',
      '9',
      '尾款未付。',
      '指标2',
      '……',
    ],
    ...['质量指标', '指标1：验收合格率', '100', '100', '10', '10', '指标2'],
    ...['满意度指标', '服务对象满意度指标', '指标1：学生满意度', '95', '96', '10', '10'],
  ])
  expect(document.funds?.[1]).toMatchObject({ initialBudget: '43.2', adjustedBudget: '43.2', actualExpenditure: '37.24' })
  expect(document.funds?.[1]?.maxScore).toBeUndefined()
  expect(document.indicators?.[0]?.deviationReason).toBe('尾款未付。')
  expect(document.indicators?.at(-1)).toMatchObject({ dimension: '满意度指标', name: '指标1：学生满意度', target: '95', actual: '96' })
})
