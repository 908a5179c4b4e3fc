import { describe, expect, test } from 'vitest'
import { SAVE_SIGNED_OUT } from '@/lib/forms/form-answers'
import { afterSaving, changedCells, confirmedOf, type Edits, standingOf, summaryOf, withEdit, withoutCells } from '@/lib/forms/save-form'

const standing = { text: '9,016.65', seen: 3 }

describe('what is typed is kept until the server has it', () => {
  test('a changed cell is sent with the revision seen when the change began', () => {
    const first = withEdit({}, 'cover/phone', '1', standing)
    const second = withEdit(first, 'cover/phone', '12', { text: '9', seen: 4 })
    expect(changedCells(second)).toEqual([{ address: 'cover/phone', seen: 3, text: '12' }])
  })

  test('a cell typed back to what stands is no change', () => {
    const typed = withEdit({}, 'cover/phone', '1', standing)
    expect(withEdit(typed, 'cover/phone', standing.text, standing)).toEqual({})
  })

  test('what was typed back over a newer revision is still sent, so that the conflict is seen', () => {
    const typed = withEdit({}, 'cover/phone', '1', standing)
    const newer = { text: '8', seen: 4 }
    expect(withEdit(typed, 'cover/phone', '8', newer)).toEqual({ 'cover/phone': { text: '8', seen: 3 } })
  })

  test('saved cells are no edits any more; refused ones stay', () => {
    const sent: Edits = { a: { text: '1', seen: 0 }, b: { text: 'x', seen: 2 } }
    expect(afterSaving(sent, sent, [{ address: 'a', number: 1 }])).toEqual({ b: { text: 'x', seen: 2 } })
    expect(confirmedOf(sent, [{ address: 'a', number: 1 }])).toEqual({ a: { text: '1', seen: 1 } })
  })

  test('what was typed over a cell while it was being saved goes on from the revision just saved', () => {
    const sent: Edits = { a: { text: '1', seen: 0 } }
    const meanwhile: Edits = { a: { text: '12', seen: 0 } }
    expect(afterSaving(meanwhile, sent, [{ address: 'a', number: 1 }])).toEqual({ a: { text: '12', seen: 1 } })
  })

  test('cells that went with their row are not sent', () => {
    const edits: Edits = { 'goals/a/text': { text: '1', seen: 0 }, 'goals/b/text': { text: '2', seen: 0 } }
    expect(withoutCells(edits, ['goals/a/text', 'goals/a/completion'])).toEqual({ 'goals/b/text': { text: '2', seen: 0 } })
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
