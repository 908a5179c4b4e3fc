import { describe, expect, test } from 'vitest'
import {
  idsWithNew,
  inNewOrder,
  type NewRow,
  newRowId,
  newRowText,
  readNewRow,
  rowsToStore,
  stillNew,
  withoutNew,
} from '@/lib/forms/saving/new-rows'

const goal = (id: string, after?: string): NewRow => ({ list: 'goals', id, ...(after === undefined ? {} : { after }) })
const block = (id: string, taskId: string): NewRow => ({ list: 'narrative', section: 'subItems', taskId, id })
const edit = (text: string) => ({ text, seen: 0 })

describe('rows that are not stored yet', () => {
  test('ids fit into addresses and come once', () => {
    const ids = Array.from({ length: 100 }, newRowId)
    expect(new Set(ids).size).toBe(100)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
  })
  test('stand where they were added, each in its own list', () => {
    const added = [goal('n1', 'a'), goal('n2', 'n1'), goal('n3'), block('b', 't')]
    expect(idsWithNew(['a', 'b'], added, { list: 'goals' })).toEqual(['a', 'n1', 'n2', 'b', 'n3'])
    expect(idsWithNew([], added, { list: 'narrative', section: 'subItems', taskId: 't' })).toEqual(['b'])
    expect(idsWithNew([], added, { list: 'narrative', section: 'completion', taskId: 't' })).toEqual([])
  })
  test('are new no longer when the page has their cells', () => {
    expect(stillNew([goal('a'), goal('b')], ['goals/a/text', 'cover/date'])).toEqual([goal('b')])
  })
  test('are stored when something stands in them, with the task of such and what is tied to', () => {
    const task: NewRow = { list: 'tasks', id: 't' }
    const measure: NewRow = { list: 'measures', id: 'm' }
    const added = [task, block('b', 't'), block('empty', 't'), measure, goal('g')]
    const edits = { 'narrative/b/text': edit('x'), 'narrative/empty/text': edit(''), 'problems/p/measures': edit('other m') }
    expect(rowsToStore(added, edits, () => false).map(({ id }) => id)).toEqual(['t', 'b', 'm'])
  })
  test('stand behind what is stored where the row before them is not', () => {
    const added = [goal('n1', 'a'), goal('n2', 'n1'), goal('n3', 'n2')]
    expect(rowsToStore(added, { 'goals/n3/text': edit('x') }, () => false)).toEqual([goal('n3', 'a')])
  })
  test('are moved among all others', () => {
    const added = [goal('n1', 'a'), block('x', 't'), goal('n2')]
    const moved = inNewOrder(added, { list: 'goals' }, ['n2', 'a', 'n1', 'b'])
    expect(idsWithNew(['a', 'b'], moved, { list: 'goals' })).toEqual(['n2', 'a', 'n1', 'b'])
    expect(idsWithNew([], moved, { list: 'narrative', section: 'subItems', taskId: 't' })).toEqual(['x'])
  })
  test('go with what was added to them', () => {
    expect(withoutNew([{ list: 'tasks', id: 't' }, block('b', 't'), goal('g')], 't')).toEqual([goal('g')])
  })
  test('are kept as text', () => {
    const row: NewRow = { ...block('b', 't'), after: 'a', shape: { kind: 'item', level: 1 } }
    expect(readNewRow(newRowText(row))).toEqual(row)
  })
})
