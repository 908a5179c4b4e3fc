'use client'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import type { putAwayForm } from '@/lib/forms/read-workbooks'
import { fieldsOf } from '@/lib/forms/state/fields'

const putAwayField = fieldsOf<typeof putAwayForm>()

/** Puts a workbook away without accepting what is left of it. */
export function PutAwayForm({ evaluationId, book, action }: { evaluationId: string; book: string; action: FormAction }) {
  const { state, form } = useSending(action)
  return (
    <form {...form} className="grid justify-items-start gap-2">
      <DrawnForField />
      <FormFeedback form="put-away" state={state} />
      <input type="hidden" name={putAwayField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={putAwayField('book')} value={book} />
      <SubmitButton variant="secondary">不采用，收起</SubmitButton>
    </form>
  )
}
