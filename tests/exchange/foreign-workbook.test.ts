import { describe, expect, test } from 'vitest'
import { type Said, understood } from '@/lib/exchange/workbook/foreign/guess'
import { agreed, figuresOf, inOneRow, items, ofDepartments, read, sheet, sideBySide, whose } from '@/tests/support/foreign-tables'

describe('tables of other programs', () => {
  test('items below each other', () =>
    expect(read(items)).toEqual({
      'total/initialBudget': '8900',
      'total/adjustedBudget': '8988.68',
      'total/actualExpenditure': '9016.65',
      'basic/initialBudget': '3000',
      'basic/adjustedBudget': '3100',
      'basic/actualExpenditure': '3105.62',
      'personnel/initialBudget': '2800',
      'personnel/adjustedBudget': '2850',
      'personnel/actualExpenditure': '2860.1',
      'project/initialBudget': '5900',
      'project/adjustedBudget': '5888.68',
      'project/actualExpenditure': '5911.03',
      'closingCarryOver/amount': '58.47',
    }))

  test('two tables side by side, in 元; what is received is not taken for what is spent', () =>
    expect(read(sideBySide)).toEqual({
      'openingCarryOver/amount': '75.12',
      'basic/initialBudget': '3000',
      'basic/actualExpenditure': '3105.62',
      'project/initialBudget': '5900',
      'project/actualExpenditure': '5911.03',
      'total/initialBudget': '8900',
      'total/actualExpenditure': '9016.65',
      'closingCarryOver/amount': '58.47',
    }))

  test('one row with all figures: the sum', () =>
    expect(read(inOneRow)).toEqual({
      'total/actualExpenditure': '9016.65',
      'basic/actualExpenditure': '3105.62',
      'project/actualExpenditure': '5911.03',
    }))

  test('a list of departments: the own row, by its name alone', () => {
    expect(read(ofDepartments)).toEqual({
      'basic/initialBudget': '600',
      'basic/actualExpenditure': '590',
      'project/initialBudget': '400',
      'project/actualExpenditure': '390.5',
      'threePublic/actualExpenditure': '2.5',
    })
    const foreign = understood([ofDepartments], {}, [], { name: '示例镇', code: '102' })
    expect(foreign).toMatchObject({ shape: 'line', meaning: { line: null } })
  })

  test.each(['—', '-', '－', '— —', '/'])(
    'a stroke %s for no amount is no name: nothing is said by it, and the numbers behind it count',
    (stroke) => {
      const dashed = sheet(
        '表',
        ['单位：万元', '', '', ''],
        ['项目', '年初预算数', '调整预算数', '决算数'],
        ['基本支出', stroke, stroke, '300'],
        ['项目支出', stroke, '500', '480'],
        ['公务接待费', stroke, stroke, stroke],
      )
      expect(read(dashed)).toEqual({
        'basic/actualExpenditure': '300',
        'project/adjustedBudget': '500',
        'project/actualExpenditure': '480',
      })
      const line = sheet('表', ['单位：万元', '', ''], ['单位名称', '基本支出', '项目支出'], ['示例街道办事处', stroke, '480'])
      expect(understood([line], { shape: 'line' }, [], whose)).toMatchObject({ lines: [{ index: 2, label: '示例街道办事处' }] })
    },
  )

  test('of several sheets the one that gives most', () =>
    expect(understood([sheet('说明', ['序号', '说明'], ['1', '2']), ofDepartments, items], {}, [], whose)?.sheet.name).toBe('收支'))

  test('a unit that nothing says, or that is said twice, is asked for', () => {
    const silent = sheet('表', ['项目', '年初预算数', '决算数'], ['基本支出', '1', '2'], ['项目支出', '3', '4'])
    expect(understood([silent], {}, [], whose)?.unit).toBeNull()
    const both = sheet('表', ['单位：元', '单位：万元'], ...silent.rows)
    expect(understood([both], {}, [], whose)?.unit).toBeNull()
    expect(figuresOf([silent], agreed(understood([silent], {}, [], whose), '元'))).toMatchObject({ 'basic/actualExpenditure': '0.0002' })
  })

  test('what a person says goes before what was guessed', () => {
    const said = (more: Said) => understood([items, inOneRow], more, [], whose)
    expect(said({ sheet: '支出决算表' })).toMatchObject({ shape: 'line', head: 3 })
    expect(said({ sheet: '支出决算表', shape: 'items' })?.shape).toBe('items')
    expect(said({ head: 900 })?.head).toBe(items.rows.length - 1)
  })
})
