import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerFilledIn, wasFilledIn } from '@/components/evaluation/saving/begins'
import { bringToNext } from '@/components/evaluation/saving/open-places'
import { cellStore } from '@/lib/forms/saving/cell-store'

/** A page in which every place is shown: what is brought to is only asked for. */
const page = {
  activeElement: null,
  getElementById: () => null,
  querySelector: () => ({ scrollIntoView: () => undefined, focus: () => undefined }),
}

afterEach(() => vi.unstubAllGlobals())

test('who walks through what was found beside a form learns what was filled in there since', () => {
  vi.stubGlobal('document', new EventTarget())
  const store = cellStore({ 'cover/date': { text: '', seen: 0, label: '' } })
  const places = ['problems', 'cover/date']
  expect(places.map(wasFilledIn)).toEqual([false, false])
  const end = answerFilledIn(store)
  expect(places.map(wasFilledIn)).toEqual([false, false])
  store.addRows([{ row: { list: 'problems', id: 'p1' }, texts: { text: '示例' } }])
  store.edit('cover/date', '2024年5月1日')
  expect(places.map(wasFilledIn)).toEqual([true, true])
  end()
  expect(places.map(wasFilledIn)).toEqual([false, false])
})

describe('the next place that is empty', () => {
  const next = (store: ReturnType<typeof cellStore>, last = '') => {
    vi.stubGlobal('document', page)
    vi.stubGlobal('CSS', { escape: (text: string) => text })
    return bringToNext(store, ['duties', 'goals'], last)
  }
  const block = { row: { list: 'narrative', section: 'duties', id: 'n1', shape: { kind: 'item', level: 1 } } } as const

  test('is a list in which nothing stands, and no longer one that was begun by hand before the page is drawn anew', () => {
    const store = cellStore({})
    expect(next(store)).toBe('duties')
    store.addRows([{ ...block, texts: { mark: '（一）' } }])
    expect(next(store)).toBe('duties')
    store.edit('narrative/n1/text', '宣传政策。')
    expect(next(store)).toBe('goals')
    store.addRows([{ row: { list: 'goals', id: 'g1' }, texts: { text: '目标' } }])
    expect(next(store)).toBe(null)
    store.removeRows([{ list: 'goals', id: 'g1' }])
    expect(next(store)).toBe('goals')
  })

  test('a row within a task begins no list of the form', () => {
    const store = cellStore({})
    store.addRows([
      { row: { list: 'tasks', id: 't1' }, texts: {} },
      { row: { list: 'narrative', section: 'completion', taskId: 't1', id: 'c1' }, texts: { text: '完成。' } },
    ])
    expect(next(store)).toBe('duties')
  })
})
