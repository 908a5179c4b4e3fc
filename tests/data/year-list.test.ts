import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { searchText } from '@/lib/data/database/search'
import type { ListedSummary } from '@/lib/data/evaluation/evaluations'
import { listVisible, toDos } from '@/lib/data/rounds/workbench'
import { listYear, yearPoints, yearSquares } from '@/lib/data/rounds/year-list'
import { tallyYear } from '@/lib/data/rounds/year-tally'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import { BANDS, isOverdue, LIST_COLUMNS, type ListSelection } from '@/lib/domain/evaluation/evaluation-list'
import type { Viewer } from '@/lib/domain/people/permissions'
import { compare, fixed } from '@/lib/domain/quantities'
import { REVIEW_NODES, REVIEW_STATUSES } from '@/lib/domain/review/review'
import { EVERYTHING } from '@/lib/forms/dashboard'
import { testDatabase } from '@/tests/support/database'
import { aRound, aViewer } from '@/tests/support/evaluations'

// A server that sorts texts by a language: lists must not.
testDatabase({ collation: 'icu' })

const COUNT = 60
const TODAY = '2024-06-15'
const PAGE = 7
const STATES = [
  ['draft', 'entry'],
  ['returned', 'entry'],
  ['submitted', 'unit'],
  ['submitted', 'finance'],
  ['approved', 'disclosure'],
  ['approved', 'finance'],
  ['published', 'disclosure'],
] as const
const GRADES = ['excellent', 'good', 'fair', 'poor'] as const

const root = { id: 'root', path: '/root/', kind: 'region' as const }
const reviewer = aViewer('复核', 'reviewer', root, true)
const part = aViewer('部分', 'reviewer', { id: 'd0', path: '/root/d0/', kind: 'unit' }, true)
let all: ListedSummary[]

/** A number from 0 up to `below` that looks random and is the same each time. */
const pick = (seed: number, below: number): number => (((seed + 1) * 2654435761) >>> 7) % below
const decimal = (seed: number, below: number): string | null =>
  pick(seed, 5) === 0 ? null : (pick(seed * 3 + 1, below * 100) / 100).toFixed(2)

beforeAll(async () => {
  await storeBundledSchemes()
  const { id: schemeVersionId } = await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'national-2020' } })
  const deadlines = { entry: '2024-05-31', unit: '2024-06-15', finance: '2024-06-14', disclosure: '2024-07-31' }
  const round = await aRound(schemeVersionId, { year: 2023, name: '2023 年度', deadlines })
  const other = await aRound(schemeVersionId, { year: 2023, name: '补充' })
  await database().department.create({ data: { ...root, name: '示例市', code: '0', search: searchText('示例市', '0') } })
  for (let n = 0; n < COUNT; n++) {
    const code = `${pick(n, 7)}${n % 2 ? 'a' : 'B'}${n}`
    const name = n % 3 === 0 ? `示例区民政局${n}` : `示例财政所${n}`
    // One department stands below another, so that a part of the tree has more than itself
    const path = n === 1 ? '/root/d0/d1/' : `/root/d${n}/`
    await database().department.create({
      data: { id: `d${n}`, parentId: n === 1 ? 'd0' : 'root', kind: 'unit', name, code, path, search: searchText(name, code) },
    })
    const [status, node] = STATES[pick(n * 5, STATES.length)] ?? STATES[0]
    const total = decimal(n, 101)
    const reviewedTotal = pick(n + 9, 3) === 0 ? decimal(n + 500, 101) : null
    const gradeOf = (points: string | null) => (points === null ? null : (GRADES[pick(Number(points), 4)] ?? null))
    const subjectId = (await database().subject.create({ data: { kind: 'department', departmentId: `d${n}` } })).id
    const common = { subjectId, departmentId: `d${n}`, departmentName: name, departmentCode: code, schemeVersionId }
    await database().evaluation.create({
      data: {
        ...common,
        ...{
          id: `e${n}`,
          ...round,
          status,
          node,
          total,
          grade: gradeOf(total),
          reviewedTotal,
          reviewedGrade: gradeOf(reviewedTotal),
        },
        reconstructed: status === 'approved' && pick(n, 2) === 0,
        executionRate: decimal(n + 77, 2),
        openErrors: pick(n, 4) === 0 ? pick(n, 3) : 0,
        openWarnings: pick(n + 3, 3),
        explained: pick(n + 5, 3),
      },
    })
    if (n % 20 === 0) await database().evaluation.create({ data: { ...common, id: `o${n}`, ...other } })
  }
  all = await pagesOf((after) => listVisible(reviewer, { after, size: 50 }))
})

type Part<Row> = { rows: Row[]; count: number; skipped: number; previous: string | null; next: string | null }

/** Goes through a list by its ways forward, and proves that the ways back lead where one came from. */
async function pagesOf<Row>(load: (after: string) => Promise<Part<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  const came: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const { next, previous, ...found }: Part<Row> = await load(after)
    expect([found.skipped, previous]).toEqual([rows.length, came.at(-1) ?? null])
    rows.push(...found.rows)
    if (next === null) expect(found.count).toBe(rows.length)
    came.push(after)
    after = next
  }
  return rows
}

const totalOf = (row: ListedSummary) => row.reviewedTotal ?? row.total
const stageOf = (row: ListedSummary) => REVIEW_STATUSES.indexOf(row.status) * 10 + REVIEW_NODES.indexOf(row.node)
const weightOf = (row: ListedSummary) => row.openErrors * 10_000 + row.openWarnings * 100 + row.explained
const doubtOf = (row: ListedSummary) =>
  row.status === 'draft' ? 0 : weightOf(row) + { submitted: 3, returned: 2, approved: 1, published: 1 }[row.status] * 1e7
const missingLast = (a: Parameters<typeof compare>[0] | null, b: Parameters<typeof compare>[0] | null, direction: number) =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b) * direction
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The same orders, said without the database. */
const ORDERS: Record<(typeof LIST_COLUMNS)[number], (a: ListedSummary, b: ListedSummary, direction: number) => number> = {
  doubt: (a, b) => doubtOf(b) - doubtOf(a),
  department: (a, b, direction) => byText(a.departmentCode, b.departmentCode) * direction,
  rate: (a, b, direction) => missingLast(a.executionRate, b.executionRate, direction),
  total: (a, b, direction) => missingLast(totalOf(a), totalOf(b), direction),
  status: (a, b, direction) => (stageOf(a) - stageOf(b)) * direction,
  findings: (a, b, direction) => (weightOf(a) - weightOf(b)) * direction,
}

const listed = (viewer: Viewer, selection: ListSelection, by: (typeof LIST_COLUMNS)[number] = 'department', descending = false) =>
  pagesOf((after) => listYear(viewer, { year: 2023, selection, today: TODAY }, { by, descending }, { after, size: PAGE }))
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

describe('a year’s list', () => {
  test.each(LIST_COLUMNS.flatMap((by) => [true, false].map((descending) => [by, descending] as const)))(
    'by %s, descending %s: page after page the same order as without the database',
    async (by, descending) => {
      const direction = descending ? -1 : 1
      const expected = all.toSorted(
        (a, b) => ORDERS[by](a, b, direction) || byText(a.departmentCode, b.departmentCode) || byText(a.id, b.id),
      )
      expect(ids(await listed(reviewer, EVERYTHING, by, descending))).toEqual(ids(expected))
    },
  )

  const bandOf = (row: ListedSummary) => {
    const total = totalOf(row)
    if (total === null) return 'none'
    return BANDS.findLast((band) => band !== 'none' && Number(band) <= Number(fixed(total, 2))) ?? 'none'
  }
  const choices: [Partial<ListSelection>, (row: ListedSummary) => boolean][] = [
    ...REVIEW_STATUSES.map((status): [Partial<ListSelection>, (row: ListedSummary) => boolean] => [
      { status },
      (row) => row.status === status,
    ]),
    [{ status: 'submitted', node: 'finance' }, (row) => row.status === 'submitted' && row.node === 'finance'],
    ...[...GRADES, 'none' as const].map((grade): [Partial<ListSelection>, (row: ListedSummary) => boolean] => [
      { grade },
      (row) => (row.grade ?? 'none') === grade,
    ]),
    ...BANDS.map((band): [Partial<ListSelection>, (row: ListedSummary) => boolean] => [{ band }, (row) => bandOf(row) === band]),
    [{ findings: 'errors' }, (row) => row.openErrors > 0],
    [{ findings: 'warnings' }, (row) => row.openWarnings > 0],
    [{ findings: 'explained' }, (row) => row.explained > 0],
    [{ findings: 'clear' }, (row) => row.openErrors + row.openWarnings + row.explained === 0],
    [{ deadline: 'overdue' }, (row) => isOverdue(row, TODAY)],
    [{ query: '民政 示例区' }, (row) => row.departmentName.includes('民政')],
    [{ query: 'caizhengsuo' }, (row) => row.departmentName.includes('财政所')],
    [{ query: 'nowhere' }, () => false],
  ]
  test.each(choices)('narrowed to %o, and counted as many', async (choice, meant) => {
    const selection = { ...EVERYTHING, ...choice }
    const expected = all.filter(meant)
    expect(ids(await listed(reviewer, selection))).toEqual(ids(expected))
    expect((await tallyYear(reviewer, { year: 2023, selection, today: TODAY })).count).toBe(expected.length)
  })

  test('each number above it leads to as many', async () => {
    const tally = await tallyYear(reviewer, { year: 2023, selection: EVERYTHING, today: TODAY })
    expect(tally.count).toBe(all.length)
    for (const { band, count } of tally.byBand) expect([band, all.filter((row) => bandOf(row) === band).length]).toEqual([band, count])
    for (const { grade, count } of tally.byGrade)
      expect([grade, all.filter((row) => (row.grade ?? 'none') === grade).length]).toEqual([grade, count])
    expect(tally.overdue).toBe(all.filter((row) => isOverdue(row, TODAY)).length)
  })

  test('a part sees its part, a row that is not in the list begins it anew, and a round is named where there are two', async () => {
    expect(ids(await listed(part, EVERYTHING)).toSorted()).toEqual(['e0', 'e1', 'o0'])
    const asked = { year: 2023, selection: EVERYTHING, today: TODAY }
    const order = { by: 'department', descending: false } as const
    expect((await listYear(part, asked, order, { after: 'e5', size: 2 })).rows).toHaveLength(2)
    expect(
      all
        .filter(({ roundToName }) => roundToName !== null)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['e0', 'e20', 'e40', 'o0', 'o20', 'o40'])
  })

  test('the chart has a mark for each, or squares that count them all', async () => {
    const asked = { year: 2023, selection: EVERYTHING, today: TODAY }
    const drawn = all.filter((row) => row.executionRate !== null && totalOf(row) !== null)
    expect(await yearPoints(reviewer, asked, 1000)).toHaveLength(drawn.length)
    expect(await yearPoints(reviewer, asked, 10)).toHaveLength(11)
    const squares = await yearSquares(reviewer, asked, 5)
    expect(squares.reduce((sum, { count }) => sum + count, 0)).toBe(drawn.length)
    expect(squares.every(({ rate, total }) => rate % 5 === 0 && total % 5 === 0)).toBe(true)
  })
})

test('to-dos: the longest overdue first, then what is due soonest, what has no date last', async () => {
  const waiting = await pagesOf((after) => toDos(reviewer, { after, size: 3 }))
  const expected = all.filter(({ status, node }) => status === 'submitted' && node === 'finance')
  expect(waiting.map(({ evaluation }) => evaluation.id).toSorted()).toEqual(ids(expected).toSorted())
  const editor = aViewer('填报', 'editor', root, true)
  const due = (await pagesOf((after) => toDos(editor, { after, size: 4 }))).map(({ evaluation }) => evaluation.dueOn)
  expect(due.length).toBeGreaterThan(5)
  expect(due).toEqual([...due.filter((day) => day !== null).toSorted(), ...due.filter((day) => day === null)])
  expect(due.at(-1)).toBeNull()
})
