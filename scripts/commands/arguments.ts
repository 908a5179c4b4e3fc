import type { z } from 'zod'
import { refusalSentence } from '@/lib/messages/refusals'

/** Says why a command did nothing; the exit status of such a command. */
export function refuse(sentence: string): 1 {
  process.stderr.write(`${sentence}\n`)
  return 1
}

/** Says how a command is called; the exit status for a wrong call. */
export function explainUsage(usage: string): 2 {
  process.stderr.write(`用法：npm run -s hengji -- ${usage}\n`)
  return 2
}

/** Reads a value by its form schema; the sentence why not otherwise. */
export function readArgument<T>(schema: z.ZodType<T>, text: string): { ok: true; value: T } | { ok: false; sentence: string } {
  const result = schema.safeParse(text)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, sentence: result.error.issues[0]?.message ?? refusalSentence({ code: 'invalid-field' }) }
}
