import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { type JobInHand, keepChunk, takeJob } from '@/lib/data/jobs/running-jobs'
import { nextChunk } from './works'

/**
 * Does a job to its end, chunk by chunk; between two of them it may be stopped, and requests are answered. Throws what a
 * chunk throws: whoever carries the job tries again later, and it is given up after a few tries without progress.
 */
export async function runJob(id: string): Promise<void> {
  let job: JobInHand | null = await takeJob(id)
  while (job !== null) {
    job = await keepChunk(job, await nextChunk(job))
    await breathe()
  }
}
