import { describe, expect, test } from 'vitest'
import { inOrder, isAcknowledged, isOutdated, isRowField, rowField, type TypedDraft, typedFurther } from '@/lib/forms/saving/typed-drafts'
import { failureOf } from '@/lib/forms/state/failed-send'

const draft = (part: Partial<TypedDraft>): TypedDraft => ({
  userId: 'u',
  page: '/p',
  field: 'name',
  text: 'typed',
  before: '',
  label: '姓名',
  at: 1,
  ...part,
})

describe('what a browser keeps of what is typed', () => {
  test('the text that stood there first stays known while more is typed', () => {
    expect(typedFurther(undefined, draft({ before: 'old', text: 'a' }))).toMatchObject({ before: 'old', text: 'a' })
    expect(typedFurther(draft({ before: 'old', text: 'a' }), draft({ before: 'a', text: 'ab' }))).toMatchObject({
      before: 'old',
      text: 'ab',
    })
  })
  test('a field that is back at it is kept no longer, and one that was emptied is', () => {
    expect(typedFurther(draft({ before: 'old', text: 'a' }), draft({ before: 'a', text: 'old' }))).toBeNull()
    expect(typedFurther(undefined, draft({ before: 'old', text: '' }))).toMatchObject({ text: '' })
  })
  test('only what the server was sent is acknowledged', () => {
    expect(isAcknowledged(draft({ text: 'a' }), draft({ text: 'a' }))).toBe(true)
    expect(isAcknowledged(draft({ text: 'ab' }), draft({ text: 'a' }))).toBe(false)
  })
  test('sixty days', () => {
    const day = 24 * 3600 * 1000
    expect(isOutdated(draft({ at: 0 }), 60 * day)).toBe(false)
    expect(isOutdated(draft({ at: 0 }), 60 * day + 1)).toBe(true)
  })
  test('rows come back before the cells in them', () => {
    const row = draft({ field: rowField('r1'), at: 3 })
    expect(inOrder([draft({ field: 'b', at: 2 }), draft({ field: 'a', at: 1 }), row]).map(({ field }) => field)).toEqual([
      row.field,
      'a',
      'b',
    ])
    expect(isRowField(row.field)).toBe(true)
    expect(isRowField('goals/r1/text')).toBe(false)
  })
})

describe('why a send got no answer', () => {
  class Unrecognized extends Error {}
  const isRenewed = (error: unknown) => error instanceof Unrecognized
  test.each([
    [new Unrecognized(), 'renewed'],
    [new TypeError('Failed to fetch'), 'unreachable'],
    [new Error('An unexpected response was received from the server.'), 'intercepted'],
    [new Error('Payload Too Large'), 'intercepted'],
    [Object.assign(new Error('hidden'), { digest: '123' }), 'failed'],
    ['nothing', 'unreachable'],
  ] as const)('%s', (error, expected) => {
    expect(failureOf(error, isRenewed)).toBe(expected)
  })
})
