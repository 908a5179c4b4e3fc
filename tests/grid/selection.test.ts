import { describe, expect, test } from 'vitest'
import { type CellFacts, type Place, placeAt, selected, standing, type Target } from '@/lib/grid/selection'

const shape = { rows: ['1', '2', '3'], columns: ['a', 'b', 'c'] }
const place = (text: string): Place => ({ row: text[1] ?? '', column: text[0] ?? '' })
const said = (at: Place | null) => (at === null ? null : `${at.column}${at.row}`)
const facts = (empty: string[] = [], wrong: string[] = []): CellFacts => ({
  isEmpty: (at) => empty.includes(said(at) ?? ''),
  isWrong: (at) => wrong.includes(said(at) ?? ''),
})

describe('where a key leads', () => {
  test.each<[string, Target, string | null]>([
    ['b2', 'up', 'b1'],
    ['b1', 'up', 'b1'],
    ['b3', 'below', 'b3'],
    ['a2', 'left', 'a2'],
    ['c2', 'next', 'a3'],
    ['a2', 'previous', 'c1'],
    ['c3', 'next', null],
    ['a1', 'previous', null],
    ['b2', 'rowEnd', 'c2'],
    ['b2', 'gridEnd', 'c3'],
    ['c3', 'gridStart', 'a1'],
    ['b1', 'pageDown', 'b3'],
  ])('%s %s → %s', (from, to, expected) => {
    expect(said(placeAt(place(from), to, shape, facts()))).toBe(expected)
  })

  test('the next empty cell stands below, then in the columns that follow, then before', () => {
    const some = facts(['b3', 'c1', 'a1'])
    expect(said(placeAt(place('b2'), 'nextEmpty', shape, some))).toBe('b3')
    expect(said(placeAt(place('b3'), 'nextEmpty', shape, some))).toBe('c1')
    expect(said(placeAt(place('c1'), 'nextEmpty', shape, some))).toBe('a1')
    expect(said(placeAt(place('b3'), 'previousEmpty', shape, some))).toBe('a1')
  })

  test('where none is empty it goes to the end of the column', () => {
    expect(said(placeAt(place('b1'), 'nextEmpty', shape, facts()))).toBe('b3')
    expect(said(placeAt(place('b3'), 'previousEmpty', shape, facts()))).toBe('b1')
  })

  test('the next wrong one stands in the row, then in those that follow, and from the top again', () => {
    const some = facts([], ['c1', 'a2'])
    expect(said(placeAt(place('a1'), 'nextWrong', shape, some))).toBe('c1')
    expect(said(placeAt(place('c1'), 'nextWrong', shape, some))).toBe('a2')
    expect(said(placeAt(place('a2'), 'nextWrong', shape, some))).toBe('c1')
    expect(said(placeAt(place('a2'), 'previousWrong', shape, some))).toBe('c1')
    expect(said(placeAt(place('a2'), 'nextWrong', shape, facts()))).toBe('a2')
  })
})

test('a selection is the block between its ends, from whichever side', () => {
  expect(selected({ at: place('a2'), from: place('b3') }, shape)).toEqual({ rows: ['2', '3'], columns: ['a', 'b'] })
  expect(selected({ at: place('c1'), from: place('c1') }, shape)).toEqual({ rows: ['1'], columns: ['c'] })
})

test('who stood in a row that is gone stands in the first', () => {
  expect(standing({ at: place('b9'), from: place('c2') }, shape)).toEqual({ at: place('b1'), from: place('c2') })
})
