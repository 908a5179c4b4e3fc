'use client'
import { useEffect } from 'react'
import { STEP } from '@/components/evaluation/step-keys'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SubmitButton } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import type { CarriedSection } from '@/lib/domain/evaluation/carrying'
import type { carryForm } from '@/lib/forms/carrying'
import { fieldsOf } from '@/lib/forms/state/fields'

const carryField = fieldsOf<typeof carryForm>()

/** The button goes with what was confirmed: whoever pressed it stays at the keyboard, at what the selector finds. */
const focusStaysAt = (selector: string): void => {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  })
}

/** `section` null: all that were taken over. `then`: where one goes on when it is done; where the page begins, unless said otherwise. */
type Props = { evaluationId: string; section: CarriedSection | null; action: FormAction; label: string; then?: string }

/** Takes a form over from the year before, or says that what was taken over was looked through: one button. */
export function CarryForm({ evaluationId, section, action, label, then = 'main' }: Props) {
  const { state, form } = useSending(action)
  useEffect(() => () => focusStaysAt(then), [then])
  return (
    <form {...form} className="mt-3 grid justify-items-start gap-2">
      <DrawnForField />
      <FormFeedback form="carry" state={state} />
      <input type="hidden" name={carryField('evaluationId')} value={evaluationId} />
      {section === null ? null : <input type="hidden" name={carryField('section')} value={section} />}
      <div {...{ [STEP]: '' }}>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </form>
  )
}
