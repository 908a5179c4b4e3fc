import { describe, expect, test } from 'vitest'
import { mendScan, NO_SPACE, wasMended } from '@/lib/domain/intake/scan-mistakes'

const read = (text: string): string => mendScan(text).replaceAll(NO_SPACE, '')

describe('what reading a scan makes of numbers', () => {
  test.each([
    ['支出24,362.8O万元', '支出24,362.80万元'],
    ['支出19,l62.80万元', '支出19,162.80万元'],
    ['改造学校l2所', '改造学校12所'],
    ['预算24, 860. 00万元', '预算24,860.00万元'],
    ['满意度9 3.5%', '满意度93.5%'],
    ['编制1，286人', '编制1,286人'],
    ['合格率98。5%', '合格率98.5%'],
  ])('%s', (scanned, meant) => {
    expect(read(scanned)).toBe(meant)
    expect(mendScan(scanned)).toHaveLength(scanned.length)
  })

  test.each([
    'CO2排放下降3%',
    'O3浓度150',
    '分为1，2，3类',
    'PM2.5浓度35',
    'A1级2个',
    '完成3。2023年',
    '1、2.5万元',
    'VOCs 20吨',
    '第3 5个',
  ])('%s stays', (text) => {
    expect(read(text)).toBe(text)
  })

  test('a digit that was a letter is to be looked at', () => {
    expect(wasMended('24,362.8O万元', '24,362.80')).toBe(true)
    expect(wasMended('24,362.80万元', '24,362.80')).toBe(false)
  })
})
