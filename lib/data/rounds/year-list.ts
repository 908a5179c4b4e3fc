import 'server-only'
import { database } from '@/lib/data/database/database'
import { BY_CODE, missingLast, type OrderKey, type PageAsked, type PageOf, pageOf, pageWith } from '@/lib/data/database/page-of'
import { foundBy } from '@/lib/data/database/search'
import { type ListedSummary, listedByIds } from '@/lib/data/evaluation/evaluations'
import { isSeenReviewed } from '@/lib/data/evaluation/seen-by'
import { ARE_SELF_EVALUATIONS, departmentsAre } from '@/lib/data/people/visibility'
import { BAND_FLOORS, BANDS, type ListOrder, type ListSelection } from '@/lib/domain/evaluation/evaluation-list'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Points, quantity, type Rate } from '@/lib/domain/quantities'
import { REVIEW_NODES, REVIEW_STATUSES } from '@/lib/domain/review/review'
import { Prisma } from '@/lib/generated/prisma/client'
import { DUE_ON } from './own-deadlines'

/** Which evaluations of a year are meant, and the day (YYYY-MM-DD) on which they are looked at: what is overdue goes by it. */
export type YearAsked = { year: number; selection: ListSelection; today: string }

/** A part of the departments' evaluations of a year that the viewer may see. What was reviewed counts by its reviewed total. */
export async function listYear(viewer: Viewer, asked: YearAsked, order: ListOrder, page: PageAsked): Promise<PageOf<ListedSummary>> {
  const listed = {
    id: Prisma.sql`e.id`,
    from: Prisma.sql`${from(viewer, asked.year)} ${narrowed(viewer, asked)}`,
    keys: [...orderedBy(viewer, order), ...BY_CODE],
  }
  const found = await pageOf(listed, page)
  return pageWith(found, await listedByIds(viewer, found.rows))
}

/**
 * Of the self-evaluations `e` of a year with their rounds `r` and departments `d`: which the viewer may see. Each has its department;
 * joined so, the database leaves it out where nothing is asked of it.
 */
export const from = (viewer: Viewer, year: number): Prisma.Sql => Prisma.sql`
  FROM evaluations e JOIN rounds r ON r.id = e.round_id LEFT JOIN departments d ON d.id = e.department_id
  WHERE e.kind = 'department' AND ${ARE_SELF_EVALUATIONS} AND r.year = ${year} AND ${departmentsAre(viewer)}`

/** The total and grade that count for the viewer: what was reviewed where they see it, else the self-evaluation's. */
const totalFor = (viewer: Viewer) => Prisma.sql`(CASE WHEN ${isSeenReviewed(viewer)} THEN e.reviewed_total ELSE e.total END)`
export const gradeFor = (viewer: Viewer) => Prisma.sql`(CASE WHEN ${isSeenReviewed(viewer)} THEN e.reviewed_grade ELSE e.grade END)`

/** `isOverdue` of lib/domain/evaluation/evaluation-list.ts. */
export const overdue = (today: string): Prisma.Sql => Prisma.sql`(
  coalesce(${DUE_ON} < ${today}, FALSE) AND e.status <> 'published'
  AND NOT (e.status = 'approved' AND (e.node <> 'disclosure' OR e.reconstructed)))`

/** The place of a total in `BANDS`, from 0: no total yet. */
export const bandFor = (viewer: Viewer) => Prisma.sql`(CASE WHEN ${totalFor(viewer)} IS NULL THEN 0
  ELSE width_bucket(${totalFor(viewer)}, ${BAND_FLOORS.slice(1).map(Number)}::numeric[]) + 1 END)`

/** The further conditions of a selection, each with its AND. */
export function narrowed(viewer: Viewer, { selection, today }: Pick<YearAsked, 'selection' | 'today'>): Prisma.Sql {
  const ofGrade = gradeFor(viewer)
  const { query, status, node, grade, findings, band, deadline } = selection
  const conditions = [
    foundBy(query),
    ...(status === null ? [] : [Prisma.sql`e.status = ${status}::review_status`]),
    ...(node === null ? [] : [Prisma.sql`e.node = ${node}::review_node`]),
    ...(grade === null ? [] : [grade === 'none' ? Prisma.sql`${ofGrade} IS NULL` : Prisma.sql`${ofGrade} = ${grade}::grade`]),
    ...(findings === null ? [] : [FINDINGS[findings]]),
    ...(band === null ? [] : [Prisma.sql`${bandFor(viewer)} = ${BANDS.indexOf(band)}`]),
    ...(deadline === null ? [] : [overdue(today)]),
  ]
  return Prisma.sql`AND ${Prisma.join(conditions, ' AND ')}`
}

const FINDINGS = {
  errors: Prisma.sql`e.open_errors > 0`,
  warnings: Prisma.sql`e.open_warnings > 0`,
  explained: Prisma.sql`e.explained > 0`,
  clear: Prisma.sql`e.open_errors + e.open_warnings + e.explained = 0`,
} satisfies Record<NonNullable<ListSelection['findings']>, Prisma.Sql>

const FINDINGS_WEIGHT = Prisma.sql`(e.open_errors * 10000 + e.open_warnings * 100 + e.explained)`

/** The place of a value in a list that the domain orders. */
const placeIn = (values: readonly string[], column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`array_position(${values}::text[], ${column}::text)`
const STAGE = Prisma.sql`(${placeIn(REVIEW_STATUSES, Prisma.sql`e.status`)} * 10 + ${placeIn(REVIEW_NODES, Prisma.sql`e.node`)})`

/**
 * How much an evaluation asks to be looked at: those in review first, by their open warnings, then those sent back, then
 * the finished ones. What is still being filled in is unfilled, not doubtful, and stands last.
 */
const DOUBT = Prisma.sql`(CASE e.status WHEN 'submitted' THEN 3 WHEN 'returned' THEN 2 WHEN 'draft' THEN 0 ELSE 1 END)`
const DOUBTS = Prisma.sql`(CASE e.status WHEN 'draft' THEN 0 ELSE ${FINDINGS_WEIGHT} END)`

/** What is missing stands last in both directions; ties stand by department code. */
function orderedBy(viewer: Viewer, { by, descending }: ListOrder): OrderKey[] {
  const keys = {
    doubt: [
      { by: DOUBT, descending: true },
      { by: DOUBTS, descending: true },
    ],
    department: [{ by: Prisma.sql`e.department_code`, descending }],
    rate: missingLast(Prisma.sql`e.execution_rate`, descending),
    total: missingLast(totalFor(viewer), descending),
    status: [{ by: STAGE, descending }],
    findings: [{ by: FINDINGS_WEIGHT, descending }],
  } satisfies Record<ListOrder['by'], OrderKey[]>
  return keys[by]
}

/** A department's mark in the chart of execution against score. */
export type YearPoint = { id: string; name: string; rate: Rate; total: Points }

/** At most `most` + 1 departments that have an execution rate and a total, by code: more than `most` are not drawn one by one. */
export async function yearPoints(viewer: Viewer, asked: YearAsked, most: number): Promise<YearPoint[]> {
  const rows = await database().$queryRaw<{ id: string; name: string; rate: string; total: string }[]>`
    SELECT e.id, e.department_name AS name, e.execution_rate::text AS rate, ${totalFor(viewer)}::text AS total
    ${from(viewer, asked.year)} ${narrowed(viewer, asked)} AND e.execution_rate IS NOT NULL AND ${totalFor(viewer)} IS NOT NULL
    ORDER BY e.department_code, e.id LIMIT ${most + 1}`
  return rows.map(({ rate, total, ...row }) => ({ ...row, rate: quantity(rate), total: quantity(total) }))
}

/** How many departments lie in a square of the same chart: `width` per cent by `width` points from `rate` and `total`. */
export type YearSquare = { rate: number; total: number; count: number }

/** Rates from here on, in per cent, are drawn in one last column. */
export const MOST_DRAWN = 150

/** The same departments counted by squares, for when there are many. Bounded by the chart, not by the year. */
export const yearSquares = (viewer: Viewer, asked: YearAsked, width: number): Promise<YearSquare[]> =>
  database().$queryRaw<YearSquare[]>`
    SELECT (floor(least(e.execution_rate * 100, ${MOST_DRAWN}) / ${width}) * ${width})::int AS rate,
      (floor(${totalFor(viewer)} / ${width}) * ${width})::int AS total, count(*)::int AS count
    ${from(viewer, asked.year)} ${narrowed(viewer, asked)} AND e.execution_rate IS NOT NULL AND ${totalFor(viewer)} IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2`

/** The years in which the viewer may see a self-evaluation, newest first. */
export async function years(viewer: Viewer): Promise<number[]> {
  const rows = await database().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT r.year FROM rounds r
    WHERE ${ARE_SELF_EVALUATIONS} AND EXISTS (
      SELECT FROM evaluations e JOIN departments d ON d.id = e.department_id WHERE e.round_id = r.id AND ${departmentsAre(viewer)})
    ORDER BY r.year DESC`
  return rows.map(({ year }) => year)
}
