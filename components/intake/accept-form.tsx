'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { DrawnForField } from '@/components/forms/drawn-for'
import { FormFeedback } from '@/components/forms/form-fields'
import { type FormAction, useSending } from '@/components/forms/sending'
import { fieldsOf } from '@/lib/forms/fields'
import type { acceptForm } from '@/lib/forms/read-papers'

const acceptField = fieldsOf<typeof acceptForm>()

type Props = {
  evaluationId: string
  paper: string
  revision: number
  /** Revisions of the cells that values are offered for, as they were seen. */
  seen: Readonly<Record<string, number>>
  action: FormAction
  children: ReactNode
}

/** Around everything that a paper offers: each button in it accepts something. */
export function AcceptForm({ evaluationId, paper, revision, seen, action, children }: Props) {
  const { state, form } = useSending(action)
  const answer = useRef<HTMLDivElement>(null)
  // The button that was pressed may be gone: whoever works with the keyboard stands at the answer, and the next stop is the next value
  useEffect(() => {
    if (state.status !== 'idle' && document.activeElement === document.body) answer.current?.focus()
  }, [state])
  return (
    <form {...form} className="grid gap-4">
      <DrawnForField />
      <input type="hidden" name={acceptField('evaluationId')} value={evaluationId} />
      <input type="hidden" name={acceptField('paper')} value={paper} />
      <input type="hidden" name={acceptField('revision')} value={revision} />
      <input type="hidden" name={acceptField('seen')} value={JSON.stringify(seen)} />
      <div ref={answer} tabIndex={-1} className="outline-none">
        <FormFeedback form="accept" state={state} />
      </div>
      {children}
    </form>
  )
}
