import { z } from 'zod'
import { cleanedLine, cleanedText } from '@/lib/domain/reading/typed'
import { refusalSentence } from '@/lib/messages/refusals'
import { type FormState, idle } from './form-state'
import { textsIn, typedIn } from './form-texts'

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

/** A line of text, cleaned, that must be filled. */
export const requiredLine = (name: string, longest: number) =>
  z
    .string({ error: `请填写${name}。` })
    .transform(cleanedLine)
    .pipe(
      z
        .string()
        .min(1, `请填写${name}。`)
        .max(longest, `${name}最多 ${longest} 个字。`)
        .regex(/^\P{Cc}*$/u, `${name}中有不可见的控制字符。`),
    )

/** A text of several lines, cleaned. `empty`: what is said where it must be filled; without it none need be. */
export const cleanText = (longest: number, { tooLong, empty }: { tooLong: string; empty?: string }) =>
  z
    .string(empty === undefined ? undefined : { error: empty })
    .transform(cleanedText)
    .pipe((empty === undefined ? z.string() : z.string().min(1, empty)).max(longest, tooLong))
