import type { CellConflict } from './cell-conflict'
import { failureSentence, type SendFailure } from './failed-send'
import { typedIn } from './form-texts'
import type { PastYearRow } from './past-year-row'
import type { RosterRow } from './roster-row'

/** What a server action hands back to its form. */
export type FormState = {
  status: 'idle' | 'saved' | 'refused' | 'conflicting' | 'signed-out'
  /** A sentence about the whole form; null when the fields say it all. */
  message: string | null
  /** Sentence per field name. */
  fields: Readonly<Record<string, string>>
  /** What was typed, given back because React empties a form when its action returns. Passwords never are. */
  typed: Readonly<Record<string, readonly string[]>>
  conflicts: readonly CellConflict[]
  /** Passwords that were just made, which nobody sees again. */
  issued?: readonly Issued[]
  /** What a 名册 comes to, line by line. */
  roster?: readonly RosterRow[]
  /** What a list of past years' figures comes to, line by line. */
  pastYears?: readonly PastYearRow[]
}
export type Issued = { loginName: string; name: string; password: string }

export const idle: FormState = { status: 'idle', message: null, fields: {}, typed: {}, conflicts: [] }

/** The form was sent and no answer came. What was typed stays, and can be sent again. */
export const notAnswered = (failure: SendFailure, formData: FormData): FormState => ({
  ...idle,
  status: 'refused',
  message: failureSentence[failure],
  typed: typedIn(formData),
})

/** What was typed into a field, or `fallback` while nothing has been sent yet. */
export const typedValue = (state: FormState, name: string, fallback = ''): string =>
  Object.keys(state.typed).length === 0 ? fallback : (state.typed[name]?.[0] ?? '')

/** All the values sent under a name: ticked boxes. */
export const typedValues = (state: FormState, name: string, fallback: readonly string[] = []): readonly string[] =>
  Object.keys(state.typed).length === 0 ? fallback : (state.typed[name] ?? [])
