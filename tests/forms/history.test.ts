import { expect, test } from 'vitest'
import { readHistoryPayload, savesTogether } from '@/lib/forms/history'

const line = (at: string, actorName: string, action: string, cells: Record<string, [before: string, after: string]>) => ({
  at: `2026-03-01T0${at}:00.000Z`,
  actorName,
  action,
  payload: readHistoryPayload({ cells: Object.entries(cells).map(([address, [before, after]]) => ({ address, before, after })) }),
})

test('what one person saved one after another is one line, with what stood before and after all of it', () => {
  const shown = savesTogether([
    line('2:30', '示例甲', 'cells.save', { b: ['', '5'] }),
    line('2:12', '示例甲', 'cells.save', { a: ['2', '3'], c: ['x', ''] }),
    line('2:06', '示例甲', 'cells.save', { a: ['1', '2'], c: ['', 'x'] }),
    line('2:05', '示例乙', 'cells.save', { a: ['0', '1'] }),
    line('2:04', '示例乙', 'rows.move', {}),
    line('2:03', '示例乙', 'cells.save', { a: ['', '0'] }),
  ])
  expect(
    shown.map(({ actorName, count, payload }) => [
      actorName,
      count,
      payload.cells.map(({ address, before, after }) => [address, before, after]),
    ]),
  ).toEqual([
    ['示例甲', 1, [['b', '', '5']]],
    ['示例甲', 2, [['a', '1', '3']]],
    ['示例乙', 1, [['a', '0', '1']]],
    ['示例乙', 1, []],
    ['示例乙', 1, [['a', '', '0']]],
  ])
})

test('whatever an entry does not say, or says in another shape, counts as not said', () => {
  const nothing = readHistoryPayload(null)
  expect(nothing).toMatchObject({ cells: [], notes: [], replies: [], reason: '', submission: null, before: null, year: null })
  for (const payload of ['text', 5, [], [{ cells: [] }], { cells: 'x', notes: {}, reason: 5, submission: '2', before: {}, year: null }])
    expect(readHistoryPayload(payload)).toEqual(nothing)
  const cells = [{ address: 'cover/phone', before: 5, more: 'x' }]
  expect(readHistoryPayload({ cells, reason: '理由', submission: 2, notes: [{ at: 'funds', text: '批注' }], more: 'x' })).toEqual({
    ...nothing,
    cells: [{ address: 'cover/phone', before: null, after: null }],
    reason: '理由',
    submission: 2,
    notes: [{ at: 'funds', text: '批注' }],
  })
  // Half a list would be told as the whole
  for (const wrong of [null, 'x', [], {}, { address: 5 }]) expect(readHistoryPayload({ cells: [...cells, wrong] })).toEqual(nothing)
})
