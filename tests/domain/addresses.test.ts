import { expect, test } from 'vitest'
import {
  type AddressText,
  addressOf,
  cellSpec,
  cellsOfRow,
  cellText,
  columnIn,
  isFigureCell,
  isMarkCell,
  isReviewCell,
  isTie,
  itemAt,
  nameInRow,
  parseAddress,
  placeOf,
  rowAt,
  rowIdAt,
  rowOfCell,
  rowOfPlace,
  rowText,
} from '@/lib/domain/cells/addresses'
import { addressesOf } from '@/lib/domain/evaluation/evaluation-cells'
import { foundingCase } from '@/tests/support/founding-case'

test('every address of an evaluation is read and written back', () => {
  const all = addressesOf(foundingCase())
  expect(all.length).toBeGreaterThan(200)
  for (const text of all) {
    const address = parseAddress(text)
    expect(address && addressOf(address)).toBe(text)
    expect(cellSpec(text)).not.toBeNull()
  }
})

test.each([
  '',
  'funds',
  'funds/total',
  'funds/total/count',
  'funds/total/adjustedBudget/',
  'funds/constructor/amount',
  'cover/',
  'cover/phone/',
  'cover/constructor',
  'goals/text',
  'goals//text',
  'goals/row1/name',
  'goals/row1/constructor',
  'goals/row1/text/more',
  'goals/Row1/text',
  `goals/${'a'.repeat(41)}/text`,
  'toString/row1/text',
])('“%s” is no address', (text) => {
  expect(parseAddress(text)).toBeNull()
  expect(cellSpec(text)).toBeNull()
})

test('a place is a cell, a row, an item of figures, or a name', () => {
  expect(placeOf('indicators/row1/actual')).toEqual({ kind: 'cell', address: { part: 'indicators', row: 'row1', column: 'actual' } })
  expect(placeOf('indicators/row1/former')).toEqual({ kind: 'row', list: 'indicators', row: 'row1' })
  expect(placeOf('funds/total')).toEqual({ kind: 'figures', item: 'total' })
  expect(placeOf('taskOverview')).toEqual({ kind: 'name', name: 'taskOverview' })
  expect(rowOfPlace(placeOf('tasks/row1/name'))).toEqual({ list: 'tasks', row: 'row1' })
  expect(rowOfPlace(placeOf('cover/phone'))).toBeNull()
})

test('every cell of a row is known by the row and its column, and built of them again', () => {
  const row = { list: 'indicators', row: 'row1' } as const
  const cells = cellsOfRow(row.list, row.row)
  expect(cells.length).toBeGreaterThan(10)
  for (const text of cells) {
    const column = columnIn('indicators', text)
    expect(column && cellText('indicators', row.row, column)).toBe(text)
    expect(column).toBe(nameInRow(text))
    expect(rowAt(text)).toEqual(row)
    expect(rowIdAt(text)).toBe('row1')
    expect(rowOfCell(text)).toBe(rowText(row))
  }
  expect(rowAt(rowText(row))).toEqual(row)
})

test('a column that its list has no more is still known in its row, and none of the list', () => {
  expect(rowAt('indicators/row1/former')).toEqual({ list: 'indicators', row: 'row1' })
  expect(rowOfCell('indicators/row1/former')).toBe('indicators/row1')
  expect(nameInRow('indicators/row1/former')).toBe('former')
  expect(columnIn('indicators', 'indicators/row1/former')).toBeNull()
  expect(columnIn('goals', 'measures/row1/text')).toBeNull()
})

test('what stands in no list has no row, and is called by its whole address', () => {
  for (const text of ['cover/phone', 'funds/total/adjustedBudget', 'funds/total', 'taskOverview', 'goals']) {
    expect(rowAt(text)).toBeNull()
    expect(rowIdAt(text)).toBeNull()
    expect(rowOfCell(text)).toBeNull()
    expect(nameInRow(text)).toBe(text)
  }
  expect(itemAt('funds/total/adjustedBudget')).toBe('total')
  expect(itemAt('funds/total')).toBe('total')
  expect(itemAt('funds')).toBeNull()
  expect(itemAt('cover/phone')).toBeNull()
})

test('figures, marks and ties are known by what their cells hold', () => {
  expect(
    addressesOf(foundingCase())
      .filter(isFigureCell)
      .every((text) => text.startsWith('funds/')),
  ).toBe(true)
  expect(isFigureCell('projects/row1/funds/total/adjustedBudget')).toBe(true)
  expect(isFigureCell('tasks/row1/budget')).toBe(false)
  expect(['goals/row1/mark', 'narrative/row1/mark', 'goals/row1/text', 'cover/phone'].map(isMarkCell)).toEqual([true, true, false, false])
  expect(['indicators/row1/task', 'problems/row1/measures', 'measures/row1/text', 'measures/row1'].map(isTie)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('only 复核分 and its grounds are the reviewer’s', () => {
  expect(
    addressesOf(foundingCase())
      .filter(isReviewCell)
      .every((text) => /review(Score|Grounds)$/.test(text)),
  ).toBe(true)
  expect(isReviewCell('indicators/row1/reviewGrounds')).toBe(true)
})

test('a misspelt list, column, figure or line of the cover does not compile', () => {
  const row = 'row1'
  const right: AddressText[] = [`goals/${row}/text`, 'funds/total/adjustedBudget', 'cover/phone']
  // @ts-expect-error a list that does not exist
  right.push(`goal/${row}/text`)
  // @ts-expect-error a column that the list does not have
  right.push(`goals/${row}/texts`)
  // @ts-expect-error a figure that does not exist
  right.push('funds/totals/adjustedBudget')
  // @ts-expect-error a line that the cover does not have
  right.push('cover/telephone')
  expect(right.map((text) => parseAddress(text) !== null)).toEqual([true, true, true, false, false, false, false])
})
