import { describe, expect, test } from 'vitest'
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
