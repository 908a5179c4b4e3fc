import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { database } from '@/lib/data/database/database'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { administersEverything } from '@/lib/domain/people/administration'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { JobInputs } from '@/lib/domain/record/job'
import { addJob } from './jobs'
import { type Deviation, recomputeAll } from './recompute'
import type { Chunk, JobInHand } from './running-jobs'

/** Evaluations computed in one transaction: some tenths of a second. */
const CHUNK = 50

/**
 * Asks for computing a year's stored results anew, for who administers the whole tree; `wakeJobs` begins it. Refused:
 * `not-permitted`, and `year-without-evaluations` where there is nothing to compute.
 */
export async function startRecompute(viewer: Viewer, input: JobInputs['recompute']): Promise<Decision<{ job: string }>> {
  return writingAs(viewer, null, async (tx, viewer) => {
    if (!administersEverything(viewer)) return refused('not-permitted')
    const count = await tx.evaluation.count({ where: { round: { year: input.year } } })
    if (count === 0) return refused('year-without-evaluations', { year: String(input.year) })
    const job = await addJob(tx, viewer, 'recompute', input, count)
    await audit(tx, viewer, { action: 'results.recompute', subject: job, payload: { before: null, after: input } })
    return accepted({ job })
  })
}

/** The next evaluations of the year by their ids; what differs is kept with the job. */
export async function nextToRecompute(job: JobInHand<'recompute'>): Promise<Chunk> {
  const { id: jobId, input, done, total, checkpoint } = job
  const after = typeof checkpoint === 'string' ? checkpoint : ''
  const rows = await database().evaluation.findMany({
    where: { round: { year: input.year }, id: { gt: after } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: CHUNK,
  })
  const ids = rows.map(({ id }) => id)
  return async (tx, viewer) => {
    if (!administersEverything(viewer)) return null
    const deviations = await recomputeAll(tx, ids, input.write)
    await tx.deviation.createMany({ data: deviations.map((one) => ({ jobId, ...one })) })
    const now = done + ids.length
    // Some may have been opened since it began
    return { done: now, total: Math.max(total, now), checkpoint: ids.at(-1) ?? after, finished: ids.length < CHUNK }
  }
}

/** What differed, and whose evaluation it is. */
export type FoundDeviation = Deviation & { departmentName: string; projectName: string | null }

/** Deviations that are shown; further ones are counted. */
const LISTED = 200

/** What a job of the viewer's found so far: how much, how much of it in approved evaluations, and the first by departments' codes. */
export async function findDeviations(
  viewer: Viewer,
  jobId: string,
): Promise<{ count: number; frozen: number; first: readonly FoundDeviation[] }> {
  const where = { jobId, job: { startedById: viewer.userId } }
  const [counts, rows] = await Promise.all([
    database().deviation.groupBy({ by: ['frozen'], where, _count: true }),
    database().deviation.findMany({
      where,
      include: { evaluation: { select: { departmentName: true, projectName: true } } },
      orderBy: [{ evaluation: { departmentCode: 'asc' } }, { evaluationId: 'asc' }, { field: 'asc' }],
      take: LISTED,
    }),
  ])
  const countOf = (frozen: boolean) => counts.find((one) => one.frozen === frozen)?._count ?? 0
  return {
    count: countOf(true) + countOf(false),
    frozen: countOf(true),
    first: rows.map(({ jobId: _, evaluation, ...row }) => ({ ...row, ...evaluation })),
  }
}
