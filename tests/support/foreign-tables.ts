import type { ForeignSheet, TableMapping } from '@/lib/exchange/workbook/foreign/foreign-book'
import { type UnderstoodTable, understood } from '@/lib/exchange/workbook/foreign/guess'
import { mappedCells } from '@/lib/exchange/workbook/foreign/mapped-cells'

/** Tables as other programs have them. */

export const whose = { name: '示例街道办事处', code: '101001' }
export const sheet = (name: string, ...rows: string[][]): ForeignSheet => ({ name, rows, notes: {} })

/** What is said of a table once a person has agreed to everything that was guessed. */
export function agreed(table: UnderstoodTable | null, unit = table?.unit ?? null): TableMapping {
  if (table === null || unit === null) throw new Error('not understood')
  const base = { sheet: table.sheet.name, head: table.head, unit }
  if (table.shape === 'items') return { ...base, shape: 'items', ...table.meaning }
  if (table.meaning.line === null) throw new Error('no row')
  return { ...base, shape: 'line', columns: table.meaning.columns, line: table.meaning.line }
}

export const figuresOf = (sheets: ForeignSheet[], mapping: TableMapping) =>
  Object.fromEntries(mappedCells(sheets, mapping, () => '').cells.map(({ address, text }) => [address.replace('funds/', ''), text]))
export const read = (...sheets: ForeignSheet[]) => figuresOf(sheets, agreed(understood(sheets, {}, [], whose)))

export const items = sheet(
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
export const sideBySide = sheet(
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
export const inOneRow = sheet(
  '支出决算表',
  ['支出决算表'],
  ['公开03表', '', '', '', '', '单位：万元'],
  ['科目编码', '科目名称', '本年支出合计', '基本支出', '项目支出', '上缴上级支出'],
  ['栏次', '', '1', '2', '3', '4'],
  ['合计', '合计', '9016.65', '3105.62', '5911.03', ''],
  ['201', '一般公共服务支出', '5000.00', '2000.00', '3000.00', ''],
  ['20103', '政府办公厅（室）及相关机构事务', '4016.65', '1105.62', '2911.03', ''],
)

export const ofDepartments = sheet(
  '各单位',
  ['2023年部门预算执行情况（单位：万元）', '', '', '', '', '', ''],
  ['单位编码', '单位名称', '基本支出', '基本支出', '项目支出', '项目支出', '三公经费'],
  ['单位编码', '单位名称', '年初预算', '执行数', '年初预算', '执行数', '执行数'],
  ['101', '示例主管局', '900', '880', '700', '650', '3'],
  ['101001', '示例街道办事处', '600', '590', '400', '390.5', '2.5'],
  ['101002', '示例街道办事处服务中心', '60', '59', '40', '39', '0'],
  ['', '合计', '1560', '1529', '1140', '1079.5', '5.5'],
)
