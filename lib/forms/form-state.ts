import { z } from 'zod'
import type { PlainRefusal, Refusal } from '@/lib/domain/decision'
import { refusalSentence } from '@/lib/messages/refusals'
import type { CellConflict } from './cell-conflict'

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
}

export const idle: FormState = { status: 'idle', message: null, fields: {}, typed: {}, conflicts: [] }

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

/** What was typed into a field, or `fallback` while nothing has been sent yet. */
export const typedValue = (state: FormState, name: string, fallback = ''): string =>
  Object.keys(state.typed).length === 0 ? fallback : (state.typed[name]?.[0] ?? '')

/** All the values sent under a name: ticked boxes. */
export const typedValues = (state: FormState, name: string, fallback: readonly string[] = []): readonly string[] =>
  Object.keys(state.typed).length === 0 ? fallback : (state.typed[name] ?? [])

/**
 * Reads a form by its schema. A name sent several times becomes a list (see `list`). Fields of the state are
 * zod's paths joined by dots; the first message per field is kept. Files are not read here.
 */
export function parseForm<T>(schema: z.ZodType<T>, formData: FormData): { ok: true; value: T } | { ok: false; state: FormState } {
  const typed = textsIn(formData)
  const input = Object.fromEntries(Object.entries(typed).map(([name, texts]) => [name, texts.length === 1 ? texts[0] : texts]))
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const name = issue.path.join('.')
    fields[name] ??= /\p{Script=Han}/u.test(issue.message) ? issue.message : refusalSentence({ code: 'invalid-field' })
  }
  return {
    ok: false,
    state: { ...idle, status: 'refused', message: refusalSentence({ code: 'invalid-form' }), fields, typed: typedIn(formData) },
  }
}

/** A field that may be sent any number of times: none is the empty list. */
export const list = <T>(item: z.ZodType<T>, longest: number) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(longest, '所选项目过多。'))

/** A line of text, trimmed, that must be filled. */
export const requiredLine = (name: string, longest: number) =>
  z
    .string({ error: `请填写${name}。` })
    .transform((text) => text.trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .min(1, `请填写${name}。`)
        .max(longest, `${name}最多 ${longest} 个字。`)
        .regex(/^\P{Cc}*$/u, `${name}中有不可见的控制字符。`),
    )

const isPassword = (name: string) => /password/i.test(name)

/** Texts by field name; what the framework itself sends along is left out, and NUL, which no database keeps. */
function textsIn(formData: FormData): Record<string, string[]> {
  const texts: Record<string, string[]> = Object.create(null)
  for (const [name, value] of formData) {
    if (typeof value !== 'string' || name.startsWith('$')) continue
    texts[name] ??= []
    texts[name].push(value.replaceAll('\0', ''))
  }
  return texts
}

const typedIn = (formData: FormData): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(textsIn(formData)).filter(([name]) => !isPassword(name)))
