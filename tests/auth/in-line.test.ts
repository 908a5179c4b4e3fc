import { expect, test } from 'vitest'
import { inLine, LineIsFull } from '@/lib/auth/in-line'
import { hashPassword, verifyPassword } from '@/lib/auth/passwords'

test('only so many go on at once, in the order in which they came, also past one that fails', async () => {
  const line = inLine(2, 10)
  let active = 0
  let most = 0
  const begun: number[] = []
  const work = (number: number) =>
    line(async () => {
      begun.push(number)
      most = Math.max(most, ++active)
      await new Promise((resolve) => setTimeout(resolve, 5))
      active -= 1
      if (number === 1) throw new Error('failed')
      return number
    })
  const ended = await Promise.allSettled(Array.from({ length: 8 }, (_, number) => work(number)))
  expect(ended.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, (_, number) => (number === 1 ? 'rejected' : 'fulfilled')))
  expect(most).toBe(2)
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(await work(9)).toBe(9)
})

test('who comes when too many wait is told at once', async () => {
  const line = inLine(1, 1)
  let finish = () => {}
  const first = line(() => new Promise<void>((resolve) => (finish = resolve)))
  const second = line(async () => 'second')
  await expect(line(async () => 'third')).rejects.toThrow(LineIsFull)
  finish()
  await first
  expect(await second).toBe('second')
})

test('a flood of passwords is hashed one at a time, and what is too much is refused', async () => {
  const hash = await hashPassword('calm-river-2024')
  const flood = await Promise.allSettled(Array.from({ length: 110 }, () => verifyPassword(hash, 'wrong')))
  expect(flood.filter(({ status }) => status === 'fulfilled')).toHaveLength(101)
  expect(await verifyPassword(hash, 'calm-river-2024')).toBe(true)
}, 60_000)
