import { describe, expect, test, vi } from 'vitest'
import { cellStore } from '@/lib/forms/cell-store'
import type { FormCells } from '@/lib/forms/cell-view'
import type { SaveAnswer } from '@/lib/forms/save-form'

const cells: FormCells = {
  'cover/phone': { text: '1', seen: 3, label: '联系电话' },
  'cover/preparer': { text: '', seen: 0, label: '填报人' },
  'goals/a/text': { text: '目标', seen: 1, label: '绩效目标' },
}
const answer = (given: Partial<SaveAnswer>): SaveAnswer => ({ saved: [], refusals: [], conflicts: [], message: null, ...given })
const ANSWERED = answer({ saved: [{ address: 'cover/phone', number: 4 }] })
const theirs = {
  address: 'cover/phone',
  typed: '12',
  current: '9',
  revision: 4,
  byName: '示例甲',
  own: false,
  at: '2026-03-01T02:00:00.000Z',
}
/** A store with something on its way. */
function sending(text = '12') {
  const store = cellStore(cells)
  store.edit('cover/phone', text)
  const sent = store.send()
  if (sent === null) throw new Error('nothing to send')
  return { store, sent }
}

describe('who draws a cell hears of that cell only', () => {
  test('a key in one of a thousand cells is heard once, by it and by those who follow everything', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`goals/${i}/text`, { text: '', seen: 0, label: '' }]))
    const store = cellStore(many)
    const heard: string[] = []
    for (const address of Object.keys(many)) store.subscribe(address, () => heard.push(address))
    const all = vi.fn()
    store.subscribeAll(all)
    store.edit('goals/7/text', '字')
    expect(heard).toEqual(['goals/7/text'])
    expect(all.mock.calls).toEqual([[new Set(['goals/7/text'])]])
  })

  test('what is seen of a cell is the same object until it changes', () => {
    const store = cellStore(cells)
    const [phone, goal] = [store.view('cover/phone'), store.view('goals/a/text')]
    store.edit('cover/phone', '2')
    expect(store.view('goals/a/text')).toBe(goal)
    expect(store.view('cover/phone')).not.toBe(phone)
    expect(store.view('cover/phone')).toMatchObject({ text: '2', seen: 3, state: 'unsaved', label: '联系电话' })
  })

  test('several changes together are heard once, and nothing after one has stopped listening', () => {
    const store = cellStore(cells)
    const all = vi.fn()
    const stop = store.subscribeAll(all)
    store.together(() => {
      store.edit('cover/phone', '2')
      store.edit('cover/preparer', '甲')
    })
    stop()
    store.edit('cover/phone', '3')
    expect(all.mock.calls).toEqual([[new Set(['cover/phone', 'cover/preparer'])]])
  })

  test('a page that brings the cells again is heard where they differ', () => {
    const store = cellStore(cells)
    const all = vi.fn()
    store.subscribeAll(all)
    store.bring({
      ...cells,
      'cover/phone': { text: '5', seen: 4, label: '联系电话' },
      'cover/preparer': { text: '', seen: 0, label: '填报人' },
    })
    expect(all.mock.calls).toEqual([[new Set(['cover/phone'])]])
    expect(store.value('cover/phone')).toBe('5')
  })
})

describe('what is typed is kept until the server has it', () => {
  test('saved cells are no edits any more and say so for a while', () => {
    const { store, sent } = sending()
    expect(sent).toEqual({ cells: [{ address: 'cover/phone', seen: 3, text: '12' }], rows: [] })
    expect(store.state('cover/phone')).toBe('saving')
    store.answered(sent, ANSWERED)
    expect(store.view('cover/phone')).toMatchObject({ text: '12', seen: 4, state: 'saved' })
    expect(store.form()).toMatchObject({ unsaved: 0, saving: false, trouble: null })
    store.shownSaved()
    expect(store.state('cover/phone')).toBe('unchanged')
  })

  test('one request is on its way at a time; what was typed meanwhile goes on from the revision just saved', () => {
    const { store, sent } = sending()
    store.edit('cover/phone', '123')
    expect(store.send()).toBeNull()
    store.answered(sent, ANSWERED)
    expect(store.send()).toEqual({ cells: [{ address: 'cover/phone', seen: 4, text: '123' }], rows: [] })
  })

  test('a refused cell keeps its text and says why until it is typed in', () => {
    const { store, sent } = sending('x')
    store.answered(sent, answer({ refusals: [{ address: 'cover/phone', message: '不对' }] }))
    expect(store.view('cover/phone')).toMatchObject({ text: 'x', state: 'refused', error: '不对' })
    expect(store.form()).toMatchObject({ unsaved: 1, errors: [{ address: 'cover/phone', message: '不对' }] })
    store.edit('cover/phone', 'xy')
    expect(store.view('cover/phone')).toMatchObject({ text: 'xy', state: 'unsaved', error: undefined })
  })

  test('what was not answered is still unsaved', () => {
    const { store, sent } = sending()
    store.answered(sent, answer({ message: '表单已锁定。' }))
    expect(store.state('cover/phone')).toBe('unsaved')
    expect(store.form().trouble).toEqual({ text: '表单已锁定。' })
  })

  test('of a conflict both texts are there, and either may stand', () => {
    for (const mine of [true, false]) {
      const { store, sent } = sending()
      store.answered(sent, answer({ conflicts: [theirs] }))
      expect(store.view('cover/phone')).toMatchObject({ text: '12', state: 'conflict', conflict: theirs })
      if (mine) store.keepMine('cover/phone')
      else store.takeTheirs('cover/phone')
      expect(store.value('cover/phone')).toBe(mine ? '12' : '9')
      expect(store.send()?.cells ?? []).toEqual(mine ? [{ address: 'cover/phone', seen: 4, text: '12' }] : [])
    }
  })

  test('a draft is taken back over the revision that the person saw, also of a row added here, and nowhere else', () => {
    const store = cellStore(cells)
    store.addRows([{ row: { list: 'goals', id: 'b' } }])
    expect(store.restore({ field: 'cover/phone', text: '7', seen: 2 })).toBe(true)
    expect(store.restore({ field: 'goals/b/text', text: '新' })).toBe(true)
    expect(store.restore({ field: 'goals/c/text', text: '新' })).toBe(false)
    // It stands so by now
    expect(store.restore({ field: 'cover/preparer', text: '', seen: 0 })).toBe(true)
    expect(store.send()?.cells).toEqual([
      { address: 'cover/phone', seen: 2, text: '7' },
      { address: 'goals/b/text', seen: 0, text: '新' },
    ])
  })
})

describe('new rows', () => {
  test('are stored with what is typed in them, and are new no longer when the page has their cells', () => {
    const store = cellStore(cells)
    store.addRows([{ row: { list: 'goals', id: 'b', after: 'a' }, texts: { text: '新目标' } }, { row: { list: 'goals', id: 'c' } }])
    expect(store.send()).toEqual({
      cells: [{ address: 'goals/b/text', seen: 0, text: '新目标' }],
      rows: [{ list: 'goals', id: 'b', after: 'a' }],
    })
    store.bring({ ...cells, 'goals/b/text': { text: '新目标', seen: 1, label: '绩效目标 2' } })
    expect(store.newRows().map(({ id }) => id)).toEqual(['c'])
  })

  test('go with what was typed in their cells, and nobody is asked where the server never heard of them', () => {
    const store = cellStore(cells)
    const row = { list: 'goals', id: 'b' } as const
    store.addRows([{ row, texts: { text: '新目标' } }])
    store.removeRows([row])
    expect([store.newRows(), store.form().unsaved, store.value('goals/b/text'), store.rowChange()]).toEqual([[], 0, '', null])
  })
})

describe('undo and redo', () => {
  const back = (store: ReturnType<typeof cellStore>) => [store.undo(), store.value('cover/phone')]

  test('what is typed into one cell without a pause is one step, also after it was saved', () => {
    const { store, sent } = sending('12')
    store.edit('cover/phone', '123')
    store.answered(sent, ANSWERED)
    expect(back(store)).toEqual(['cover/phone', '1'])
    expect(store.send()?.cells).toEqual([{ address: 'cover/phone', seen: 4, text: '1' }])
    expect([store.redo(), store.value('cover/phone'), store.redo()]).toEqual(['cover/phone', '123', null])
  })

  test('a pause and another cell begin a step of their own', () => {
    const store = cellStore(cells)
    store.edit('cover/phone', '2')
    store.seal()
    store.edit('cover/phone', '3')
    store.edit('cover/preparer', '甲')
    store.undo()
    expect(back(store)).toEqual(['cover/phone', '2'])
    expect(back(store)).toEqual(['cover/phone', '1'])
    expect(store.undo()).toBeNull()
  })

  test('a figure that was saved, and comes back spelt as figures are, is still the one that was typed', () => {
    const store = cellStore({ 'funds/total/adjustedBudget': { text: '1.00', seen: 1, label: '' } })
    store.edit('funds/total/adjustedBudget', '12345.6万元')
    const sent = store.send()
    if (sent) store.answered(sent, answer({ saved: [{ address: 'funds/total/adjustedBudget', number: 2 }] }))
    store.bring({ 'funds/total/adjustedBudget': { text: '12,345.60', seen: 2, label: '' } })
    store.undo()
    expect(store.value('funds/total/adjustedBudget')).toBe('1.00')
  })

  test('a cell that somebody else has written since is left alone', () => {
    const { store, sent } = sending()
    store.answered(sent, ANSWERED)
    store.bring({ ...cells, 'cover/phone': { text: '9', seen: 5, label: '联系电话' } })
    store.undo()
    expect(store.value('cover/phone')).toBe('9')
  })

  test('a split is one step', () => {
    const store = cellStore(cells)
    store.together(() => {
      store.edit('goals/a/text', '一')
      store.addRows([{ row: { list: 'goals', id: 'b', after: 'a' }, texts: { text: '二' } }])
    })
    store.undo()
    expect([store.value('goals/a/text'), store.newRows(), store.form().unsaved]).toEqual(['目标', [], 0])
    store.redo()
    const [row] = store.newRows()
    expect([store.value('goals/a/text'), store.value(`goals/${row?.id}/text`)]).toEqual(['一', '二'])
  })

  test('a row that was removed comes back under another id, with its texts and what was tied to it', () => {
    const store = cellStore({
      'measures/m/text': { text: '措施', seen: 2, label: '' },
      'problems/p/measures': { text: 'm', seen: 1, label: '' },
    })
    store.edit('problems/p/measures', '')
    store.removeRows([{ list: 'measures', id: 'm', after: null }])
    const removal = store.rowChange()
    expect(removal).toEqual({ kind: 'remove', list: 'measures', row: 'm', seen: { 'measures/m/text': 2 } })
    if (removal) store.rowChanged(removal, answer({}))
    store.undo()
    store.undo()
    const [row] = store.newRows()
    expect(row?.id).toMatch(/^[0-9a-f]{32}$/)
    expect([store.value(`measures/${row?.id}/text`), store.value('problems/p/measures')]).toEqual(['措施', row?.id])
  })

  test('a removal that nobody answered stays, one that was refused is over and says why', () => {
    const store = cellStore(cells)
    store.removeRows([{ list: 'goals', id: 'a' }])
    const removal = store.rowChange()
    if (!removal) throw new Error('nothing to remove')
    store.rowChanged(removal, answer({ message: '未能连接', failure: 'unreachable' }))
    expect([store.leaving().length, store.form().unsaved]).toEqual([1, 1])
    store.rowChanged(removal, answer({ message: '他人刚修改过' }))
    expect([store.leaving(), store.form().trouble, store.value('goals/a/text')]).toEqual([[], { text: '他人刚修改过' }, '目标'])
  })
})

describe('rows that are moved', () => {
  const goals = { list: 'goals' } as const
  const three: FormCells = Object.fromEntries(['a', 'b', 'c'].map((id) => [`goals/${id}/text`, { text: '已有', seen: 1, label: '' }]))
  /** Tells the server everything that it is to be told, and gives what that was. */
  function tellAll(store: ReturnType<typeof cellStore>): unknown[] {
    const told: unknown[] = []
    for (let change = store.rowChange(); change !== null; change = store.rowChange()) {
      told.push(change.kind === 'move' ? [change.row, change.after] : change.row)
      store.rowChanged(change, answer({}))
    }
    return told
  }

  test('stand in their new places at once, until the page brings them so', () => {
    const store = cellStore(three)
    store.moveRow(goals, 'c', ['a', 'b', 'c'], ['c', 'a', 'b'])
    expect([store.orderOf(goals), store.form().unsaved]).toEqual([['c', 'a', 'b'], 1])
    store.bring(three)
    expect(store.orderOf(goals)).toEqual(['c', 'a', 'b'])
    expect(tellAll(store)).toEqual([['c', null]])
    expect(store.form().unsaved).toBe(0)
    // What was asked for before the server had moved it
    store.bring({ ...three })
    expect(store.orderOf(goals)).toEqual(['c', 'a', 'b'])
    store.bring({ ...three })
    expect(store.orderOf(goals)).toBeUndefined()
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

test('what is typed between begin and end is one step whatever the pauses, and none where it was taken back', () => {
  const store = cellStore(cells)
  store.begin()
  store.edit('cover/phone', '2')
  store.seal()
  store.edit('cover/phone', '23')
  store.end()
  store.begin()
  store.edit('cover/phone', '9')
  store.edit('cover/phone', '23')
  store.end()
  store.undo()
  expect([store.value('cover/phone'), store.undo()]).toEqual(['1', null])
})

test('what is undone while a step is open takes that back first', () => {
  const store = cellStore(cells)
  store.begin()
  store.edit('cover/phone', '2')
  store.undo()
  expect([store.value('cover/phone'), store.undo()]).toEqual(['1', null])
})

test('what somebody else saved is seen where nothing is typed, and met where something is', () => {
  const store = cellStore(cells)
  store.edit('cover/phone', '12')
  store.hear([
    { address: 'cover/phone', text: '9', seen: 4 },
    { address: 'cover/preparer', text: '示例乙', seen: 1 },
    { address: 'goals/a/text', text: '旧闻', seen: 1 },
  ])
  expect(['cover/phone', 'cover/preparer', 'goals/a/text'].map(store.value)).toEqual(['12', '示例乙', '目标'])
  expect(store.send()?.cells).toEqual([{ address: 'cover/phone', seen: 3, text: '12' }])
})

describe('an answer that was lost', () => {
  const LOST = answer({ message: '未能连接', failure: 'unreachable' })
  const echo = { ...theirs, current: '12', own: true }

  test('what was sent then is no conflict when it turns out to stand', () => {
    const { store, sent } = sending()
    store.answered(sent, LOST)
    store.edit('cover/phone', '123')
    const next = store.send()
    expect(next?.cells).toEqual([{ address: 'cover/phone', seen: 3, text: '123', anew: true }])
    if (next) store.answered(next, answer({ conflicts: [echo] }))
    expect(store.state('cover/phone')).toBe('unsaved')
    expect(store.send()?.cells).toMatchObject([{ seen: 4, text: '123' }])
  })

  test('a cell typed back to what stood is still sent, because the other text may yet arrive', () => {
    const { store, sent } = sending()
    store.answered(sent, LOST)
    store.edit('cover/phone', '1')
    expect(store.send()?.cells).toEqual([{ address: 'cover/phone', seen: 3, text: '1', anew: true }])
  })

  test('the same text by somebody else is a conflict', () => {
    const { store, sent } = sending()
    store.answered(sent, LOST)
    store.edit('cover/phone', '123')
    const next = store.send()
    if (next) store.answered(next, answer({ conflicts: [{ ...echo, own: false }] }))
    expect(store.state('cover/phone')).toBe('conflict')
  })
})
