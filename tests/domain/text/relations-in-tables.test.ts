import { expect, test } from 'vitest'
import { codesOfText, printed } from '@/tests/support/findings'

test('the table’s own figures under their everyday names', () => {
  const funds = [{ item: '年度资金总额', role: 'total', adjustedBudget: '320', actualExpenditure: '304' }]
  const indicators = [{ dimension: '效益指标', group: '满意度', name: '用水户满意度', target: '≥90%', actual: '93.5%' }]
  const found = (narrative: string): string[] =>
    printed({ funds, indicators, narrative }).flatMap(({ code }) => (code === 'T46' ? [code] : []))
  expect(found('项目预算320万元，实际支出304万元，用水户满意度93.50%。')).toEqual([])
  expect(found('项目预算230万元，实际支出304万元。')).toEqual(['T46'])
  expect(found('项目预算320万元，实际支出304万元，用水户满意度95.3%。')).toEqual(['T46'])
  expect(found('项目预算0.032亿元，其中设备购置支出200万元，上年预算230万元。')).toEqual([])
})

test('a table with subtotals: what its columns show to be its order has to hold everywhere', () => {
  const table = (staff: string, food: string, total: string, rate: string): string =>
    [
      '项目 年初预算 全年预算 决算数 执行率',
      `一、基本支出 5,420.00 5,688.40 5,688.40 100.00%`,
      `其中：人员经费 4,960.00 5,214.60 ${staff} 100.00%`,
      '公用经费 460.00 473.80 473.80 100.00%',
      '二、项目支出 780.00 860.00 814.00 94.65%',
      `食品安全监管 520.00 560.00 ${food} 95.00%`,
      `特种设备检验 260.00 300.00 282.00 ${rate}`,
      `合计 6,200.00 6,548.40 ${total} 99.30%`,
    ].join('\n')
  expect(codesOfText(table('5,214.60', '532.00', '6,502.40', '94.00%'))).toEqual([])
  expect(codesOfText(table('5,241.60', '532.00', '6,502.40', '94.00%'))).toContain('T09')
  expect(codesOfText(table('5,214.60', '523.00', '6,502.40', '94.00%'))).toContain('T09')
  expect(codesOfText(table('5,214.60', '532.00', '6,520.40', '94.00%'))).toContain('T09')
  expect(codesOfText(table('5,214.60', '532.00', '6,502.40', '49.00%'))).toEqual(['T34'])
})

test('a table that became lines of text', () => {
  const table = (sum: string, rate: string) =>
    `项目　预算数　执行数　执行率\n文献　320.00　316.80　99.00%\n设备　60.00　51.00　${rate}\n合　计　380.00　${sum}　96.79%`
  expect(codesOfText(table('367.80', '85.00%'))).toEqual([])
  expect(codesOfText(table('376.80', '85.00%'))).toContain('T09')
  expect(codesOfText(table('367.80', '95.50%'))).toEqual(['T34'])
})

test('lines below each other whose sums alone say what is made of what', () => {
  const rows: [string, ...string[]][] = [
    ['基本支出', '268.00', '280.00', '279.20', '99.71'],
    ['人员经费', '240.00', '252.00', '251.60', '99.84'],
    ['公用经费', '28.00', '28.00', '27.60', '98.57'],
    ['项目支出', '150.00', '160.00', '147.20', '92.00'],
    ['合计', '418.00', '440.00', '426.40', '96.91'],
  ]
  const table = (cells: readonly (readonly string[])[], marks: readonly string[] = []): string =>
    ['项目 年初预算 调整预算 决算数 占调整预算%', ...cells.map((row, i) => (marks[i] ?? '') + row.join(' '))].join('\n')
  const oneColumn = rows.map(([name, , , spent = '']) => [name, spent])
  for (const marks of [[], ['', '1.', '2.', ''], ['一、', '1.', '2.', '二、']]) {
    expect(codesOfText(table(rows, marks))).toEqual([])
    expect(codesOfText(table(oneColumn, marks))).toEqual([])
    for (const [i, row] of rows.entries())
      for (const column of [1, 2, 3]) {
        const wrong = rows.map((other, at) => (at === i ? other.with(column, `1${row[column]}`) : other))
        expect(codesOfText(table(wrong, marks)), wrong[i]?.join(' ')).toContain('T09')
      }
  }
  // Parts of which the table names some only
  expect(codesOfText('项目 预算 决算\n基本支出 268.00 279.20\n项目支出 150.00 147.20\n培训项目 20.00 19.00\n合计 418.00 426.40')).toEqual(
    [],
  )
  expect(codesOfText('项目 决算\n基本支出 279.20\n项目支出 147.20\n培训项目 19.00\n合计 426.40')).toEqual([])
  expect(codesOfText('项目 决算\n基本支出 279.20\n项目支出 147.20\n培训项目 19.00\n合计 445.60')).toContain('T09')
  // One that is made of one
  const classes = (staff: string, housing: string): string =>
    `科目 支出\n一般公共服务支出 520.30\n行政运行 ${staff}\n一般事务 120.20\n住房保障支出 42.00\n住房公积金 42.00\n合计 ${housing}`
  expect(codesOfText(classes('400.10', '562.30'))).toEqual([])
  expect(codesOfText(classes('400.10', '652.30'))).toContain('T09')
})
