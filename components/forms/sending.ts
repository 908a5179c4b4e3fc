'use client'
import { usePathname } from 'next/navigation'
import { type RefObject, useActionState, useRef } from 'react'
import { type FormState, idle, notAnswered } from '@/lib/forms/state/form-state'
import { acknowledge } from './drafts/draft-store'
import { fieldKey, keptFieldsOf, sentText } from './drafts/fields'
import { useTypist } from './drawn-for'
import { failureOf, ifLed } from './unanswered'

export type FormAction = (previous: FormState, formData: FormData) => Promise<FormState>
type SentForm = { ref: RefObject<HTMLFormElement | null>; action: (formData: FormData) => void }

/**
 * How every form of an action is sent. No failure of sending leaves the page or what was typed in it: it is an answer of the form. What
 * the server has acknowledged is no draft any more. `form` is spread on the `<form>`.
 */
export function useSending(action: FormAction): { state: FormState; pending: boolean; form: SentForm } {
  const ref = useRef<HTMLFormElement>(null)
  const userId = useTypist()
  const page = usePathname()
  const send = async (previous: FormState, formData: FormData): Promise<FormState> => {
    const sent = keptFieldsOf(ref.current).map((field) => ({ userId, page, field: fieldKey(field), text: sentText(field, formData) }))
    try {
      const answer = await action(previous, formData)
      if (answer.status === 'saved') await acknowledge(sent)
      return answer
    } catch (error) {
      await ifLed(error, () => acknowledge(sent))
      return notAnswered(failureOf(error), formData)
    }
  }
  const [state, dispatch, pending] = useActionState(send, idle)
  return { state, pending, form: { ref, action: dispatch } }
}
