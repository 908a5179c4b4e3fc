import { expect, test } from 'vitest'
import { NO_HISTORY, recorded, redone, undone } from '@/lib/grid/undo'

const change = (row: string, before: string, after: string) => ({ row, column: 'a', before, after })
const edit = (row: string, text: string) => ({ row, column: 'a', text })

test('several cells are one step, there and back', () => {
  const history = recorded(recorded(NO_HISTORY, [change('1', '', 'x')]), [change('1', 'x', 'y'), change('2', '', 'z')])
  const back = undone(history)
  expect(back?.edits).toEqual([edit('2', ''), edit('1', 'x')])
  const again = back && redone(back.history)
  expect(again?.edits).toEqual([edit('1', 'y'), edit('2', 'z')])
  expect(again?.history).toEqual(history)
  const all = back && undone(back.history)
  expect(all?.edits).toEqual([edit('1', '')])
  expect(all && undone(all.history)).toBeNull()
  expect(redone(history)).toBeNull()
})

test('a new step makes an end of what was taken back; none is made of nothing', () => {
  const history = recorded(NO_HISTORY, [change('1', '', 'x')])
  expect(recorded(history, [change('1', 'x', 'x')])).toBe(history)
  const back = undone(history)?.history ?? history
  expect(redone(recorded(back, [change('2', '', 'z')]))).toBeNull()
})

test('of a long day the last two hundred steps are kept', () => {
  let history = NO_HISTORY
  for (let step = 0; step < 500; step += 1) history = recorded(history, [change('1', `${step}`, `${step + 1}`)])
  expect(history.done).toHaveLength(200)
  expect(undone(history)?.edits).toEqual([edit('1', '499')])
})
