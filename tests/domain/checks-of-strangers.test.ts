import { describe, expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { money } from '@/tests/support/findings'

/** What reports and tables of strangers taught: right inputs that raised something, and wrong ones that raised nothing. */

type Line = { findings: { code: string; message: string }[]; indicators: { outcome: string; score: string | null }[] }
function evaluated(more: object): Line {
  const result = evaluateDocument({
    format: 'hengji.evaluation/1',
    kind: 'project',
    department: '示例市教育局',
    moneyUnit: '万元',
    year: 2023,
    ...more,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.line as unknown as Line
}
const codes = (more: object): string[] => evaluated(more).findings.map(({ code }) => code)
const ofText = (narrative: string, more: object = {}): string[] => codes({ narrative, ...more })
const row = (more: object) => ({ dimension: '产出指标', group: '数量指标', name: '培训', maxScore: '10', printedScore: '10', ...more })

describe('what is right raises nothing', () => {
  test('figures of one item of the classification are not the whole’s', () => {
    const text =
      '1、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）。主要用于：职业年金。年初预算为620.00万元，支出决算为0.09万元。'
    expect(ofText(text, { funds: [{ ...money('900.00', '880')[0], initialBudget: '1,000.00' }], department: '示例局' })).toEqual([])
  })

  test('chapters go on behind a line about an annex', () => {
    const text = '一、自评结论\n各项目标完成较好。\n附件：自评表（附后）\n二、佐证材料\n略。'
    expect(ofText(text)).toEqual([])
    expect(ofText(text.replace('二、', '三、'))).toEqual(['T12'])
  })

  test('one name in another group, or of another kind, is another indicator', () => {
    const twice = (a: object, b: object) => codes({ indicators: [row(a), row(b)] }).filter((code) => code === 'K12')
    expect(twice({ group: '任务一', actual: '100%' }, { group: '任务二', actual: '90%' })).toEqual([])
    expect(twice({ group: '', actual: '3次' }, { group: '质量指标', actual: '95%' })).toEqual([])
    expect(twice({ actual: '3次' }, { actual: '4次' })).toEqual(['K12'])
  })

  test('a bonus may go beyond its points', () => {
    const bonus = { dimension: '加分项', group: '', name: '获得表彰', target: '', actual: '' }
    expect(codes({ indicators: [row({ ...bonus, maxScore: '5', printedScore: '6' })] })).toEqual([])
  })
})

describe('rows', () => {
  const outcome = (more: object) => evaluated({ indicators: [row(more)] }).indicators[0]
  const cost = { dimension: '成本指标', group: '经济成本指标' }
  test.each([
    [{ ...cost, name: '成本节约率', target: '5%', actual: '6%' }, 'met', '10.00'],
    [{ ...cost, name: '预算执行率', target: '100%', actual: '98%', printedScore: '9.8' }, 'missed', '9.80'],
    [{ ...cost, name: '单位成本', target: '300元', actual: '330元' }, 'missed', '9.09'],
    [{ ...cost, name: '单位成本', target: '每亩300元', actual: '每亩330元' }, 'missed', '9.09'],
    [{ name: '发病率', target: '5次/10万人以下', actual: '2次/10万人' }, 'met', '10.00'],
    [{ name: '发病率', target: '≤5次/10万人', actual: '2次/10万人' }, 'met', '10.00'],
    [{ target: '≥3-5次', actual: '4次' }, 'met', '10.00'],
  ])('%o', (more, wanted, score) => expect(outcome(more)).toMatchObject({ outcome: wanted, score }))

  test('only one row of the money table can be scored', () => {
    const funds = [...money('100', '90'), ...money('100', '80')]
    const document = { format: 'hengji.evaluation/1', kind: 'project', department: '示例局', moneyUnit: '万元', year: 2023, funds }
    expect(evaluateDocument(document)).toMatchObject({ ok: false, error: { at: '/funds/1/role', code: 'secondTotal' } })
  })

  test('points below 0 are named as such', () => {
    const { findings } = evaluated({ indicators: [row({ target: '3次', actual: '3次', maxScore: '-5', printedScore: '3' })] })
    expect(findings.map(({ message }) => message)).toEqual(['“培训”的分值 −5 小于 0。'])
  })

  test('a row 预算执行率 has the money table’s rate', () => {
    const found = (actual: string) =>
      codes({
        funds: money('1,200', '1,080'),
        indicators: [row({ name: '预算执行率', target: '100%', actual, printedScore: '9', deviationReason: '进度慢' })],
      })
    expect(found('90%')).not.toContain('K37')
    expect(found('100%')).toContain('K37')
  })

  test('marks need something they were given for, unless no row has it', () => {
    const bare = row({ name: '影响', target: '', actual: '' })
    const full = [row({ target: '3次', actual: '3次' }), row({ name: '演练', target: '3次', actual: '3次' })]
    expect(codes({ indicators: [...full, bare] })).toEqual(['K38'])
    expect(codes({ indicators: [bare, bare] })).not.toContain('K38')
    const part = { dimension: '产出指标', group: '数量指标', name: '其中：线上', target: '3次', actual: '3次' }
    expect(codes({ indicators: [...full, bare, part] })).not.toContain('K38')
    expect(codes({ indicators: [...full, { ...bare, standard: '制度健全得满分，每缺一项扣1分' }] })).not.toContain('K38')
  })

  test('rows add to the points that their heading states', () => {
    const found = (points: string) =>
      codes({
        complete: true,
        indicators: [
          row({ dimension: '产出指标（50分）', maxScore: '25', printedScore: '25' }),
          row({ dimension: '产出指标（50分）', name: '演练', maxScore: points, printedScore: points }),
        ],
      })
    expect(found('25')).not.toContain('K39')
    expect(found('20')).toContain('K39')
  })
})

describe('a text that is wrong', () => {
  test.each([
    ['年初预算为0万元，支出决算为30万元，完成年初预算的100%。', 'T36'],
    ['年初预算400万元，支出决算300万元。决算数大于预算数的主要原因是追加。', 'T38'],
    ['（一）绩效目标完成情况\n各项绩效目标均已完成。\n二、存在的问题\n部分指标未达到100%的目标。\n三、改进措施\n加强监控。', 'T06'],
    ['三、完成情况\n全部工程已全部完成。\n四、问题\n二期工程尚未完工。', 'T39'],
    ['工程均已完成，一标段完成80%、二标段完成85%。', 'T39'],
    ['一、概况\n项目总投资1,200万元。\n二、资金\n项目总投资1,300万元。', 'T42'],
    ['本项目由示例市民政局负责实施，示例市民政局建立了台账。', 'T04'],
    ['示例县卫生健康局高度重视，按要求开展自评。', 'T04'],
    ['全年预算100万元，支出100万元，执行率100%，未使用资金5万元。', 'T35'],
    ['一般公共服务支出增长13.95。', 'T43'],
    ['全年支出19,204万，进度良好。', 'T43'],
    ['支出比上年下降（增长）27%。', 'T02'],
    ['资金拔入专户。', 'T08'],
    ['全年支出稳定，，进度良好。', 'T08'],
    ['完成培训3期（其中线上1期。', 'T08'],
    ['一、基本情况\n二、资金情况\n全年支出100万元。\n三、问题\n无。', 'T12'],
  ])('%s: %s', (text, code) => expect(ofText(text)).toContain(code))

  test.each([
    '年初预算400万元，支出决算300万元。决算数小于预算数的主要原因是节约。',
    '（一）绩效目标完成情况\n多数绩效目标已完成。\n二、存在的问题\n部分指标未达到100%的目标。\n三、改进措施\n加强监控。',
    '一、概况\n项目总投资1,200万元。\n二、资金\n项目总投资0.12亿元。',
    '本项目由示例市教育局负责实施，示例市财政局拨付资金。',
    '网上报名人数1.2万，录取0.3万人。',
    '完成培训3期（其中线上1期）。',
  ])('%s', (text) => expect(ofText(text)).toEqual([]))

  test('one’s own name with another word between its parts', () => {
    expect(ofText('示例市教育和体育局组织实施。', { department: '示例市教育与体育局' })).toEqual(['T04'])
  })

  test('the budget under the project’s own name', () => {
    const more = { project: '2023年度养护类项目', funds: money('1,200.00', '1,080.00') }
    expect(ofText('2023年度养护类项目预算数为1,300.00万元，执行数为1,080.00万元。', more)).toContain('T46')
    expect(ofText('2023年度养护类项目预算数为1,200.00万元，执行数为1,080.00万元。', more)).toEqual([])
  })

  test('a template left bare is one finding that tells its places', () => {
    const { findings } = evaluated({ narrative: 'XX局负责XX工作。\nXX年安排XX万元。' })
    expect(findings.map(({ code }) => code)).toEqual(['T02'])
    expect(findings[0]?.message).toContain('共 4 处')
  })
})

test('another body is said to do what the department reports on', () => {
  const found = (narrative: string): string[] => ofText(narrative).filter((code) => code === 'T04')
  expect(found('项目由示例市教育局负责组织实施，示例市财政局拨付资金。')).toEqual([])
  expect(found('项目由示例市民政局负责组织实施。')).toEqual(['T04'])
  expect(found('项目由示例县教育局牵头，县财政局配合。')).toEqual(['T04'])
})
