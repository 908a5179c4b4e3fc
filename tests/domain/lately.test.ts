import { expect, test, vi } from 'vitest'
import { lately } from '@/lib/domain/reading/lately'

test('what was lately read of a few words is known, a long text is read each time, and what was asked long ago is forgotten', () => {
  const read = vi.fn((text: string): number | null => (text === 'none' ? null : text.length))
  const length = lately(read)
  expect([length('abc'), length('abc'), length('none'), length('none')]).toEqual([3, 3, null, null])
  expect(read).toHaveBeenCalledTimes(2)
  const long = 'x'.repeat(61)
  expect([length(long), length(long)]).toEqual([61, 61])
  expect(read).toHaveBeenCalledTimes(4)
  // What is asked again meanwhile stays
  for (let number = 0; number < 6_000; number++) length(number % 1_000 === 0 ? 'abc' : `${number}`)
  expect(read).toHaveBeenCalledTimes(4 + 5_994)
  length('none')
  expect(read).toHaveBeenCalledTimes(4 + 5_995)
})
