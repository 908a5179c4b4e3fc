import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { readCellValue } from '@/lib/forms/cells/cells'

/** R17: every number that a person may mean is read as it is meant, or refused at its cell; never joined, never swollen. */
const RUNS = process.env.HENGJI_LONG ? 100_000 : 1_000
const MONEY = 'funds/total/actualExpenditure'

const read = (text: string): string | null => {
  const value = readCellValue(MONEY, text)
  return value.ok ? writeCellValue(value.value) : null
}

const grouped = (digits: string, by: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, by)
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const amount = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }))
const separator = fc.constantFrom('', ',', ' ', '\u00a0', '\u2009', '\u202f', '\u3000')
const around = fc.constantFrom('', ' ', '\u200b', '\u202d', '\ufeff', '\t', '\n')
const currency = fc.constantFrom('', '¥', '￥', '人民币', '￥ ')
const unit = fc.constantFrom('', '万元', ' 万元', '万')

/** What the amount of whole and hundredths stands as. */
const standing = ([whole, hundredths]: [number, number | null]): string =>
  `${whole}${hundredths === null ? '' : `.${`${hundredths}`.padStart(2, '0')}`.replace(/0$/, '')}`

const spelled = ([whole, hundredths]: [number, number | null], by: string): string =>
  `${grouped(`${whole}`, by)}${hundredths === null ? '' : `.${`${hundredths}`.padStart(2, '0')}`}`

test('an amount in any usual spelling is read exactly', () => {
  fc.assert(
    fc.property(amount, separator, around, currency, unit, fc.boolean(), (value, by, edge, sign, behind, wide) => {
      const text = `${sign}${spelled(value, by)}${behind}`
      expect(read(`${edge}${wide ? fullWidth(text) : text}${edge}`)).toBe(standing(value))
    }),
    { numRuns: RUNS },
  )
})

test('two numbers in one cell are never joined', () => {
  const between = fc.constantFrom('\t', '\n', '\r\n', '\r', '\u2028', ' \t ', '\n\n')
  fc.assert(
    fc.property(amount, amount, between, unit, (first, second, gap, behind) => {
      expect(read(`${spelled(first, ',')}${behind}${gap}${spelled(second, ',')}`)).toBeNull()
    }),
    { numRuns: RUNS },
  )
})

test('a space joins whole groups of thousands and nothing else', () => {
  const digits = fc.stringMatching(/^\d{1,7}$/)
  fc.assert(
    fc.property(fc.array(digits, { minLength: 2, maxLength: 4 }), (parts) => {
      const [first = '', ...others] = parts
      const thousands = first.length <= 3 && others.every(({ length }) => length === 3)
      const value = read(parts.join(' '))
      if (thousands) expect(value).toBe(BigInt(parts.join('')).toString())
      else expect(value).toBeNull()
    }),
    { numRuns: RUNS },
  )
})

test('digits of other scripts and raised or circled ones are refused wherever they stand', () => {
  const foreign = fc.constantFrom('²', '³', '₂', '①', '⑩', '½', '٣', '२', '๔', 'Ⅲ', '㈠', '➀')
  fc.assert(
    fc.property(amount, foreign, fc.nat(20), (value, sign, place) => {
      const text = spelled(value, ',')
      const at = place % (text.length + 1)
      expect(read(`${text.slice(0, at)}${sign}${text.slice(at)}`)).toBeNull()
    }),
    { numRuns: RUNS },
  )
})
