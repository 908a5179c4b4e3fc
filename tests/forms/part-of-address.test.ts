import { expect, test } from 'vitest'
import { partOfAddress } from '@/lib/forms/cells/part-of-address'

test.each([
  ['funds%2Ftotal', 'funds/total'],
  ['%E6%8C%87%E6%A0%87', '指标'],
  ['', ''],
  ['100%', '100%'],
  ['%E0%A4%A', '%E0%A4%A'],
  ['%zz', '%zz'],
])('behind the # %j means %j', (text, meant) => expect(partOfAddress(text)).toBe(meant))
