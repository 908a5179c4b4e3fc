import { describe, expect, test } from 'vitest'
import type { Block } from '@/lib/grid/block'
import { tsvBlock } from '@/lib/grid/clipboard'
import { isClear, layOut, NO_SUCH_ROW, OUT_OF_GRID, type ReadCell } from '@/lib/grid/paste'

const columns = [
  { key: 'dimension', label: '一级指标', spreads: true },
  { key: 'name', label: '三级指标', names: ['指标名称'] },
  { key: 'score', label: '分值' },
]
const shape = { rows: ['1', '2'], columns: ['dimension', 'name', 'score'] }
const read: ReadCell = (row, column, text) =>
  column !== 'score' || /^\d*$/.test(text)
    ? { kind: 'fits', text }
    : text.endsWith('元')
      ? { kind: 'asks', text: '1', note: row ?? '新行' }
      : { kind: 'refused', why: '不是数' }
const lay = (block: Block | string, at = { row: '1', column: 'dimension' }, addsRows = true) =>
  layOut(typeof block === 'string' ? tsvBlock(block) : block, at, { shape, columns, read, addsRows, textOf: () => '' })

describe('laying a block over cells', () => {
  test('from the cell on, making rows behind the last', () => {
    const plan = lay('a\t1\nb\t2\nc\t', { row: '2', column: 'name' })
    expect(plan.cells).toEqual([
      { row: '2', column: 'name', text: 'a' },
      { row: '2', column: 'score', text: '1' },
      { row: 0, column: 'name', text: 'b' },
      { row: 0, column: 'score', text: '2' },
      { row: 1, column: 'name', text: 'c' },
    ])
    expect(plan.newRows).toBe(2)
    expect(isClear(plan)).toBe(true)
  })

  test('what does not fit is named by its cell, and the rest is kept', () => {
    const plan = lay('a\tx\tabc\ty\nb\tz\t5')
    expect(plan.refused).toEqual([
      { row: 1, column: '分值', typed: 'abc', why: '不是数' },
      { row: 1, column: '', typed: 'y', why: OUT_OF_GRID },
    ])
    expect(plan.cells).toHaveLength(5)
    expect(isClear(plan)).toBe(false)
  })

  test('what may be meant otherwise is asked', () => {
    const plan = lay('100元', { row: '1', column: 'score' })
    expect(plan.asked).toEqual([{ row: '1', column: 'score', text: '1', typed: '100元', note: '1' }])
    expect(plan.cells).toEqual([])
  })

  test('where no rows may be added, those beyond the last are named', () => {
    const plan = lay('a\nb\nc', { row: '2', column: 'name' }, false)
    expect(plan.newRows).toBe(0)
    expect(plan.refused.map(({ typed, why }) => [typed, why])).toEqual([
      ['b', OUT_OF_GRID],
      ['c', OUT_OF_GRID],
    ])
  })

  test('an empty cell empties one that is there', () => {
    expect(lay('a\t\t3').cells[1]).toEqual({ row: '1', column: 'name', text: '' })
    expect(lay('').cells).toEqual([{ row: '1', column: 'dimension', text: '' }])
  })
})

describe('a header', () => {
  test('says which column is which, below a title, with units and marks in it', () => {
    const plan = lay('2023年度自评表\n分值（分）\t指标名称：\t备注\n5\ta\tz\n合计\t\t\n6\tb\t', { row: '1', column: 'score' })
    expect(plan.byHeader).toBe(true)
    expect(plan.unknownColumns).toEqual(['备注'])
    expect(plan.sumRows).toBe(1)
    expect(plan.cells).toEqual([
      { row: '1', column: 'score', text: '5' },
      { row: '1', column: 'name', text: 'a' },
      { row: '2', column: 'score', text: '6' },
      { row: '2', column: 'name', text: 'b' },
    ])
    expect(isClear(plan)).toBe(false)
  })

  test('is given to who reads the cells, with what stands above it', () => {
    const said: (readonly string[] | undefined)[] = []
    const reading: typeof read = (row, column, text, above) => {
      said.push(above)
      return read(row, column, text)
    }
    const target = { shape, columns, read: reading, addsRows: true, textOf: () => '' }
    layOut(tsvBlock('自评表\t单位：元\n分值（元）\t指标名称\n5\ta'), { row: '1', column: 'score' }, target)
    layOut(tsvBlock('5\ta'), { row: '1', column: 'score' }, target)
    expect(said).toEqual([['分值（元）', '自评表', '单位：元'], ['指标名称', '自评表', '单位：元'], undefined])
  })

  test('is none where one name happens to stand in a cell', () => {
    expect(lay('分值\tx').byHeader).toBe(false)
  })
})

describe('a block with a header', () => {
  const under = (header: string, standing = '') =>
    layOut(tsvBlock(`${header}\na\t5`), { row: '1', column: 'dimension' }, { shape, columns, read, addsRows: true, textOf: () => standing })

  test('of which everything is known is laid at once', () => {
    expect(isClear(under('三级指标\t分值'))).toBe(true)
  })
  test('is looked at where it has columns that the grid has not, or other things stand where it lies', () => {
    expect(isClear(under('三级指标\t分值\t编号'))).toBe(false)
    expect(under('三级指标\t分值', 'b')).toMatchObject({ overwritten: 2 })
    expect(isClear(under('三级指标\t分值', 'b'))).toBe(false)
  })
})

test('a block lays as many rows as the grid has room for, and says from which on it has none', () => {
  const block = tsvBlock(['a', 'b', 'c', '', 'd'].map((name) => `${name}\t5`).join('\n'))
  const lay = (mostRows?: number) =>
    layOut(
      block,
      { row: '1', column: 'name' },
      {
        shape: { rows: ['1'], columns: ['name', 'score'] },
        columns,
        read,
        addsRows: true,
        textOf: () => '',
        ...(mostRows === undefined ? {} : { mostRows }),
      },
    )
  expect(lay(3)).toMatchObject({ newRows: 2, refused: [{ row: 4, typed: '5', why: '本表最多 3 行，自此行起不填入' }] })
  expect(
    lay(3)
      .cells.filter(({ column }) => column === 'name')
      .map(({ text }) => text),
  ).toEqual(['a', 'b', 'c'])
  expect(isClear(lay(3))).toBe(false)
  expect(lay(5)).toMatchObject({ newRows: 4, refused: [] })
  expect(lay()).toMatchObject({ newRows: 4, refused: [] })
})

describe('a block that names its rows', () => {
  const names: Readonly<Record<string, string>> = { '1': '培训场次', '2': '合格率', '3': '1. 满意度', '4': '' }
  const grid = { rows: Object.keys(names), columns: ['dimension', 'name', 'score'] }
  const byName = (text: string, at: { row: string; column: string }, addsRows = true) =>
    layOut(tsvBlock(text), at, {
      shape: grid,
      columns,
      read,
      addsRows,
      names: { column: 'name', of: (row) => names[row] ?? '' },
      textOf: () => '9',
    })
  const laid = (plan: ReturnType<typeof byName>) => plan.cells.map(({ row, column, text }) => `${row} ${column} ${text}`)

  test('finds them in whatever order, laid at the names or at what is to be filled in', () => {
    const told = '满意度\t3\n培训 场次\t1\n（2）合格率\t2'
    const at = { row: '1', column: 'score' }
    expect(laid(byName(told, at))).toEqual(['3 score 3', '1 score 1', '2 score 2'])
    expect(laid(byName(told, { row: '1', column: 'name' }))).toEqual(laid(byName(told, at)))
    expect(isClear(byName(told, at))).toBe(true)
    expect(byName(told, at)).toMatchObject({ byName: true, newRows: 0, refused: [] })
    expect(laid(byName(`指标名称\t备注\t分值\n${told.replaceAll('\t', '\t甲\t')}`, at))).toEqual(laid(byName(told, at)))
  })

  test('says which names no row has: rows that are made, or that have no place', () => {
    const told = '合格率\t2\n培训场次\t1\n宣传次数\t7'
    const made = byName(told, { row: '1', column: 'name' })
    expect(made).toMatchObject({ newRows: 1, unknownRows: ['宣传次数'] })
    expect(laid(made)).toEqual(['2 score 2', '1 score 1', '0 name 宣传次数', '0 score 7'])
    expect(isClear(made)).toBe(false)
    const kept = byName(told, { row: '1', column: 'score' }, false)
    expect(kept.refused).toEqual([{ row: 3, column: '', typed: '宣传次数', why: NO_SUCH_ROW }])
    expect(laid(kept)).toEqual(['2 score 2', '1 score 1'])
  })

  test('lies where it is put where its names are others, or one alone, or at a row that has none yet', () => {
    for (const [told, row] of [
      ['甲\t1\n乙\t2\n合格率\t3', '1'],
      ['合格率\t3', '1'],
      ['合格率\t3\n培训场次\t1', '4'],
    ] as const)
      expect(byName(told, { row, column: 'name' }).byName).toBe(false)
  })

  test('takes rows of one name in their order', () => {
    const twice: typeof names = { '1': '次数', '2': '次数' }
    const plan = layOut(
      tsvBlock('次数\t1\n次数\t2'),
      { row: '2', column: 'score' },
      {
        shape: { ...grid, rows: ['1', '2'] },
        columns,
        read,
        addsRows: true,
        names: { column: 'name', of: (row) => twice[row] ?? '' },
        textOf: () => '',
      },
    )
    expect(laid(plan)).toEqual(['1 score 1', '2 score 2'])
  })
})

test('a cell merged over rows stands for each of them where the column says so, and nowhere else', () => {
  const merged: Block = [
    [{ text: '产出' }, { text: 'a' }, { text: '5' }],
    [{ text: '产出', merged: 'rows' }, { text: 'b' }, { text: '5', merged: 'rows' }],
  ]
  const plan = lay(merged)
  expect(plan.cells.filter(({ row }) => row === '2')).toEqual([
    { row: '2', column: 'dimension', text: '产出' },
    { row: '2', column: 'name', text: 'b' },
  ])
})
