import { describe, expect, test } from 'vitest'
import { type Known, planRoster, type RosterLine, type RosterPerson } from '@/lib/domain/people/roster'

const there = (code: string, name: string, more: object = {}) => ({
  id: `id${code}`,
  path: `/id${code}/`,
  code,
  name,
  kind: 'region' as const,
  parentId: null,
  mine: true,
  closed: false,
  ...more,
})
const city = there('1', '示例市')
const known = (more: Partial<Known> = {}): Known => ({
  departments: new Map([['1', city]]),
  people: new Map(),
  nameTaken: () => false,
  ...more,
})
const bureau = { code: '101', name: '示例教育局', kind: 'authority', parentCode: '1' } as const
const school = { code: '101001', name: '示例小学', kind: 'unit', parentCode: '101' } as const
const li: RosterPerson = { loginName: 'li', name: '示例李', role: 'editor', withSubtree: false }

const list = (...lines: Partial<RosterLine>[]): RosterLine[] =>
  lines.map((one, index) => ({ line: index + 2, code: '1', name: null, kind: null, parentCode: null, person: null, ...one }))
const planned = (lines: RosterLine[], more: Partial<Known> = {}) => planRoster(lines, known(more))
const codes = (lines: RosterLine[], more: Partial<Known> = {}) =>
  planned(lines, more).outcomes.map(({ refusals }) => refusals.map(({ code }) => code))

describe('a list of departments and people', () => {
  test('is ordered so that nothing is made before what it stands below', () => {
    const plan = planned(list(school, { ...bureau, person: li }))
    expect(plan.departments.map(({ code }) => code)).toEqual(['101', '101001'])
    expect(plan.people).toEqual([{ loginName: 'li', name: '示例李', grants: [{ code: '101', role: 'editor', withSubtree: false }] }])
    expect(plan.outcomes).toEqual([
      { line: 2, department: 'new', person: null, refusals: [] },
      { line: 3, department: 'new', person: 'new', refusals: [] },
    ])
  })

  test('tells of a department once; other lines name it by its code', () => {
    const plan = planned(list({ code: '101', person: li }, bureau, { code: '101', person: { ...li, role: 'approver' } }))
    expect(plan.departments).toEqual([bureau])
    expect(plan.people[0]?.grants.map(({ role }) => role)).toEqual(['editor', 'approver'])
    expect(plan.outcomes.map(({ person }) => person)).toEqual(['new', null, 'granted'])
  })

  test('what is there already is left as it is', () => {
    const people = new Map([
      ['li', { id: 'u1', name: '示例李', mine: true, grants: [{ departmentId: 'id1', role: 'editor' as const, withSubtree: true }] }],
    ])
    const plan = planned(
      list({ name: '示例市', person: li }, { person: { ...li, role: 'reviewer' } }, { person: { ...li, role: 'reviewer' } }),
      { people },
    )
    expect(plan.departments).toEqual([])
    expect(plan.people).toEqual([])
    expect(plan.grants).toEqual([{ userId: 'u1', loginName: 'li', grant: { code: '1', role: 'reviewer', withSubtree: false } }])
    expect(plan.outcomes.map(({ department, person }) => [department, person])).toEqual([
      ['there', 'there'],
      ['there', 'granted'],
      ['there', 'there'],
    ])
  })
})

describe('what cannot be is said at its line', () => {
  test.each<[string, RosterLine[], Partial<Known>, string[][]]>([
    ['a new department of which too little is said', list({ code: '101', name: '示例教育局' }), {}, [['roster-department-incomplete']]],
    ['two lines that disagree', list(bureau, { ...bureau, name: '示例体育局' }), {}, [[], ['roster-contradicts']]],
    ['a parent that is nowhere', list({ ...bureau, parentCode: '9' }), {}, [['roster-parent-unknown']]],
    [
      'departments that stand below each other',
      list({ ...bureau, kind: 'unit', parentCode: '101001' }, school),
      {},
      [['department-cycle'], ['department-cycle']],
    ],
    ['a kind that may not stand there', list(bureau, { ...school, kind: 'region' }), {}, [[], ['department-parent-kind']]],
    ['two of one name below one', list(bureau, { ...bureau, code: '102' }), {}, [[], ['department-name-taken']]],
    ['a name that is taken there', list(bureau), { nameTaken: () => true }, [['department-name-taken']]],
    ['a known code under another name', list({ name: '示例县' }), {}, [['department-code-taken']]],
    [
      'a department of somebody else',
      list({ name: '示例市' }),
      { departments: new Map([['1', { ...city, mine: false }]]) },
      [['department-not-found']],
    ],
    [
      'below a department of somebody else',
      list(bureau),
      { departments: new Map([['1', { ...city, mine: false }]]) },
      [['department-not-found']],
    ],
    [
      'below a closed department',
      list(bureau),
      { departments: new Map([['1', { ...city, closed: true }]]) },
      [['department-parent-closed']],
    ],
    ['one login name for two people', list({ person: li }, { person: { ...li, name: '示例王' } }), {}, [[], ['login-name-taken']]],
    [
      'the login name of somebody else',
      list({ person: li }),
      { people: new Map([['li', { id: 'u1', name: '示例李', mine: false, grants: [] }]]) },
      [['login-name-taken']],
    ],
  ])('%s', (_what, lines, more, expected) => expect(codes(lines, more)).toEqual(expected))
})
