import { describe, expect, test } from 'vitest'
import type { TableMapping } from '@/lib/exchange/workbook/foreign/foreign-book'
import { type Said, saidBefore, understood } from '@/lib/exchange/workbook/foreign/guess'
import { mappedCells } from '@/lib/exchange/workbook/foreign/mapped-cells'
import { agreed, figuresOf, inOneRow, items, ofDepartments, sheet, whose } from '@/tests/support/foreign-tables'

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
    expect(table).toMatchObject({ known, sheet: { name: '收支' } })
    expect(table?.meaning).toEqual({ columns: known.columns, rows: known.rows })
  })

  test('does not lead astray a table of other headings', () => {
    const other = { ...known, columns: { 其他: 'actualExpenditure' } } as const
    expect(understood([items], {}, [other], whose)).toMatchObject({ known: null, meaning: { columns: { 决算数: 'actualExpenditure' } } })
    expect(understood([inOneRow], {}, [known], whose)).toMatchObject({ known: null, shape: 'line' })
  })

  // Two rows of headings that numbers stand in as well: nobody but a person sees where they end
  const corrected = sheet(
    '2022年表',
    ['单位：万元', '', '', ''],
    ['说明', '1 月', '2022', '3'],
    ['项目', '年初预算数', '决算数', ''],
    ['基本支出', '5', '4', ''],
    ['项目支出', '3', '2', ''],
  )
  const byHand: TableMapping = { ...known, sheet: '2022年表', rows: { 基本支出: 'basic' } }

  test('is found where a person said the headings end, though something else seems so', () => {
    expect(understood([corrected], {}, [], whose)?.head).toBe(0)
    expect(understood([corrected], {}, [byHand], whose)).toMatchObject({ known: byHand, head: 2, meaning: { rows: byHand.rows } })
    expect(understood([corrected], { head: 1 }, [byHand], whose)).toMatchObject({ known: null, head: 1 })
  })

  test('of two sheets with the same headings the one is meant that was meant before, also in another year', () => {
    const other = { ...corrected, name: '另表', rows: [...corrected.rows, ['人员经费', '1', '1', '']] }
    const next = { ...corrected, name: '2023年表' }
    expect(understood([other, next], {}, [byHand], whose)?.sheet.name).toBe('2023年表')
  })

  test('a unit goes before what the sheet says only where a person knew better', () => {
    const inYuan = understood([corrected], {}, [{ ...byHand, unit: '元' }], whose)
    expect(inYuan).toMatchObject({ unit: '万元', unitThere: '万元' })
    const better = understood([corrected], {}, [{ ...byHand, unit: '元', corrected: true }], whose)
    expect(better).toMatchObject({ unit: '元', unitThere: '万元' })
  })

  test('of this very workbook counts in everything of which nothing else is said', () => {
    const mapping: TableMapping = {
      shape: 'line',
      sheet: '各单位',
      head: 2,
      unit: '元',
      columns: { '基本支出／执行数': 'basic/actualExpenditure' },
      line: 5,
    }
    const again = (said: Said) => understood([items, ofDepartments], saidBefore(said, mapping), [mapping], whose)
    expect(again({})).toMatchObject({ sheet: { name: '各单位' }, head: 2, shape: 'line', unit: '元', known: mapping, meaning: { line: 5 } })
    expect(again({ sheet: '收支' })).toMatchObject({ sheet: { name: '收支' }, shape: 'items', unit: '万元', known: null })
    expect(again({ sheet: '各单位', shape: 'items' })).toMatchObject({ shape: 'items', known: null })
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

  test('a figure that the form does not have is passed over', () => {
    const { cells } = mappedCells([items], agreed(understood([items], {}, [], whose)), (name) => (name.startsWith('total/') ? '' : null))
    expect(cells.map(({ address }) => address)).toEqual(
      ['initialBudget', 'adjustedBudget', 'actualExpenditure'].map((at) => `funds/total/${at}`),
    )
  })

  test('names nothing where the sheet is gone, or a cell is empty', () => {
    expect(mappedCells([inOneRow], known, () => '').cells).toEqual([])
    expect(mappedCells([items], { ...known, columns: { '完成率%': 'initialBudget' } }, () => '').cells).toEqual([])
  })
})
