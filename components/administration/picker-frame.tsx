import type { ReactNode } from 'react'
import { fieldId } from '@/components/forms/form-fields'
import { FieldError, fieldProps } from '@/components/ui/field'

/** Frame of a picker: what is chosen travels in hidden fields, since folded parts of the tree are not there. */
export function PickerFrame(props: {
  form: string
  name: string
  label: string
  hint?: string | undefined
  error: string | undefined
  children: ReactNode
}) {
  const { form, name, label, hint, error, children } = props
  const id = fieldId(form, name)
  const { id: _, ...described } = fieldProps(id, hint, error)
  return (
    <fieldset id={id} tabIndex={-1} className="min-w-0" aria-describedby={described['aria-describedby']}>
      <legend className="text-sm font-medium">{label}（必填）</legend>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <FieldError id={id} error={error} />
      <div className="mt-2 rounded border border-line p-3">{children}</div>
    </fieldset>
  )
}
