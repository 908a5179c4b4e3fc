import { beforeAll, describe, expect, test } from 'vitest'
import { readBook } from '@/lib/exchange/workbook/read-book'
import { anEvaluation } from '@/tests/support/builders'
import { hostileWorkbooks } from '@/tests/support/hostile-workbooks'
import { bookOf } from '@/tests/support/workbooks'

/** Workbooks that mean harm are refused by what they say of themselves, before anything in them is parsed. */

// What reads workbooks is loaded once in the life of a process
beforeAll(async () => {
  expect((await readBook(await bookOf(anEvaluation()))).ok).toBe(true)
})

test('there are forty of them and more', () => {
  expect(hostileWorkbooks.length).toBeGreaterThanOrEqual(40)
})

/** On a machine that does other work beside: a tenth of it where it has nothing else to do. */
const LONGEST_MS = 2_000
const MOST_MEMORY = 64 * 1024 * 1024

const held = (): number => {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

describe('hostile workbooks', () => {
  test.each(hostileWorkbooks)('%s', async (_, file, code) => {
    const [memory, began] = [held(), performance.now()]
    expect(await readBook(file)).toEqual({ ok: false, error: { at: '', code } })
    expect(performance.now() - began).toBeLessThan(LONGEST_MS)
    expect(held() - memory).toBeLessThan(MOST_MEMORY)
  })
})
