import { describe, expect, test } from 'vitest'
import { intakeOf } from '@/lib/domain/intake/intake'
import { paperOfText } from '@/lib/domain/intake/paper-of-lines'
import { inChinese } from '@/lib/domain/reading/chinese-numerals'
import { jinhuaAchievements, jinhuaDuties, jinhuaMeasures, jinhuaProblems, jinhuaTasks } from '@/prisma/seed/jinhua-narrative'
import { brokenLines } from '@/tests/support/broken-lines'

/** The outline of the founding report with its figures, in lines as a page breaks them. */

const numbered = (texts: readonly string[], bracket = true): string[] =>
  texts.map((text, i) => (bracket ? `（${inChinese(i + 1)}）${text}` : `${i + 1}.${text}`))

const paragraphs = [
  '附件2：',
  '2023年度广州市荔湾区人民政府金花街道办事处部门整体支出绩效自评报告',
  '一、基本情况',
  '（一）部门职能',
  '金花街道党工委、街道办事处主要职责是：',
  ...numbered(jinhuaDuties),
  '（二）部门整体收支情况',
  '全年预算数8,988.68万元，执行数9,016.65万元，完成预算的100.31%。',
  '按资金来源分，一般公共预算财政拨款支出7,785.39万元，政府性基金预算财政拨款支出1,179.07万元，国有资本经营预算财政拨款支出0万元，其他资金支出52.19万元。按支出性质看，基本支出2,636.05万元，项目支出6,380.6万元。年末结转和结余58.47万元。',
  '（三）部门整体支出绩效目标',
  '2023年部门整体支出绩效目标是：围绕高质量发展，一是学习贯彻会议精神；二是推动辖区发展；三是保障民生；四是加强党建。',
  '（四）部门年度重点工作任务',
  ...numbered(
    jinhuaTasks.map(({ name, subItems }) => `${name}。${subItems.map((text, i) => `${inChinese(i + 1)}是${String(text)}`).join('；')}。`),
    false,
  ),
  '二、综合评价分析',
  '（一）自评结论综述',
  '街道全年各项工作目标任务完成较好。部门整体支出绩效自评结果为97.67分。',
  '（二）各重点工作任务绩效目标完成情况分析',
  '2023年各重点工作绩效目标均已完成。具体如下：',
  '1.党的领导和建设方面。社区党员开展教育培训参与率达到80%，慰问困难党员群众超过了280人。建设“两新”党组织党建阵地3个，基层党建工作满意度达95%以上。',
  '2.维护社会大局安全稳定，营造安全稳定发展环境方面。全年未发生安全生产死亡事件；参与消防安全演练及安全教育培训的人次数超过150人次；安全生产和消防隐患排查率达100%。',
  '3.提升城市治理水平，提升辖区人居环境方面。平均每天出动80人次，环卫电动车24辆，日产日清其他垃圾约50吨、餐厨垃圾约11吨，每天清洗并维护垃圾桶、23处临时转运点。内街巷保洁时长超过了16小时，居民对民生服务的满意度达到了100%。',
  '4.保障和改善民生，不断增进民生福祉方面。持续投入并优化资源配置。',
  '（1）帮扶辖区困难群体次数超过300次。全年帮扶困境群体及家庭共1,363个，其中困境青少年群体及家庭102个、困境长者群体及家庭902个、困境儿童、妇女及家庭259个、其他困境人士及家庭（残障家庭）100个。',
  '（2）优生优育服务覆盖率达100%。婚前孕前优生健康检查完成情况达到119.76%，实现优生优育服务覆盖率达100%。',
  '（3）居民对民生服务的满意度超过85%。调研结果显示，满意度较高，超过85%。',
  '（三）主要工作成效',
  ...jinhuaAchievements.map((text, i) => `${inChinese(i + 1)}是${text}`),
  '三、存在的主要问题',
  ...numbered(jinhuaProblems.map(({ text }) => text)),
  '四、下一步改进措施',
  ...numbered(jinhuaMeasures),
  '金花街道办事处',
  '2024年5月29日',
]

describe.each([
  ['a paragraph a line', paragraphs.join('\n')],
  ['broken at 28 signs', brokenLines(paragraphs)],
  ['broken at 35 signs', brokenLines(paragraphs, 35)],
])('the founding outline, %s', (_, text) => {
  const intake = intakeOf(paperOfText(text))

  test('names, year, annex and signature', () => {
    const { names, cover } = intake
    expect([names.department?.text, names.year, names.region?.text]).toEqual(['广州市荔湾区人民政府金花街道办事处', 2023, '广州市荔湾区'])
    expect([cover.annexNumber?.text, cover.signature?.text, cover.date?.text]).toEqual(['附件2', '金花街道办事处', '2024年5月29日'])
  })

  test('money, proved by its rate', () => {
    const [row] = intake.funds
    expect([row?.adjustedBudget, row?.actualExpenditure, row?.printedRate, row?.carryOver].map((cell) => cell?.text)).toEqual([
      '8,988.68',
      '9,016.65',
      '100.31%',
      '58.47',
    ])
    expect(row?.adjustedBudget?.certainty).toBe('certain')
    expect(intake.splits.map(({ split, column, parts }) => [split, column, parts.map(({ amount }) => amount.text)])).toEqual([
      ['source', 'actualExpenditure', ['7,785.39', '1,179.07', '0', '52.19']],
      ['nature', 'actualExpenditure', ['2,636.05', '6,380.6']],
    ])
    expect(intake.total?.text).toBe('97.67')
  })

  test('indicators from sentences, none from lists of parts, equipment or rough amounts', () => {
    expect(intake.indicators.map(({ name, actual, task }) => [name.text, actual?.text, task])).toEqual([
      ['社区党员开展教育培训参与率', '80%', 0],
      ['慰问困难党员群众', '超过280人', 0],
      ['建设“两新”党组织党建阵地', '3个', 0],
      ['基层党建工作满意度', '95%以上', 0],
      ['安全生产死亡事件', '0起', 1],
      ['参与消防安全演练及安全教育培训的人次数', '超过150人次', 1],
      ['安全生产和消防隐患排查率', '100%', 1],
      ['平均每天出动', '80人次', 2],
      ['内街巷保洁时长', '超过16小时', 2],
      ['居民对民生服务的满意度', '100%', 2],
      ['帮扶辖区困难群体次数', '超过300次', 3],
      ['优生优育服务覆盖率', '100%', 3],
      ['婚前孕前优生健康检查完成情况', '119.76%', 3],
      ['居民对民生服务的满意度', '超过85%', 3],
    ])
    expect(intake.counts[0]?.parts.map(({ name, amount }) => [name.text, amount.text])).toContainEqual(['困境儿童、妇女及家庭', '259个'])
  })

  test('every paragraph in its place', () => {
    expect(intake.narrative.duties.filter(({ kind }) => kind === 'item').map(({ text }) => text.text)).toEqual(jinhuaDuties)
    expect(intake.tasks.map(({ name }) => name.text)).toEqual(jinhuaTasks.map(({ name }) => name))
    expect(intake.tasks.map(({ subItems }) => subItems.length)).toEqual(jinhuaTasks.map(({ subItems }) => subItems.length))
    expect(intake.tasks.map(({ completion }) => completion.length)).toEqual([1, 1, 1, 4])
    expect(intake.narrative.achievements.map(({ text }) => text.text)).toEqual(jinhuaAchievements)
    expect(intake.problems.map(({ text }) => text)).toEqual(jinhuaProblems.map(({ text }) => text))
    expect(intake.measures.map(({ text }) => text)).toEqual(jinhuaMeasures)
    expect(intake.left).toEqual([])
  })

  test('each cell says where it stands', () => {
    const { from = 0, to = 0 } = intake.funds[0]?.actualExpenditure ?? {}
    expect(text.slice(from, to)).toBe('9,016.65万元')
    const measure = intake.measures[1]
    expect(text.slice(measure?.from, measure?.to).replace(/\n+(?:\d+\n+)?/g, '')).toBe(jinhuaMeasures[1])
  })
})
