'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/app/acting'
import { startTrial } from '@/lib/data/jobs/scheme-trial'
import { trialForm } from '@/lib/forms/administration/scheme-trial'
import { refused } from '@/lib/forms/saving/form-answers'
import { wakeJobs } from '@/lib/jobs/queue'
import { runJob } from '@/lib/jobs/run-job'

/** So many are tried while the person waits. */
const AT_ONCE = 100

/** 试算 */
export const tryOn = formAction(trialForm, async (viewer, { versionId, year }, formData) => {
  const started = await startTrial(viewer, versionId, year)
  if (!started.ok) return refused(started.refusal, formData)
  if (started.value.count <= AT_ONCE) await runJob(started.value.job)
  else await wakeJobs()
  revalidatePath(`/schemes/${versionId}/trial`)
  redirect(`/schemes/${versionId}/trial?year=${year}`)
})
