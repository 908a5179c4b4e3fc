'use client'
import { useActionState, useId } from 'react'
import { AnswerNotice } from '@/components/forms/answer-notice'
import { DrawnForField } from '@/components/forms/drawn-for'
import { ConfirmDialog } from '@/components/ui/dialog'
import { fieldsOf } from '@/lib/forms/fields'
import { idle } from '@/lib/forms/form-state'
import type { stepForm } from '@/lib/forms/review'
import type { FormAction } from './review-score-form'

const stepField = fieldsOf<typeof stepForm>()

type Props = {
  evaluationId: string
  revision: number
  action: FormAction
  /** What the step is called, e.g. 复核通过. */
  label: string
  /** What it means, said before it is taken. */
  meaning: string
}

/** Takes the evaluation a step on, after asking. */
export function StepForm({ evaluationId, revision, action, label, meaning }: Props) {
  const [state, submit, pending] = useActionState(action, idle)
  const form = useId()
  return (
    <form id={form} action={submit} className="grid gap-3">
      <DrawnForField />
      <input type="hidden" name={stepField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={stepField('revision')} value={revision} />
      <div>
        <ConfirmDialog
          trigger={pending ? '处理中…' : label}
          title={`${label}？`}
          confirm={label}
          triggerVariant="primary"
          inactive={pending}
          form={form}
        >
          {meaning}
        </ConfirmDialog>
      </div>
      <AnswerNotice state={state} />
    </form>
  )
}
