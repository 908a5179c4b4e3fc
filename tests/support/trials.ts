import { database } from '@/lib/data/database/database'
import { findTrial, listTried, startTrial, type TriedEvaluation } from '@/lib/data/jobs/scheme-trial'
import type { Viewer } from '@/lib/domain/people/permissions'
import { runJob } from '@/lib/jobs/run-job'
import { value } from './people'

/** A trial from its start to its end, and all of its results. */
export async function tried(viewer: Viewer, versionId: string, year: number): Promise<TriedEvaluation[]> {
  const { job } = value(await startTrial(viewer, versionId, year))
  await runJob(job)
  const trial = await findTrial(viewer, versionId, year)
  const { rows } = await listTried(viewer, trial?.id ?? '', { after: '', size: await database().evaluation.count() })
  return rows
}
