'use client'
import { recomputeYear } from '@/app/jobs/actions'
import { DrawnForField } from '@/components/forms/drawn-for'
import { CheckboxField, FormFeedback, SelectField, SubmitButton } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import type { recomputeForm } from '@/lib/forms/administration/recompute'
import { fieldsOf } from '@/lib/forms/state/fields'

const recomputeField = fieldsOf<typeof recomputeForm>()

/** Comparing a year's stored results with what its cells give. */
export function RecomputeForm({ years }: { years: readonly number[] }) {
  const { state, form } = useSending(recomputeYear)
  const options = years.map((year) => ({ value: `${year}`, label: `${year}` }))
  return (
    <form {...form} className="flex flex-wrap items-end gap-4">
      <DrawnForField />
      <FormFeedback form="recompute" state={state} />
      <SelectField
        form="recompute"
        name={recomputeField('year')}
        label="年度"
        state={state}
        initial={`${years[0] ?? ''}`}
        options={options}
      />
      <CheckboxField form="recompute" name={recomputeField('write')} label="同时更正不一致之处" state={state} />
      <SubmitButton variant="secondary">核对</SubmitButton>
    </form>
  )
}
