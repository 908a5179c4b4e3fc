import { describe, expect, test } from 'vitest'
import { labelSpans } from '@/components/report/label-spans'
import type { Mark } from '@/lib/domain/cells/marks'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { quantity, yuanFromWan } from '@/lib/domain/quantities'
import type { ReportBlock, ReportDocument, ReportTable } from '@/lib/domain/report-document'
import { storedReport } from '@/lib/report/stored-report'
import { anEvaluation, anIndicator, figuresInWan, scheme, untold } from '@/tests/support/builders'
import { foundingReport, items, papersOf, paragraphs, rowsOf, tableNamed } from './sample'

const founding = papersOf(foundingReport())

const textsOf = (blocks: readonly ReportBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'note' ? [block.text] : []))

const rowNamed = (table: ReportTable, label: string): string[] => rowsOf(table).find((row) => row.includes(label)) ?? []

describe('the document', () => {
  test('is plain JSON that is read back as it was stored', () => {
    expect(storedReport(JSON.parse(JSON.stringify(founding)))).toEqual(founding)
  })

  test('is the same for the same evaluation', () => {
    expect(JSON.stringify(papersOf(foundingReport()))).toBe(JSON.stringify(founding))
  })

  test('anything else that was stored is not taken for a report', () => {
    expect(() => storedReport({ ...founding, format: 'hengji.report/2' })).toThrow()
    expect(() => storedReport(null)).toThrow()
  })

  test('breaks its title where words end', () => {
    expect(founding.report[1]).toEqual({
      kind: 'title',
      lines: ['2023年度广州市荔湾区人民政府', '金花街道办事处部门整体支出绩效自评报告'],
    })
  })

  test('is dated by 落款日期, else by the end of its year', () => {
    expect(founding.date).toBe('2024-05-29')
    expect(papersOf(anEvaluation()).date).toBe('2023-12-31')
  })

  test('every row of every table fills its columns', () => {
    const other = papersOf(anEvaluation({ scheme: scheme('two-dimension'), indicators: [anIndicator({ reviewScore: '8' })] }))
    for (const { table } of [...founding.table, ...other.table].filter((block) => block.kind === 'table'))
      for (const row of table.rows) expect(row.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(table.columns.length)
  })
})

describe('未填, 0 and 不适用 on paper', () => {
  const figures = {
    ...figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '90', 'stateCapital/actualExpenditure': '0' }),
    'governmentFund/actualExpenditure': { state: 'notApplicable', reason: '本年无此项预算' },
  } satisfies Evaluation['figures']
  const document = papersOf(anEvaluation({ figures }))
  const funds = tableNamed(document, '部门整体收支情况')

  test('are three things in the table, and the reason stands under it', () => {
    expect(rowNamed(funds, '国有资本经营预算财政拨款')[4]).toBe('0.00')
    expect(rowNamed(funds, '政府性基金预算财政拨款')[4]).toBe('不适用')
    expect(rowNamed(funds, '其他资金')[4]).toBe('')
    expect(textsOf(document.table).join()).toContain('政府性基金预算财政拨款全年执行数：本年无此项预算')
  })

  test('are three things in the sentences: what is 未填 is not mentioned', () => {
    const text = textsOf(document.report).join('\n')
    expect(text).toContain('政府性基金预算财政拨款不适用，国有资本经营预算财政拨款0万元。')
    expect(text).not.toContain('其他资金')
    expect(text).not.toContain('年末结转和结余')
  })

  test('an amount with more than two decimals is printed in full', () => {
    const exact = papersOf(
      anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '8988.123456', 'total/actualExpenditure': '1' }) }),
    )
    expect(rowNamed(tableNamed(exact, '部门整体收支情况'), '部门整体支出')).toContain('8,988.123456')
  })
})

describe('the outline', () => {
  test('is the scheme’s, numbered by its place', () => {
    const evaluation = foundingReport({
      scheme: scheme('national-2020', { outline: ['funds', 'problems', 'duties', 'unknown', 'constructor'] }),
    })
    const headings = papersOf(evaluation).report.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(headings).toEqual(['一、基本情况', '（一）部门整体收支情况', '二、存在的主要问题', '三、基本情况', '（一）部门职能'])
  })

  test('a draft says （未填） where a section is missing; a finished report leaves it out', () => {
    const draft = papersOf(anEvaluation())
    expect(textsOf(draft.report).filter((text) => text === '（未填）').length).toBe(7)
    const finished = textsOf(papersOf(anEvaluation({ status: 'approved' })).report)
    expect(finished).not.toContain('（未填）')
    expect(finished.join()).not.toContain('部门职能')
  })

  test('numbers items and their inner items, skips empty ones, and keeps paragraphs of one item together', () => {
    const inner = (text: string) => ({ id: text, kind: 'item', level: 2, mark: '', basis: '', runs: [{ text }] }) as const
    const duties = [...items(['甲\n续甲', ' ']), inner('甲一'), inner('甲二'), ...items(['乙']), inner('乙一')]
    const texts = textsOf(papersOf(anEvaluation({ narrative: { ...anEvaluation().narrative, duties } })).report)
    expect(texts.slice(2, 8)).toEqual(['1.甲', '续甲', '（1）甲一', '（2）甲二', '2.乙', '（1）乙一'])
  })

  test('the parts of a task are one sentence where they are told as 一是…；二是…, and stand below each other otherwise', () => {
    const printed = (mark: Mark, ...texts: string[]) => {
      const [task] = foundingReport().tasks
      const subItems = items(texts).map((item) => ({ ...item, mark }))
      const tasks = task === undefined ? [] : [{ ...task, name: '示例任务', subItems }]
      const { report } = papersOf(anEvaluation({ tasks, scheme: scheme('national-2020', { outline: ['tasks'] }) }))
      return textsOf(report).slice(3)
    }
    expect(printed('一是', '建强队伍', '完善制度', '落实责任')).toEqual(['一是建强队伍；二是完善制度；三是落实责任。'])
    expect(printed('一是', '建强队伍。', ' ', '完善制度。')).toEqual(['一是建强队伍。二是完善制度。'])
    expect(printed('一是', '建强队伍')).toEqual(['一是建强队伍'])
    expect(printed('', '建强队伍', '完善制度')).toEqual(['（1）建强队伍', '（2）完善制度'])
  })

  test('a task is headed by its name, but where its text says itself of what it speaks', () => {
    const printed = (name: string, ...texts: string[]) => {
      const [task] = foundingReport().tasks
      const tasks = task === undefined ? [] : [{ ...task, name, completion: paragraphs(texts) }]
      const { report } = papersOf(anEvaluation({ tasks, scheme: scheme('national-2020', { outline: ['taskOverview'] }) }))
      return textsOf(report).slice(2)
    }
    const name = '维护稳定，营造安全环境'
    expect(printed(name, '全年未发生事故。', '隐患已整改。')).toEqual([`1.${name}`, '全年未发生事故。', '隐患已整改。'])
    expect(printed(name, `${name}方面。全年未发生事故。`, '隐患已整改。')).toEqual([`1.${name}方面。全年未发生事故。`, '隐患已整改。'])
    expect(printed(name, `${name}：全年未发生事故。`)).toEqual([`1.${name}：全年未发生事故。`])
    expect(printed(name, '安全生产方面：全年未发生事故。')).toEqual(['1.安全生产方面：全年未发生事故。'])
    for (const text of ['在安全生产方面，全年未发生事故。', '全年在安全生产方面下功夫。', '（1）安全方面。', `${name}取得成效。`])
      expect(printed(name, text)).toEqual([`1.${name}`, text])
    expect(printed(name)).toEqual(['（未填）'])
  })

  test('the conclusion says of what the total is made and where points were lost', () => {
    const texts = textsOf(founding.report)
    expect(texts).toContain(
      '得分构成：预算执行10.00分（分值10分），产出指标47.67分（分值50分），效益指标30.00分（分值30分），满意度指标10.00分（分值10分）；总分97.67分，等级为“优”。',
    )
    expect(texts).toContain('扣分指标：来穗人员信息登记率（年度指标值=100%，实际完成值53.4%）得2.67分，扣2.33分。')
  })
})

describe('references in the text', () => {
  test('say the datum as it is now', () => {
    const runs = [
      'total/adjustedBudget',
      'executionRate',
      'executionScore',
      'total',
      'grade',
      'year',
      'department',
      'indicators/a/actual',
      'indicators/a/score',
    ]
    const evaluation = anEvaluation({
      indicators: [anIndicator({ id: 'a', maxScore: '90', target: '≥80', actual: '40', unit: '人', deviationReason: '示例' })],
      narrative: {
        ...anEvaluation().narrative,
        conclusion: [
          { id: 'x', kind: 'paragraph', level: 1, mark: '', basis: '', runs: runs.flatMap((datum) => [{ datum }, { text: '|' }]) },
        ],
      },
    })
    expect(textsOf(papersOf(evaluation).report)).toContain('1,000.00|100.00%|10.00|55.00|差|2023|示例街道办事处|40人|45.00|')
  })

  test('to what is not there say （未填）', () => {
    const runs = [{ datum: 'general/initialBudget' }, { datum: 'indicators/gone/actual' }, { datum: 'nonsense' }]
    const conclusion = [{ id: 'x', kind: 'paragraph', level: 1, mark: '', basis: '', runs }] as const
    const texts = textsOf(papersOf(anEvaluation({ narrative: { ...anEvaluation().narrative, conclusion } })).report)
    expect(texts).toContain('（未填）（未填）（未填）')
  })
})

describe('自评表', () => {
  test('shows 复核得分 beside the self-score only where one was given', () => {
    const indicators = [anIndicator({ maxScore: '90', reviewScore: '85' })]
    const table = tableNamed(papersOf(anEvaluation({ indicators })), '绩效指标完成情况及得分')
    expect(table.columns.map(({ heading }) => heading)).toContain('复核得分')
    expect(rowsOf(table)[0]?.slice(5, 8)).toEqual(['90', '90.00', '85.00'])
    expect(rowsOf(table)[1]?.slice(1, 4)).toEqual(['100', '100.00', '95.00'])
    expect(rowsOf(table)[2]?.slice(1, 4)).toEqual(['', '优', '优'])
    const worse = papersOf(anEvaluation({ indicators: [anIndicator({ maxScore: '90', reviewScore: '75' })] }))
    expect(rowsOf(tableNamed(worse, '绩效指标完成情况及得分'))[2]?.slice(1, 4)).toEqual(['', '优', '良'])
    expect(tableNamed(founding, '绩效指标完成情况及得分').columns.map(({ heading }) => heading)).not.toContain('复核得分')
  })

  test('shows 得分系数 where the scheme scores by it, as given or as the figures leave it', () => {
    const row = { dimension: '部门业务', maxScore: '10', actual: '96' }
    const indicators = [anIndicator({ ...row, id: 'a', coefficient: '0.855' }), anIndicator({ ...row, id: 'b' })]
    const table = tableNamed(papersOf(anEvaluation({ scheme: scheme('chongqing'), indicators })), '绩效指标完成情况及得分')
    expect(table.columns.slice(5, 8).map(({ heading }) => heading)).toEqual(['分值', '得分系数', '得分'])
    expect(rowsOf(table).map((cells) => cells.slice(5, 8))).toMatchObject([
      ['10', '85.50%', '8.55'],
      ['10', '96.00%', '9.60'],
      expect.anything(),
      expect.anything(),
      expect.anything(),
    ])
    expect(tableNamed(founding, '绩效指标完成情况及得分').columns.map(({ heading }) => heading)).not.toContain('得分系数')
  })

  test('is printed by the scheme’s 一级 and 二级, whatever the order of entry, each 一级 with its sums', () => {
    const row = (id: string, dimension: string, group: string, maxScore: string) =>
      anIndicator({ id, name: id, dimension, group, maxScore })
    const indicators = [
      row('甲', '效益指标', '社会效益指标', '30'),
      row('乙', '产出指标', '时效指标', '20'),
      row('丙', '产出指标', '数量指标', '30'),
      row('丁', '满意度指标', '', '10'),
    ]
    const rows = rowsOf(tableNamed(papersOf(anEvaluation({ indicators })), '绩效指标完成情况及得分'))
    expect(rows.map((cells) => (cells.length > 5 ? cells[2] : `${cells[0]} ${cells[1]}`)).slice(0, 5)).toEqual([
      '丙',
      '乙',
      '产出指标小计 50',
      '甲',
      '丁',
    ])
  })

  test('has “三公”, 人员, 采购 and 资产 only where the scheme uses them', () => {
    const captions = ({ table }: ReportDocument) => table.flatMap((block) => (block.kind === 'table' ? [block.table.caption] : []))
    expect(captions(founding)).not.toContain('“三公”经费')
    const used = papersOf(anEvaluation({ scheme: scheme('chongqing') }))
    expect(captions(used)).toEqual(expect.arrayContaining(['“三公”经费', '人员、政府采购、资产情况']))
    expect(rowsOf(tableNamed(used, '人员、政府采购、资产情况')).map(([label]) => label)).toContain('编制数')
  })

  test('sets problems beside the measures that answer them, and measures without a problem by themselves', () => {
    const document = papersOf(
      anEvaluation({
        problems: [{ id: 'p', mark: '', text: [{ text: '问题甲' }], measureIds: ['m2', 'm1'] }],
        measures: ['m1', 'm2', 'm3'].map((id) => ({ id, mark: '', text: [{ text: `措施${id}` }] })),
      }),
    )
    expect(rowsOf(tableNamed(document, '存在的问题及改进措施'))).toEqual([
      ['1', '问题甲', '措施m1；措施m2'],
      ['2', '', '措施m3'],
    ])
  })

  test('shows the amounts of tasks and the indicators that measure them', () => {
    const document = papersOf(
      anEvaluation({
        tasks: [
          {
            id: 't',
            name: '任务甲',
            ...untold,
            budget: yuanFromWan(quantity('12.5')),
            expenditure: null,
            subItems: items(['内容一。', '内容二']),
            completion: paragraphs([]),
          },
        ],
        indicators: [anIndicator({ name: '指标甲', taskId: 't', maxScore: '90' })],
      }),
    )
    expect(rowsOf(tableNamed(document, '年度重点工作任务'))).toEqual([['1', '任务甲', '内容一；内容二', '12.50', '', '指标甲']])
  })

  test('joins equal labels only where the labels before them are equal too', () => {
    const cell = (text: string) => ({ text })
    const rows = ['甲|子', '甲|子', '乙|子', '乙|', '乙|'].map((row) => [...row.split('|').map(cell), cell('值')])
    const spans = labelSpans({ caption: '', unit: '', columns: [], labels: 2, rows })
    expect(rows.map((_, row) => [spans(row, 0), spans(row, 1), spans(row, 2)])).toEqual([
      [2, 2, 1],
      [0, 0, 1],
      [3, 1, 1],
      [0, 1, 1],
      [0, 1, 1],
    ])
  })
})
