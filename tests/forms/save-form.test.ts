import { describe, expect, test } from 'vitest'
import { SAVE_SIGNED_OUT } from '@/lib/forms/saving/form-answers'
import { edited, isOver, nothingSaved, standingOf, troubleOf, unanswered } from '@/lib/forms/saving/save-form'
import { failureOfCells } from '@/lib/forms/state/failed-send'

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

test('an answer says why nothing could be saved, and whether it may have been', () => {
  expect(troubleOf({ saved: [], refusals: [{ address: 'a', message: '不对' }], conflicts: [], message: null })).toBeNull()
  expect(troubleOf(nothingSaved('表单已锁定。'))).toEqual({ text: '表单已锁定。' })
  expect(troubleOf(unanswered('unreachable'))).toEqual({ text: failureOfCells.unreachable, failure: 'unreachable' })
  expect(SAVE_SIGNED_OUT.saved).toEqual([])
  expect(troubleOf(SAVE_SIGNED_OUT)).toMatchObject({ signedOut: true })
  expect([nothingSaved('表单已锁定。'), unanswered('failed'), SAVE_SIGNED_OUT].map(isOver)).toEqual([true, false, false])
})
