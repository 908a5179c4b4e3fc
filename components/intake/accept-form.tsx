'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'

type Props = {
  /** What is sent beside what is accepted, by the fields' names: what it belongs to, and how it was seen. */
  hidden: Readonly<Record<string, string>>
  action: FormAction
  children: ReactNode
}

/** Around everything that a paper or workbook offers: each button in it accepts something. */
export function AcceptForm({ hidden, action, children }: Props) {
  const { state, form } = useSending(action)
  const answer = useRef<HTMLDivElement>(null)
  // The button that was pressed may be gone: whoever works with the keyboard stands at the answer, and the next stop is the next value
  useEffect(() => {
    if (state.status !== 'idle' && document.activeElement === document.body) answer.current?.focus()
  }, [state])
  return (
    <form {...form} className="grid grid-cols-1 gap-4">
      <DrawnForField />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div ref={answer} tabIndex={-1} className="outline-none">
        <FormFeedback form="accept" state={state} />
      </div>
      {children}
    </form>
  )
}
