'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/app/acting'
import { continueJob, stopJob } from '@/lib/data/jobs/jobs'
import { startRecompute } from '@/lib/data/jobs/recompute-job'
import { jobForm } from '@/lib/forms/administration/jobs'
import { recomputeForm } from '@/lib/forms/administration/recompute'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import { wakeJobs } from '@/lib/jobs/queue'

/** 停止后台任务 */
export const stop = formAction(jobForm, async (viewer, { jobId }, formData) => {
  const stopped = await stopJob(viewer, jobId)
  if (!stopped.ok) return refused(stopped.refusal, formData)
  revalidatePath('/', 'layout')
  return saved()
})

/** 继续后台任务 */
export const goOn = formAction(jobForm, async (viewer, { jobId }, formData) => {
  const continued = await continueJob(viewer, jobId)
  if (!continued.ok) return refused(continued.refusal, formData)
  await wakeJobs()
  revalidatePath('/', 'layout')
  return saved()
})

/** 核对已存得分 */
export const recomputeYear = formAction(recomputeForm, async (viewer, input, formData) => {
  const started = await startRecompute(viewer, input)
  if (!started.ok) return refused(started.refusal, formData)
  await wakeJobs()
  redirect(`/jobs/${started.value.job}`)
})
