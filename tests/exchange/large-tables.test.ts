import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { foreignSheets } from '@/lib/exchange/workbook/foreign/foreign-sheets'
import { readBook } from '@/lib/exchange/workbook/read-book'

const tooLarge = { ok: false, error: { at: '', code: 'largeTables' } }
const table = [
  ['项目', '决算数'],
  ['基本支出', 1],
  ['项目支出', 2],
]

describe('tables that are too large to be kept', () => {
  test('a list of more departments than can be kept', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => [`示例单位${at}`, at + 1])
    expect(await readBook(await writeXlsx({ sheets: [{ name: '各单位', rows: [['单位名称', '决算数'], ...rows] }] }))).toEqual(tooLarge)
  })

  test('few cells, with very many empty places before them', () => {
    const far = Array.from({ length: 1_000 }, () => [...Array.from({ length: 400 }, () => null), '示例', 1])
    expect(foreignSheets([{ name: '远', rows: far }])).toBeNull()
  })

  test('empty places behind the last text are not kept, and do not count', () => {
    const wide = table.map((row) => [...row, ...Array.from({ length: 600 }, () => null)])
    const empty = Array.from({ length: 1_000 }, () => Array.from({ length: 602 }, () => null))
    const kept = foreignSheets([{ name: '宽', rows: [...wide, ...empty] }])
    expect(kept?.[0]?.rows.slice(0, 4)).toEqual([['项目', '决算数'], ['基本支出', '1'], ['项目支出', '2'], []])
  })
})
