import 'server-only'
import { nextToRecompute } from '@/lib/data/recompute-job'
import { nextToOpen } from '@/lib/data/round-opening'
import type { Chunk, JobInHand } from '@/lib/data/running-jobs'
import { nextToTry } from '@/lib/data/trying-scheme'
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
