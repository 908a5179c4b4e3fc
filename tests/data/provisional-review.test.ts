import { inspect } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { findProjectsWithRevisions } from '@/lib/data/change/project-cells'
import { addProject, findProjects } from '@/lib/data/change/projects'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { findLastYear } from '@/lib/data/evaluation/evaluations'
import { listChanges } from '@/lib/data/evaluation/history'
import { approve, forward, submit } from '@/lib/data/review/review'
import { listVisible } from '@/lib/data/rounds/workbench'
import { listYear, yearPoints, yearSquares } from '@/lib/data/rounds/year-list'
import { tallyYear } from '@/lib/data/rounds/year-tally'
import { findYears } from '@/lib/data/rounds/years'
import { BAND_FLOORS, BANDS, type ListSelection, type ListTally } from '@/lib/domain/evaluation/evaluation-list'
import type { Viewer } from '@/lib/domain/people/permissions'
import { plain } from '@/lib/domain/quantities'
import { EVERYTHING } from '@/lib/forms/dashboard'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  type District,
  evaluationOf,
  fillIn,
  fillInProject,
  openedYear,
  points,
  revisionOf,
  save,
  text,
} from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

let district: District
let project: string
/** The street's evaluation of the year after, beside which this one stands. */
let next: string

beforeAll(async () => {
  district = await aDistrict()
  const { administrator, editor, approver, reviewer, street, departments } = district
  const [row] = await fillIn(editor, street)
  project = value(await addProject(editor, street, { name: '示例项目', code: null }))
  const [ofProject] = await fillInProject(editor, project)
  value(await submit(editor, street, await revisionOf(street)))
  value(await forward(approver, street, await revisionOf(street)))
  for (const [id, cell, score] of [
    [street, row, '15'],
    [project, ofProject, '5'],
  ] as const)
    await save(reviewer, id, {
      [`indicators/${cell}/reviewScore`]: points(score),
      [`indicators/${cell}/reviewGrounds`]: text('台账只有六成'),
    })
  next = (await openedYear(administrator, 2024, 'national-2020', [departments.street.id]))[0]?.id ?? ''
})

const bandOf = (total: string | null) => BAND_FLOORS.findLast((floor) => Number(floor) <= Number(total))

/** The bands and grades in which anything is counted. */
const inBands = ({ byBand, byGrade }: ListTally) => [
  ...byBand.flatMap(({ band, count }) => (count > 0 ? [band] : [])),
  ...byGrade.flatMap(({ grade, count }) => (count > 0 ? [grade] : [])),
]

const ASKED = { year: 2023, today: '2024-01-01' }
const FIRST = { after: '', size: 10 }

/** What is told of the street in 2023, by whatever way it is asked for. */
async function told(viewer: Viewer) {
  const evaluation = await evaluationOf(viewer, district.street)
  const later = await evaluationOf(viewer, next)
  const [summary] = (await listVisible(viewer, { after: '', size: 10 })).rows.filter(({ id }) => id === district.street)
  const { reviewedTotal, score } = await findAssessment(viewer, evaluation)
  const listed = async (selection: Partial<ListSelection>) =>
    (await listYear(viewer, { ...ASKED, selection: { ...EVERYTHING, ...selection } }, { by: 'total', descending: true }, FIRST)).rows.some(
      ({ id }) => id === district.street,
    )
  const all = { ...ASKED, selection: { ...EVERYTHING, query: '街道' } }
  const bands = await Promise.all(BANDS.map(async (band) => ((await listed({ band })) ? [band] : [])))
  const everything = [
    evaluation,
    await evaluationOf(viewer, project),
    await findProjects(viewer, evaluation),
    await findProjectsWithRevisions(viewer, evaluation),
    await findLastYear(viewer, later),
    await findYears(viewer, later),
    (await listChanges(viewer, district.street)).lines,
    (await listChanges(viewer, project)).lines,
  ]
  return {
    grounds: inspect(everything, { depth: null, maxArrayLength: null }).split('台账只有六成').length - 1,
    scores: (await findProjects(viewer, evaluation)).flatMap(({ indicators }) => indicators.filter((row) => row.reviewScore !== null))
      .length,
    total: reviewedTotal && plain(reviewedTotal),
    self: score.total && plain(score.total),
    listed: summary?.reviewedTotal ? plain(summary.reviewedTotal) : null,
    drawn: (await yearPoints(viewer, all, 10)).map(({ total }) => plain(total)),
    squares: (await yearSquares(viewer, all, 1)).map(({ total }) => total),
    bands: bands.flat(),
    counted: inBands(await tallyYear(viewer, all)),
  }
}

/** Who reviews elsewhere, and fills in or passes here. */
const alsoReviewing = (viewer: Viewer): Viewer => ({
  ...viewer,
  memberships: [
    ...viewer.memberships,
    ...district.reviewer.memberships.map((one) => ({
      ...one,
      departmentId: district.departments.town.id,
      departmentPath: district.departments.town.path,
    })),
  ],
})

test('the department does not see what its reviewers give before it is decided, by whatever way it asks', async () => {
  const { editor, approver, reviewer, secondReviewer, administrator, street } = district
  const before = await told(editor)
  expect(before).toMatchObject({ grounds: 0, scores: 0, listed: null, drawn: [before.self] })
  expect(before.total).toBe(before.self)
  expect(before.bands).toEqual([bandOf(before.self)])
  expect(before.counted).toEqual([bandOf(before.self), 'excellent'])
  for (const viewer of [approver, alsoReviewing(editor), alsoReviewing(approver)]) expect(await told(viewer)).toEqual(before)
  for (const viewer of [reviewer, secondReviewer, administrator]) {
    const seen = await told(viewer)
    expect(seen).toMatchObject({ scores: 1, listed: '89.74', drawn: ['89.74'], squares: [89], bands: ['85'], counted: ['85', 'good'] })
    expect(seen.grounds).toBeGreaterThan(4)
  }

  value(await approve(reviewer, street, { revision: await revisionOf(street), document: {}, pdf: new Uint8Array([1]) }))
  for (const viewer of [editor, alsoReviewing(editor)])
    expect(await told(viewer)).toMatchObject({ scores: 1, listed: '89.74', drawn: ['89.74'], squares: [89] })
})
