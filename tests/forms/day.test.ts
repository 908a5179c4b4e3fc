import { expect, test } from 'vitest'
import { dayAfter } from '@/lib/forms/day'

test.each([
  ['2024-05-31', 0, '2024-05-31'],
  ['2024-05-31', 1, '2024-06-01'],
  ['2024-02-01', 30, '2024-03-02'],
  ['2023-12-31', 400, '2025-02-03'],
])('%s and %i days: %s', (day, days, after) => expect(dayAfter(day, days)).toBe(after))
