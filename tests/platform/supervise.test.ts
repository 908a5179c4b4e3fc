import { expect, test, vi } from 'vitest'
import { keepRunning } from '@/scripts/setup/supervise.mjs'
import { Refusal } from '@/scripts/setup/terminal.mjs'

vi.spyOn(process.stderr, 'write').mockReturnValue(true)

const atOnce = async () => {}

test('what ends is begun again, at once first and then after growing pauses, for about a minute', async () => {
  const pauses: number[] = []
  const failing = {
    whenLost: atOnce,
    begin: async () => {
      throw new Refusal('磁盘空间不足')
    },
  }
  const kept = keepRunning(
    '程序',
    failing,
    () => {},
    async (seconds: number) => void pauses.push(seconds),
  )
  await expect(kept).rejects.toThrow('磁盘空间不足')
  expect(pauses[0]).toBe(0)
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses)
  expect(pauses.reduce((sum, seconds) => sum + seconds)).toBeGreaterThan(45)
  expect(pauses.reduce((sum, seconds) => sum + seconds)).toBeLessThan(90)
})

test('what begins well and ends soon, over and over, is given up as well', async () => {
  let begun = 0
  const flickering = { whenLost: atOnce, begin: async () => void begun++ }
  await expect(keepRunning('程序', flickering, () => {}, atOnce)).rejects.toThrow('反复意外停止')
  expect(begun).toBeGreaterThan(5)
})

test('what ends because everything ends is not begun again', async () => {
  let begun = 0
  const ending = () => {
    throw new Error('ending')
  }
  await expect(keepRunning('程序', { whenLost: atOnce, begin: async () => void begun++ }, ending, atOnce)).rejects.toThrow('ending')
  expect(begun).toBe(0)
})
