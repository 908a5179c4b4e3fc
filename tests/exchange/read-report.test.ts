import { describe, expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { readReport } from '@/lib/exchange/report-file'

const report = [
  '2023年度示例县水务局部门整体支出绩效自评报告',
  '一、收支情况',
  '全年预算数1,000.00万元，执行数950.00万元，预算执行率95.00%。其中：基本支出400.00万元，项目支出550.00万元。',
  '二、自评结论',
  '自评总分96.50分，等级为优。',
].join('\n')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('read-report', () => {
  test('prints a document that can be evaluated, each cell with its place', async () => {
    const read = await readReport(bytes(report))
    if (!read.ok) throw new Error(read.error.code)
    const { document } = read
    expect(document).toMatchObject({
      department: '示例县水务局',
      year: 2023,
      moneyUnit: '万元',
      funds: [{ role: 'total', adjustedBudget: '1,000.00', actualExpenditure: '950.00', printedRate: '95.00%' }],
      splits: [{ name: '全年执行数按支出性质分', total: '950.00', parts: [{ amount: '400.00' }, { amount: '550.00' }] }],
      printedTotal: '96.50',
      printedGrade: '优',
    })
    const place = document.reading?.found.find(({ at }) => at === '/funds/0/actualExpenditure')
    expect(place).toMatchObject({ line: 3, certainty: 'certain' })
    expect(document.reading?.text.slice(place?.from, place?.to)).toBe('950.00万元')
    const evaluated = evaluateDocument(document)
    expect(evaluated.ok && evaluated.line.executionRate).toBe('95.00')
    expect(evaluated.ok && evaluated.line.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('a list of indicators with their points in sentences is read as the table that it is, and nothing else of it as figures', async () => {
    const read = await readReport(
      bytes(
        [
          '2023年度示例县林场部门整体支出绩效自评报告',
          '一、绩效目标完成情况',
          '年初设定的总体目标是：全年造林不少于2000亩。全年实际造林2100亩，目标已完成。',
          '二、各项指标完成情况分析',
          '1.产出指标',
          '数量指标：造林面积，目标值≥2000亩，实际完成2100亩，分值20分，得20分；抚育面积，目标值500亩，实际完成400亩，分值10分，得8分。未完成原因：资金到位较晚。',
          '时效指标：按期完成率，目标值100%，实际完成90%，分值20分，得18分。',
          '2.满意度指标',
          '职工满意度，目标值≥90%，实际完成95%，分值10分，得10分。',
        ].join('\n'),
      ),
    )
    if (!read.ok) throw new Error(read.error.code)
    const { indicators = [], goals, sections, tasks } = read.document
    expect(
      indicators.map(({ dimension, group, name, maxScore, printedScore }) => [dimension, group, name, maxScore, printedScore]),
    ).toEqual([
      ['产出指标', '数量指标', '造林面积', '20', '20'],
      ['产出指标', '数量指标', '抚育面积', '10', '8'],
      ['产出指标', '时效指标', '按期完成率', '20', '18'],
      ['满意度指标', undefined, '职工满意度', '10', '10'],
    ])
    expect(indicators[1]?.deviationReason).toBe('资金到位较晚。')
    expect(goals).toEqual([{ text: '全年造林不少于2000亩。', completion: '全年实际造林2100亩，目标已完成。' }])
    expect([sections?.taskOverview ?? [], tasks ?? []]).toEqual([[], []])
  })

  test('what came in is not what was spent, and a part of the budget is none of the expenditure', async () => {
    const read = await readReport(
      bytes(
        [
          '2023年度示例县林场部门整体支出绩效自评报告',
          '一、收支情况',
          '全年收入合计600.00万元，其中财政拨款收入542.00万元，其他收入58.00万元。',
          '全年预算数600.00万元，其中：一般公共预算拨款500.00万元，政府性基金预算拨款100.00万元；全年执行数590.00万元。',
        ].join('\n'),
      ),
    )
    if (!read.ok) throw new Error(read.error.code)
    expect(Object.fromEntries((read.document.figures ?? []).map(({ name, amount }) => [name, amount]))).toEqual({
      'total/adjustedBudget': '600',
      'total/actualExpenditure': '590',
      'general/adjustedBudget': '500',
      'governmentFund/adjustedBudget': '100',
    })
  })

  test('sentences that lead in goals, problems and measures are kept as such, tied to nothing; headings with a colon are not', async () => {
    const read = await readReport(
      bytes(
        [
          '2023年度示例县水务局部门整体支出绩效自评报告',
          '一、年度绩效目标',
          '本局2023年度绩效目标主要是：1.新建示例供水管网12公里；2.完成示例河道清淤8公里。',
          '二、存在的问题',
          '通过自评，发现存在以下问题：',
          '（一）示例管网建设进度偏慢。',
          '（二）示例河道清淤资金支付不及时。',
          '三、改进措施',
          '措施：',
          '（一）加快示例管网建设进度。',
          '（二）及时支付示例河道清淤资金。',
        ].join('\n'),
      ),
    )
    if (!read.ok) throw new Error(read.error.code)
    const { goals, problems, measures } = read.document
    expect(goals?.map(({ text, mark }) => [text, mark])).toEqual([
      ['本局2023年度绩效目标主要是：', '无'],
      ['新建示例供水管网12公里', '1.'],
      ['完成示例河道清淤8公里。', '1.'],
    ])
    expect(problems?.map(({ text, mark, measures: tied }) => [text, mark, tied])).toEqual([
      ['通过自评，发现存在以下问题：', '无', []],
      ['示例管网建设进度偏慢。', '（一）', [0]],
      ['示例河道清淤资金支付不及时。', '（一）', [1]],
    ])
    expect(measures?.map(({ text }) => text)).toEqual(['加快示例管网建设进度。', '及时支付示例河道清淤资金。'])
  })

  test('lines end as any system ends them, and older programs write in GB 18030', async () => {
    const windows = await readReport(bytes(report.replaceAll('\n', '\r\n')))
    expect(windows.ok && windows.document.funds).toHaveLength(1)
    // 自评 in GB 18030
    const older = await readReport(new Uint8Array([0xd7, 0xd4, 0xc6, 0xc0]))
    expect(older.ok && older.document.reading?.text).toBe('自评')
  })

  test('what is no text is refused', async () => {
    expect(await readReport(new Uint8Array([0, 1, 2, 3]))).toEqual({ ok: false, error: { at: '', code: 'notText' } })
    expect(await readReport(bytes(' \n'))).toEqual({ ok: false, error: { at: '', code: 'empty' } })
  })
})
