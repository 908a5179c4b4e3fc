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
