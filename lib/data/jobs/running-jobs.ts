import 'server-only'
import { database, inTransaction, type Transaction } from '@/lib/data/database/database'
import { viewerNow } from '@/lib/data/people/writing'
import { refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { JobInputs, JobKind } from '@/lib/domain/record/job'
import type { Prisma } from '@/lib/generated/prisma/client'

/** For those that do the work, whoever started it: nothing here is asked for by a page. */

/** A job taken up: what was asked, by whom, and how far it was then. */
export type JobInHand<Kind extends JobKind = JobKind> = {
  id: string
  kind: Kind
  input: JobInputs[Kind]
  startedById: string
  done: number
  total: number
  checkpoint: Prisma.JsonValue
  attempt: number
}

/** How far a job is once a chunk is kept. `checkpoint`: where the next one begins, unless the database says so anyway. */
export type Progress = { done: number; total: number; checkpoint?: Prisma.InputJsonValue; finished: boolean }

/**
 * One piece of work, of a second or two. What takes long is read and computed first; what comes back writes it, within
 * the transaction in which the progress is kept: both or neither, so that nothing is done twice or by half. It is done in the name of
 * whoever started the job, as they may act now: null, before anything is written, where it is not theirs to do any more.
 */
export type Chunk = (tx: Transaction, viewer: Viewer) => Promise<Progress | null>

/** Times that a job is taken up without getting anywhere before it is given up. */
const MOST_TRIES = 3

/** Takes a job up; null where it needs nothing any more, or is given up for ending its process again and again. */
export async function takeJob(id: string): Promise<JobInHand | null> {
  return inTransaction(async (tx) => {
    const held = await tx.$queryRaw<{ state: string; tries: number }[]>`SELECT state, tries FROM jobs WHERE id = ${id} FOR UPDATE`
    const [job] = held
    if (job === undefined || (job.state !== 'waiting' && job.state !== 'running')) return null
    if (job.tries >= MOST_TRIES) {
      const { refusal } = refused('job-broken')
      await tx.job.update({ where: { id }, data: { state: 'failed', refusal, endedAt: new Date() }, select: { id: true } })
      return null
    }
    const taken = await tx.job.update({
      where: { id },
      data: { state: 'running', attempt: { increment: 1 }, tries: { increment: 1 } },
    })
    if (taken.startedAt === null) await tx.job.update({ where: { id }, data: { startedAt: new Date() }, select: { id: true } })
    return {
      id,
      kind: taken.kind as JobKind,
      // Written by `addJob`, which takes the input of the kind
      input: taken.input as JobInputs[JobKind],
      startedById: taken.startedById,
      done: taken.done,
      total: taken.total,
      checkpoint: taken.checkpoint,
      attempt: taken.attempt,
    } as JobInHand
  })
}

/**
 * Keeps a chunk and how far the job is. Gives the job as it goes on, or null where it is finished, was stopped meanwhile, or
 * somebody else took it up; in the last two cases nothing of the chunk is kept. Nor is it where the job's starter has no account any
 * more, or no right to it: then the job has failed, as `job-without-right`, until they may take it up again.
 */
export async function keepChunk(job: JobInHand, chunk: Chunk): Promise<JobInHand | null> {
  const { id, attempt } = job
  return inTransaction(async (tx) => {
    const held = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM jobs WHERE id = ${id} AND attempt = ${attempt} AND state = 'running' FOR UPDATE`
    if (held.length === 0) return null
    // Who must first change a password that was reset keeps their roles meanwhile
    const starter = await viewerNow(tx, job.startedById)
    const progress = starter === null ? null : await chunk(tx, starter.viewer)
    if (progress === null) {
      const { refusal } = refused('job-without-right')
      await tx.job.update({ where: { id }, data: { state: 'failed', refusal, endedAt: new Date() }, select: { id: true } })
      return null
    }
    const { done, total, checkpoint, finished } = progress
    await tx.job.update({
      where: { id },
      data: {
        done,
        total,
        tries: 0,
        ...(checkpoint === undefined ? {} : { checkpoint }),
        ...(finished ? { state: 'done', endedAt: new Date() } : {}),
      },
      select: { id: true },
    })
    return finished ? null : ({ ...job, done, total, checkpoint: (checkpoint ?? job.checkpoint) as Prisma.JsonValue } as JobInHand)
  })
}

/** Jobs that wait to be taken up, or were in hand when a process ended. */
export async function unfinishedJobs(): Promise<string[]> {
  const rows = await database().job.findMany({
    where: { state: { in: ['waiting', 'running'] } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** Removes jobs that ended before the moment given: what they did stays. */
export async function forgetJobsEndedBefore(moment: Date): Promise<void> {
  await database().job.deleteMany({ where: { endedAt: { lt: moment } } })
}
