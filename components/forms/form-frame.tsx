'use client'
import type { ReactNode } from 'react'
import type { ButtonVariant } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { DrawnForField } from './drawn-for'
import { FormFeedback, SubmitButton } from './form-fields'
import type { useSending } from './sending'

type Props = {
  /** What its fields' ids begin with. */
  name: string
  sending: ReturnType<typeof useSending>
  /** What its one button says. */
  submit: string
  variant?: ButtonVariant
  className?: string
  children: ReactNode
}

/** A form as most are: what became of it, its fields one below the other, and its one button. */
export function FormFrame({ name, sending: { state, form }, submit, variant = 'primary', className = '', children }: Props) {
  return (
    <form {...form} noValidate className={classNames('flex flex-col gap-4', className)}>
      <DrawnForField />
      <FormFeedback form={name} state={state} />
      {children}
      <div>
        <SubmitButton variant={variant}>{submit}</SubmitButton>
      </div>
    </form>
  )
}
