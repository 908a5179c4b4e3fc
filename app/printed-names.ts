import 'server-only'
import { type FormState, idle } from '@/lib/forms/state/form-state'
import { typedIn } from '@/lib/forms/state/form-texts'
import { refusalSentence } from '@/lib/messages/refusals'
import { missingGlyphs, unprintable } from '@/lib/report/glyphs'

/**
 * Names of departments, persons, rounds and schemes stand on papers: one with a character that no font has is refused where it is
 * typed, each at its field, and not a year later when a paper is set. null: all can be printed.
 */
export function unprintableNames(names: Readonly<Record<string, string>>, formData?: FormData): FormState | null {
  const fields: Record<string, string> = {}
  for (const [field, name] of Object.entries(names)) {
    const characters = unprintable(name)
    if (characters.length > 0) fields[field] = refusalSentence(missingGlyphs(characters).refusal)
  }
  if (Object.keys(fields).length === 0) return null
  const typed = formData ? typedIn(formData) : {}
  return { ...idle, status: 'refused', message: refusalSentence({ code: 'invalid-form' }), fields, typed }
}

/** Every text within a JSON value by its path, steps joined by `/`, of as many levels as its reader let through. */
export function textsWithin(value: unknown, path: readonly string[] = []): Record<string, string> {
  if (typeof value === 'string') return { [path.join('/')]: value }
  if (typeof value !== 'object' || value === null) return {}
  return Object.assign({}, ...Object.entries(value).map(([step, inner]) => textsWithin(inner, [...path, step])))
}
