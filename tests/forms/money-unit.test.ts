import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCellValue } from '@/lib/forms/cells/cells'
import { keptText, yuanText } from '@/lib/forms/cells/money-unit'
import { fitCell } from '@/lib/forms/cells/pasted-cell'
import type { CellView } from '@/lib/forms/saving/cell-view'
import { moneyTexts } from '@/lib/forms/saving/money-texts'
import { refusalInYuan } from '@/lib/messages/refusals'

const MONEY = 'funds/total/adjustedBudget'
const view = (text: string, more: Partial<CellView> = {}): CellView => ({
  text,
  seen: 1,
  label: '',
  state: 'unsaved',
  error: undefined,
  conflict: undefined,
  ...more,
})

describe('an amount in 元', () => {
  test.each([
    ['8988.68', '89,886,800.00'],
    ['8,988.68', '89,886,800.00'],
    ['0.000001', '0.01'],
    ['0', '0.00'],
    ['12.5万元', '125,000.00'],
    ['', ''],
    ['不适用：无此项支出', '不适用：无此项支出'],
    ['一百', '一百'],
    ['1.005元', '1.005'],
  ])('kept as %s it is shown as %s', (kept, shown) => expect(yuanText(kept)).toBe(shown))
  test.each([
    ['89886800', '8988.68'],
    ['89,886,800.00', '8988.68'],
    ['０.０１', '0.000001'],
    ['500元', '0.05'],
    ['12.5万元', '12.5万元'],
    ['', ''],
    ['-', '-'],
    ['不适用：无', '不适用：无'],
    ['1,2', '1,2'],
  ])('typed as %s it is kept as %s', (typed, kept) => expect(keptText(typed)).toBe(kept))
  test.each(['1.005', '0.001', '89886800.123', '1.005元'])('%s is finer than can be kept: refused in its own unit', (typed) => {
    const read = readCellValue(MONEY, keptText(typed))
    expect(read.ok ? '' : refusalInYuan(read.refusal)).toBe('金额以元计最多两位小数。')
  })
  test('whatever is kept comes back as it was', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999_999n }), (cents) => {
        const digits = cents.toString().padStart(3, '0')
        const typed = `${digits.slice(0, -2)}.${digits.slice(-2)}`
        expect(yuanText(keptText(typed)).replaceAll(',', '')).toBe(typed)
      }),
    )
  })
})

describe('cells in the unit of the person', () => {
  const yuan = moneyTexts('元')
  test('what is typed is shown as typed, and what came otherwise as 元', () => {
    expect(yuan.kept(MONEY, '1234.5', '')).toBe('0.12345')
    expect(yuan.shown(MONEY, '0.12345')).toBe('1234.5')
    expect(yuan.shown(MONEY, '2')).toBe('20,000.00')
  })
  test('the amount that stands is no change, however it is spelt', () => expect(yuan.kept(MONEY, '12000', '1.20')).toBe('1.20'))
  test('last year and what is wrong are said in it too', () => {
    const shown = yuan.view(MONEY, view('1.005元', { lastYear: '8,988.68', error: '本表单位为万元，请换算成万元后填写。' }))
    expect(shown).toMatchObject({ text: '1.005', lastYear: '89,886,800.00', error: '金额以元计最多两位小数。' })
  })
  test('counts, names and the other unit are left alone', () => {
    expect(yuan.kept('funds/staffQuota/count', '85', '')).toBe('85')
    expect(yuan.kept('tasks/a1/name', '10000', '')).toBe('10000')
    expect(yuan.kept('tasks/a1/budget', '10000', '')).toBe('1')
    expect(moneyTexts('万元').kept(MONEY, '10000', '')).toBe('10000')
    expect(moneyTexts('万元').view(MONEY, view('8,988.68')).text).toBe('8,988.68')
  })
})

describe('what is pasted where amounts are in 元', () => {
  test.each([
    ['89886800', { kind: 'fits', text: '89886800' }],
    ['89886800元', { kind: 'fits', text: '89886800元' }],
    ['=80000000+9886800', { kind: 'fits', text: '89886800', note: expect.stringContaining('=80000000+9886800') }],
    ['12.5万元', { kind: 'asks', text: '125,000.00', note: '12.5万元 = 125,000.00 元' }],
    ['0.001', { kind: 'refused', why: '金额以元计最多两位小数。' }],
    ['许多', { kind: 'refused', why: expect.stringContaining('单位为元') }],
  ])('%s', (written, fit) => expect(fitCell(MONEY, written, '元')).toEqual(fit))
})
