import { describe, expect, test } from 'vitest'
import { dashboardViewOf, EVERYTHING, isSelective, type SearchParameters, searchOf } from '@/lib/forms/dashboard'

const parametersOf = (search: string): SearchParameters => Object.fromEntries(new URLSearchParams(search))

describe('the dashboard in the address', () => {
  test.each([
    '',
    '?q=%E6%95%99%E8%82%B2',
    '?status=submitted&node=finance',
    '?grade=none&findings=warnings&band=95&deadline=overdue&sort=total&dir=asc',
    '?sort=rate&dir=desc&after=cm3abc',
  ])('%s restores the same view', (search) => expect(searchOf(dashboardViewOf(parametersOf(search)))).toBe(search))
  test('without parameters everything stands there, the doubtful ones first', () => {
    const view = dashboardViewOf({})
    expect(view).toEqual({ selection: EVERYTHING, order: { by: 'doubt', descending: true }, after: '' })
    expect(isSelective(view)).toBe(false)
  })
  test('what is not understood counts as not given', () => {
    const view = dashboardViewOf({
      status: 'gone',
      sort: 'drop table',
      band: ['0', '60'],
      after: "' OR 1",
      q: 'x'.repeat(999),
      grade: 'excellent',
    })
    expect(view.selection).toEqual({ ...EVERYTHING, grade: 'excellent' })
    expect(view.order.by).toBe('doubt')
    expect(view.after).toBe('')
  })
})
