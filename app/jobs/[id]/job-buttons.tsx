'use client'
import { useActionState } from 'react'
import { goOn, stop } from '@/app/jobs/actions'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { fieldsOf } from '@/lib/forms/fields'
import { idle } from '@/lib/forms/form-state'
import type { jobForm } from '@/lib/forms/jobs'

const jobField = fieldsOf<typeof jobForm>()

/** Stopping a job that moves, or taking up one that stopped short. */
export function JobButtons({ jobId, may }: { jobId: string; may: 'stop' | 'continue' }) {
  const [stopped, stopAction] = useActionState(stop, idle)
  const [continued, continueAction] = useActionState(goOn, idle)
  return (
    <form action={may === 'stop' ? stopAction : continueAction} className="mt-4 flex flex-col gap-3">
      <DrawnForField />
      <input type="hidden" name={jobField('jobId')} value={jobId} />
      <FormFeedback form="stop" state={stopped} />
      <FormFeedback form="continue" state={continued} />
      <div>
        <SubmitButton variant={may === 'stop' ? 'secondary' : 'primary'}>{may === 'stop' ? '停止' : '继续'}</SubmitButton>
      </div>
    </form>
  )
}
