import { expect, test } from 'vitest'
import { projectInFormB } from '@/tests/support/project-form-b'
import { papersOf } from './sample'
import { pdfOf, textOf, typesetting } from './typeset'

typesetting()

const tables = papersOf(projectInFormB()).table.flatMap((one) => (one.kind === 'table' ? [one.table] : []))
const rows = tables.flatMap((table) => table.rows.map((row) => row.map(({ text }) => text)))

test('form B prints its own parts in its own order', () => {
  expect(tables.map(({ caption }) => caption)).toEqual([
    '项目基本信息',
    '项目基本情况',
    '预算执行情况（10分）',
    '绩效指标（90分）',
    '评价结论及问题',
    '填报责任人',
  ])
})

test('only the total has a rate, points and a reason; each part of a target has its column', () => {
  expect(rows).toContainEqual(['总额', '100.00', '120.00', '90.00', '75.00%', '10', '7.50', '汛期停工，资金结转。'])
  expect(rows).toContainEqual(['财政资金', '', '110.00', '', '/', '/', '/', '/'])
  expect(rows).toContainEqual(expect.arrayContaining(['整治里程', '≥', '3', '公里', '2', '90', '60.00', '汛期停工']))
  expect(rows).toContainEqual(['合计', '100', '67.50', ''])
})

test('what was done and concluded, with its figures, and who answers for it', () => {
  expect(rows).toContainEqual(['分两期实施，先清淤后砌护。'])
  expect(rows).toContainEqual(['评价结论', '总体完成，自评67.50分。'])
  expect(rows).toContainEqual(['存在问题', '工期偏紧'])
  expect(rows).toContainEqual(['项目负责人', '示例乙', '财务负责人', '示例丙', '填报人', '', '日期', ''])
  expect(rows).toContainEqual(['单位盖章', '', '项目负责人签字', ''])
})

test('it is set as one paper', async () => {
  const { table: _, ...others } = papersOf(projectInFormB())
  const text = (await textOf(await pdfOf({ ...others, table: papersOf(projectInFormB()).table }, 'table'))).join('')
  for (const words of ['项目基本情况', '财政专户管理资金', '评价结论', '财务负责人']) expect(text).toContain(words)
})
