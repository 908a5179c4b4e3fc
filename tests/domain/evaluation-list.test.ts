import { describe, expect, test } from 'vitest'
import {
  bandOf,
  isOverdue,
  type ListedEvaluation,
  type ListSelection,
  ordered,
  roundsToName,
  selected,
  tallyOf,
} from '@/lib/domain/evaluation/evaluation-list'
import { quantity } from '@/lib/domain/quantities'

const row = (code: string, overrides: Partial<ListedEvaluation> & { points?: string; share?: string } = {}): ListedEvaluation => {
  const { points, share, ...rest } = overrides
  return {
    departmentName: `示例部门${code}`,
    departmentCode: code,
    status: 'approved',
    node: 'finance',
    executionRate: share === undefined ? null : quantity(share),
    total: points === undefined ? null : quantity(points),
    grade: null,
    gradeName: null,
    openErrors: 0,
    openWarnings: 0,
    explained: 0,
    overdue: false,
    ...rest,
  }
}
const everything: ListSelection = { query: '', status: null, node: null, grade: null, findings: null, band: null, deadline: null }
const codes = (rows: readonly ListedEvaluation[]) => rows.map(({ departmentCode }) => departmentCode)

describe('score bands', () => {
  test.each([
    ['0', '0'],
    ['59.99', '0'],
    ['60', '60'],
    ['64.99', '60'],
    ['89.99', '85'],
    ['95', '95'],
    ['100', '95'],
  ])('%s points fall into the band from %s', (points, band) => expect(bandOf(quantity(points))).toBe(band))
  test('without a total there is no band', () => expect(bandOf(null)).toBe('none'))
})

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

describe('ordering', () => {
  const rows = [row('03', { points: '80' }), row('01'), row('02', { points: '95' }), row('04', { points: '80' })]
  test('what is missing stands last in both directions, ties by code', () => {
    expect(codes(ordered(rows, { by: 'total', descending: true }))).toEqual(['02', '03', '04', '01'])
    expect(codes(ordered(rows, { by: 'total', descending: false }))).toEqual(['03', '04', '02', '01'])
  })
  test('the doubtful ones come first: errors before warnings before explained ones', () => {
    const doubtful = [row('01'), row('02', { explained: 3 }), row('03', { openWarnings: 1 }), row('04', { openErrors: 1 })]
    expect(codes(ordered(doubtful, { by: 'doubt', descending: true }))).toEqual(['04', '03', '02', '01'])
  })
  test('by status it follows the way of an evaluation', () => {
    const states = [
      row('01', { status: 'approved' }),
      row('02', { status: 'submitted', node: 'finance' }),
      row('03', { status: 'submitted', node: 'unit' }),
      row('04', { status: 'draft', node: 'entry' }),
    ]
    expect(codes(ordered(states, { by: 'status', descending: false }))).toEqual(['04', '03', '02', '01'])
  })
  test('it leaves the given list alone', () => {
    ordered(rows, { by: 'total', descending: true })
    expect(codes(rows)).toEqual(['03', '01', '02', '04'])
  })
})

describe('selecting', () => {
  const rows = [
    row('0101', { departmentName: '示例区教育局', points: '97', grade: 'excellent' }),
    row('0102', { departmentName: '示例区民政局', status: 'submitted', openWarnings: 2 }),
    row('0201', { departmentName: '示例镇', status: 'draft', node: 'entry', openErrors: 1, openWarnings: 1 }),
  ]
  test.each([
    ['教育', ['0101']],
    ['01', ['0101', '0102']],
    [' 示例镇 ', ['0201']],
    ['没有', []],
  ])('by name or the beginning of the code: %s', (query, expected) =>
    expect(codes(selected(rows, { ...everything, query }))).toEqual(expected),
  )
  test.each<[Partial<ListSelection>, string[]]>([
    [{ status: 'submitted' }, ['0102']],
    [{ node: 'entry' }, ['0201']],
    [{ grade: 'excellent' }, ['0101']],
    [{ grade: 'none' }, ['0102', '0201']],
    [{ findings: 'errors' }, ['0201']],
    [{ findings: 'warnings' }, ['0102', '0201']],
    [{ findings: 'clear' }, ['0101']],
    [{ band: '95' }, ['0101']],
    [{ band: 'none', status: 'draft' }, ['0201']],
  ])('by %o', (selection, expected) => expect(codes(selected(rows, { ...everything, ...selection }))).toEqual(expected))
})

describe('counting', () => {
  const rows = [
    row('1', { points: '97', grade: 'excellent' }),
    row('2', { points: '83', grade: 'good', status: 'submitted', node: 'unit', openWarnings: 1 }),
    row('3', { status: 'submitted', node: 'finance', explained: 1 }),
    row('4', { status: 'returned', node: 'entry', openErrors: 2, overdue: true }),
  ]
  const tally = tallyOf(rows)
  test('every evaluation is counted once in each way of counting', () => {
    for (const part of [tally.byState, tally.byGrade, tally.byBand])
      expect(part.reduce((all, { count }) => all + count, 0)).toBe(rows.length)
  })
  test('待审核 is counted per node', () => {
    expect(tally.byState.map(({ status, node, count }) => `${status} ${node} ${count}`)).toEqual([
      'submitted unit 1',
      'submitted finance 1',
      'returned entry 1',
      'approved finance 1',
    ])
  })
  test('each count leads to as many evaluations', () => {
    for (const { grade, count } of tally.byGrade) expect(selected(rows, { ...everything, grade })).toHaveLength(count)
    for (const { band, count } of tally.byBand) expect(selected(rows, { ...everything, band })).toHaveLength(count)
    expect(codes(selected(rows, { ...everything, deadline: 'overdue' }))).toEqual(['4'])
    expect(tally.overdue).toBe(1)
    expect(selected(rows, { ...everything, findings: 'errors' })).toHaveLength(tally.withErrors)
    expect(selected(rows, { ...everything, findings: 'warnings' })).toHaveLength(tally.withWarnings)
    expect(selected(rows, { ...everything, findings: 'explained' })).toHaveLength(tally.withExplained)
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
