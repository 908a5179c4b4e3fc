import { describe, expect, test } from 'vitest'
import { flowOf } from '@/lib/domain/text/flow'

/** What a text is read as, whatever it was taken from. */
describe('the flow of a text', () => {
  test.each([
    ['2019 年,预算安排 312.23 万元, 增长5.11 %,主要原因', '2019年，预算安排312.23万元，增长5.11%，主要原因'],
    ['预算12 345.67万元，支出1, 234.50元', '预算12345.67万元，支出1,234.50元'],
    ['预算12’345.67万元，支出1，234.50万元', '预算12,345.67万元，支出1,234.50万元'],
    ['甲、乙分别为3，120人', '甲、乙分别为3，120人'],
    ['合计 120 130', '合计120 130'],
    ['预算１２，３４５．６７万元，占９８％', '预算12,345.67万元，占98%'],
    ['"三公"经费和“培训"经费', '“三公”经费和“培训”经费'],
    ['占95%.二是加强管理.2023年比例为1:2,网址http://a.cn', '占95%。二是加强管理.2023年比例为1:2，网址http://a.cn'],
    ['2⽉支出﹣5万元﹐占3﹪', '2月支出-5万元，占3%'],
    ['附件2：\n2023年度绩效自评报告', '附件2：\n2023年度绩效自评报告'],
    ['一、存在的问题 （一）目标不细。 （二）执行偏慢。', '一、存在的问题\n（一）目标不细。\n（二）执行偏慢。'],
    ['管线长5 km，其中新建12. 50万元', '管线长5km，其中新建12.50万元'],
  ])('%s', (given, read) => expect(flowOf(given).text).toBe(read))

  test('lines that reach the edge of a page go on whatever stands there', () => {
    const page = [
      '本部门全年预算1,000.00万元，实际支出950.00万',
      '元，预算执行率95.00%，较上年同期相比有所提高，',
      '其中：基本支出600.00万元，项目支出350.00万元',
      '，主要原因是本年度组织开展了多项专项工作情况',
      '较好。',
      '一、基本情况',
      '本部门为一级预算单位。',
    ]
    expect(flowOf(page.join('\n')).text).toBe(`${page.slice(0, 5).join('')}\n${page.slice(5).join('\n')}`)
  })

  test('every sign keeps its place in what was given', () => {
    const given = '\u3000\u3000预\u200b算 1 2\u200b34.５ 万元,\r\n 支出 ９8 %'
    const { text, placeOf } = flowOf(given)
    const plain = (sign: string): string => sign.normalize('NFKC')
    expect([...text].map((_, at) => plain(given[placeOf(at)] ?? '')).join('')).toBe(plain(text))
  })
})
