import { expect, test } from 'vitest'
import { cellStore } from '@/lib/forms/cell-store'
import { whenAnswered } from '@/lib/forms/when-answered'

const cells = { 'cover/phone': { text: '1', seen: 3, label: '联系电话' } }
const ANSWER = { refusals: [], conflicts: [], message: null }

/** A store with a text on its way. */
function sending(text: string) {
  const store = cellStore(cells)
  store.edit('cover/phone', text)
  const sent = store.send()
  if (sent === null) throw new Error('nothing to send')
  return { store, sent }
}

test('what waits for the answer goes on when it has come, and at once where nothing is on its way', async () => {
  const { store, sent } = sending('2')
  let isAnswered = false
  const waiting = whenAnswered(store).then(() => {
    isAnswered = true
  })
  store.edit('cover/phone', '3')
  await Promise.resolve()
  expect(isAnswered).toBe(false)
  store.answered(sent, { ...ANSWER, saved: [{ address: 'cover/phone', number: 4 }] })
  await waiting
  await whenAnswered(store)
})

test('a draft that was kept while another text was on its way is saved over that text', () => {
  const { store: before } = sending('9')
  before.edit('cover/phone', '12')
  expect(before.sentOf('cover/phone')).toEqual(['9'])
  const store = cellStore(cells)
  store.restore({ field: 'cover/phone', text: '12', seen: 3, sent: before.sentOf('cover/phone') })
  const sent = store.send()
  if (sent === null) throw new Error('nothing to send')
  const echo = {
    address: 'cover/phone',
    typed: '12',
    current: '9',
    revision: 4,
    byName: '示例甲',
    own: true,
    at: '2026-03-01T02:00:00.000Z',
  }
  store.answered(sent, { ...ANSWER, saved: [], conflicts: [echo] })
  expect(store.form().conflicts).toEqual([])
  expect(store.send()?.cells).toMatchObject([{ address: 'cover/phone', text: '12', seen: 4 }])
})
