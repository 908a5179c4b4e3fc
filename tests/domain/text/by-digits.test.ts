import { describe, expect, test } from 'vitest'
import { relationsIn } from '@/lib/domain/text/engine'
import { readingOf } from '@/lib/domain/text/reading'

/** What is broken in a text: the printed result and what it is held against. */
const brokenIn = (text: string): string[] =>
  relationsIn(readingOf([{ at: 'narrative', text }], 2023)).flatMap(({ holds, certainty, result, operands }) =>
    holds || certainty === 'unclear' ? [] : [[result, ...operands].map(({ written }) => written).join(' ')],
  )

describe('figures that make up the one before or behind them, whatever the words are', () => {
  test.each([
    [
      'a total too small for its largest part',
      '示例局“三公”经费预算合计[43.8→34.8]万元。其中：接待费6.2万元，较上年持平；运行费37.6万元，比上年减少1.4万元。',
    ],
    [
      'a total above a row in brackets',
      '示例中心现有人员[2316→3216]人，其中机关214人（在编160人、聘用54人），示例站2102人（在编902人、聘用1200人）。',
    ],
    [
      'what was done with all, without a word that leads it in',
      '4月份示例热线共受理诉求[3164→1364]件，环比增长2.1%，自行办理2513件，转派651件，按时回复640件。',
    ],
    [
      'a total in a sentence of its own behind its parts',
      '示例镇运行费决算[5.27→2.57]万元；接待费决算1.68万元。示例镇“三公”经费决算总额为6.95万元，与预算持平。',
    ],
    [
      'a second way to split the same total',
      '示例区收入[30572→35072]万元。其中：本级收入21418万元，为预算的56%；上划收入9154万元。分部门看：国税8263万元，地税14718万元，财政7591万元。',
    ],
    [
      'parts that something else is said of, before another total',
      '示例区收入完成[427635→472635]万元，增长6.2%，其中：税收收入完成318247万元，增长4.9%；税收增幅在全市排位第三；非税收入完成109388万元，增长11.3%；基金收入完成56412万元，下降3.4%。',
    ],
    [
      'a part that is split again behind 其中',
      '示例市经费决算总额3826万元。分项情况是：出国经费142万元；接待费[1389→1839]万元；用车费2295万元，其中：购置费613万元；运行费1682万元。',
    ],
  ])('%s', (_, text) => {
    const right = text.replace(/\[([^→]+)→[^\]]+\]/g, '$1')
    const wrong = text.replace(/\[[^→]+→([^\]]+)\]/g, '$1')
    expect(brokenIn(right)).toEqual([])
    expect(brokenIn(wrong)).not.toEqual([])
  })

  test('what only might be a row, of figures that are alike by no slip, stays silent', () => {
    expect(brokenIn('示例局受理来信3164件，自行办理1780件，转派412件，另接来访655件。')).toEqual([])
    expect(brokenIn('示例县有林地8,420亩，示例镇3,150亩，示例乡2,960亩。')).toEqual([])
  })
})

describe('shares told alike are of one whole', () => {
  const rows = (share: string): string =>
    `示例平台共受理案卷31746件。按来源分：示例热线17238件，占案卷总数的54.30%；巡查上报13926件，占总数的${share}%；网站举报402件，占总数的1.27%；微信53件，占总数的0.17%；其他来源127件。`
  test('one that comes out otherwise is held against the whole of the others', () => {
    expect(brokenIn(rows('43.87'))).toEqual([])
    expect(brokenIn(rows('48.37'))).toEqual(['48.37% 13926件 31746件'])
  })
})

describe('an amount that is told again', () => {
  const twice = (again: string): string =>
    `示例县完成危房改造312户，发放补助资金438.6万元。\n项目按进度实施，全县实际完成危房改造312户，发放补助资金为438.6万元。\n绩效指标完成情况：最终完成危房改造312户，发放补助资金${again}万元。`
  test('with two digits exchanged', () => {
    expect(brokenIn(twice('438.6'))).toEqual([])
    expect(brokenIn(twice('348.6'))).toEqual(['348.6万元 438.6万元'])
  })
  test('another amount is another amount', () => {
    expect(brokenIn(twice('402.3'))).toEqual([])
  })
})

describe('a share whose whole no name tells', () => {
  const said = (share: string): string =>
    `1-5月，示例区一般公共预算支出74386万元，完成进度过半。其中，民生支出61297万元，占到公共财政支出的${share}%。`
  test('is of the figure before it, where it is one slip from that', () => {
    expect(brokenIn(said('82.40'))).toEqual([])
    expect(brokenIn(said('28.40'))).toEqual(['28.40% 61297万元 74386万元'])
  })
  test('of a plan that is not printed it says nothing', () => {
    expect(brokenIn('示例区收入完成61646万元，其中税务部门完成28684万元，占任务数的58.17%。')).toEqual([])
  })
  test('nothing is divided by nothing', () => {
    expect(brokenIn('示例区支出0万元。其中，民生支出0万元，占公共支出的38.40%；其他支出0万元，占公共支出的0%。')).toEqual([])
  })
})

describe('what stands beside a figure tells how it is printed', () => {
  test('digits that a sentence leaves out are noughts', () => {
    expect(brokenIn('接待费用6万元，接待48批次，同比去年2.05万元增加3.95万元。')).toEqual([])
    expect(brokenIn('接待费用6万元，接待48批次，同比去年2.50万元增加3.95万元。')).not.toEqual([])
  })
  test('a number without a unit is in that of its change', () => {
    expect(brokenIn('示例局接待支出3.06万元，较上年3.18减少0.12万元。')).toEqual([])
    expect(brokenIn('示例局接待支出3.06万元，较上年3.81减少0.12万元。')).not.toEqual([])
  })
})

test('a difference may be called 差值', () => {
  expect(brokenIn('接待费支出3.06万元，年初预算为3.95万元，差值为0.89万元。')).toEqual([])
  expect(brokenIn('接待费支出3.06万元，年初预算为3.95万元，差值为0.98万元。')).not.toEqual([])
})

test('behind a list its total is what is spoken of again', () => {
  const said = (change: string): string =>
    `示例市“三公”经费预算为4417万元。其中，出国费63万元，接待费612万元，用车费3742万元。同口径比2018年减少${change}万元，下降18%。`
  expect(brokenIn(said('970'))).toEqual([])
  expect(brokenIn(said('790'))).not.toEqual([])
})

describe('what is right and only looks wrong', () => {
  test.each([
    '1-6月示例区收入累计完成52,640万元，占年初预算数98,300万元的53.6%，增收4,870万元。',
    '示例热线受理工单640件。位居前三位的工单：甲类214件、乙类96件、丙类58件，占工单总量的57.50%。',
    '2023年第一季度，示例热线话务总数为18,720个，日均208个。',
  ])('%s', (text) => {
    expect(brokenIn(text)).toEqual([])
  })
})
