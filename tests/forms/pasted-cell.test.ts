import { describe, expect, test } from 'vitest'
import { fitCell, withUnitSaid } from '@/lib/forms/cells/pasted-cell'

const MONEY = 'funds/total/initialBudget'

describe('a pasted text in its cell', () => {
  test.each([
    [MONEY, '1,234.50', '1,234.50'],
    [MONEY, ' １２３ ', '１２３'],
    [MONEY, '12.5万元', '12.5万元'],
    ['indicators/x/coefficient', '85 %', '85 %'],
    ['indicators/x/target', '≥95', '≥95'],
    ['indicators/x/target', '=0起', '=0起'],
    ['indicators/x/name', '参与\n人次', '参与 人次'],
    ['indicators/x/deviationReason', '一\n二', '一\n二'],
    ['indicators/x/maxScore', '', ''],
  ])('%s %j', (address, written, text) => expect(fitCell(address, written)).toEqual({ kind: 'fits', text }))

  test.each([
    ['=8000+988.68', '8988.68', '=8000+988.68 = 8988.68'],
    ['＝1,000×2', '2000', '＝1,000×2 = 2000'],
    ['=(1+2)/4', '0.75', '=(1+2)/4 = 0.75'],
    ['=1/3', '0.333333', null],
  ])('a sum is worked out: %s', (written, text, note) => {
    expect(fitCell(MONEY, written)).toMatchObject({ kind: 'fits', text, ...(note === null ? {} : { note }) })
  })

  test.each([
    [['预算金额（元）'], '89,886,800', '89,886,800元'],
    [['预算金额(单位：元)'], '１２３', '１２３元'],
    [['预算金额', '部门项目表', '单位：元'], '500', '500元'],
    [['预算金额（亿元）', '单位：元'], '1.2', '1.2亿元'],
    [['预算金额（万元）', '单位：元'], '500', '500'],
    [['预算金额'], '500', '500'],
    [['单位成本（元/人）'], '500', '500'],
    [['单位：元件厂'], '500', '500'],
    [['预算金额（元）'], '12万元', '12万元'],
    [['预算金额（元）'], '0', '0'],
    [['预算金额（元）'], '', ''],
    [['预算金额（元）'], '待定', '待定'],
  ])('under %j an amount without a unit is in the one that is said: %s', (said, text, read) => {
    expect(withUnitSaid(MONEY, text, said)).toBe(read)
    expect(withUnitSaid('indicators/x/maxScore', text, said)).toBe(text)
  })

  test('where amounts are filled in in 元 those under 万元 are asked for', () => {
    expect(withUnitSaid(MONEY, '500', ['预算金额（元）'], '元')).toBe('500')
    expect(fitCell(MONEY, withUnitSaid(MONEY, '500', ['预算金额（万元）'], '元'), '元')).toMatchObject({
      kind: 'asks',
      text: '5,000,000.00',
    })
  })

  test('元 are asked for, exactly converted', () => {
    expect(fitCell(MONEY, '89,886,800元')).toEqual({ kind: 'asks', text: '8988.68', note: '89,886,800元 = 8988.68 万元' })
  })

  test.each([
    ['1.2亿元', '12000'],
    ['2亿', '20000'],
    ['５千元', '0.5'],
    ['3百万元', '300'],
  ])('so is any other unit of money: %s', (written, text) => {
    expect(fitCell(MONEY, written)).toEqual({ kind: 'asks', text, note: `${written} = ${text} 万元` })
  })

  test('and where amounts are filled in in 元', () => {
    expect(fitCell(MONEY, '1.2亿元', '元')).toEqual({ kind: 'asks', text: '120,000,000.00', note: '1.2亿元 = 120,000,000.00 元' })
    expect(fitCell(MONEY, '0.0000001亿元', '元')).toMatchObject({ kind: 'asks', text: '10.00' })
    expect(fitCell(MONEY, '0.00000000001亿元', '元')).toEqual({ kind: 'refused', why: '金额以元计最多两位小数。' })
  })

  test('万元整 is 万元', () => expect(fitCell(MONEY, '100万元整')).toEqual({ kind: 'fits', text: '100万元整' }))

  test.each([
    [MONEY, 'abc'],
    [MONEY, '=1/0+1'],
    [MONEY, '=年初预算数+1'],
    [MONEY, '0.001元'],
    ['indicators/x/maxScore', '=200+1'],
    ['nowhere/x/y', '1'],
  ])('what the cell cannot hold is refused with a reason: %s %s', (address, written) => {
    expect(fitCell(address, written)).toMatchObject({ kind: 'refused', why: expect.stringMatching(/。$/) })
  })
})
