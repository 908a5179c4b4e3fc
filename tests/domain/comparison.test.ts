import { describe, expect, test } from 'vitest'
import type { CellContext } from '@/lib/domain/reading/cell-reading'
import { compared, outcome } from '@/tests/support/comparisons'

const cost = { group: '成本指标' }
const time = { group: '时效指标' }
const rate = { name: '合格率' }

describe('numbers', () => {
  test.each<[string, string, string, Partial<CellContext>?]>([
    ['≥95%', '95%', 'met'],
    ['≥95%', '93', 'missed'],
    ['95%', '100', 'met'],
    ['>90%', '90%', 'missed'],
    ['≤3%', '0', 'met'],
    ['≤3%', '3.01%', 'missed'],
    ['<5‰', '0.2%', 'met'],
    ['=8个', '8', 'met'],
    ['=8个', '10', 'met'],
    ['=8个', '7', 'missed'],
    ['100', '1', 'ambiguousShare', { unit: '%' }],
    ['95', '0.96', 'ambiguousShare', { unit: '%' }],
    ['100', '1%', 'missed', { unit: '%' }],
    ['≤5', '0.9', 'met', { unit: '%' }],
    ['8', '0.5', 'missed', { unit: '%' }],
    ['1', '1', 'met', { unit: '%' }],
    ['550', '20', 'missed'],
    ['≥0', '43', 'met'],
    ['20万元', '15万元', 'met', cost],
    ['20万元', '25万元', 'missed', cost],
    ['200万', '195.5万元', 'met', cost],
    ['≤202.6万元', '132.9', 'met', cost],
    ['＝6万元', '5.5万元', 'costEquals', cost],
    ['0起', '0次', 'met'],
    ['0', '1次', 'missed'],
    ['0', '全年未发生', 'met'],
    ['=0件', '无', 'met'],
    ['0起', '未完成', 'wordsForNumber'],
    ['≥2公里', '1500米', 'missed'],
    ['≥1.2亿元', '12,500万元', 'met'],
    ['≥3000元/人、月', '3000元/人·月', 'met'],
    ['200元/亩', '200元', 'met'],
    ['≥4次/年', '4次', 'met'],
    ['22.8', '22.8', 'met', { name: '公猪舍（≥**平方米）' }],
    ['2', '3', 'missed', { name: '投诉（≤**件）' }],
    ['98', '97.5%', 'missed', { name: '出勤率' }],
    ['低于5起', '4起', 'met'],
    ['大于10个', '10个', 'missed'],
    ['至多5人', '6人', 'missed'],
    ['90%以上（含90%）', '90%', 'met'],
    ['100%', '100%及时', 'met'],
    ['3个', '3个（含新增1个）', 'met'],
    ['举办活动10场', '举办活动9场', 'missed'],
    ['百分之百', '100%', 'met'],
    ['95', '96%', 'met', { unit: '％' }],
    ['95', '96%', 'met', { unit: '百分比（%）' }],
    ['10', '12人次', 'met', { unit: '人（次）' }],
    ['300', '280元/人·月', 'met', { ...cost, unit: '元/人•月' }],
    ['90', '91（%）', 'met', { unit: '%' }],
    ['≮90%', '91%', 'met'],
    ['培训人数≥100人', '105人', 'met'],
    ['及时率≥95%', '98%', 'met'],
    ['发生次数为0', '1', 'missed'],
    ['目标值：10个', '完成值：12个', 'met'],
    ['3次', '3次（5月、6月各1次）', 'met'],
    ['120元/人·年', '120元/人/年', 'met', cost],
    ['共计32.1公里', '32.1KM', 'met'],
    ['0起', '未发生。', 'met'],
    ['0起', '未收到投诉', 'met'],
    ['二十次', '二十余次', 'met'],
    ['一千二百人', '1200人', 'met'],
    ['25万人次', '263000', 'met'],
    ['12000', '1.1万', 'missed'],
    ['完成率100%', '100%', 'met'],
    ['95%', '完成率100%', 'met'],
    ['≤12月', '11月', 'met', { ...time, year: 2023 }],
    ['≤2023年12月31日', '2023年12月20日', 'met'],
  ])('%s against %s: %s', (target, actual, expected, context) => {
    expect(outcome(target, actual, context)).toBe(expected)
  })

  test.each<[string, string, string, Partial<CellContext>?]>([
    ['360天', '100%', 'rateForCount'],
    ['100%', '1000件', 'countForRate'],
    ['≥50人', '52户', 'differentUnits'],
    ['100%', '1', 'ambiguousShare'],
    ['95%', '0.96', 'ambiguousShare'],
    ['25万人次', '2630', 'magnitude'],
    ['≥95%', '已完成', 'wordsForNumber'],
    ['增长5%', '下降3%', 'direction'],
    ['10', '9', 'monthCount', { ...time, name: '任务完成时限（月）' }],
    ['11月底前', '100%', 'noDate'],
    ['90%', '85%左右', 'approximate'],
    ['≥95%', '1.02', 'ambiguousShare'],
    ['100', '1', 'ambiguousShare', rate],
    ['≥95', '1', 'ambiguousShare', rate],
    ['1', '98', 'ambiguousShare', { unit: '%' }],
    ['10个', '10个（其中2个未完成）', 'wordsForNumber'],
    ['0起', '未整改', 'wordsForNumber'],
    ['二类以上', '一类', 'qualitative'],
    ['90%', '指标完成率 99.14%', 'otherSubject'],
    ['360天', '完成率100%', 'otherSubject'],
    ['≤5%', '完成率100%', 'otherSubject'],
  ])('%s against %s is left to people: %s', (target, actual, why, context) => {
    expect(outcome(target, actual, context)).toBe(why)
  })

  test('a share without per-cent sign is read where both readings agree', () => {
    expect(outcome('≥0.5%', '1')).toBe('met')
    expect(outcome('1', '100%', rate)).toBe('met')
  })
})

describe('bounds as actual values', () => {
  test.each([
    ['≥280人', '超过280人', 'met'],
    ['>280人', '超过280人', 'met'],
    ['≥300人', '超过280人', 'boundUndecided'],
    ['200', '200余人', 'met'],
    ['≥95%', '95%以上', 'met'],
    ['>95%', '95%以上', 'boundUndecided'],
    ['≤5次', '不足3次', 'met'],
    ['≤5次', '超过5次', 'boundUndecided'],
    ['≥3次', '3-5次', 'met'],
    ['≥4次', '3-5次', 'boundUndecided'],
    ['0次', '不超过2次', 'boundUndecided'],
  ])('%s against %s: %s', (target, actual, expected) => {
    expect(outcome(target, actual)).toBe(expected)
  })
})

describe('ranges as targets', () => {
  test.each([
    ['90%-95%', '93%', 'met'],
    ['90%-95%', '88%', 'missed'],
    ['90%-95%', '98%', 'rangeUndecided'],
    ['≥80%且≤100%', '90%', 'met'],
    ['80%≤X≤100%', '79%', 'missed'],
    ['介于3和5次之间', '4次', 'met'],
  ])('%s against %s: %s', (target, actual, expected) => {
    expect(outcome(target, actual)).toBe(expected)
  })
})

describe('dates', () => {
  test.each<[string, string, string, Partial<CellContext>?]>([
    ['11月底前', '10月', 'met'],
    ['11月底前', '11月', 'met'],
    ['11月底前', '12月', 'missed'],
    ['9月前', '7月', 'met'],
    ['9月前', '9月', 'dateUndecided'],
    ['2023年12月', '2023年10月', 'met'],
    ['2023年6月30日', '2023年7月1日', 'missed'],
    ['12月15日前', '12月', 'dateUndecided'],
    ['11月底前', '2024年1月', 'missed', { year: 2023 }],
    ['2023年底', '2023.12.20', 'met'],
    ['2023年12月31日（含）前', '2023-12-20 00:00:00', 'met'],
    ['三季度末', '2023.9月', 'met'],
    ['三季度末', '2023年10月', 'missed'],
    ['12月底前', '按期完成', 'noDate'],
  ])('%s against %s: %s', (target, actual, expected, context) => {
    expect(outcome(target, actual, { ...time, ...context })).toBe(expected)
  })
})

describe('cells that are not there', () => {
  test('未填, 不适用 and unreadable stay apart', () => {
    expect(compared('', '5')).toEqual({ outcome: 'blank', which: 'target' })
    expect(compared('5', '')).toEqual({ outcome: 'blank', which: 'actual' })
    expect(compared('—', '/')).toEqual({ outcome: 'blank', which: 'both' })
    expect(compared('5', '不适用：停办')).toEqual({ outcome: 'notApplicable', reason: '停办' })
    expect(compared('7,00.0,77', '5')).toEqual({ outcome: 'unreadable', which: 'target', hint: 'malformedNumber' })
  })
})

describe('what else people write', () => {
  const costs = { group: '成本指标' }
  test.each<[string, string, string, Partial<CellContext>?]>([
    // A time below the line is not left out
    ['1次/月', '12次', 'differentUnits'],
    ['≥1期/月', '12期/年', 'differentUnits'],
    ['≥2', '24次', 'differentUnits', { unit: '次/月' }],
    ['3000元/月', '36000元', 'differentUnits', costs],
    ['3000元/月', '36000元/年', 'differentUnits', costs],
    ['300元/人·月', '300元', 'met'],
    ['≥12次/年', '12次', 'met'],
    ['≥1次/月', '3次/季度', 'met'],
    ['≥1次/月', '2次/季度', 'missed'],
    ['1.5吨/天', '1400公斤/天', 'missed'],
    // Not done, partly done, begun
    ['2023年12月31日前', '2023年11月未完成', 'noDate', time],
    ['2023年12月31日前', '2023年12月底尚未验收', 'noDate', time],
    ['2023年12月31日前', '2023年12月部分完成', 'noDate', time],
    ['2023年12月31日前', '2023年11月开工', 'dateUndecided', time],
    ['2023年6月底前开工', '2023年5月开工', 'met', time],
    ['2023年12月31日前', '已于2023年12月25日完成', 'met', time],
    // A day of any month, or behind something, is no number of days
    ['15日前', '20日', 'qualitative', time],
    ['次月10日前', '次月8日', 'qualitative', time],
    ['收到款项后15日', '收到款项后20日', 'qualitative', time],
    ['15日内', '10日', 'met', time],
    // A year before a season is a time
    ['2023年春节前', '2023年春节后', 'qualitative', time],
    ['2023年春季', '2023年秋季', 'qualitative', time],
    // Signs of area and volume, letters, 个 before a unit
    ['25平方千米', '20平方公里', 'missed'],
    ['≥25km2', '24km2', 'missed'],
    ['≥25km2', '25.2km²', 'met'],
    ['≥5000立方米', '5200㎥', 'met'],
    ['≥1.5', '1.6万立方米', 'met', { unit: '万㎥' }],
    ['5Km', '5.2Km', 'met'],
    ['≤55dB', '54分贝', 'met'],
    ['≤35μg/m³', '36微克/立方米', 'missed'],
    ['≥24个小时', '20小时', 'missed'],
    ['3个批次', '3批', 'met'],
    ['24人', '24个人', 'met'],
    ['≥500人（次）', '520人次', 'met'],
    ['500人/次', '500人次', 'met'],
    ['350户', '350户（100%）', 'met'],
    ['≤180/10万', '165.2/10万', 'met'],
    ['三天内', '2天', 'met'],
    ['两周内', '15天', 'missed'],
    ['￥200.5万元', '￥199万元', 'met', costs],
    ['≥100%', '100. 00%', 'met'],
    ['2023.12月底', '2023.11月', 'met', time],
    // 元 in a column of 万元
    ['≤2.79', '27900', 'magnitude', { unit: '万元' }],
    ['≥1.5', '15000', 'magnitude', { unit: '万人次' }],
    ['≥5', '800', 'met', { unit: '万元' }],
  ])('%s answered by %s: %s', (target, actual, expected, context) => {
    expect(outcome(target, actual, { year: 2023, ...context })).toBe(expected)
  })
})
