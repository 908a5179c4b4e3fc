import { expect, test, vi } from 'vitest'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { addressesOf, cellOf } from '@/lib/domain/evaluation/evaluation-cells'
import { fixed } from '@/lib/domain/quantities'
import { cellStore } from '@/lib/forms/saving/cell-store'
import { frameOf } from '@/lib/forms/saving/live-evaluation'
import { liveScores } from '@/lib/forms/saving/live-scores'
import { foundingCase, MISSED_ROW } from '@/tests/support/founding-case'

const founding = foundingCase()
const cells = Object.fromEntries(
  addressesOf(founding).map((address) => {
    const value = cellOf(founding, address)
    return [address, { text: value === null ? '' : writeCellValue(value), seen: 0, label: '' }]
  }),
)
const missed = founding.indicators[MISSED_ROW]?.id ?? ''
const other = founding.indicators.find(({ id }) => id !== missed)?.id ?? ''

function following() {
  const store = cellStore(cells)
  const works: (() => void)[] = []
  const live = liveScores(store, frameOf(founding), (work) => works.push(work))
  const settle = () => {
    for (const work of works.splice(0)) work()
  }
  live.follow()
  settle()
  const total = () => {
    const { total: points } = live.now().score
    return points && fixed(points, 2)
  }
  return { store, live, works, settle, total }
}

test('scores follow what is typed, once for what was typed together, and after it was drawn; each key puts them off', () => {
  const { store, live, works, settle, total } = following()
  const heard = vi.fn()
  live.subscribe(heard)
  expect(total()).toBe('97.67')
  for (const text of ['5', '50', '50%']) store.edit(`indicators/${missed}/actual`, text)
  expect([total(), heard.mock.calls.length, works.length]).toEqual(['97.67', 0, 3])
  settle()
  expect([total(), heard.mock.calls.length]).toEqual(['97.50', 1])
  store.edit('funds/total/adjustedBudget', '八千')
  settle()
  expect(total()).toBeNull()
})

test('a row is another one only when it or its score changed', () => {
  const { store, live, settle } = following()
  const [before, untouched] = [live.row(missed), live.row(other)]
  const [heard, others] = [vi.fn(), vi.fn()]
  const leave = live.subscribeRow(missed, heard)
  live.subscribeRow(other, others)
  store.edit(`indicators/${missed}/actual`, '50%')
  settle()
  expect(live.row(other)).toBe(untouched)
  expect(live.row(missed)).not.toBe(before)
  expect([heard.mock.calls.length, others.mock.calls.length]).toEqual([1, 0])
  leave()
  store.edit(`indicators/${missed}/actual`, '51%')
  settle()
  expect(heard).toHaveBeenCalledTimes(1)
})

test('a new row counts from the first key in it, and is gone with it', () => {
  const { store, live, settle } = following()
  store.addRows([{ row: { list: 'indicators', id: 'fresh' } }])
  settle()
  expect(live.row('fresh')).toBeUndefined()
  store.edit('indicators/fresh/name', '新')
  settle()
  expect(live.row('fresh')?.indicator.name).toBe('新')
  store.removeRows([{ list: 'indicators', id: 'fresh' }])
  settle()
  expect(live.row('fresh')).toBeUndefined()
})
