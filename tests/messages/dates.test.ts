import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, deadlineLabel, formatTime, formatTimeExactly, startOfDay } from '@/lib/messages/dates'

describe('a moment is said in the time of China, wherever the server stands', () => {
  test.each([
    ['2024-05-31T15:59:59Z', '2024-05-31 23:59:59'],
    ['2024-05-31T16:00:00Z', '2024-06-01 00:00:00'],
    ['2023-12-31T16:30:05Z', '2024-01-01 00:30:05'],
  ])('%s: %s', (moment, said) => {
    expect(formatTimeExactly(new Date(moment))).toBe(said)
    expect(formatTime(moment)).toBe(said.slice(0, 16))
    expect(dayOf(moment)).toBe(said.slice(0, 10))
  })

  test('as the calendar of the system has it, at any moment since there is no summer time', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' })
    fc.assert(
      fc.property(fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (at) => {
        expect(formatTimeExactly(at)).toBe(clock.format(at))
      }),
    )
  })

  test('and a day begins there', () => expect(startOfDay('2024-06-01').toISOString()).toBe('2024-05-31T16:00:00.000Z'))
})

test.each([
  ['2024-05-31', '今日截止'],
  ['2024-06-01', '还有 1 天'],
  ['2025-05-31', '还有 365 天'],
  ['2024-05-30', '已逾期 1 天'],
  ['2024-02-29', '已逾期 92 天'],
])('on 31 May 2024 a deadline of %s is said as %s', (deadline, said) => expect(deadlineLabel(deadline, '2024-05-31')).toBe(said))
