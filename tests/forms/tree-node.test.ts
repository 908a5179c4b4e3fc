import { afterEach, expect, test, vi } from 'vitest'
import { askTree } from '@/components/administration/tree-node'

afterEach(() => vi.unstubAllGlobals())

test('a question that is called off while its answer is on its way is no fault of the page', async () => {
  const calledOff = () => Promise.reject(new DOMException('signal is aborted without reason', 'AbortError'))
  for (const fetched of [calledOff, async () => ({ ok: true, json: calledOff }), async () => ({ ok: false, json: calledOff })]) {
    vi.stubGlobal('fetch', fetched)
    expect(await askTree({ search: '教育' })).toBeNull()
  }
})
