import { describe, expect, test } from 'vitest'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { plain } from '@/lib/domain/quantities'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { figuresOfDocument } from '@/lib/exchange/figures-of-document'
import { code } from '@/lib/forms/administration/departments'
import { readPastYears } from '@/lib/forms/administration/past-years'
import { readRoster } from '@/lib/forms/administration/roster'
import { day } from '@/lib/forms/administration/rounds'
import { schemeTyped } from '@/lib/forms/administration/scheme-form'
import { loginName } from '@/lib/forms/administration/users'
import { readCellValue } from '@/lib/forms/cells/cells'
import { fitCell } from '@/lib/forms/cells/pasted-cell'
import { writeTsv } from '@/lib/grid/clipboard'
import { htmlTable } from '@/lib/grid/html-table'

/** One list of what people type, paste and bring along, before every reader: what it means does not depend on where it comes in. */

const MONEY = 'funds/total/actualExpenditure'
const NAMED = 'threePublic/actualExpenditure'

const typed = (text: string): string | null => {
  const read = readCellValue(MONEY, text)
  return read.ok ? writeCellValue(read.value) : null
}
const pasted = (text: string): string | null => {
  const fit = fitCell(MONEY, text)
  return fit.kind === 'fits' ? typed(fit.text) : null
}
const listed = (text: string): string | null => {
  const list = readPastYears(
    writeTsv([
      ['单位代码', '年度', '全年执行数'],
      ['101', '2022', text],
    ]),
  )
  if (!list.ok) return null
  const [figure] = list.value.lines[0]?.figures ?? []
  return figure === undefined ? null : writeCellValue(figure.value)
}
const document = (text: string) => ({
  ...({ format: 'hengji.evaluation/1', kind: 'department', department: '示例局', moneyUnit: '万元' } as const),
  figures: [{ name: NAMED, amount: text }],
})
const inDocument = (text: string): string | null => {
  const figure = figuresOfDocument(document(text))?.[NAMED]
  return figure?.state === 'filled' ? plain(figure.value).replace(/0000$/, '') : null
}
const inScheme = (text: string): string | null => {
  const scheme = schemeTyped(JSON.stringify({ dimensions: [{ maxScore: text }] }))
  const read = scheme.ok ? (scheme.value as { dimensions: { maxScore: string }[] }).dimensions[0]?.maxScore : undefined
  return read !== undefined && /^-?\d{1,12}(?:\.\d+)?$/.test(read) ? read : null
}
const readers: Readonly<Record<string, (text: string) => string | null>> = { typed, pasted, listed, inDocument, inScheme }

describe('a number is the same number wherever it comes in', () => {
  const numbers: readonly (readonly [text: string, value: string])[] = [
    ['1234', '1234'],
    ['１２３４', '1234'],
    ['1,234', '1234'],
    ['１，２３４', '1234'],
    ['1 234', '1234'],
    ['1\u00a0234', '1234'],
    ['1\u2009234', '1234'],
    ['1\u202f234', '1234'],
    ['1\u3000234', '1234'],
    ['\u202d1,234\u202c', '1234'],
    ['\ufeff1234\u200b', '1234'],
    ['\t1234\r', '1234'],
    ['1234\u000b', '1234'],
    ['+1234', '1234'],
  ]
  test.each(numbers)('%j', (text, value) => {
    for (const [name, read] of Object.entries(readers)) expect(read(text), name).toBe(value)
  })
})

describe('what is not surely a number is refused wherever it comes in', () => {
  test.each([
    ...['1,23,4', '1,2345', '1e3', '1E+3', '∞', 'NaN', '0x10', '0b1', '1_000', "1'234", '1.2.3', '1.', '.5', '--5', '5-', '1/2', '1、2'],
    // Nothing that parts two numbers joins them, whether it shows or not
    ...['1\t2', '1\n2', '1\r2', '1\u000b2', '1\f2', '1\u001c2', '1\u001e2', '1\u00002', '1\u00072', '1\u00852', '1\u20282', '1\u20632'],
    ...['12 34', '20 21', '1 000 00'],
    // What looks like a digit and is none
    ...['5²', '²5', '5①', '①5', '1½', '५', '٣', '1𝟓', '𝟓', 'Ⅲ', '㈤', '5㎡', '1\u03012', '1\ufe0f2', '5\ud800', '\udc005'],
    ...['#N/A', 'TRUE', '约5', '≥5', '五', '9'.repeat(61), '=5²+1', '=①+1'],
  ])('%j', (text) => {
    for (const [name, read] of Object.entries(readers)) expect(read(text), name).toBeNull()
  })
})

test('the dash between blanks by which spreadsheets show a zero is one wherever it comes in, and a bare dash is 未填', () => {
  for (const read of [typed, pasted, listed]) {
    expect(read(' -   ')).toBe('0')
    expect(read('\u00a0-\u00a0\u00a0\u00a0')).toBe('0')
    expect(read('-')).toBe('')
  }
  const cell = htmlTable(
    "<table><tr><td><span style='mso-spacerun:yes'>&nbsp;</span>-<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span></td></tr></table>",
  )?.[0]?.[0]
  expect(pasted(cell?.text ?? '')).toBe('0')
})

test('a figure of a document that is no number is told of at its place', () => {
  const result = evaluateDocument(document('5²'))
  expect(result.ok && result.line.findings.filter(({ code }) => code === 'F16').map(({ at }) => at)).toEqual(['/figures/0/amount'])
  const fine = evaluateDocument(document('1,234.5'))
  expect(fine.ok && fine.line.findings.filter(({ code }) => code === 'F16')).toEqual([])
})

describe('a code is what was typed', () => {
  test.each([
    ['１０１', '101'],
    ['ａ－１', 'a-1'],
    ['101．２', '101.2'],
    ['\u200b101', '101'],
  ])('%j is %s', (text, value) => {
    expect(code.safeParse(text).data).toBe(value)
    expect(loginName.safeParse(text).data).toBe(value)
  })
  test.each(['101²', '10①', '10㎡', '𝟏01', '101\u00072', '101\u000b2', '1½', '٣01'])('%j is none', (text) => {
    expect(code.safeParse(text).success).toBe(false)
    expect(loginName.safeParse(text).success).toBe(false)
  })
})

describe('a day', () => {
  const days = [
    ...[
      '2024年2月29日',
      '2024 年 2 月 29 日',
      '2024年02月29号',
      '２０２４年２月２９日',
      '2024-2-29',
      '2024/02/29',
      '2024.2.29',
      '20240229',
    ],
    ...['\u202d2024-02-29\u202c', '2024年2⽉29⽇', '2024-02-29\u000b', '2024-02-29 00:00:00', '2024/2/29 0:00', '2024-02-29T00:00:00'],
    ...['2024-02-29T00:00:00.000Z', '二〇二四年二月二十九日', '二○二四年二月二十九日'],
  ]
  test.each(days)('%j', (text) => {
    expect(typedDay(text)).toBe('2024-02-29')
    expect(day.safeParse(text).data).toBe('2024-02-29')
  })
  test.each([
    ...['2023年2月29日', '2024/2/30', '1900-2-29', '2100-2-29', '2024年13月1日', '2024-00-10', '2024-2-0', '24-2-29', '29/2/2024', '45351'],
    ...['2024-2-2⑨', '2024年2月²9日', '2024年2月', '0000-00-00', '9999-12-31', '2024-02-29 13:00', '二〇二三年二月二十九日'],
    ...['二〇二四年十三月一日', '二〇二四年二月百日', '2024\u000b2\u000b29'],
  ])('%j is none', (text) => {
    expect(typedDay(text)).toBeNull()
    expect(day.safeParse(text).success).toBe(false)
  })
})

const typedDay = (text: string): string | null => {
  const read = readCellValue('cover/date', text)
  return read.ok ? writeCellValue(read.value) : null
}

test('a year and a yes are read in full-width signs too, as codes are', () => {
  const list = readPastYears('单位代码\t年度\t全年执行数\n１０１\t２０２２年度\t5')
  expect(list.ok && list.value.lines[0]).toMatchObject({ code: '101', year: 2022 })
  const roster = readRoster('单位代码\t用户名\t姓名\t角色\t含下级\n101\tli\t李\t填报人\tＹ')
  expect(roster.ok && roster.value.lines[0]?.person?.withSubtree).toBe(true)
})
