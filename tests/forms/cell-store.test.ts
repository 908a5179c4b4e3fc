import { describe, expect, test, vi } from 'vitest'
import { cellStore } from '@/lib/forms/saving/cell-store'
import { ANSWERED, answer, cells, sending } from '@/tests/support/cell-forms'

const theirs = {
  address: 'cover/phone',
  typed: '12',
  current: '9',
  revision: 4,
  byName: '示例甲',
  own: false,
  at: '2026-03-01T02:00:00.000Z',
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

  test('what is seen of the form is the same object while one types on in a cell', () => {
    const store = cellStore(cells)
    store.edit('cover/phone', '2')
    const form = store.form()
    store.edit('cover/phone', '23')
    expect(store.form()).toBe(form)
    store.edit('cover/preparer', '甲')
    expect(store.form()).toMatchObject({ unsaved: 2 })
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
    const brought = {
      ...cells,
      'cover/phone': { text: '5', seen: 4, label: '联系电话' },
      'cover/preparer': { text: '', seen: 0, label: '填报人' },
    }
    store.bring(brought, 1)
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
