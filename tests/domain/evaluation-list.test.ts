import { describe, expect, test } from 'vitest'
import { isOverdue, type ListGroup, roundsToName, tallyOf } from '@/lib/domain/evaluation/evaluation-list'

describe('逾期', () => {
  const standing = { status: 'submitted', node: 'finance', reconstructed: false, dueOn: '2024-05-31' } as const
  test.each([
    ['on the day itself', standing, '2024-05-31', false],
    ['the day after', standing, '2024-06-01', true],
    ['without a date', { ...standing, dueOn: null }, '2024-06-01', false],
    ['approved and waiting for disclosure', { ...standing, status: 'approved', node: 'disclosure' }, '2024-06-01', true],
    ['approved, never to be disclosed', { ...standing, status: 'approved', node: 'disclosure', reconstructed: true }, '2024-06-01', false],
    ['approved where nothing is disclosed', { ...standing, status: 'approved' }, '2024-06-01', false],
    ['published', { ...standing, status: 'published', node: 'disclosure' }, '2024-06-01', false],
  ] as const)('%s', (_, evaluation, today, late) => expect(isOverdue(evaluation, today)).toBe(late))
})

describe('counting', () => {
  const group = (overrides: Partial<ListGroup>): ListGroup => ({
    status: 'approved',
    node: 'finance',
    grade: null,
    gradeName: null,
    band: 'none',
    withErrors: false,
    withWarnings: false,
    withExplained: false,
    overdue: false,
    count: 1,
    ...overrides,
  })
  const tally = tallyOf([
    group({ grade: 'excellent', gradeName: '优', band: '95', count: 30 }),
    group({ grade: 'excellent', gradeName: '优秀', band: '90', count: 4 }),
    group({ grade: 'good', gradeName: '良', band: '80', status: 'submitted', node: 'unit', withWarnings: true, count: 3 }),
    group({ status: 'submitted', node: 'finance', withExplained: true, count: 2 }),
    group({ status: 'returned', node: 'entry', withErrors: true, overdue: true }),
    group({ status: 'returned', node: 'entry', withErrors: true, withWarnings: true }),
  ])
  test('every evaluation is counted once in each way of counting', () => {
    expect(tally.count).toBe(41)
    for (const part of [tally.byState, tally.byGrade, tally.byBand]) expect(part.reduce((all, { count }) => all + count, 0)).toBe(41)
  })
  test('待审核 is counted per node, in the order of the way', () => {
    expect(tally.byState.map(({ status, node, count }) => `${status} ${node} ${count}`)).toEqual([
      'submitted unit 3',
      'submitted finance 2',
      'returned entry 2',
      'approved finance 34',
    ])
  })
  test('a grade is counted whatever its schemes call it, and bands from the lowest', () => {
    expect(tally.byGrade[0]).toEqual({ grade: 'excellent', names: ['优', '优秀'], count: 34 })
    expect(tally.byBand.filter(({ count }) => count > 0)).toEqual([
      { band: 'none', count: 4 },
      { band: '80', count: 3 },
      { band: '90', count: 4 },
      { band: '95', count: 30 },
    ])
  })
  test('findings and deadlines', () => {
    expect([tally.withErrors, tally.withWarnings, tally.withExplained, tally.overdue]).toEqual([2, 4, 2, 1])
  })
})

test('a round is named only where a department has another evaluation of the year', () => {
  const rows = [
    { id: 'a', departmentId: 'd1', year: 2024, roundName: '年度自评' },
    { id: 'b', departmentId: 'd1', year: 2024, roundName: '补充自评' },
    { id: 'c', departmentId: 'd1', year: 2023, roundName: '年度自评' },
    { id: 'd', departmentId: 'd2', year: 2024, roundName: '年度自评' },
  ]
  expect([...roundsToName(rows)]).toEqual([
    ['a', '年度自评'],
    ['b', '补充自评'],
  ])
})
