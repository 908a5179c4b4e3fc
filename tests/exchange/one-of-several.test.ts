import { describe, expect, test } from 'vitest'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { readReport } from '@/lib/exchange/report-file'

/** A wrong amount is worse than none: what is said of one project, batch or level among several is none of the whole. */

async function documentOf(lines: readonly string[]): Promise<EvaluationDocument> {
  const read = await readReport(new TextEncoder().encode(lines.join('\n')))
  if (!read.ok) throw new Error(read.error.code)
  return read.document
}
const wholeOf = ({ funds = [] }: EvaluationDocument) => {
  const { adjustedBudget, actualExpenditure, printedRate } = funds.find(({ role }) => role === 'total') ?? {}
  return [adjustedBudget, actualExpenditure, printedRate]
}
const NOTHING = [undefined, undefined, undefined]

describe('amounts of one of several', () => {
  test.each<[string, string[]]>([
    [
      'projects in a list',
      [
        '2022年自评项目12个，分为三个方面，一是教师培训补助经费合计75万元，已于本年度支出75万元，预算完成率100%；二是校舍维修经费合计624.71万元，已于本年度支出600万元，预算完成率96.04%；三是图书购置经费30万元，已支出30万元，预算完成率100%。',
      ],
    ],
    [
      'projects under their own headings',
      [
        '一、项目基本情况',
        '（一）民国档案数字化项目',
        '截至上年已安排项目经费380万元，本年下达资金42万元。',
        '（二）馆藏档案维护项目',
        '本年下达资金21.44万元，支出21.44万元，预算执行率100%。',
      ],
    ],
    [
      'levels of government',
      ['一、资金下达情况', '我局收到中央下达补助资金9,056万元。', '省级下达资金804万元。', '市县下达资金2,040.56万元。'],
    ],
    ['batches', ['一、资金下达情况', '第一批下达资金500万元，第二批下达资金300万元。']],
    ['parts that a sentence tells', ['一、资金安排情况', '其中部门预算项目支出87.5万元，专项预算支出2,350万元。']],
  ])('%s', async (_, lines) => {
    expect(wholeOf(await documentOf(['示例县教育局2022年度项目支出绩效自评报告', ...lines]))).toEqual(NOTHING)
  })

  test('a list of what was budgeted and what was spent tells of the whole', async () => {
    const text = '1.资金到位情况：全年预算120万元；2.资金执行情况：全年支出108万元，预算执行率90%。'
    expect(wholeOf(await documentOf(['示例县教育局2022年度项目支出绩效自评报告', '一、资金情况', text]))).toEqual(['120', '108', '90%'])
  })

  test('what leaves a rest was spent, for all that it is said to be arranged', async () => {
    const lines = ['一、资金情况', '按学生人数安排，共计239万元。', '二、实施情况', '财政安排支出共计87.06万元，余款安排下年支出。']
    expect(wholeOf(await documentOf(['示例市第四中学2022年专项资金绩效自评报告', ...lines]))).toEqual(['239', '87.06', undefined])
  })

  test('万 without 元 is money where its name says so', async () => {
    const lines = ['一、资金安排情况', '全年安排资金19,204.10万。其中央省14,059.12万元。全年资金支付18,501.10万元，未支703万元。']
    expect(wholeOf(await documentOf(['示例县乡村振兴局2022年度项目支出绩效自评报告', ...lines]))).toEqual([
      '19,204.10',
      '18,501.10',
      undefined,
    ])
  })
})
