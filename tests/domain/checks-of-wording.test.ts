import { describe, expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { printed } from '@/tests/support/findings'

/** Where a word is in place and where it is not: each line of the second table has been in a correct report. */

const codes = (narrative: string, more: object = {}) => printed({ narrative, department: '示例县水务局', ...more }).map(({ code }) => code)

describe('template text (T02)', () => {
  test.each([
    '佐证材料待补充。',
    '负责人：待核实',
    '完成加固ＸＸ座。',
    '长度XXkm。',
    '2024年X月X日印发。',
    '投入***万元。',
    '（此处填写部门职能）',
    '（请在此说明原因）',
    '分工待定。',
    '任务待填。',
  ])('%s', (words) => expect(codes(words)).toEqual(['T02']))

  test.each([
    '制度空白有待填补，档案有待定期清理。',
    '接待定点饭店，等待定价。',
    '已在http://www.example.gov.cn/xxgk/czxx/公开。',
    '已在www.example.gov.cn/xx/公开。',
    '联系电话138****1234。',
    '二、存在的问题\n（一）档案资料待补充。\n三、改进措施\n（一）补充资料。',
    '力量有待补充，拍摄X光片300张。',
  ])('%s raises nothing', (words) => expect(codes(words)).toEqual([]))
})

describe('months of a year (T07)', () => {
  test.each(['2023年1-9月，供水量300万吨。', '前三季度收入增长5%。', '1月至9月支出较快。'])('%s', (words) =>
    expect(codes(words)).toEqual(['T07']),
  )

  test.each([
    '1-3月完成招标，4-11月施工，12月验收。',
    '2023年1-2月完成2个标段的合同签订。',
    '1—5月为森林防火期，组织巡护1,200人次。',
    '自评工作于2024年1-3月开展，2024年4月形成报告。',
    '2022年1-9月完成投资800万元。',
    '1-6月完成投资300万元，7-12月完成投资500万元。',
    '维修安排在1-8月之外。',
    '合同期满前三个月支付尾款10万元。',
    '1-3月制定方案，4-10月组织实施。',
    '二、存在的问题\n（一）前三季度支出进度偏慢。\n三、改进措施\n（一）加快支出。',
  ])('%s raises nothing', (words) => expect(codes(words)).toEqual([]))
})

describe('slips of the pen (T08)', () => {
  test.each([
    '项目以经完成。',
    '工程以经全部竣工。',
    '按排专项资金。',
    '工作已按排。',
    '与企业签定合同。',
    '做为年度目标。',
    '工作部暑到位。',
    '截止2023年12月31日，全部办结。',
    '取得了了成绩。',
  ])('%s', (words) => expect(codes(words)).toEqual(['T08']))

  test.each([
    '以经审计的报表为准，以经批准的名录为依据，以经验收合格的工程为准。',
    '以经开区为重点，以经适房为补充，以经济建设为中心。',
    '值班人员按排班表到岗，按排放量收费，按排名通报。',
    '实现了了然于胸，为了了却心愿，不了了之，建成了了望塔。',
    '申报截止2023年10月31日。报名时间截止12月5日。公示截止12月10日。',
    // 截至 is explained as 截止到.
    '截止到12月底，全部办结。',
    '标签定制，把此事做为民办的实事，团支部暑期活动。',
    '账目的的确确清楚，关系缓和和睦。',
  ])('%s raises nothing', (words) => expect(codes(words)).toEqual([]))
})

describe('years (T03)', () => {
  test.each([
    '示例县水务局2022年度部门整体支出绩效自评报告\n一、基本情况',
    '附件2：\n2022年度示例县水务局部门\n整体支出绩效自评报告\n一、基本情况',
    '按要求开展2024年度预算绩效自评。',
    '按要求开展2021年度部门整体支出绩效自评。',
    '任务完成，截至2024年12月31日，资金全部支付。',
  ])('%o', (words) => expect(codes(words)).toEqual(['T03']))

  test.each([
    '示例县水务局2023年度部门整体支出绩效自评报告\n一、基本情况\n2022年度部门整体支出绩效自评中发现的问题已整改。',
    '关于2023年度部门整体支出绩效自评情况的报告\n示例县财政局：\n根据县财政局关于开展2022年度绩效自评\n的做法，现报告如下。',
    '一、2022年度绩效自评情况\n已公开。',
    '根据2021年度绩效评价结果，2020年度部门决算遗留问题已清理。',
    '我局于2024年度初启动自评，2024年度预算编制已应用自评结果。',
    '自评结果作为2024年度部门整体支出绩效目标编制的依据。',
    '2021年度、2022年度、2023年度部门决算均已公开，与2021年度部门决算相比更为及时。',
    '示例县财政局：\n现将2022年度绩效自评情况\n报告如下\n一、基本情况',
    '服务期一年，截至2024年12月31日。尾款未付，截至2024年12月底，拟全部付清。',
  ])('%o raises nothing', (words) => expect(codes(words)).toEqual([]))

  test('the title of a department’s report needs no 度', () => {
    const title = '示例县水务局2022年部门整体支出绩效自评报告\n一、基本情况'
    expect(codes(title, { kind: 'department' })).toEqual(['T03'])
  })

  test('a project may carry a year in its name', () => {
    const title = '2022年度示例水库加固项目支出绩效自评报告\n一、基本情况'
    expect(codes(title)).toEqual(['T03'])
    expect(codes(title, { project: '2022年度示例水库加固项目' })).toEqual([])
    const begun = '2022年示例水库加固项目支出绩效自评报告\n一、基本情况'
    expect(codes(begun, { kind: 'project', project: '示例水库加固项目' })).toEqual([])
    expect(codes(begun, { kind: 'project', project: '2023年示例水库加固项目' })).toEqual(['T03'])
  })
})

describe('names (T04)', () => {
  test.each([
    '示例县水利局2023年度部门整体支出绩效自评报告\n一、基本情况',
    '关于报送示例县水利局2023年度部门整体支出绩效自评情况的报告\n一、基本情况',
    '一、基本情况\n示例县教育局（盖章）\n2024年5月20日',
    '一、基本情况\n示例县教育局\n二〇二四年五月二十日',
    '一、基本情况\n示例县教育局\n２０２４年５月２０日',
    '一、基本情况\n示例县第二中学\n2024年5月20日',
  ])('%o', (words) => expect(codes(words)).toEqual(['T04']))

  test.each([
    ['示例县水务局', '示例县水务局关于2023年度部门整体支出绩效自评情况的报告\n一、基本情况\n联合示例县教育局开展检查。'],
    ['示例县水务局', '关于示例县水务局2023年度部门整体支出绩效自评情况的报告\n示例县财政局：\n一、基本情况'],
    ['示例县水务局', '示例县2023年农村供水项目支出绩效自评报告\n一、基本情况\n单位：示例县水务局（盖章）\n2024年5月20日'],
    ['示例区示例街道办事处', '一、基本情况\n示例区人民政府示例街道办事处\n2024年5月20日'],
    ['中国共产党示例县委员会宣传部', '中共示例县委宣传部2023年度部门整体支出绩效自评报告\n一、基本情况\n示例县委宣传部\n2024年5月20日'],
  ])('%s: %o raises nothing', (department, words) => expect(codes(words, { department })).toEqual([]))

  test('第一中学 is no abbreviation of 第十一中学', () => {
    expect(codes('一、基本情况\n示例市第一中学\n2024年5月20日', { department: '示例市第十一中学' })).toEqual(['T04'])
  })
})

describe('numbering (T12)', () => {
  const body = '一、基本情况\n略。\n（一）职能\n二、综合评价\n良好。'

  test.each([
    `目 录\n一、基本情况\n（一）职能\n二、综合评价\n${body}`,
    `目录\n一、基本情况……1\n二、综合评价......12\n${body}`,
    `目录\n一、基本情况 1\n（一）职能 1\n二、综合评价 3\n${body}`,
    `目录\n一、基本情况\t1\n二、综合评价\t3\n示例县水务局\n2023年度绩效自评报告\n${body}`,
    `目录\n第一部分 概况\n一、职能\n第二部分 自评\n一、收支\n第一部分 概况\n一、职能\n略。\n第二部分 自评\n一、收支\n略。`,
  ])('a table of contents numbers nothing: %o', (words) => expect(codes(words)).toEqual([]))

  test.each(['一、基本情况\n二、综合评价\n一、有关情况\n良好。', '一、基本情况\n（一）职能\n（二）人员\n（一）收支', `${body}\n四、结论`])(
    'a mistake stays one: %o',
    (words) => expect(codes(words)).toEqual(['T12']),
  )

  test('a number left out of a row of items', () => {
    expect(codes('一、基本情况\n1.甲\n2.乙\n4.丁')).toEqual(['T12'])
    expect(codes('一、基本情况\n1.甲\n2.乙\n（一）职能\n1.丙\n2.丁\n1.戊')).toEqual([])
  })

  test('and its chapters are not counted as the report’s', () => {
    const chapters = '一、存在的问题\n（一）甲\n（二）乙\n二、改进措施\n（一）丙'
    expect(codes(`目录\n一、存在的问题\n二、改进措施\n${chapters}`)).toEqual(['T05'])
  })
})

describe('many places of one kind', () => {
  const messages = (narrative: string, code: string): string[] => {
    const result = evaluateDocument({
      format: 'hengji.evaluation/1',
      moneyUnit: '万元',
      kind: 'department',
      department: '示例县水务局',
      narrative,
    })
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    return result.line.findings.flatMap((finding) => (finding.code === code ? [finding.message] : []))
  }

  test.each([
    ['T08', `${'资金已拔付到位。'.repeat(30)}对帐清楚。`, ['，共 30 处', '疑为“对账”']],
    ['T07', '1—9月完成投资800万元。前三季度支出600万元。', ['，共 2 处']],
    ['T10', `${'支出1,200.00万元、1,300.00万元。'.repeat(2)}其他1234.00万元、4321.00万元。`, ['，共 2 处']],
  ])('%s is one finding with their number', (code, narrative, said) => {
    const found = messages(narrative, code)
    expect(found).toHaveLength(said.length)
    for (const [i, words] of said.entries()) expect(found[i]).toContain(words)
  })
})
