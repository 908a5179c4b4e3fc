import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Membership, ROLES, type Viewer } from '@/lib/domain/people/permissions'
import {
  ACTIVITIES,
  type Activity,
  activitiesOf,
  mayDo,
  mayHandIn,
  mayPublish,
  mayRecall,
  REVIEW_ACTIONS,
  REVIEW_NODES,
  REVIEW_STATUSES,
  type ReviewAction,
  type ReviewNode,
  type ReviewStatus,
  seesReview,
  standingAfter,
} from '@/lib/domain/review/review'

const DEPARTMENT = { departmentId: 'd', departmentPath: '/r/d/' }
const AUTHORITY = { departmentId: 'a', departmentPath: '/r/', departmentKind: 'authority', withSubtree: true } as const
/** Who holds a role: 复核人 once for the finance bureau, once for the 主管部门 above. */
const HOLDERS = [...ROLES, 'supervisor'] as const
type Holder = (typeof HOLDERS)[number]
const membership = (holder: Holder): Membership =>
  holder === 'supervisor' ? { ...AUTHORITY, role: 'reviewer' } : { ...DEPARTMENT, departmentKind: 'unit', role: holder, withSubtree: false }
const acting = (holder: Holder): Viewer => ({ userId: holder, name: holder, memberships: [membership(holder)] })

/** Who may do what where: every line of the workflow, as the regulation has it. Whatever is not here is refused. */
const ALLOWED = new Set([
  'draft entry editor enter',
  'draft entry editor submit',
  'draft entry reviewer approveTargets',
  'returned entry editor enter',
  'returned entry editor submit',
  'returned entry reviewer approveTargets',
  'submitted unit editor recall',
  'submitted supervisor editor recall',
  'submitted finance editor recall',
  'submitted unit approver forward',
  'submitted unit approver return',
  'submitted supervisor supervisor forward',
  'submitted supervisor supervisor return',
  'submitted finance reviewer score',
  'submitted finance reviewer return',
  'submitted finance reviewer approve',
  'approved disclosure reviewer publish',
  'approved disclosure administrator publish',
])

describe('every cell of the matrix status × node × role × activity', () => {
  for (const status of REVIEW_STATUSES)
    for (const node of REVIEW_NODES)
      test(`${status} at ${node}`, () => {
        for (const holder of HOLDERS)
          for (const activity of ACTIVITIES) {
            const decided = mayDo(acting(holder), { status, node, ...DEPARTMENT }, activity, null)
            expect([holder, activity, decided.ok]).toEqual([holder, activity, ALLOWED.has(`${status} ${node} ${holder} ${activity}`)])
          }
      })
})

test('a role elsewhere permits nothing, one above with its subtree does', () => {
  const evaluation = { status: 'draft', node: 'entry', ...DEPARTMENT } as const
  const at = (departmentPath: string, withSubtree: boolean): Viewer => ({
    userId: 'x',
    name: 'x',
    memberships: [{ departmentId: departmentPath, departmentPath, departmentKind: 'region', role: 'editor', withSubtree }],
  })
  expect(activitiesOf(at('/r/e/', true), evaluation, null)).toEqual([])
  expect(activitiesOf(at('/r/', false), evaluation, null)).toEqual([])
  expect(activitiesOf(at('/r/', true), evaluation, null)).toEqual(['enter', 'submit'])
})

test('who acted at one node does nothing at another', () => {
  const all: Viewer = { userId: 'x', name: 'x', memberships: HOLDERS.map(membership) }
  const atUnit = { status: 'submitted', node: 'unit', ...DEPARTMENT } as const
  expect(mayDo(all, atUnit, 'forward', 'unit').ok).toBe(true)
  expect(mayDo(all, atUnit, 'forward', 'entry')).toEqual({ ok: false, refusal: { code: 'acted-elsewhere', facts: { node: 'entry' } } })
})

describe('the way through the nodes', () => {
  test.each<[string, ReviewNode[], ReviewNode[]]>([
    ['all switched on', ['entry', 'unit', 'supervisor', 'finance', 'disclosure'], ['unit', 'supervisor', 'finance']],
    ['no 主管部门', ['entry', 'unit', 'finance', 'disclosure'], ['unit', 'finance']],
    ['only 财政', ['entry', 'finance'], ['finance']],
  ])('%s', (_, nodes, way) => {
    const visited: ReviewNode[] = []
    let { node } = standingAfter('submit', 'entry', nodes)
    for (visited.push(node); node !== 'finance'; visited.push(node)) node = standingAfter('forward', node, nodes).node
    expect(visited).toEqual(way)
  })

  test('an approved evaluation waits for disclosure only where the scheme discloses', () => {
    expect(standingAfter('approve', 'finance', ['entry', 'finance', 'disclosure'])).toEqual({ status: 'approved', node: 'disclosure' })
    expect(standingAfter('approve', 'finance', ['entry', 'finance'])).toEqual({ status: 'approved', node: 'finance' })
  })
})

test('handing in waits for errors and unexplained warnings', () => {
  expect(mayHandIn({ openErrors: 0, openWarnings: 0 }).ok).toBe(true)
  expect(mayHandIn({ openErrors: 1, openWarnings: 2 })).toEqual({
    ok: false,
    refusal: { code: 'open-findings', facts: { errors: '1', warnings: '2' } },
  })
})

test('what was handed in is taken back until the next node has opened it', () => {
  expect(mayRecall('submit', null).ok).toBe(true)
  const opened = mayRecall('submit', { byName: '示例审核人', at: '2024-05-30T02:00:00.000Z' })
  expect(opened).toEqual({ ok: false, refusal: { code: 'opened-already', facts: { byName: '示例审核人' } } })
  for (const last of [null, 'forward', 'recall'] as const) expect(mayRecall(last, null).ok).toBe(false)
  expect(standingAfter('recall', 'unit', ['entry', 'unit', 'finance'])).toEqual({ status: 'draft', node: 'entry' })
  expect(standingAfter('recall', 'finance', ['entry', 'finance'], true)).toEqual({ status: 'returned', node: 'entry' })
})

test('reconstructed figures are never disclosed', () => {
  expect(mayPublish({ reconstructed: true }).ok).toBe(false)
  expect(mayPublish({ reconstructed: false }).ok).toBe(true)
})

test('no sequence of attempts leads to an illegal state, or lets one person act at two nodes', () => {
  const attempt = fc.record({
    holder: fc.constantFrom(...HOLDERS),
    person: fc.integer({ min: 0, max: 2 }),
    activity: fc.constantFrom<Activity>(...ACTIVITIES),
  })
  const nodes = fc.subarray<ReviewNode>(['unit', 'supervisor', 'disclosure']).map((on): ReviewNode[] => ['entry', 'finance', ...on])
  const isAction = (activity: Activity): activity is ReviewAction => REVIEW_ACTIONS.some((action) => action === activity)
  fc.assert(
    fc.property(nodes, fc.array(attempt, { maxLength: 60 }), (switchedOn, attempts) => {
      let status: ReviewStatus = 'draft'
      let node: ReviewNode = 'entry'
      const acted = new Map<string, ReviewNode>()
      for (const { holder, person, activity } of attempts) {
        const name = `person ${person}`
        const decided = mayDo({ ...acting(holder), userId: name }, { status, node, ...DEPARTMENT }, activity, acted.get(name) ?? null)
        if (!decided.ok) continue
        expect(acted.get(name) ?? decided.value).toBe(decided.value)
        expect(ALLOWED.has(`${status} ${node} ${holder} ${activity}`)).toBe(true)
        acted.set(name, decided.value)
        if (isAction(activity)) ({ status, node } = standingAfter(activity, node, switchedOn))
        expect(status === 'draft' || status === 'returned' ? node : 'entry').toBe('entry')
        if (node === 'unit' || node === 'supervisor' || node === 'disclosure') expect(switchedOn).toContain(node)
      }
    }),
    { numRuns: process.env.HENGJI_LONG === '1' ? 10_000 : 1000 },
  )
})

test.each(REVIEW_STATUSES)('what reviewers give is seen by their side alone until it is decided: %s', (status) => {
  const decided = status === 'approved' || status === 'published'
  const elsewhere: Viewer = {
    ...acting('editor'),
    memberships: [membership('editor'), { ...membership('reviewer'), departmentId: 'e', departmentPath: '/r/e/' }],
  }
  for (const viewer of [...HOLDERS.map(acting), elsewhere]) {
    const theirs = ['reviewer', 'supervisor', 'administrator'].includes(viewer.userId)
    expect([viewer.userId, seesReview(viewer, { status, ...DEPARTMENT })]).toEqual([viewer.userId, decided || theirs])
  }
})
