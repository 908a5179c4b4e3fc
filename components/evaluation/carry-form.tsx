'use client'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import type { CarriedSection } from '@/lib/domain/evaluation/carrying'
import type { carryForm } from '@/lib/forms/carrying'
import { fieldsOf } from '@/lib/forms/fields'

const carryField = fieldsOf<typeof carryForm>()

type Props = { evaluationId: string; section: CarriedSection; action: FormAction; label: string }

/** Takes a form over from the year before, or says that what was taken over was looked through: one button. */
export function CarryForm({ evaluationId, section, action, label }: Props) {
  const { state, form } = useSending(action)
  return (
    <form {...form} className="mt-3 grid justify-items-start gap-2">
      <DrawnForField />
      <FormFeedback form="carry" state={state} />
      <input type="hidden" name={carryField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={carryField('section')} value={section} />
      <SubmitButton>{label}</SubmitButton>
    </form>
  )
}
