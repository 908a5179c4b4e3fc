import 'server-only'
import { PgBoss } from 'pg-boss'
import { forgetJobsEndedBefore, unfinishedJobs } from '@/lib/data/jobs/running-jobs'
import { runJob } from './run-job'

/**
 * The queue carries ids of jobs to a process that has a hand free; what is true of a job stands in its own row. So it does
 * no harm that an id comes twice (its chunks are fenced) or gets lost (it is sent again within a minute).
 */
const QUEUE = 'jobs'

/** So many jobs run side by side in one process: pages come first. */
const AT_ONCE = 2
/** A process that says nothing for so long is taken for dead, and its jobs are taken up elsewhere or by its successor. */
const SILENCE_SECONDS = 10
const LOOK_AGAIN_MS = 60_000
const KEPT_DAYS = 30

// Pages and the start of the server are bundled apart: they meet here.
const kept = globalThis as typeof globalThis & { hengjiQueue?: PgBoss }

/** Starts doing what is and will be asked for, beginning with what an earlier process left. Once in the life of a process. */
export async function startJobs(): Promise<void> {
  if (kept.hengjiQueue) return
  const connectionString = process.env.DATABASE_URL
  if (!connectionString) throw new Error('DATABASE_URL is not set')
  const queue = new PgBoss({
    connectionString,
    max: 4,
    application_name: 'hengji jobs',
    superviseIntervalSeconds: SILENCE_SECONDS,
    monitorIntervalSeconds: SILENCE_SECONDS,
  })
  kept.hengjiQueue = queue
  queue.on('error', (error) => console.error(error))
  await queue.start()
  // One message per job: `exclusive` with the job's id as key drops a second one while the first is on its way
  const options = { heartbeatSeconds: SILENCE_SECONDS, retryLimit: 5, retryDelay: 2, expireInSeconds: 23 * 3600 }
  await queue.createQueue(QUEUE, { policy: 'exclusive', ...options })
  await queue.work<{ id: string }>(QUEUE, { localConcurrency: AT_ONCE, pollingIntervalSeconds: 1 }, async (messages) => {
    for (const { data } of messages) await runJob(data.id)
  })
  await wakeJobs()
  setInterval(() => void tidy(), LOOK_AGAIN_MS).unref()
}

/** Sends what waits on its way at once, for whoever has just asked for a job. Does nothing where no jobs are done: in commands. */
export async function wakeJobs(): Promise<void> {
  const queue = kept.hengjiQueue
  if (!queue) return
  for (const id of await unfinishedJobs()) await queue.send(QUEUE, { id }, { singletonKey: id })
}

async function tidy(): Promise<void> {
  try {
    await wakeJobs()
    await forgetJobsEndedBefore(new Date(Date.now() - KEPT_DAYS * 86_400_000))
  } catch (error) {
    console.error(error)
  }
}

/** Hands back what is under way and lets go of the database: for tests. */
export async function stopJobs(): Promise<void> {
  const queue = kept.hengjiQueue
  delete kept.hengjiQueue
  await queue?.stop({ graceful: false })
}
