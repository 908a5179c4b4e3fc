import { describe, expect, test } from 'vitest'
import { fitCell } from '@/lib/forms/pasted-cell'

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

  test('元 are asked for, exactly converted', () => {
    expect(fitCell(MONEY, '89,886,800元')).toEqual({ kind: 'asks', text: '8988.68', note: '89,886,800元 = 8988.68 万元' })
  })

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
