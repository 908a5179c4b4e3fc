import { expect, test } from 'vitest'
import { sectionState } from '@/lib/domain/evaluation/sections'

const unfilled = { unfilled: true, severity: 'error' } as const
const error = { unfilled: false, severity: 'error' } as const
const warning = { unfilled: false, severity: 'warning' } as const

test('what is not filled in yet is no error, and a warning is none either', () => {
  expect(sectionState(false, [unfilled, error])).toBe('empty')
  expect(sectionState(true, [unfilled, unfilled])).toBe('filling')
  expect(sectionState(true, [warning, unfilled])).toBe('filling')
  expect(sectionState(true, [warning])).toBe('doubtful')
  expect(sectionState(true, [unfilled, warning, error])).toBe('wrong')
  expect(sectionState(true, [])).toBe('done')
})
