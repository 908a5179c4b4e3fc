import { expect, test } from 'vitest'
import { movedSince } from '@/lib/forms/generated-texts'

const draft = (said: string) => ({ kept: `kept ${said}`, said })

test('a text of one’s own has no data to move', () => {
  expect(movedSince('', [draft('收入1')], [])).toBeNull()
})

test('nothing has moved while the data say the same', () => {
  expect(movedSince('收入1', [draft('支出2'), draft('收入1')], ['收入1'])).toBeNull()
})

test('what begins most alike has come in its place, never what another text was made from', () => {
  const drafts = [draft('全年执行数1，其中2'), draft('全年预算数9'), draft('年初结转3')]
  expect(movedSince('全年执行数1，其中1', drafts, ['全年执行数1，其中1'])).toEqual({ now: drafts[0] })
  expect(movedSince('全年预算数8', drafts, ['全年预算数8', '全年预算数9'])).toEqual({ now: drafts[0] })
})

test('where the data say nothing like it any more there is nothing to take', () => {
  expect(movedSince('“三公”经费合计1', [draft('年初结转3')], [])).toEqual({ now: null })
  expect(movedSince('“三公”经费合计1', [], [])).toEqual({ now: null })
})
