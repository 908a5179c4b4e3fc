import 'server-only'
import { database, type Transaction } from '@/lib/data/database/database'
import { missingLast, type PageAsked, type PageOf, pageOf, pageWith } from '@/lib/data/database/page-of'
import { ARE_SELF_EVALUATIONS, departmentsAre } from '@/lib/data/people/visibility'
import { writingAs } from '@/lib/data/people/writing'
import { schemeOf, schemeOfHash } from '@/lib/data/schemes/schemes'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { minus, type Quantity, quantity } from '@/lib/domain/quantities'
import type { Job } from '@/lib/domain/record/job'
import type { Grade, Scheme } from '@/lib/domain/schemes/scheme'
import { gradeName } from '@/lib/domain/scoring/grade'
import type { TrialResult, TrialTally } from '@/lib/domain/scoring/scheme-trial'
import { Prisma } from '@/lib/generated/prisma/client'
import { addJob, findJobAbout } from './jobs'

/** A trial as its starter finds it, with what they still administer of it. */
export type SchemeTrial = {
  id: string
  /** The draft was changed since: the results are those of the rules as they were. */
  outdated: boolean
  /** null: it ended so long ago that it is forgotten; its results stay. */
  job: Job | null
  tally: TrialTally
}

/** A department's evaluation of a past year under the scheme on trial. */
export type TriedEvaluation = TrialResult & {
  evaluationId: string
  departmentName: string
  /** The one that the evaluation follows. */
  scheme: Pick<Scheme, 'name' | 'version' | 'verified'>
  reconstructed: boolean
}

/** The years of which the viewer administers evaluations, newest first. */
export async function listTrialYears(viewer: Viewer): Promise<number[]> {
  const rows = await database().$queryRaw<{ year: number }[]>`
    SELECT DISTINCT r.year FROM rounds r
    WHERE ${ARE_SELF_EVALUATIONS} AND EXISTS (
      SELECT FROM evaluations e LEFT JOIN departments d ON d.id = e.department_id
      WHERE e.round_id = r.id AND e.kind = 'department' AND ${departmentsAre(viewer, ['administrator'])})
    ORDER BY r.year DESC`
  return rows.map(({ year }) => year)
}

/**
 * Asks for a trial of a version's present rules on the year's department evaluations that the viewer administers; `wakeJobs`
 * begins it. It takes the place of the viewer's last one of the same version and year. Evaluations stay as they are.
 * Refused: `not-permitted`, `scheme-not-found`, and `year-without-evaluations` where there are none.
 */
export async function startTrial(viewer: Viewer, versionId: string, year: number): Promise<Decision<{ job: string; count: number }>> {
  const hold = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(8, hashtext(${viewer.userId}))`
  return writingAs(viewer, hold, async (tx, viewer) => {
    if (!hasRoleAnywhere(viewer, 'administrator')) return refused('not-permitted')
    const version = await tx.schemeVersion.findUnique({ where: { id: versionId } })
    if (version === null) return refused('scheme-not-found')
    await removeOlder(tx, viewer, versionId, year)
    const { name, version: number, body, bodyHash } = version
    const { id } = await tx.schemeTrial.create({
      data: { schemeVersionId: versionId, year, startedById: viewer.userId, body: body as Prisma.InputJsonObject, bodyHash },
      select: { id: true },
    })
    const count = await tx.$executeRaw`
      INSERT INTO tried_evaluations (trial_id, place, evaluation_id)
      SELECT ${id}, row_number() OVER (ORDER BY e.department_code, e.id), e.id
      FROM evaluations e JOIN rounds r ON r.id = e.round_id JOIN departments d ON d.id = e.department_id
      WHERE e.kind = 'department' AND ${ARE_SELF_EVALUATIONS} AND r.year = ${year} AND ${departmentsAre(viewer, ['administrator'])}`
    if (count === 0) {
      await tx.schemeTrial.delete({ where: { id }, select: { id: true } })
      return refused('year-without-evaluations', { year: String(year) })
    }
    const job = await addJob(tx, viewer, 'try-scheme', { trialId: id, versionId, name, version: number, year }, count)
    return accepted({ job, count })
  })
}

/** The job first, as whoever does it holds it: it stops where it is, and then its trial goes. */
async function removeOlder(tx: Transaction, { userId: startedById }: Viewer, schemeVersionId: string, year: number): Promise<void> {
  const where = { startedById_schemeVersionId_year: { startedById, schemeVersionId, year } }
  const older = await tx.schemeTrial.findUnique({ where, select: { id: true } })
  if (older === null) return
  await tx.job.updateMany({
    where: { kind: 'try-scheme', input: { path: ['trialId'], equals: older.id }, state: { in: ['waiting', 'running'] } },
    data: { state: 'stopped', endedAt: new Date() },
  })
  await tx.schemeTrial.delete({ where: { id: older.id }, select: { id: true } })
}

/** What a trial compared, and how it came out, of the evaluations `t` with departments `d`. */
const TALLY = Prisma.sql`
  count(*)::int AS count, count(*) FILTER (WHERE t.tried)::int AS tried,
  count(*) FILTER (WHERE t.total_after - t.total_before IS NOT NULL)::int AS compared,
  count(*) FILTER (WHERE t.total_after <> t.total_before)::int AS moved,
  count(*) FILTER (WHERE t.total_after - t.total_before IS NOT NULL AND t.grade_before IS DISTINCT FROM t.grade_after)::int AS grades,
  count(*) FILTER (WHERE t.total_after - t.total_before IS NOT NULL AND t.estimated)::int AS estimated`

const rowsOf = (viewer: Viewer, trialId: string): Prisma.Sql => Prisma.sql`
  FROM tried_evaluations t JOIN evaluations e ON e.id = t.evaluation_id JOIN departments d ON d.id = e.department_id
  WHERE t.trial_id = ${trialId} AND ${departmentsAre(viewer, ['administrator'])}`

/** The viewer's last trial of a version on a year; null where they started none. */
export async function findTrial(viewer: Viewer, versionId: string, year: number): Promise<SchemeTrial | null> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return null
  const trial = await database().schemeTrial.findUnique({
    where: { startedById_schemeVersionId_year: { startedById: viewer.userId, schemeVersionId: versionId, year } },
    select: { id: true, bodyHash: true, schemeVersion: { select: { bodyHash: true } } },
  })
  if (trial === null) return null
  const { id, bodyHash, schemeVersion } = trial
  const [job, [tally]] = await Promise.all([
    findJobAbout(viewer, 'try-scheme', { trialId: id }),
    database().$queryRaw<TrialTally[]>`SELECT ${TALLY} ${rowsOf(viewer, id)}`,
  ])
  return tally === undefined ? null : { id, outdated: bodyHash !== schemeVersion.bodyHash, job, tally }
}

/** A part of what a trial of the viewer's has made so far, what moved most first, then by the departments' codes; without a comparison last. */
export async function listTried(viewer: Viewer, trialId: string, page: PageAsked): Promise<PageOf<TriedEvaluation>> {
  const trial = await database().schemeTrial.findFirst({ where: { id: trialId, startedById: viewer.userId } })
  if (trial === null) return { rows: [], count: 0, skipped: 0, previous: null, next: null }
  const listed = {
    id: Prisma.sql`e.id`,
    from: Prisma.sql`${rowsOf(viewer, trialId)} AND t.tried`,
    keys: [...missingLast(Prisma.sql`abs(t.total_after - t.total_before)`, true), { by: Prisma.sql`t.place` }],
  }
  const found = await pageOf(listed, page)
  const rows = await database().triedEvaluation.findMany({
    where: { trialId, evaluationId: { in: found.rows } },
    include: {
      evaluation: { select: { departmentName: true, reconstructed: true, schemeVersion: { select: { id: true, bodyHash: true } } } },
    },
  })
  const tried: [string, TriedEvaluation][] = []
  for (const row of rows) tried.push([row.evaluationId, await triedFrom(row, schemeOf(trial))])
  return pageWith(found, new Map(tried))
}

type Row = Prisma.TriedEvaluationGetPayload<{
  include: {
    evaluation: { select: { departmentName: true; reconstructed: true; schemeVersion: { select: { id: true; bodyHash: true } } } }
  }
}>

async function triedFrom({ evaluation, ...row }: Row, under: Scheme): Promise<TriedEvaluation> {
  const { departmentName, reconstructed, schemeVersion } = evaluation
  const scheme = await schemeOfHash(database(), schemeVersion.id, schemeVersion.bodyHash)
  const [before, after] = [exact(row.totalBefore), exact(row.totalAfter)]
  return {
    evaluationId: row.evaluationId,
    departmentName,
    scheme,
    reconstructed,
    before: { total: before, grade: row.gradeBefore, name: nameOf(row.gradeBefore, scheme) },
    after: { total: after, grade: row.gradeAfter, name: nameOf(row.gradeAfter, under) },
    difference: before === null || after === null ? null : minus(after, before),
    missing: row.missing,
    estimated: row.estimated,
  }
}

const exact = (stored: Prisma.Decimal | null): Quantity | null => (stored === null ? null : quantity(stored.toFixed()))
const nameOf = (grade: Grade | null, scheme: Scheme): string | null => grade && gradeName(grade, scheme)
