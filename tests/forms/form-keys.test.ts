import { expect, test } from 'vitest'
import { formCommandOf } from '@/lib/forms/saving/form-keys'

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
const pressed = (key: string, held: Partial<typeof NONE> = {}) => formCommandOf({ ...NONE, key, ...held })

test.each([
  ['s', 'save'],
  ['z', 'undo'],
  ['y', 'redo'],
])('Ctrl+%s means %s, however the keyboard writes it', (letter, command) => {
  const wide = String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
  for (const key of [letter, letter.toUpperCase(), wide, wide.toUpperCase()]) {
    expect([key, pressed(key, { ctrlKey: true }), pressed(key, { metaKey: true })]).toEqual([key, command, command])
    expect([pressed(key), pressed(key, { ctrlKey: true, altKey: true }), pressed(key, { ctrlKey: true, isComposing: true })]).toEqual(
      Array(3).fill(null),
    )
  }
})

test('Ctrl+Shift+Z does again, Ctrl+Enter saves, Alt+PageDown goes on, F8 to the next open place; other keys are left to whoever has them', () => {
  for (const key of ['z', 'Z', 'Ｚ']) expect(pressed(key, { ctrlKey: true, shiftKey: true })).toBe('redo')
  expect(pressed('Enter', { ctrlKey: true })).toBe('save')
  expect(pressed('PageDown', { altKey: true })).toBe('next')
  expect(pressed('F8')).toBe('open')
  expect([pressed('F8', { shiftKey: true }), pressed('F8', { altKey: true })]).toEqual([null, null])
  for (const key of ['a', 'c', 'v', 'x', 'ß', 'Process', 'Dead', '中']) expect([key, pressed(key, { ctrlKey: true })]).toEqual([key, null])
  for (const key of ['Enter', 'PageDown', 'Escape']) expect([key, pressed(key)]).toEqual([key, null])
})
