import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { readCellValue } from '@/lib/forms/cells/cells'
import { refusalSentence } from '@/lib/messages/refusals'

const MONEY = 'funds/total/actualExpenditure'
const COUNT = 'funds/staffInPost/count'
const POINTS = 'indicators/a1/maxScore'

/** What stands in the cell after typing; the refusal's code in brackets. */
function typed(address: string, text: string): string {
  const read = readCellValue(address, text)
  return read.ok ? writeCellValue(read.value) : `[${read.refusal.code}]`
}

describe('amounts are typed in 万元 and kept exact', () => {
  test.each([
    ['8988.68', '8988.68'],
    ['8,988.68', '8988.68'],
    ['１，２３４．５０', '1234.5'],
    ['１２３', '123'],
    ['12.5万元', '12.5'],
    ['12.5万', '12.5'],
    [' 6,380.6 ', '6380.6'],
    ['0', '0'],
    ['0.00', '0'],
    ['0.000001', '0.000001'],
    ['123456789.012345', '123456789.012345'],
    ['99999999999999.999999', '99999999999999.999999'],
    ['', ''],
    ['   ', ''],
    ['—', ''],
    ['/', ''],
    ['12 345.67', '12345.67'],
    ['1\u00a0234\u202f567.8', '1234567.8'],
    ['\u202d1,234.56\u202c', '1234.56'],
    ['\u200b1234\ufeff', '1234'],
    ['￥1,234.56', '1234.56'],
    ['¥ 1,234.56', '1234.56'],
    ['人民币1,234.56', '1234.56'],
    [' -   ', '0'],
    ['8, 988.68', '8988.68'],
  ])('%s', (text, kept) => expect(typed(MONEY, text)).toBe(kept))

  test.each([
    ['120\t130', 'several-numbers'],
    ['120\r\n130', 'several-numbers'],
    ['120\u2028130', 'several-numbers'],
    ['1 2', 'several-numbers'],
    ['20 21', 'several-numbers'],
    ['1 0', 'several-numbers'],
    ['12 34 567', 'several-numbers'],
    ['1,234 567', 'several-numbers'],
    ['1234 567', 'several-numbers'],
    ['1234²', 'sign-foreign'],
    ['1,234.56①', 'sign-foreign'],
    ['5①', 'sign-foreign'],
    ['1½', 'sign-foreign'],
    ['12٣', 'sign-foreign'],
    ['12\ud800', 'character-broken'],
  ])('nothing is joined or swollen: %j is refused as %s', (text, code) => {
    for (const address of [MONEY, COUNT, POINTS, 'indicators/a1/coefficient']) expect(typed(address, text)).toBe(`[${code}]`)
  })

  test.each([
    ['0.0000001', 'money-decimals'],
    ['-1', 'money-negative'],
    ['−1', 'money-negative'],
    ['89886800元', 'money-in-yuan'],
    ['1,23', 'money-not-a-number'],
    ['12.5.3', 'money-not-a-number'],
    ['约12', 'money-not-a-number'],
    ['1e3', 'money-not-a-number'],
    ['100000000000000', 'money-too-large'],
    ['9'.repeat(61), 'money-not-a-number'],
  ])('%s is refused as %s', (text, code) => expect(typed(MONEY, text)).toBe(`[${code}]`))

  test.each([
    [COUNT, '12.5', 'count-not-whole'],
    [COUNT, '-3', 'count-not-whole'],
    [COUNT, '12户', 'count-not-whole'],
    [COUNT, '1000000001', 'count-too-large'],
    [POINTS, '100.01', 'points-out-of-range'],
    [POINTS, '-1', 'points-out-of-range'],
    [POINTS, '8.125', 'points-decimals'],
    ['cover/date', '2023年2月29日', 'date-unreadable'],
    ['cover/date', '1948年12月31日', 'date-unreadable'],
  ])('%s: %s is refused as %s', (address, text, code) => expect(typed(address, text)).toBe(`[${code}]`))

  test('whatever amount is written comes back to the last 分', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }), (cents) => {
        const digits = cents.toString().padStart(7, '0')
        const wan = `${digits.slice(0, -6)}.${digits.slice(-6)}`
        const once = typed(MONEY, wan)
        expect(once).not.toContain('[')
        expect(typed(MONEY, once)).toBe(once)
        const [whole = '', fraction = ''] = once.split('.')
        expect(BigInt(`${whole}${fraction.padEnd(6, '0')}`)).toBe(cents)
      }),
    )
  })
})

describe('未填, 不适用 and 0 are three states', () => {
  test.each([
    ['', { kind: 'figure', measure: 'money', figure: null }],
    ['不适用：本年度无此项支出', { kind: 'figure', measure: 'money', figure: { state: 'notApplicable', reason: '本年度无此项支出' } }],
    ['不适用 :本年度无此项支出', { kind: 'figure', measure: 'money', figure: { state: 'notApplicable', reason: '本年度无此项支出' } }],
  ])('%s', (text, value) => expect(readCellValue(MONEY, text)).toEqual({ ok: true, value }))

  test.each([
    ['不适用：无此项支出（已核实）', '无此项支出（已核实）'],
    ['不适用（本年度无此项支出）', '本年度无此项支出'],
    ['不适用：收入（含税）与支出，均无', '收入（含税）与支出，均无'],
    ['不涉及：本单位无此项', '本单位无此项'],
  ])('the reason of “%s” is kept as it was typed', (text, reason) =>
    expect(readCellValue(MONEY, text)).toEqual({
      ok: true,
      value: { kind: 'figure', measure: 'money', figure: { state: 'notApplicable', reason } },
    }),
  )

  test('0 is a filled figure', () => {
    const read = readCellValue(MONEY, '0')
    expect(read).toMatchObject({ ok: true, value: { kind: 'figure', figure: { state: 'filled' } } })
  })

  test.each(['不适用', '不适用：', '不适用： '])('“%s” without a reason is refused', (text) =>
    expect(typed(MONEY, text)).toBe('[reason-missing]'),
  )
})

describe('counts and points', () => {
  test.each([
    [COUNT, '1,234人', '1234'],
    [COUNT, '35', '35'],
    [COUNT, '3.5', '[count-not-whole]'],
    [COUNT, '-3', '[count-not-whole]'],
    [COUNT, '123456789', '[count-too-large]'],
    [POINTS, '10', '10'],
    [POINTS, '12.5分', '12.5'],
    [POINTS, '100', '100'],
    [POINTS, '100.01', '[points-out-of-range]'],
    [POINTS, '-1', '[points-out-of-range]'],
    [POINTS, '9.125', '[points-decimals]'],
    [POINTS, '十', '[points-out-of-range]'],
  ])('%s: %s', (address, text, kept) => expect(typed(address, text)).toBe(kept))
})

describe('得分系数', () => {
  const SHARE = 'indicators/a1/coefficient'
  test.each([
    ['85%', '85%'],
    ['85', '85%'],
    ['９５.５％', '95.5%'],
    ['0.5%', '0.5%'],
    ['0', '0%'],
    ['', ''],
  ])('%s stands as %s', (typed, stands) => {
    const read = readCellValue(SHARE, typed)
    expect(read.ok && writeCellValue(read.value)).toBe(stands)
  })
  test.each([
    ['0.85', 'share-ambiguous'],
    ['1', 'share-ambiguous'],
    ['101%', 'share-out-of-range'],
    ['-1%', 'share-out-of-range'],
    ['八成', 'share-out-of-range'],
    ['12.34567%', 'share-decimals'],
  ])('%s is refused as %s', (typed, code) => {
    expect(readCellValue(SHARE, typed)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('dates', () => {
  test.each([
    ['2024-05-29', '2024-05-29'],
    ['2024-5-9', '2024-05-09'],
    ['2024/5/29', '2024-05-29'],
    ['2024.5.29', '2024-05-29'],
    ['2024年5月29日', '2024-05-29'],
    ['２０２４年５月２９日', '2024-05-29'],
    ['', ''],
    ['2024-02-30', '[date-unreadable]'],
    ['2023-02-29', '[date-unreadable]'],
    ['5月29日', '[date-unreadable]'],
    ['20240529', '2024-05-29'],
    ['2024年12月29日', '2024-12-29'],
    ['2024 年 5 月 29 日', '2024-05-29'],
    ['2024年5月29号', '2024-05-29'],
    ['2024-02-29', '2024-02-29'],
    ['2100-02-29', '[date-unreadable]'],
    ['—', ''],
  ])('%s', (text, kept) => expect(typed('cover/date', text)).toBe(kept))
})

describe('texts', () => {
  test('a line is one line, without blanks around it', () => expect(typed('cover/preparer', '  示例\n 甲 ')).toBe('示例 甲'))
  test('line ends of every system are alike, and control characters go', () =>
    expect(typed('goals/a1/text', '一\r\n二\r三\u0000\u0007')).toBe('一\n二\n三'))
  test('radicals become ideographs and invisible signs go', () =>
    expect(typed('indicators/a1/target', '2023年12⽉底\u200b前')).toBe('2023年12月底前'))
  test('half a character is refused at its cell', () => expect(typed('goals/a1/text', '一\ud83d二')).toBe('[character-broken]'))
  test('references to data stay references', () =>
    expect(readCellValue('goals/a1/text', '得分{{total}}，{不是数据}')).toEqual({
      ok: true,
      value: { kind: 'text', runs: [{ text: '得分' }, { datum: 'total' }, { text: '，{不是数据}' }] },
    }))
  test('too long is refused with both lengths', () => {
    const read = readCellValue('cover/phone', '1'.repeat(41))
    expect(read).toEqual({ ok: false, refusal: { code: 'cell-too-long', facts: { longest: '40', length: '41' } } })
  })
  test('characters outside the basic plane count once', () => expect(typed('cover/phone', '𠮷'.repeat(40))).toBe('𠮷'.repeat(40)))
  test('target and actual are kept as typed', () => {
    expect(typed('indicators/a1/target', '≥ 95%')).toBe('≥ 95%')
    expect(typed('indicators/a1/actual', '超过280人')).toBe('超过280人')
  })
  test('ties name each row once', () => expect(typed('problems/a1/measures', 'b1 b2 b1')).toBe('b1 b2'))
})

test.each(['funds/nothing/amount', 'funds/total/count', 'indicators/A!/name', 'cover/date/x', 'x', '', '__proto__/constructor/x'])(
  'there is no cell %s',
  (address) => expect(typed(address, '1')).toBe('[cell-unknown]'),
)

test('anything typed anywhere is read or refused in Chinese', () => {
  const addresses = [MONEY, COUNT, POINTS, 'cover/date', 'cover/preparer', 'goals/a1/text', 'indicators/a1/target', 'problems/a1/measures']
  fc.assert(
    fc.property(fc.constantFrom(...addresses), fc.string({ unit: 'binary', maxLength: 400 }), (address, text) => {
      const read = readCellValue(address, text)
      if (read.ok) expect(readCellValue(address, writeCellValue(read.value))).toMatchObject({ ok: true })
      else expect(refusalSentence(read.refusal)).toMatch(/\p{Script=Han}/u)
    }),
  )
}, 30_000)

describe('references in a text', () => {
  const TEXT = 'narrative/a1/text'
  test('a name that stands for no data is refused by its name', () => {
    expect(readCellValue(TEXT, '总分 {{total}} 分，另有 {{foo}}')).toEqual({
      ok: false,
      refusal: { code: 'datum-unknown', facts: { name: 'foo' } },
    })
  })
  test('a name that objects have of themselves stands for no data', () => {
    const read = readCellValue(TEXT, '{{constructor}}')
    expect(read.ok ? '' : refusalSentence(read.refusal)).toContain('没有名为“constructor”的数据')
  })
  test('where texts are printed as they stand none is taken', () =>
    expect(typed('indicators/a1/deviationReason', '总分 {{total}} 分')).toBe('[datum-not-here]'))
  test.each(['总分 {{total}} 分', '单个花括号 {foo}', '没有名称 {{'])('%s is taken', (text) => {
    expect(readCellValue(TEXT, text).ok).toBe(true)
  })
})
