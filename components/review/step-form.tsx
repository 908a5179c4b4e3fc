'use client'
import { type ReactNode, useId } from 'react'
import { AnswerNotice } from '@/components/forms/answer-notice'
import { DrawnForField } from '@/components/forms/drawn-for'
import { type FormAction, useSending } from '@/components/forms/sending'
import { ConfirmDialog } from '@/components/ui/dialog'
import { Field, fieldProps, TextArea } from '@/components/ui/field'
import { LONGEST_MESSAGE } from '@/lib/domain/review/notes'
import type { passForm, stepForm } from '@/lib/forms/review'
import { fieldsOf } from '@/lib/forms/state/fields'
import { typedValue } from '@/lib/forms/state/form-state'
import { useReviewDrafts, useWrittenNotes } from './review-drafts'
import { SentNotes } from './sent-notes'

const stepField = fieldsOf<typeof stepForm>()
const passField = fieldsOf<typeof passForm>()

type Props = {
  evaluationId: string
  revision: number
  action: FormAction
  /** What the step is called, e.g. 复核通过. */
  label: string
  /** What it means, said before it is taken. */
  meaning: ReactNode
  /** What the opinion is called that may be given with it; without it none is asked for. */
  opinion?: string
}

/** Takes the evaluation a step on, after asking. */
export function StepForm({ evaluationId, revision, action, label, meaning, opinion }: Props) {
  const { state, pending, form } = useSending(action)
  const drafts = useReviewDrafts()
  const notes = useWrittenNotes().length
  const id = useId()
  return (
    <form id={id} {...form} className="grid content-start gap-3">
      <DrawnForField />
      <input type="hidden" name={stepField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={stepField('revision')} value={revision} />
      {opinion === undefined ? null : (
        <>
          <SentNotes />
          <Field id="opinion" label={`${opinion}（可以不填）`} error={state.fields.opinion}>
            <TextArea
              {...fieldProps('opinion', undefined, state.fields.opinion)}
              name={passField('opinion')}
              rows={3}
              maxLength={LONGEST_MESSAGE}
              defaultValue={typedValue(state, 'opinion', drafts?.opinion)}
              onChange={(event) => drafts?.keep('opinion', event.target.value, 'opinion')}
            />
          </Field>
        </>
      )}
      <div>
        <ConfirmDialog
          trigger={pending ? '处理中…' : label}
          title={`${label}？`}
          confirm={label}
          triggerVariant="primary"
          inactive={pending}
          form={id}
        >
          {meaning}
          {opinion !== undefined && notes > 0 ? <p className="mt-2">您写的 {notes} 条批注和答复随本次办理一并送达。</p> : null}
        </ConfirmDialog>
      </div>
      <AnswerNotice state={state} />
    </form>
  )
}
