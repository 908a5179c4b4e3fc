'use client'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback, SelectField, SubmitButton } from '@/components/forms/form-fields'
import { useSending } from '@/components/forms/sending'
import type { trialForm } from '@/lib/forms/administration/scheme-trial'
import { fieldsOf } from '@/lib/forms/state/fields'
import { tryOn } from './actions'

const trialField = fieldsOf<typeof trialForm>()

/** Trying a version on a year, for the first time or anew. */
export function TrialForm({ versionId, years, year }: { versionId: string; years: readonly number[]; year: number }) {
  const { state, form } = useSending(tryOn)
  const options = years.map((one) => ({ value: `${one}`, label: `${one}` }))
  return (
    <form {...form} className="flex flex-wrap items-end gap-3">
      <DrawnForField />
      <FormFeedback form="trial" state={state} />
      <input type="hidden" name={trialField('versionId')} value={versionId} />
      <SelectField form="trial" name={trialField('year')} label="年度" state={state} initial={`${year}`} options={options} />
      <SubmitButton>试算</SubmitButton>
    </form>
  )
}
