import { describe, expect, test } from 'vitest'
import { textOf } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { intakeOf } from '@/lib/domain/intake/intake'
import { paperOfText } from '@/lib/domain/intake/paper-of-lines'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { documentOfReport } from '@/lib/exchange/document-of-report'
import { doubtsOf } from '@/lib/exchange/offers/doubts'
import { leftOut } from '@/lib/exchange/offers/left-out'
import { acceptedOffers, askedOffers, type Offered, offersOf } from '@/lib/exchange/offers/offers'
import { anEvaluation, anIndicator, figuresInWan } from '@/tests/support/builders'

/** What a read document offers to a form: which cell, what stands there now, and what has to come with it. */

const document = (more: Partial<EvaluationDocument>): EvaluationDocument => ({
  format: 'hengji.evaluation/1',
  kind: 'department',
  department: '示例市水务局',
  year: 2023,
  moneyUnit: '万元',
  ...more,
})

const blank = anEvaluation({ figures: {}, indicators: [] })
const offered = (more: Partial<EvaluationDocument>, evaluation: Evaluation = blank): Offered =>
  offersOf(document(more), evaluation, (at) => `new${at.replaceAll('/', '').toLowerCase()}`)

const brief = ({ offers }: Offered) => offers.map(({ address, text, state }) => [address, text, state])

describe('figures and the cover', () => {
  test('are offered in 万元, beside what stands there', () => {
    const now = anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '100', 'total/actualExpenditure': '90' }), indicators: [] })
    const figures = [
      { name: 'total/adjustedBudget', amount: '1000000' },
      { name: 'total/actualExpenditure', amount: '950000.5' },
      { name: 'basic/actualExpenditure', amount: '120000' },
    ]
    expect(brief(offered({ moneyUnit: '元', figures }, now))).toEqual([
      ['funds/total/adjustedBudget', '100', 'same'],
      ['funds/total/actualExpenditure', '95.00005', 'other'],
      ['funds/basic/actualExpenditure', '12', 'empty'],
    ])
  })

  test('that the scheme does not ask for are not', () => {
    const without = { ...blank, scheme: { ...blank.scheme, figureGroups: [] } }
    const figures = [{ name: 'threePublic/actualExpenditure', amount: '3' }]
    expect(brief(offered({ figures }, { ...blank, scheme: { ...blank.scheme, figureGroups: ['threePublic'] } }))).toHaveLength(1)
    expect(offered({ figures }, without).offers).toEqual([])
  })
})

describe('indicators', () => {
  const row = {
    dimension: '产出指标',
    group: '数量指标',
    name: '新建泵站',
    operator: '≥',
    target: '3',
    unit: '座',
    actual: '4',
    maxScore: '5.00',
  }

  test('that are not there come as rows: the sign before the target, 分值 as forms have it', () => {
    const { offers, rows } = offered({ indicators: [row] })
    expect(rows).toEqual([{ row: { list: 'indicators', id: 'newindicators0' }, known: '/indicators/0/name' }])
    const texts = Object.fromEntries(offers.map(({ address, text }) => [address.split('/')[2], text]))
    expect(texts).toEqual({ ...row, operator: undefined, target: '≥3', maxScore: '5' })
  })

  test('of one name are the form’s own rows, each once', () => {
    const two = [
      anIndicator({ id: 'a', name: '服务对象满意度', actual: '90%' }),
      anIndicator({ id: 'b', name: '服务对象满意度', actual: '' }),
    ]
    const now = anEvaluation({ figures: {}, indicators: two })
    const said = offered(
      {
        indicators: [
          { name: '服务对象 满意度', actual: '90%' },
          { name: '服务对象满意度', actual: '85%' },
          { name: '服务对象满意度', actual: '80%' },
        ],
      },
      now,
    )
    expect(brief(said)).toEqual([
      ['indicators/a/name', '服务对象 满意度', 'other'],
      ['indicators/a/actual', '90%', 'same'],
      ['indicators/b/name', '服务对象满意度', 'same'],
      ['indicators/b/actual', '85%', 'empty'],
      ['indicators/newindicators2/name', '服务对象满意度', 'empty'],
      ['indicators/newindicators2/actual', '80%', 'empty'],
    ])
  })

  test('that the scheme gives are filled in and not changed', () => {
    const now = anEvaluation({ figures: {}, indicators: [anIndicator({ id: 'fixed', fixedId: 'f1', name: '新建泵站', actual: '' })] })
    expect(brief(offered({ indicators: [row] }, now))).toEqual([['indicators/fixed/actual', '4', 'empty']])
  })
})

test('a task comes with its money in 万元, by the sources that the form knows, a satisfaction with its sample', () => {
  const tasks = [
    {
      name: '河道整治',
      budget: '3,000,000',
      expenditure: '2,900,000',
      sources: [
        { name: '中央资金', budget: '2,000,000' },
        { name: '捐赠', budget: '1,000,000' },
      ],
      subItems: [],
      completion: [],
    },
  ]
  const { offers } = offered({ moneyUnit: '元', tasks, indicators: [{ name: '居民满意度', sampleSize: '300' }] })
  expect(offers.map(({ address, text }) => [address.replace(/^.*\//, ''), text])).toEqual([
    ['name', '河道整治'],
    ['budget', '300'],
    ['expenditure', '290'],
    ['centralBudget', '200'],
    ['name', '居民满意度'],
    ['sampleSize', '300'],
  ])
})

describe('accepting', () => {
  const said = offered({
    tasks: [{ name: '河道治理', subItems: [], completion: [{ kind: 'paragraph', level: 1, text: '治理3条。' }] }],
    problems: [{ text: '进度偏慢。', measures: [0] }],
    measures: [{ text: '加快进度。' }],
    indicators: [{ name: '治理河道', actual: '3条', task: 0 }],
  })
  const chosen = (...at: string[]) => {
    const { offers, rows } = acceptedOffers(said, new Set(at))
    return { offers: offers.map((offer) => offer.at), rows: rows.map(({ row }) => row.id) }
  }

  test('a value brings what its row is known by, and a text its task', () => {
    expect(chosen('/indicators/0/actual')).toEqual({ offers: ['/indicators/0/name', '/indicators/0/actual'], rows: ['newindicators0'] })
    expect(chosen('/tasks/0/completion/0/text')).toEqual({
      offers: ['/tasks/0/name', '/tasks/0/completion/0/text'],
      rows: ['newtasks0', 'newtasks0completion0'],
    })
  })

  test('ties are named by the rows that they are to', () => {
    const texts = Object.fromEntries(said.offers.map(({ at, text }) => [at, text]))
    expect(texts['/indicators/0/task']).toBe('newtasks0')
    expect(texts['/problems/0/measures']).toBe('newmeasures0')
  })

  test('all at once fills what is empty, and replaces nothing', () => {
    const now = anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '100' }), indicators: [] })
    const both = offered(
      {
        figures: [
          { name: 'total/adjustedBudget', amount: '120' },
          { name: 'total/actualExpenditure', amount: '90' },
        ],
      },
      now,
    )
    expect(askedOffers(both, { scope: 'all' }).map(({ at }) => at)).toEqual(['/figures/1/amount'])
    expect(askedOffers(both, { scope: 'section', section: 'goals' })).toEqual([])
    expect(askedOffers(both, { scope: 'one', at: '/figures/0/amount' }).map(({ text }) => text)).toEqual(['120'])
  })
})

test('a paper of another year, department or kind is doubted; a name with its places before it is the same', () => {
  const of = (more: Partial<EvaluationDocument>) =>
    doubtsOf(document(more), { ...blank, year: 2023, departmentName: '示例市示例区水务局' }).map(({ code }) => code)
  expect(of({ department: '示例区水务局' })).toEqual([])
  expect(of({ department: '示例市人民政府示例区水务局' })).toEqual([])
  expect(of({ department: '示例市示例区民政局', year: 2022, kind: 'project' })).toEqual(['otherYear', 'otherDepartment', 'project'])
  expect(of({ department: '', year: null })).toEqual([])
})

describe('a report as it is read', () => {
  const text = `示例市水务局2023年度部门整体支出绩效自评报告
一、部门职能
（一）负责水资源保护。
二、预算执行情况
全年预算数1,000.00万元，全年执行数950.00万元，预算执行率95.00%。
三、完成情况
全年走访困难家庭60户，其中低保户40户、特困户20户。
四、存在的问题
（一）水库管护经费不足。
（二）监测设备老化。
五、改进措施
（一）分批更新监测设备。
（二）争取水库管护经费。
（三）加强水库巡查。
六、其他
本报告一式两份。`
  const paper = paperOfText(text)
  const read = documentOfReport(paper, intakeOf(paper))
  if (read === null) throw new Error('no document')

  test('every value stands where the paper says it', () => {
    for (const { place, text: value, at } of offersOf(read, blank, (pointer) => pointer.replaceAll('/', '')).offers)
      if (place !== null && /amount|text/.test(at))
        expect(text.slice(place.from, place.to).replaceAll(',', '')).toContain(value.split('.')[0])
  })

  test('measures are tied to the problems whose words they share', () => {
    expect(read.problems?.map(({ measures }) => measures)).toEqual([[1, 2].filter((place) => place === 1), [0]])
  })

  test('what has no place in the form stays listed', () => {
    const left = leftOut(
      read,
      offersOf(read, blank, (at) => at.replaceAll('/', '')),
    )
    expect(left.map(({ text: words }) => words)).toContain('本报告一式两份。')
    expect(left.every(({ where }) => /^第 \d+ 行$/.test(where))).toBe(true)
  })

  test('nothing is said of duties twice once they stand there', () => {
    const runs = read.sections?.duties?.map(({ text: words, kind, level }, index) => ({
      id: `d${index}`,
      kind,
      level,
      runs: [{ text: words }],
      mark: '' as const,
      basis: '',
    }))
    const now = { ...blank, narrative: { ...blank.narrative, duties: runs ?? [] } }
    expect(now.narrative.duties.map((block) => textOf(block.runs))).toEqual(['负责水资源保护。'])
    const duties = offersOf(read, now, (at) => at).offers.filter(({ section }) => section === 'duties')
    expect(duties.map(({ state }) => state)).toEqual(['same'])
  })
})

describe('lists of a report', () => {
  const paper = paperOfText(
    [
      '2023年度示例市水务局部门整体支出绩效自评报告',
      '一、基本情况',
      '（一）部门职能',
      '示例市水务局主要职责是：',
      '（一）负责水资源保护和节约用水。',
      '（二）负责防汛抗旱和水库安全。',
      '二、综合评价分析',
      '（三）主要工作成效',
      '一是建成泵站3座；二是整治河道12公里。',
      '三、存在的主要问题',
      '1.管网漏损偏高。',
      '2.项目进度偏慢。',
      '四、下一步改进措施',
      '一是改造老旧管网；二是加快项目建设。',
    ].join('\n'),
  )
  const read = documentOfReport(paper, intakeOf(paper))
  if (read === null) throw new Error('no document')

  test('come with their lead-in and the numbers that they have on paper', () => {
    expect(read.sections?.duties?.map(({ kind, mark, text }) => [kind, mark, text])).toEqual([
      ['paragraph', undefined, '示例市水务局主要职责是：'],
      ['item', '（一）', '负责水资源保护和节约用水。'],
      ['item', '（一）', '负责防汛抗旱和水库安全。'],
    ])
    const { rows } = offersOf(read, blank, (at) => at.replaceAll('/', ''))
    const shapes = rows.filter(({ row }) => 'section' in row && row.section === 'duties').map(({ row }) => row.shape)
    expect(shapes.map((shape) => shape?.mark)).toEqual([undefined, '（一）', '（一）'])
  })

  test('problems and measures too', () => {
    expect(read.problems?.map(({ mark, text }) => [mark, text])).toEqual([
      ['1.', '管网漏损偏高。'],
      ['1.', '项目进度偏慢。'],
    ])
    expect(read.measures?.map(({ mark, text }) => [mark, text])).toEqual([
      ['一是', '改造老旧管网'],
      ['一是', '加快项目建设。'],
    ])
    const { rows } = offersOf(read, blank, (at) => at.replaceAll('/', ''))
    expect(rows.filter(({ row }) => row.list === 'problems').map(({ row }) => row.shape?.mark)).toEqual(['1.', '1.'])
  })
})
