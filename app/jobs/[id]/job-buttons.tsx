'use client'
import { goOn, stop } from '@/app/jobs/actions'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import type { jobForm } from '@/lib/forms/administration/jobs'
import { fieldsOf } from '@/lib/forms/state/fields'

const jobField = fieldsOf<typeof jobForm>()

/** Stopping a job that moves, or taking up one that stopped short. */
export function JobButtons({ jobId, may }: { jobId: string; may: 'stop' | 'continue' }) {
  const stopping = useSending(stop)
  const continuing = useSending(goOn)
  return (
    <form {...(may === 'stop' ? stopping : continuing).form} className="mt-4 flex flex-col gap-3">
      <DrawnForField />
      <input type="hidden" name={jobField('jobId')} value={jobId} />
      <FormFeedback form="stop" state={stopping.state} />
      <FormFeedback form="continue" state={continuing.state} />
      <div>
        <SubmitButton variant={may === 'stop' ? 'secondary' : 'primary'}>{may === 'stop' ? '停止' : '继续'}</SubmitButton>
      </div>
    </form>
  )
}
