// What actions answer. The browser imports none of it: all refusals' sentences would come along.
import type { PlainRefusal, Refusal } from '@/lib/domain/decision/decision'
import type { CellConflict } from '@/lib/forms/state/cell-conflict'
import { type FormState, idle } from '@/lib/forms/state/form-state'
import { typedIn } from '@/lib/forms/state/form-texts'
import { refusalSentence } from '@/lib/messages/refusals'
import type { RowRefusal } from './row-actions'
import { nothingSaved, type SaveAnswer } from './save-form'

/** Everything was kept. With `formData` the form shows what was typed again, without it the form is emptied. */
export const saved = (message: string | null = null, formData?: FormData): FormState => ({
  ...idle,
  status: 'saved',
  message,
  typed: formData ? typedIn(formData) : {},
})

/** An expected refusal: said for the whole form, or at `field` where it belongs to one. */
export function refused(refusal: Refusal | PlainRefusal, formData: FormData, field?: string): FormState {
  const sentence = refusalSentence(typeof refusal === 'string' ? { code: refusal } : refusal)
  return {
    ...idle,
    status: 'refused',
    message: field === undefined ? sentence : refusalSentence({ code: 'invalid-form' }),
    fields: field === undefined ? {} : { [field]: sentence },
    typed: typedIn(formData),
  }
}

/** Nothing was done: the sign-in has ended. What was typed stays, and can be sent again after signing in. */
export const signedOut = (formData: FormData): FormState => ({
  ...idle,
  status: 'signed-out',
  message: refusalSentence({ code: 'signed-out' }),
  typed: typedIn(formData),
})

/** Some cells were changed by somebody else meanwhile; those were not written. */
export const conflicting = (conflicts: readonly CellConflict[], formData: FormData): FormState => ({
  ...idle,
  status: 'conflicting',
  message: refusalSentence({ code: 'changed-meanwhile' }),
  typed: typedIn(formData),
  conflicts,
})

/** Nothing was done to a row, and why. */
export const rowRefused = (refusal: Refusal): RowRefusal => ({ ok: false, message: refusalSentence(refusal) })

/** The answer about a row where the sign-in has ended. */
export const ROW_SIGNED_OUT: RowRefusal = { ...rowRefused({ code: 'signed-out' }), signedOut: true }

/** The answer about cells where the sign-in has ended. */
export const SAVE_SIGNED_OUT: SaveAnswer = { ...nothingSaved(refusalSentence({ code: 'signed-out' })), signedOut: true }
