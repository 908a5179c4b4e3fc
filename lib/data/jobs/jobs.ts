import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { database, type Transaction } from '@/lib/data/database/database'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { canBeContinued, isUnderWay, type Job, type JobInputs, type JobKind } from '@/lib/domain/record/job'
import { Prisma } from '@/lib/generated/prisma/client'

/** So many are listed; what ended is forgotten after a month anyway. */
const LISTED = 100

type Row = Prisma.JobGetPayload<object>

/** `addJob` wrote kind and input, which belong together. */
const jobOf = ({ id, kind, input, state, done, total, refusal, ...times }: Row): Job =>
  ({
    id,
    kind,
    input,
    state,
    done,
    total,
    refusal,
    createdAt: times.createdAt.toISOString(),
    startedAt: times.startedAt?.toISOString() ?? null,
    endedAt: times.endedAt?.toISOString() ?? null,
  }) as Job

/**
 * Asks for long work, within the transaction of what makes it necessary. `total` is how much there is to do, as far as it
 * is known. It begins once the caller's transaction is kept and `wakeJobs` of lib/jobs has been called, or a minute later.
 */
export async function addJob<Kind extends JobKind>(
  tx: Transaction,
  viewer: Viewer,
  kind: Kind,
  input: JobInputs[Kind],
  total: number,
): Promise<string> {
  const { userId: startedById, name: startedByName } = viewer
  const { id } = await tx.job.create({ data: { kind, input, total, startedById, startedByName }, select: { id: true } })
  return id
}

/** What the viewer has started, newest first. */
export async function listJobs(viewer: Viewer): Promise<Job[]> {
  const rows = await database().job.findMany({
    where: { startedById: viewer.userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LISTED,
  })
  return rows.map(jobOf)
}

/** A job; null where there is none or somebody else started it. */
export async function findJob(viewer: Viewer, id: string): Promise<Job | null> {
  const row = await database().job.findFirst({ where: { id, startedById: viewer.userId } })
  return row && jobOf(row)
}

/** The newest job of a kind that the viewer started with this in its input; null where there is none. */
export async function findJobAbout<Kind extends JobKind>(viewer: Viewer, kind: Kind, about: Partial<JobInputs[Kind]>): Promise<Job | null> {
  const where = {
    startedById: viewer.userId,
    kind,
    AND: Object.entries(about).map(([name, value]) => ({ input: { path: [name], equals: value as Prisma.InputJsonValue } })),
  }
  const row = await database().job.findFirst({ where, orderBy: { createdAt: 'desc' } })
  return row && jobOf(row)
}

/** Stops a job between two chunks: what is done stays done. Refused as `job-over` where it no longer moves. */
export const stopJob = (viewer: Viewer, id: string): Promise<Decision<void>> =>
  changing(viewer, id, 'jobs.stop', ({ state }) => isUnderWay(state) && { state: 'stopped', endedAt: new Date() })

/** Takes a job up again where it was left. Refused as `job-over` where there is nothing to take up. */
export const continueJob = (viewer: Viewer, id: string): Promise<Decision<void>> =>
  changing(
    viewer,
    id,
    'jobs.continue',
    ({ state }) => canBeContinued(state) && { state: 'waiting', endedAt: null, tries: 0, refusal: Prisma.DbNull },
  )

async function changing(
  viewer: Viewer,
  id: string,
  action: 'jobs.stop' | 'jobs.continue',
  change: (job: Job) => false | Prisma.JobUpdateInput,
): Promise<Decision<void>> {
  const hold = Prisma.sql`SELECT 1 FROM jobs WHERE id = ${id} FOR UPDATE`
  return writingAs(viewer, hold, async (tx, viewer) => {
    const row = await tx.job.findFirst({ where: { id, startedById: viewer.userId } })
    if (row === null) return refused('not-permitted')
    const data = change(jobOf(row))
    if (!data) return refused('job-over')
    await tx.job.update({ where: { id }, data, select: { id: true } })
    await audit(tx, viewer, { action, subject: id, payload: { before: null, after: jobOf(row).input } })
    return accepted(undefined)
  })
}
