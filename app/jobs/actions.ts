'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { continueJob, stopJob } from '@/lib/data/jobs'
import { refused, saved } from '@/lib/forms/form-answers'
import { jobForm } from '@/lib/forms/jobs'
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
