import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain, quantity } from '@/lib/domain/quantities'
import { type CellContext, type CellReading, readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { readNumber } from '@/lib/domain/reading/number-reading'

const plainContext: CellContext = { dimension: '产出指标', group: '数量指标', name: '示例指标', unit: '' }

/** A reading in one line: operator, ~ for approximate, value and unit. */
function line(reading: CellReading): string {
  switch (reading.kind) {
    case 'number':
      return `${reading.operator ?? ''}${reading.approximate ? '~' : ''}${plain(reading.value)}${reading.unit}`
    case 'range':
      return `${plain(reading.from)}…${plain(reading.to)}${reading.unit}`
    case 'date':
      return `${reading.year ?? '----'} ${reading.from}…${reading.to}${reading.before ? ' before' : ''}`
    case 'notApplicable':
      return `n/a ${reading.reason}`
    case 'unreadable':
      return `? ${reading.hint}`
    case 'words':
    case 'yesNo':
      return `“${reading.text}”`
    case 'blank':
      return ''
  }
}
const target = (text: string, context: Partial<CellContext> = {}) => line(readTarget(text, { ...plainContext, ...context }))
const actual = (text: string, context: Partial<CellContext> = {}) => line(readActual(text, { ...plainContext, ...context }))

describe('a number with its operator and unit', () => {
  test.each([
    ['2370人', '2370人'],
    ['14.8万元', '14.8万元'],
    ['100.00%', '100%'],
    ['１００％', '100%'],
    ['1,234.50个', '1234.5个'],
    ['１，２３４．５０', '1234.5'],
    ['≥50个', '>=50个'],
    ['≧735人次', '>=735人次'],
    ['>=50', '>=50'],
    ['＞＝50', '>=50'],
    ['≥ 95 %', '>=95%'],
    ['≥100百分比', '>=100%'],
    ['═100%', '=100%'],
    ['＝6万元', '=6万元'],
    ['<=5300元/户', '<=5300元/户'],
    ['≤0.9‰', '<=0.9‰'],
    ['＜3次', '<3次'],
    ['不少于12种', '>=12种'],
    ['不得低于85分', '>=85分'],
    ['至少3次', '>=3次'],
    ['大于90%', '>90%'],
    ['大于或等于90%', '>=90%'],
    ['达到8%以上', '>=8%'],
    ['95%（含）以上', '>=95%'],
    ['80%及以上', '>=80%'],
    ['小于0.9‰', '<0.9‰'],
    ['不超过30万元', '<=30万元'],
    ['控制在5%以内', '<=5%'],
    ['24小时内', '<=24小时'],
    ['5%以下', '<=5%'],
    ['大于≥95%', '>=95%'],
    ['超过280人', '>280人'],
    ['200余人', '>200人'],
    ['10余万元', '>10万元'],
    ['1万余人次', '>1万人次'],
    ['85%左右', '~85%'],
    ['约300人', '~300人'],
    ['100+', '>=100'],
    ['满意度≥95%', '>=95%'],
    ['覆盖率达到100%', '100%'],
    ['培训不少于200人', '>=200人'],
    ['新装路灯100盏', '100盏'],
    ['举办5期', '5期'],
    ['100%覆盖', '100%'],
    ['100%（25家）', '100%'],
    ['3个村', '3个'],
    ['25TB', '25TB'],
    ['≥2000m2', '>=2000㎡'],
    ['120元/人·月', '120元/人·月'],
    ['每年不少于4次', '>=4次'],
    ['两次', '2次'],
    ['十二个', '12个'],
    ['百分之九十五', '95%'],
    ['千分之三', '3‰'],
    ['零事故', '0'],
    ['-5%', '-5%'],
    ['（≥95%）', '>=95%'],
  ])('%s', (text, expected) => {
    expect(target(text)).toBe(expected)
    expect(actual(text)).toBe(expected)
  })

  test('a growth knows its direction', () => {
    expect(readTarget('同比增长≥5%', plainContext)).toMatchObject({ kind: 'number', direction: 'up' })
    expect(readActual('较上年下降3%', plainContext)).toMatchObject({ kind: 'number', direction: 'down' })
  })

  test.each([
    ['90%-95%', '90…95%'],
    ['5～10个', '5…10个'],
    ['15至20个', '15…20个'],
    ['1,000—1,200人', '1000…1200人'],
  ])('the range %s', (text, expected) => {
    expect(target(text)).toBe(expected)
  })
})

describe('dates and deadlines', () => {
  test.each([
    ['11月底前', '---- 11-21…11-30'],
    ['9月前', '---- 09-01…09-30 before'],
    ['2023年12月', '2023 12-01…12-31'],
    ['2023年12月31日前', '2023 12-31…12-31'],
    ['2021年12月完成', '2021 12-01…12-31'],
    ['12月底之前完成', '---- 12-21…12-31'],
    ['2021年底', '2021 12-21…12-31'],
    ['2024年2月29日', '2024 02-29…02-29'],
    ['2023年2月底', '2023 02-21…02-28'],
    ['2024年2月底', '2024 02-21…02-29'],
    ['2月底', '---- 02-21…02-29'],
    ['2023年12⽉底前', '2023 12-21…12-31'],
    ['2023.12.31', '2023 12-31…12-31'],
    ['2023-10-08', '2023 10-08…10-08'],
    ['第三季度', '---- 07-01…09-30'],
    ['上半年', '---- 01-01…06-30'],
    ['10月', '---- 10-01…10-31'],
    ['2023年', '2023 01-01…12-31'],
  ])('%s', (text, expected) => {
    expect(target(text)).toBe(expected)
  })

  test('2023.12 is a month only where the indicator is about time', () => {
    expect(target('2023.12')).toBe('2023.12')
    expect(target('2023.12', { group: '时效指标' })).toBe('2023 12-01…12-31')
  })

  test.each(['2月30日', '2023年13月5日', '每月10日前', '1-12月', '2022-2023年', '3个月'])('%s is no date', (text) => {
    expect(readTarget(text, plainContext).kind).not.toBe('date')
  })
})

describe('what is not a number', () => {
  test.each(['', ' ', '—', '-', '——', '/', '／', '\\', '……', '未填'])('%o is 未填', (text) => {
    expect(actual(text)).toBe('')
  })

  test.each([
    ['不适用', 'n/a '],
    ['N/A', 'n/a '],
    ['无（没有轮换、动用库存）', 'n/a 没有轮换、动用库存'],
    ['不适用：本年未开展', 'n/a 本年未开展'],
  ])('%s is 不适用', (text, expected) => {
    expect(actual(text)).toBe(expected)
  })

  test.each([
    '效果明显',
    '通过',
    '达成预期指标',
    '全年未发生',
    '目标1-4',
    '完成1部宣传片,2套方案',
    '优100% 良90% 中85% 差85%',
    '1.培训2次；2.检查3次',
    '三公经费',
    '一般',
    '二级以上',
    '4A级',
    '第3名',
    '前10位',
    'V2.0',
    '3:1',
    '3次未完成',
    '定性 优良中低差',
    '无',
  ])('%s is words', (text) => {
    expect(actual(text)).toMatch(/^“/)
  })

  test.each([
    ['1O', '? letterForDigit'],
    ['l0个', '? letterForDigit'],
    ['1O0%', '? letterForDigit'],
    ['7,00.0,77', '? malformedNumber'],
    ['12..5', '? malformedNumber'],
    ['1,23', '? malformedNumber'],
    ['≥', '? operatorAlone'],
    ['≥≤5', '? contradictoryOperators'],
    ['≥5个；≥3场', '? severalParts'],
    ['≥**平方米', '? placeholder'],
    ['XX', '? placeholder'],
    ['9'.repeat(400), '? tooLong'],
  ])('%s cannot be read', (text, expected) => {
    expect(target(text)).toBe(expected)
  })
})

describe('columns of the form', () => {
  test('operator and unit come from their columns', () => {
    expect(target('100', { operator: '＝', unit: '%' })).toBe('=100%')
    expect(target('0.9', { operator: '≤', unit: '‰' })).toBe('<=0.9‰')
    expect(target('30', { operator: '反向指标', unit: '万元' })).toBe('<=30万元')
    expect(actual('93', { operator: '≥', unit: '%' })).toBe('93%')
  })

  test('定性 makes words of any target', () => {
    expect(target('100', { operator: '定性' })).toBe('“100”')
  })

  test('an operator in the cell goes with that of the column, unless they contradict each other', () => {
    expect(target('>95%', { operator: '≥' })).toBe('>=95%')
    expect(target('≤95%', { operator: '≥' })).toBe('? contradictoryOperators')
  })

  test('10万 in a column of 万元 is ten of them', () => {
    expect(target('10万', { unit: '万元' })).toBe('10万元')
  })
})

describe('whatever is typed', () => {
  const digits = fc.tuple(fc.nat(999_999), fc.nat(99)).map(([whole, cents]) => `${whole}.${`${cents}`.padStart(2, '0')}`)
  const separated = (text: string) => text.replace(/\B(?=(\d{3})+\.)/g, ',')
  const wide = (text: string) =>
    [...text].map((sign) => (sign > ' ' && sign <= '~' ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign)).join('')

  test('separators, full width and spaces do not change a number', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom('%', '个', '万元', '人次', ''), (number, unit) => {
        const expected = target(`${number}${unit}`)
        for (const written of [separated(number), wide(number), wide(separated(number)), ` ${number} `])
          expect(target(`${written}${unit}`)).toBe(expected)
      }),
    )
  })

  test('a number that is read is the number that was written', () => {
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom('≥', '不少于', '约', '', '达到'),
        fc.constantFrom('%', '个', '亩', ''),
        (number, before, unit) => {
          const read = readTarget(`${before}${number}${unit}`, plainContext)
          expect(read).toMatchObject({ kind: 'number', unit })
          if (read.kind === 'number') expect(plain(read.value)).toBe(plain(quantity(number)))
        },
      ),
    )
  })

  test('no text makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => {
        expect(typeof line(readTarget(text, plainContext))).toBe('string')
        expect(readNumber(text).kind).toBeTypeOf('string')
      }),
      { numRuns: 500 },
    )
  }, 30_000)
})
