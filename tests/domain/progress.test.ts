import { expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import { nextIncomplete, type Progress, progressOf, type SectionProgress } from '@/lib/domain/checks/progress'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { ENTRY_SECTIONS, type EntrySection, isBegun } from '@/lib/domain/evaluation/sections'
import { anEvaluation, figuresInWan } from '@/tests/support/builders'
import { block, withRow } from '@/tests/support/findings'

/** How far every form of a department is: it has them all. */
const progress = (evaluation: Evaluation, asked: boolean) =>
  progressOf(evaluation, assess(evaluation).findings, asked) as Readonly<Record<EntrySection, SectionProgress>>

test('a form counts the places that must be filled in, and says nothing wrong before 校验 was asked for', () => {
  const empty = anEvaluation({ figures: {} })
  const { required } = empty.scheme
  const asksFunds = required.filter((at) => at.startsWith('funds/')).length
  expect(asksFunds).toBeGreaterThan(2)
  expect(progress(empty, false).funds).toMatchObject({ state: 'empty', filled: 0, open: 0 })
  expect(progress(empty, false).funds.required).toBeGreaterThanOrEqual(asksFunds)

  const negative = anEvaluation({ figures: figuresInWan({ 'total/adjustedBudget': '-1', 'total/actualExpenditure': '1' }) })
  const before = progress(negative, false).funds
  expect(before).toMatchObject({ state: 'filling', filled: 2, open: 0 })
  expect(before.required).toBe(progress(empty, false).funds.required)
  const after = progress(negative, true).funds
  expect(after.state).toBe('wrong')
  expect(after.open).toBeGreaterThan(0)
  expect([after.filled, after.required]).toEqual([before.filled, before.required])
})

test('an actual value counts as the other cells of its row do', () => {
  const without = progress(withRow({ target: '≥90%', actual: '' }), false).indicators
  const filled = progress(withRow({ target: '≥90%', actual: '95%' }), false).indicators
  expect(filled.required).toBe(without.required)
  expect(filled.filled).toBe(without.filled + 1)
})

test('a form is begun when anything stands in it', () => {
  const empty = anEvaluation({ figures: {}, indicators: [], tasks: [], goals: [], problems: [], measures: [] })
  for (const section of ['funds', 'goals', 'tasks', 'indicators', 'problems'] as const) expect(isBegun(empty, section)).toBe(false)
  const told = { ...empty, narrative: { ...empty.narrative, deviation: [block('x', '年中追加')], achievements: [block('y', '办结')] } }
  expect(isBegun(told, 'funds')).toBe(true)
  expect(isBegun(told, 'analysis')).toBe(true)
  expect(isBegun({ ...empty, measures: [{ id: 'm', mark: '', text: [] }] }, 'problems')).toBe(false)
  expect(isBegun({ ...empty, cover: { ...empty.cover, phone: '1' } }, 'cover')).toBe(true)
})

test('what comes next is the next form that is not complete; an empty one that nobody asks for is skipped', () => {
  const done = { state: 'done', filled: 1, required: 1, open: 0 } as const
  const all = Object.fromEntries(ENTRY_SECTIONS.map((section) => [section, done])) as unknown as Progress
  expect(nextIncomplete(all, 'funds')).toBeNull()
  expect(nextIncomplete({ ...all, cover: { state: 'empty', filled: 0, required: 0, open: 0 } }, 'funds')).toBeNull()
  expect(nextIncomplete({ ...all, cover: { state: 'empty', filled: 0, required: 2, open: 0 } }, 'funds')).toBe('cover')
  expect(nextIncomplete({ ...all, duties: { ...done, state: 'doubtful', open: 1 } }, 'funds')).toBe('duties')
  expect(nextIncomplete({ ...all, funds: { ...done, state: 'wrong', open: 1 } }, 'funds')).toBeNull()
})
