import { describe, expect, test } from 'vitest'
import { plain } from '@/lib/domain/quantities'
import { readMoney, readNumber, readPercent, readScore } from '@/lib/domain/reading/number-reading'

describe('money, scores and rates', () => {
  const money = (text: string, unit: '万元' | '元' = '万元') => {
    const read = readMoney(text, unit)
    return read.kind === 'number' ? `${plain(read.value)}${read.foreignUnit === true ? '!' : ''}` : read.kind
  }
  test.each([
    ['8,988.68', '8988.68'],
    ['620.82万元', '620.82'],
    ['10万', '10'],
    ['￥1,000', '1000'],
    ['(12.50)', '-12.5'],
    ['-40', '-40'],
    ['6208200元', '620.82!'],
    ['1.2亿元', '12000!'],
    ['50（含结转）', '50'],
    ['0', '0'],
    ['', 'blank'],
    ['/', 'blank'],
    ['无', 'notApplicable'],
    ['7,00.0,77', 'malformed'],
    ['约50', 'malformed'],
    ['50人', 'malformed'],
    ['1e5', 'malformed'],
    ['9'.repeat(100_000), 'malformed'],
  ])('%s in a column of 万元', (text, expected) => {
    expect(money(text)).toBe(expected)
  })

  test('万元 in a column of 元 is converted', () => {
    expect(money('38.766462万元', '元')).toBe('387664.62!')
  })

  test('scores and rates', () => {
    expect(readScore('99.55分')).toMatchObject({ kind: 'number', decimals: 2 })
    expect(readScore('优')).toMatchObject({ kind: 'malformed' })
    expect(readPercent('100 %')).toMatchObject({ kind: 'number', unit: '%' })
    expect(readPercent('#DIV/0!')).toMatchObject({ kind: 'malformed' })
    expect(readNumber('1,363')).toMatchObject({ kind: 'number', decimals: 0 })
  })
})
