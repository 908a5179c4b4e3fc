'use client'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonVariant } from '@/components/ui/button'
import { DayInput } from '@/components/ui/day-input'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Checkbox, Field, fieldProps, Select, TextInput } from '@/components/ui/field'
import { type FormState, typedValue, typedValues } from '@/lib/forms/state/form-state'
import { AnswerNotice } from './answer-notice'

/** Id of a form's field; `form` keeps the fields of several forms on one page apart. */
export const fieldId = (form: string, name: string): string => `${form}-${name}`

/**
 * How often the form has been answered. As the key of a box, button or list that React holds the value of: React empties
 * a form when its action returns, and would leave such an input showing something else than it holds.
 */
export function useAnswers(state: FormState): number {
  const [seen, setSeen] = useState({ state, count: 0 })
  if (seen.state !== state) setSeen({ state, count: seen.count + 1 })
  return seen.state === state ? seen.count : seen.count + 1
}

/**
 * What became of a form: what is wrong with a way to each field, or that it was kept. `nameOf` names the fields where the
 * sentences alone do not say which one is meant.
 */
export function FormFeedback({ form, state, nameOf }: { form: string; state: FormState; nameOf?: (field: string) => string }) {
  const errors = Object.entries(state.fields).map(([name, message]) => ({
    id: fieldId(form, name),
    message: nameOf === undefined ? message : `${nameOf(name)}：${message}`,
  }))
  if (errors.length > 0) return <ErrorSummary errors={errors} occasion={state} />
  return <AnswerNotice state={state} />
}

type Common = { form: string; name: string; label: ReactNode; hint?: ReactNode; state: FormState; initial?: string; className?: string }

/** A line of text with label, hint and what is wrong with it. Shows again what was typed when the form comes back. */
export function TextField(props: Common & Omit<ComponentProps<'input'>, 'form' | 'name' | 'id'>) {
  const { form, name, label, hint, state, initial, className, required, ...rest } = props
  const id = fieldId(form, name)
  const error = state.fields[name]
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required ?? false} className={className ?? ''}>
      <TextInput
        {...fieldProps(id, hint, error)}
        name={name}
        defaultValue={typedValue(state, name, initial)}
        aria-required={required}
        {...rest}
      />
    </Field>
  )
}

/** A day with label, hint and what is wrong with it; `initial` is `2024-05-31` or empty. */
export function DayField({ form, name, label, hint, state, initial = '', className }: Common) {
  const id = fieldId(form, name)
  const error = state.fields[name]
  return (
    <Field id={id} label={label} hint={hint} error={error} className={className ?? ''}>
      <DayInput {...fieldProps(id, hint, error)} name={name} defaultValue={typedValue(state, name, initial)} />
    </Field>
  )
}

/** A choice from a list; the first option is empty where nothing is chosen beforehand. */
export function SelectField(props: Common & { options: readonly { value: string; label: string }[]; required?: boolean }) {
  const { form, name, label, hint, state, initial = '', className, options, required } = props
  const id = fieldId(form, name)
  const error = state.fields[name]
  const chosen = typedValue(state, name, initial)
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required ?? false} className={className ?? ''}>
      {/* The key: React keeps the choice of a select that it knows when the form is emptied */}
      <Select key={chosen} {...fieldProps(id, hint, error)} name={name} defaultValue={chosen} aria-required={required}>
        {initial === '' ? <option value="">请选择</option> : null}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** A box that is ticked or not. */
export function CheckboxField({
  form,
  name,
  label,
  state,
  initial = false,
}: {
  form: string
  name: string
  label: ReactNode
  state: FormState
  initial?: boolean
}) {
  const ticked = typedValues(state, name, initial ? ['on'] : []).includes('on')
  return <Checkbox key={String(ticked)} id={fieldId(form, name)} name={name} label={label} defaultChecked={ticked} />
}

/** Sends its form; while it is under way it says so and cannot be pressed again. Pressed before the page's scripts are there, it is as soon as they are. */
export function SubmitButton({
  children,
  variant = 'primary',
  waiting,
  disabled,
}: {
  children: ReactNode
  variant?: ButtonVariant
  waiting?: boolean
  disabled?: boolean
}) {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" variant={variant} inactive={pending || waiting === true} disabled={disabled}>
      {pending || waiting ? '处理中…' : children}
    </Button>
  )
}
