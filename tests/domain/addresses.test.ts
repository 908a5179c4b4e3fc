import { expect, test } from 'vitest'
import { type AddressText, addressOf, cellSpec, isReviewCell, parseAddress, placeOf, rowOfPlace } from '@/lib/domain/cells/addresses'
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
