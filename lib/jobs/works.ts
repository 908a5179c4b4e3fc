import 'server-only'
import { nextToRecompute } from '@/lib/data/jobs/recompute-job'
import type { Chunk, JobInHand } from '@/lib/data/jobs/running-jobs'
import { nextToTry } from '@/lib/data/jobs/trying-scheme'
import { nextToOpen } from '@/lib/data/rounds/round-opening'
import type { JobKind } from '@/lib/domain/record/job'

/** The next chunk of a job, computed; see `Chunk`. It is asked for again until a chunk says that all is done. */
export type Work<Kind extends JobKind> = (job: JobInHand<Kind>) => Promise<Chunk>

/** What is done for each kind of job. */
const works: { [Kind in JobKind]: Work<Kind> } = {
  'open-round': nextToOpen,
  'try-scheme': nextToTry,
  recompute: nextToRecompute,
}

export const nextChunk = <Kind extends JobKind>(job: JobInHand<Kind>): Promise<Chunk> => works[job.kind](job)
