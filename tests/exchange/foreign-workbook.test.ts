import { describe, expect, test } from 'vitest'
import type { ForeignSheet, TableMapping } from '@/lib/exchange/workbook/foreign/foreign-book'
import { type Said, type UnderstoodTable, understood } from '@/lib/exchange/workbook/foreign/guess'
import { mappedCells } from '@/lib/exchange/workbook/foreign/mapped-cells'

const whose = { name: '示例街道办事处', code: '101001' }
const sheet = (name: string, ...rows: string[][]): ForeignSheet => ({ name, rows, notes: {} })

/** What is said of a table once a person has agreed to everything that was guessed. */
function agreed(table: UnderstoodTable | null, unit = table?.unit ?? null): TableMapping {
  if (table === null || unit === null) throw new Error('not understood')
  const base = { sheet: table.sheet.name, head: table.head, unit }
  if (table.shape === 'items') return { ...base, shape: 'items', ...table.meaning }
  if (table.meaning.line === null) throw new Error('no row')
  return { ...base, shape: 'line', columns: table.meaning.columns, line: table.meaning.line }
}

const figuresOf = (sheets: ForeignSheet[], mapping: TableMapping) =>
  Object.fromEntries(mappedCells(sheets, mapping, () => '').cells.map(({ address, text }) => [address.replace('funds/', ''), text]))
const read = (...sheets: ForeignSheet[]) => figuresOf(sheets, agreed(understood(sheets, {}, [], whose)))

const items = sheet(
  '收支',
  ['2023年度部门收支情况表'],
  ['编制单位：示例街道办事处', '', '', '金额单位：万元'],
  ['项目', '年初预算数', '调整后预算数', '决算数', '完成率%'],
  ['本年支出合计', '8,900.00', '8,988.68', '9,016.65', '100.31%'],
  ['其中：基本支出', '3,000', '3,100', '3,105.62', '100.18%'],
  ['　　人员经费', '2,800', '2,850', '2,860.1', ''],
  ['项目支出', '5,900', '5,888.68', '5,911.03', ''],
  ['年末结转和结余', '', '', '58.47', ''],
)

/** Income and expenditure side by side, in 元, with the numbers of rows and columns. */
const sideBySide = sheet(
  'Z01 收入支出决算总表',
  ['收入支出决算总表', '', '', '', '', '', '', ''],
  ['公开01表', '', '', '', '', '', '单位：元', ''],
  ['收入', '收入', '收入', '收入', '支出', '支出', '支出', '支出'],
  ['项目', '行次', '年初预算数', '决算数', '项目', '行次', '年初预算数', '决算数'],
  ['栏次', '', '1', '2', '栏次', '', '3', '4'],
  ['一、一般公共预算财政拨款收入', '1', '88000000', '89000000', '一、基本支出', '31', '30000000.00', '31056200.00'],
  ['二、其他收入', '2', '', '1000000', '二、项目支出', '32', '59000000', '59110300'],
  ['本年收入合计', '3', '88000000', '90000000', '本年支出合计', '33', '89000000', '90166500'],
  ['年初结转和结余', '4', '', '751200', '年末结转和结余', '34', '', '584700'],
  ['总计', '5', '88000000', '90751200', '总计', '35', '89000000', '90751200'],
)

/** The figures in one row, what they are in the columns. */
const inOneRow = sheet(
  '支出决算表',
  ['支出决算表'],
  ['公开03表', '', '', '', '', '单位：万元'],
  ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出'],
  ['栏次', '', '1', '2', '3', '4'],
  ['合计', '合计', '9016.65', '3105.62', '5911.03', ''],
  ['201', '一般公共服务支出', '5000.00', '2000.00', '3000.00', ''],
  ['20103', '政府办公厅（室）及相关机构事务', '4016.65', '1105.62', '2911.03', ''],
)

const ofDepartments = sheet(
  '各单位',
  ['2023年部门预算执行情况（单位：万元）', '', '', '', '', '', ''],
  ['单位编码', '单位名称', '基本支出', '基本支出', '项目支出', '项目支出', '三公经费'],
  ['单位编码', '单位名称', '年初预算', '执行数', '年初预算', '执行数', '执行数'],
  ['101', '示例主管局', '900', '880', '700', '650', '3'],
  ['101001', '示例街道办事处', '600', '590', '400', '390.5', '2.5'],
  ['101002', '示例街道办事处服务中心', '60', '59', '40', '39', '0'],
  ['', '合计', '1560', '1529', '1140', '1079.5', '5.5'],
)

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

  test.each(['—', '-', '－', '— —', '/'])('a stroke %s for no amount is no name: nothing is said by it, and the numbers behind it count', (stroke) => {
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
  })

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

describe('what was said before', () => {
  const known: TableMapping = {
    shape: 'items',
    sheet: '收支',
    head: 2,
    unit: '万元',
    columns: { 决算数: 'actualExpenditure' },
    rows: { 年末结转和结余: 'openingCarryOver' },
  }
  test('is meant again where the table has the same headings, and nothing else is', () => {
    const table = understood([inOneRow, items], {}, [known], whose)
    expect(table).toMatchObject({ known: true, sheet: { name: '收支' } })
    expect(table?.meaning).toEqual({ columns: known.columns, rows: known.rows })
  })

  test('does not lead astray a table of other headings', () => {
    const other = { ...known, columns: { 其他: 'actualExpenditure' } } as const
    expect(understood([items], {}, [other], whose)).toMatchObject({ known: false, meaning: { columns: { 决算数: 'actualExpenditure' } } })
    expect(understood([inOneRow], {}, [known], whose)).toMatchObject({ known: false, shape: 'line' })
  })

  test('of two cells that are the same figure the first counts, and the other is told by its place', () => {
    const twice = { ...known, rows: { 本年支出合计: 'total', 项目支出: 'total' } } as const
    const { cells, troubles } = mappedCells([items], twice, () => '1')
    expect(cells).toMatchObject([{ address: 'funds/total/actualExpenditure', place: '收支!D4', text: '9016.65', written: '1' }])
    expect(troubles).toEqual([{ code: 'namedTwice', place: '收支!D7', before: '收支!D4', now: '5,911.03' }])
  })

  test('names that a language knows are names as any other', () => {
    const odd = sheet('表', ['单位：元'], ['项目', 'constructor', '决算数'], ['toString', '1', '2'], ['基本支出', '3', '4'])
    const mapping = agreed(understood([odd], {}, [], whose))
    expect(figuresOf([odd], mapping)).toEqual({ 'basic/actualExpenditure': '0.0004' })
    expect(figuresOf([odd], { shape: 'line', sheet: '表', head: 1, unit: '元', columns: {}, line: 2 })).toEqual({})
  })

  test('names nothing where the sheet is gone, or a cell is empty', () => {
    expect(mappedCells([inOneRow], known, () => '').cells).toEqual([])
    expect(mappedCells([items], { ...known, columns: { '完成率%': 'initialBudget' } }, () => '').cells).toEqual([])
  })
})
