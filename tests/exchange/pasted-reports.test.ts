import { describe, expect, test } from 'vitest'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { readReport } from '@/lib/exchange/report-file'

/** Reports that were copied out of a page or a form: blank cells are tabs, what a table held stands line by line. */

async function documentOf(lines: readonly string[]): Promise<EvaluationDocument> {
  const read = await readReport(new TextEncoder().encode(lines.join('\n')))
  if (!read.ok) throw new Error(read.error.code)
  return read.document
}

const form = [
  '财政项目支出绩效自评表',
  '（2022年度）',
  '项目名称\t示例场馆委托运营费用',
  '主管部门\t示例市示例区体育局\t实施单位\t示例区体育事业管理中心',
  '项目资金（元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
  '\t年度资金总额\t350000.00\t340000.00\t289000.00\t10\t85%\t8.5',
  '\t其中：当年财政拨款\t350000.00\t340000.00\t289000.00\t—\t\t—',
  '年度总体目标\t预期目标\t实际完成情况',
  '\t场馆全年对公众开放，设施完好。\t场馆按计划开放，设施运行正常。',
  '绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
  '\t产出指标\t数量指标\t开放天数\t≥330天\t338天\t20\t20\t',
  '\t\t时效指标\t费用结算及时性\t及时\t及时\t20\t20\t',
  '\t满意度指标\t服务对象满意度指标\t市民满意度\t≥90%\t88%\t10\t9\t停车位不足',
  '\t总分\t\t\t\t\t100\t96.5\t',
]

describe('pasted tables', () => {
  test('blank cells stay where they were', async () => {
    const document = await documentOf(form)
    expect(document).toMatchObject({
      department: '示例区体育事业管理中心',
      project: '示例场馆委托运营费用',
      year: 2022,
      moneyUnit: '元',
      printedTotal: '96.5',
    })
    expect(document.funds?.[0]).toMatchObject({ adjustedBudget: '340000.00', actualExpenditure: '289000.00', printedRate: '85%' })
    expect(document.indicators?.map((row) => [row.dimension, row.group, row.name, row.target, row.actual, row.maxScore])).toEqual([
      ['产出指标', '数量指标', '开放天数', '≥330天', '338天', '20'],
      ['产出指标', '时效指标', '费用结算及时性', '及时', '及时', '20'],
      ['满意度指标', '服务对象满意度指标', '市民满意度', '≥90%', '88%', '10'],
    ])
    expect(document.indicators?.[2]?.deviationReason).toBe('停车位不足')
    expect(document.goals).toEqual([expect.objectContaining({ completion: '场馆按计划开放，设施运行正常。' })])
  })
})

describe('signs of half a width', () => {
  test('are read as the full ones, and the text is given with those; numbers keep theirs', async () => {
    const document = await documentOf([
      '2023年度示例县林场部门(单位)整体支出绩效自评报告',
      '一、自评结论',
      '本单位全年预算数1,250.00万元,执行数1,200.00万元,执行率96%.自评得分95.5分(含加分0.5分);等级为:优.',
    ])
    expect(document).toMatchObject({ department: '示例县林场', printedTotal: '95.5', printedGrade: '优' })
    expect(document.sections?.conclusion).toEqual([
      expect.objectContaining({
        text: '本单位全年预算数1,250.00万元，执行数1,200.00万元，执行率96%。自评得分95.5分（含加分0.5分）；等级为：优。',
      }),
    ])
  })
})

test('one paragraph that tells all is parted at the headings in it', async () => {
  const document = await documentOf([
    '示例县供销合作社联合社2023年部门整体支出绩效自评情况说明',
    '三、部门整体支出绩效自评开展情况。本部门对2023年整体支出开展了自评，自评得分91.5分，存在的问题：一是维修资金测算偏低。二是台账登记不够及时。下一步改进措施：一是按实际工程量测算。二是按月抽查台账。',
  ])
  expect(document.printedTotal).toBe('91.5')
  expect(document.problems?.map(({ text }) => text)).toEqual(['维修资金测算偏低。', '台账登记不够及时。'])
  expect(document.measures?.map(({ text }) => text)).toEqual(['按实际工程量测算。', '按月抽查台账。'])
})

test('a region alone and the name of a fund are no department', async () => {
  const named = async (title: string) => {
    const { department, project } = await documentOf([title, '一、基本情况', '本单位负责示例工作，承担示例任务。'])
    return [department, project]
  }
  expect(await named('示例省2022年度防汛抗旱补助资金绩效自评报告')).toEqual(['', '防汛抗旱补助资金'])
  expect(await named('示例县财政局2021年度机关整体支出绩效评价报告')).toEqual(['示例县财政局', undefined])
  expect(await named('示例省人民医院卫生健康发展专项资金项目绩效自评报告')).toEqual(['示例省人民医院', '卫生健康发展专项资金项目'])
  expect(await named('示例区2022年度部门（单位）整体支出绩效评价自评报告')).toEqual(['', undefined])
})

describe('forms of projects whose cells a single space parts', () => {
  const police = [
    '示例市公安局反诈项目支出绩效自评表',
    '发布时间：2023-03-20 09:10 来源：示例市公安局 浏览次数：12',
    '项目支出绩效自评表',
    '（2022年度）',
    '项目名称 反诈宣传经费',
    '主管部门 示例市公安局 实施单位 反诈支队',
    '年度总体目标完成情况 预期目标 实际完成情况',
    '在社区和学校开展反诈宣传，电信网络诈骗发案数明显下降 全年进社区宣传36场，发案数比上年明显下降。',
    '年度绩效指标完成情况 一级',
    '指标',
    '二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施',
    '数量指标 指标1：宣传场次 ≥30场 36场 20 20',
    '指标2：宣传手册 ≥5000册 5200册 20 20',
  ]

  test('the office that carries the project out has done so, and a goal and what came of it are two', async () => {
    const document = await documentOf(police)
    expect(document).toMatchObject({ kind: 'project', department: '反诈支队', year: 2022 })
    expect(document.goals).toEqual([
      expect.objectContaining({
        text: '在社区和学校开展反诈宣传，电信网络诈骗发案数明显下降',
        completion: '全年进社区宣传36场，发案数比上年明显下降。',
      }),
    ])
    expect(document.indicators?.map(({ actual }) => actual)).toEqual(['36场', '5200册'])
  })

  test('本单位 names nobody: the project is that of the office in the title', async () => {
    const document = await documentOf(police.map((line) => line.replace('实施单位 反诈支队', '实施单位 本单位')))
    expect(document.department).toBe('示例市公安局')
  })

  test('a goal without what came of it is one all the same; a list behind the money is no row of it', async () => {
    const alone = await documentOf(police.map((line) => (line.startsWith('在社区') ? '在社区和学校开展反诈宣传，发案数明显下降。' : line)))
    expect(alone.goals).toEqual([expect.objectContaining({ text: '在社区和学校开展反诈宣传，发案数明显下降。' })])
    const listed = await documentOf([
      '示例市交通运输局2022年度公路养护项目自评表',
      '来源 中央（万元） 省级（万元） 本级（万元） 合计（万元） 执行数（万元） 执行率',
      '项目资金 120 120 100%',
      '项目年度目标',
      '1.养护县道120公里；',
    ])
    expect(listed.goals).toEqual([expect.objectContaining({ text: '养护县道120公里；' })])
  })
})

test('cells on lines of their own, with the sign that ends each, are rows and no paragraphs', async () => {
  const document = await documentOf([
    '项目名称：示例县农村公路养护',
    '项目单位：示例县公路养护中心',
    '报告日期：2021年7月12日',
    '一、项目基本概况 |',
    '||||||',
    '项目地址 |',
    '示例县各乡镇 |',
    '邮编 |',
    '000000 |',
    '||||||',
    '计划安排资金 （万元） |',
    '700 |',
    '实际到位资金 （万元） |',
    '700 |',
    '实际支出 （万元） |',
    '686 |',
    '||||||',
  ])
  expect(document).toMatchObject({ department: '示例县公路养护中心', year: null })
  expect(document.funds?.[0]).toMatchObject({ adjustedBudget: '700', actualExpenditure: '686' })
  expect(document.sections?.duties ?? []).toEqual([])
})

describe('what a short report says in passing', () => {
  test('the score of a project assessment is its total', async () => {
    const document = await documentOf(['示例区2023年度就业补助专项项目绩效评价综合评价得分86.40分，评价等次为“良”。'])
    expect(document).toMatchObject({ printedTotal: '86.40', printedGrade: '良' })
  })

  test('the only year in its days is its year, with doubt; the day of a decree is none', async () => {
    const year = async (line: string): Promise<number | null | undefined> =>
      (await documentOf(['产业扶持资金绩效自评报告', '一、资金投入情况', line])).year
    expect(await year('年度资金36.50万元，2021年3月10日拨付到村，执行率100%。')).toBe(2021)
    expect(await year('根据2021年3月10日印发的通知，年度资金36.50万元，执行率100%。')).toBeNull()
  })

  test('money that a goal speaks of was wanted, and not spent', async () => {
    const document = await documentOf([
      '防灾资金绩效自评报告',
      '一、绩效目标分解下达情况',
      '总体绩效目标为：使用175万元开展风险普查，编制评价报告。',
    ])
    expect(document.funds ?? []).toEqual([])
  })
})

describe('reports without a title', () => {
  test('of a project say so in their preface, and its score and money are theirs', async () => {
    const document = await documentOf([
      '根据通知要求，对2023年学生营养改善补助经费项目实施情况开展了自评，现将自评情况报告如下：',
      '一、项目概况',
      '2023年，全年下达学生营养改善补助经费820.50万元，其中中央资金700万元，市级资金120.50万元。',
      '二、综合评价结论',
      '学生营养改善补助经费项目自评得分93.6分，评价结论等级为“优”。',
    ])
    expect(document).toMatchObject({ kind: 'project', year: 2023, printedTotal: '93.6', printedGrade: '优' })
    expect(document.funds?.[0]).toMatchObject({ adjustedBudget: '820.50' })
  })

  test('are those of the office by whose regulation its duties go; what was approved at the begin of a year is the first budget', async () => {
    const document = await documentOf([
      '一、部门概况',
      '根据《示例省水利厅职能配置、内设机构和人员编制规定》，省水利厅负责全省水资源管理。',
      '二、收支情况',
      '2022年初批复收入预算29,350.00万元，2022年支出决算31,020.00万元。',
    ])
    expect(document.department).toBe('示例省水利厅')
    expect(document.funds?.[0]).toMatchObject({ initialBudget: '29,350.00', actualExpenditure: '31,020.00' })
  })

  test('the money of a project is what its own section says, not what a goal speaks of', async () => {
    const document = await documentOf([
      '残疾人康复项目绩效自评报告（精选3篇）1',
      '一、绩效目标分解下达情况',
      '项目年初总体目标为：2023年下达补助资金合计106.72万元，完成康复服务300人次。',
      '实际完成情况为：2023年完成康复服务312人次。',
      '二、绩效目标完成情况分析',
      '（一）资金投入情况分析。',
      '2023年残疾人事业发展补助共投入资金198.70万元。全年执行资金184.78万元。',
    ])
    expect(document.funds?.[0]).toMatchObject({ adjustedBudget: '198.70', actualExpenditure: '184.78' })
    expect(document.goals).toEqual([expect.objectContaining({ completion: '2023年完成康复服务312人次。' })])
  })
})

describe('what an amount is made of', () => {
  test('belongs to the column whose whole stands before it, though not all parts are named', async () => {
    const document = await documentOf([
      '示例省档案馆2022年度部门整体绩效自评报告',
      '（二）部门预决算情况',
      '（1）预算情况。2022年初批复收入预算9354.03万元，其中：一般公共预算财政拨款收入6648万元，其他收入398万元，年初结转结余1188.03万元。',
    ])
    expect(document.splits?.map(({ name, parts }) => [name, parts.map(({ amount }) => amount)])).toEqual([
      ['年初预算数按资金来源分', ['6648', '398']],
    ])
  })
})
