import { describe, expect, test } from 'vitest'
import { cellStore } from '@/lib/forms/saving/cell-store'
import { ANSWERED, answer, cells, sending } from '@/tests/support/cell-forms'

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
    store.bring({ 'funds/total/adjustedBudget': { text: '12,345.60', seen: 2, label: '' } }, 1)
    store.undo()
    expect(store.value('funds/total/adjustedBudget')).toBe('1.00')
  })

  test('a cell that somebody else has written since is left alone', () => {
    const { store, sent } = sending()
    store.answered(sent, ANSWERED)
    store.bring({ ...cells, 'cover/phone': { text: '9', seen: 5, label: '联系电话' } }, 1)
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
    expect(removal).toEqual({ kind: 'remove', rows: [{ list: 'measures', row: 'm' }], seen: { 'measures/m/text': 2 } })
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

test('several changes at once within a step that is open are part of it, and do not end it', () => {
  const store = cellStore(cells)
  store.begin()
  store.edit('cover/phone', '2')
  store.together(() => store.edit('cover/preparer', '甲'))
  store.edit('goals/a/text', '一')
  store.end()
  const texts = () => (['cover/phone', 'cover/preparer', 'goals/a/text'] as const).map((at) => store.value(at))
  expect(texts()).toEqual(['2', '甲', '一'])
  store.undo()
  expect([...texts(), store.undo()]).toEqual(['1', cells['cover/preparer']?.text, '目标', null])
})
