import { describe, expect, test } from 'vitest'
import { cellStore } from '@/lib/forms/saving/cell-store'
import type { FormCells } from '@/lib/forms/saving/cell-view'
import { answer } from '@/tests/support/cell-forms'

describe('rows that are moved', () => {
  const goals = { list: 'goals' } as const
  const three: FormCells = Object.fromEntries(['a', 'b', 'c'].map((id) => [`goals/${id}/text`, { text: '已有', seen: 1, label: '' }]))
  /** The evaluation's, in which the server has done what it was told last. */
  let revision = 6
  /** Tells the server everything that it is to be told, and gives what that was. */
  function tellAll(store: ReturnType<typeof cellStore>): unknown[] {
    const told: unknown[] = []
    for (let change = store.rowChange(); change !== null; change = store.rowChange()) {
      told.push(...(change.kind === 'move' ? [[change.row, change.after]] : change.rows.map(({ row }) => row)))
      store.rowChanged(change, answer({ revision: ++revision }))
    }
    return told
  }

  test('stand in their new places at once, until the page brings them so', () => {
    const store = cellStore(three)
    store.moveRow(goals, 'c', ['a', 'b', 'c'], ['c', 'a', 'b'])
    expect([store.orderOf(goals), store.form().unsaved]).toEqual([['c', 'a', 'b'], 1])
    store.bring(three, revision)
    expect(store.orderOf(goals)).toEqual(['c', 'a', 'b'])
    expect(tellAll(store)).toEqual([['c', null]])
    expect(store.form().unsaved).toBe(0)
    // However many pages come that were asked for before the server had moved it
    for (let late = 0; late < 3; late++) store.bring({ ...three }, revision - 1)
    expect(store.orderOf(goals)).toEqual(['c', 'a', 'b'])
    store.bring({ ...three }, revision)
    expect(store.orderOf(goals)).toBeUndefined()
  })

  test('a row that went stays out of sight while late pages still bring it, and is counted no more', () => {
    const store = cellStore(three)
    store.removeRows([{ ...goals, id: 'b', after: 'a' }])
    expect(tellAll(store)).toEqual(['b'])
    const ids = () => store.leaving().map(({ id }) => id)
    store.bring({ ...three }, revision - 1)
    expect([ids(), store.form().unsaved]).toEqual([['b'], 0])
    const { 'goals/b/text': _, ...others } = three
    store.bring(others, revision)
    expect(ids()).toEqual([])
  })

  test('however often they are moved, the server is told of where they end, from the top down', () => {
    const store = cellStore(three)
    store.moveRow(goals, 'b', ['a', 'b', 'c'], ['b', 'a', 'c'])
    store.moveRow(goals, 'c', ['b', 'a', 'c'], ['b', 'c', 'a'])
    store.moveRow(goals, 'b', ['b', 'c', 'a'], ['c', 'b', 'a'])
    expect(tellAll(store)).toEqual([
      ['c', null],
      ['b', 'c'],
    ])
  })

  test('are moved back, also after the server has moved them, and again', () => {
    const store = cellStore(three)
    store.moveRow(goals, 'a', ['a', 'b', 'c'], ['b', 'a', 'c'])
    tellAll(store)
    expect(store.undo()).toBe('goals/a/text')
    expect([store.orderOf(goals), tellAll(store)]).toEqual([['a', 'b', 'c'], [['a', null]]])
    store.redo()
    expect([store.orderOf(goals), tellAll(store)]).toEqual([['b', 'a', 'c'], [['a', 'b']]])
  })

  test('a new row takes its place when it is stored, and no stored one is put behind it', () => {
    const store = cellStore(three)
    store.addRows([{ row: { ...goals, id: 'n' }, texts: { text: '新' } }])
    store.moveRow(goals, 'n', ['a', 'b', 'c', 'n'], ['a', 'n', 'b', 'c'])
    expect([store.send()?.rows, store.rowChange()]).toEqual([[{ ...goals, id: 'n', after: 'a' }], null])
    store.moveRow(goals, 'c', ['a', 'n', 'b', 'c'], ['a', 'n', 'c', 'b'])
    expect(store.rowChange()).toMatchObject({ row: 'c', after: 'a' })
  })

  test('a new row is stored behind another new one that was just stored, before the page brings that', () => {
    const store = cellStore(three)
    store.addRows([{ row: { ...goals, id: 'n' }, texts: { text: '甲' } }])
    const first = store.send()
    if (first === null) throw new Error('nothing to send')
    store.answered(first, answer({ saved: [{ address: 'goals/n/text', number: 1 }] }))
    store.addRows([{ row: { ...goals, id: 'm' }, texts: { text: '乙' } }])
    store.moveRow(goals, 'm', ['a', 'b', 'c', 'n', 'm'], ['a', 'b', 'c', 'm', 'n'])
    store.moveRow(goals, 'm', ['a', 'b', 'c', 'm', 'n'], ['a', 'b', 'c', 'n', 'm'])
    expect(store.send()?.rows).toEqual([{ ...goals, id: 'm', after: 'n' }])
  })

  test('no row is put behind one that went meanwhile', () => {
    const store = cellStore(three)
    store.moveRow(goals, 'a', ['a', 'b', 'c'], ['b', 'a', 'c'])
    store.removeRows([{ ...goals, id: 'b', after: null }])
    expect(tellAll(store)).toEqual(['b', ['a', null]])
  })

  test('what the server will not move stands where it stood, and is said', () => {
    const store = cellStore(three)
    store.moveRow(goals, 'c', ['a', 'b', 'c'], ['c', 'a', 'b'])
    const change = store.rowChange()
    if (change) store.rowChanged(change, answer({ message: '表单已锁定。' }))
    expect([store.orderOf(goals), store.form().unsaved, store.form().trouble]).toEqual([undefined, 0, { text: '表单已锁定。' }])
  })

  test('one step takes back whatever was done last: a move, a removal, rows that were pasted with their cells', () => {
    const store = cellStore(three)
    store.together(() => {
      store.addRows([{ row: { ...goals, id: 'n' } }, { row: { ...goals, id: 'm', after: 'n' } }])
      store.edit('goals/n/text', '粘贴一')
      store.edit('goals/m/text', '粘贴二')
    })
    store.removeRows([{ ...goals, id: 'b', after: 'a' }])
    store.moveRow(goals, 'c', ['a', 'c', 'n', 'm'], ['c', 'a', 'n', 'm'])
    store.undo()
    expect(store.orderOf(goals)).toEqual(['a', 'c', 'n', 'm'])
    store.undo()
    expect(store.newRows().map(({ id }) => store.value(`goals/${id}/text`))).toEqual(['粘贴一', '粘贴二', '已有'])
    store.undo()
    expect(store.newRows()).toHaveLength(1)
  })
})
