import { expect, test, vi } from 'vitest'
import { remembered } from '@/lib/domain/reading/remembered'

test('a short text is read once, a long one each time, and after very many all are read again', () => {
  const read = vi.fn((text: string): number | null => (text === 'none' ? null : text.length))
  const length = remembered(read)
  expect([length('abc'), length('abc'), length('none'), length('none')]).toEqual([3, 3, null, null])
  expect(read).toHaveBeenCalledTimes(2)
  const long = 'x'.repeat(41)
  expect([length(long), length(long)]).toEqual([41, 41])
  expect(read).toHaveBeenCalledTimes(4)
  for (let number = 0; number < 5_000; number++) length(`${number}`)
  expect(length('abc')).toBe(3)
  expect(read).toHaveBeenCalledTimes(5_005)
})
