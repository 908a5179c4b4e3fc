import { describe, expect, test } from 'vitest'
import { cellStore } from '@/lib/forms/saving/cell-store'
import { unanswered } from '@/lib/forms/saving/save-form'
import { ANSWERED, answer, cells } from '@/tests/support/cell-forms'

test('a very large paste is sent in parts, each with the rows that it needs, until nothing is left', () => {
  const store = cellStore({})
  const rows = Array.from({ length: 290 }, (_, index) => ({
    row: { list: 'indicators' as const, id: `n${index}` },
    texts: Object.fromEntries(
      ['dimension', 'group', 'name', 'target', 'actual', 'unit', 'deviationReason', 'evidence'].map((column) => [column, `${index}`]),
    ),
  }))
  store.addRows(rows)
  const stored = new Set<string>()
  let [sends, cells] = [0, 0]
  for (let sent = store.send(); sent !== null; sent = store.send()) {
    sends += 1
    cells += sent.cells.length
    expect(sent.cells.length).toBeLessThanOrEqual(1000)
    for (const { id } of sent.rows) stored.add(id)
    for (const { address } of sent.cells) expect(stored).toContain(address.split('/')[1])
    store.answered(sent, { ...ANSWERED, saved: sent.cells.map(({ address }) => ({ address, number: 1 })) })
  }
  expect({ sends, cells, rows: stored.size, unsaved: store.form().unsaved }).toEqual({ sends: 3, cells: 2320, rows: 290, unsaved: 0 })
})

test('thousands of rows go and come back: with one look at all cells for each row it would not end in time', () => {
  const columns = ['dimension', 'group', 'name', 'target', 'actual', 'unit', 'deviationReason', 'evidence']
  const rows = Array.from({ length: 3000 }, (_, index) => ({ list: 'indicators' as const, id: `n${index}` }))
  const store = cellStore(
    Object.fromEntries(
      rows.flatMap(({ id }) => columns.map((column) => [`indicators/${id}/${column}`, { text: '示例', seen: 1, label: '' }])),
    ),
  )
  store.removeRows(rows)
  expect([store.newRows().length, store.leaving().length]).toEqual([0, 3000])
  store.undo()
  expect(store.newRows().map(({ id }) => store.value(`indicators/${id}/name`))).toEqual(rows.map(() => '示例'))
  store.redo()
  expect(store.leaving()).toHaveLength(3000)
})

describe('rows that go', () => {
  const goals = ['a', 'b', 'c']
  const given = Object.fromEntries(goals.map((id) => [`goals/${id}/text`, { text: '目标', seen: 1, label: '' }]))
  const gone = goals.map((id) => ({ list: 'goals' as const, id }))

  test('are told of at once, with what was seen in them; those that the server keeps stand again, with its reasons', () => {
    const store = cellStore(given)
    store.removeRows(gone)
    const change = store.rowChange()
    expect(change).toEqual({
      kind: 'remove',
      rows: goals.map((row) => ({ list: 'goals', row })),
      seen: { 'goals/a/text': 1, 'goals/b/text': 1, 'goals/c/text': 1 },
    })
    if (change === null) throw new Error('nothing to tell')
    const reason = '“示例甲”刚修改过这一行。'
    store.rowChanged(change, answer({ revision: 9, kept: ['a', 'c'].map((row) => ({ row, message: reason })) }))
    expect(store.leaving().map(({ id }) => id)).toEqual(['b'])
    expect(store.form()).toMatchObject({ unsaved: 0, trouble: { text: `2 行：${reason}` } })
    expect([store.value('goals/a/text'), store.rowChange()]).toEqual(['目标', null])
  })

  test('are told of again where no answer came, together with those that went since', () => {
    const store = cellStore(given)
    store.removeRows(gone.slice(0, 1))
    const first = store.rowChange()
    if (first === null) throw new Error('nothing to tell')
    store.rowChanged(first, unanswered('unreachable'))
    store.removeRows(gone.slice(1))
    const second = store.rowChange()
    expect(second).toMatchObject({ rows: goals.map((row) => ({ row })) })
    if (second === null) throw new Error('nothing to tell')
    store.rowChanged(second, answer({ revision: 9 }))
    expect(store.form()).toMatchObject({ unsaved: 0, trouble: null })
  })

  test('are told of in parts where there are more than go into one request, blocks before the task that they stand in', () => {
    const blocks = Array.from({ length: 1200 }, (_, index) => ({
      list: 'narrative' as const,
      section: 'subItems' as const,
      taskId: 't',
      id: `n${index}`,
    }))
    const cells = blocks.flatMap(({ id }) => ['text', 'mark'].map((column) => `narrative/${id}/${column}`))
    const store = cellStore(Object.fromEntries([...cells, 'tasks/t/name'].map((address) => [address, { text: '一', seen: 1, label: '' }])))
    store.removeRows([{ list: 'tasks', id: 't' }, ...blocks])
    const told: number[] = []
    const order: string[] = []
    for (let change = store.rowChange(); change?.kind === 'remove'; change = store.rowChange()) {
      told.push(change.rows.length)
      order.push(...change.rows.map(({ row }) => row))
      store.rowChanged(change, answer({ revision: 9 }))
    }
    expect(told).toEqual([1000, 201])
    expect([order.at(-1), new Set(order).size]).toEqual(['t', 1201])
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
    store.bring({ ...cells, 'goals/b/text': { text: '新目标', seen: 1, label: '绩效目标 2' } }, 1)
    expect(store.newRows().map(({ id }) => id)).toEqual(['c'])
  })

  test('wait with their number until something is said in them', () => {
    const store = cellStore(cells)
    const row = { list: 'goals', id: 'b', after: 'a' } as const
    store.addRows([{ row, texts: { mark: '（一）' } }])
    expect([store.form().unsaved, store.send()]).toEqual([0, null])
    store.edit('goals/b/text', '新目标')
    expect(store.form().unsaved).toBe(2)
    expect(store.send()).toEqual({
      cells: [
        { address: 'goals/b/mark', seen: 0, text: '（一）' },
        { address: 'goals/b/text', seen: 0, text: '新目标' },
      ],
      rows: [row],
    })
  })

  test('go with what was typed in their cells, and nobody is asked where the server never heard of them', () => {
    const store = cellStore(cells)
    const row = { list: 'goals', id: 'b' } as const
    store.addRows([{ row, texts: { text: '新目标' } }])
    store.removeRows([row])
    expect([store.newRows(), store.form().unsaved, store.value('goals/b/text'), store.rowChange()]).toEqual([[], 0, '', null])
  })
})
