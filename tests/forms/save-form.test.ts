import { describe, expect, test } from 'vitest'
import { SAVE_SIGNED_OUT } from '@/lib/forms/form-answers'
import { edited, standingOf, summaryOf } from '@/lib/forms/save-form'

const standing = { text: '9,016.65', seen: 3 }

describe('a cell as it is typed', () => {
  test('is sent with the revision seen when the change began', () => {
    const first = edited(undefined, '1', standing)
    expect(edited(first ?? undefined, '12', { text: '9', seen: 4 })).toEqual({ text: '12', seen: 3 })
  })

  test('is no change when it is typed back to what stands', () => {
    expect(edited({ text: '1', seen: 3 }, standing.text, standing)).toBeNull()
  })

  test('is still sent when it was typed back over a newer revision, so that the conflict is seen', () => {
    expect(edited({ text: '1', seen: 3 }, '8', { text: '8', seen: 4 })).toEqual({ text: '8', seen: 3 })
  })

  test('the newer of page and confirmation stands', () => {
    const confirmed = { text: '12.5万元', seen: 4 }
    expect(standingOf(standing, confirmed)).toBe(confirmed)
    expect(standingOf({ text: '12.50', seen: 4 }, confirmed)).toEqual({ text: '12.50', seen: 4 })
    expect(standingOf(standing, undefined)).toBe(standing)
  })
})

test.each([
  [{ saved: [{ address: 'a', number: 1 }], refusals: [], conflicts: [], message: null }, 'success', '已保存'],
  [
    { saved: [], refusals: [{ address: 'a', message: '不对' }], conflicts: [], message: null },
    'error',
    '已保存 0 处，另有 1 处未保存，请按提示处理。',
  ],
  [{ saved: [], refusals: [], conflicts: [], message: '表单已锁定。' }, 'error', '表单已锁定。'],
] as const)('a saving is summed up', (answer, tone, text) => expect(summaryOf(answer)).toEqual({ tone, text }))

test('an ended sign-in saves nothing and says so', () => {
  expect(SAVE_SIGNED_OUT.saved).toEqual([])
  expect(summaryOf(SAVE_SIGNED_OUT)).toMatchObject({ tone: 'error', signedOut: true })
})
