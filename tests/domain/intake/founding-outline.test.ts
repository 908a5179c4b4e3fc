import { describe, expect, test } from 'vitest'
import { intakeOf } from '@/lib/domain/intake/intake'
import { paperOfText } from '@/lib/domain/intake/paper-of-lines'
import { jinhuaAchievements, jinhuaDuties, jinhuaMeasures, jinhuaProblems, jinhuaTasks } from '@/prisma/seed/jinhua-narrative'
import { brokenLines } from '@/tests/support/broken-lines'
import { foundingParagraphs, UNSAID } from '@/tests/support/founding-text'

/** The outline of the founding report with its figures, in lines as a page breaks them. */

describe.each([
  ['a paragraph a line', foundingParagraphs.join('\n')],
  ['broken at 28 signs', brokenLines(foundingParagraphs)],
  ['broken at 35 signs', brokenLines(foundingParagraphs, 35)],
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
      ['疫情防控宣传覆盖率', '100%', 3],
      ['优生优育服务覆盖率', '100%', 3],
      ['婚前孕前优生健康检查完成情况', '119.76%', 3],
      ['居民对民生服务的满意度', '超过85%', 3],
    ])
    expect(intake.indicators).toHaveLength(UNSAID.length)
    expect(intake.counts[0]?.parts.map(({ name, amount }) => [name.text, amount.text])).toContainEqual(['困境儿童、妇女及家庭', '259个'])
  })

  test('every paragraph in its place', () => {
    expect(intake.narrative.duties.filter(({ kind }) => kind === 'item').map(({ text }) => text.text)).toEqual(jinhuaDuties)
    expect(intake.tasks.map(({ name }) => name.text)).toEqual(jinhuaTasks.map(({ name }) => name))
    expect(intake.tasks.map(({ subItems }) => subItems.length)).toEqual(jinhuaTasks.map(({ subItems }) => subItems.length))
    expect(intake.tasks.map(({ completion }) => completion.length)).toEqual([1, 1, 1, 5])
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
