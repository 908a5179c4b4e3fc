import { z } from 'zod'
import type { HistoryPayload } from '@/lib/messages/history'

const text = z.string().catch('')
const textOrNull = z.string().nullable().catch(null)

/** Whatever an entry does not say, or says in another shape than today's, counts as not said: an old log stays readable. */
const payloads = z.object({
  cells: z.array(z.object({ address: z.string(), before: textOrNull, after: textOrNull })).catch([]),
  reason: text,
  notes: z.array(z.object({ at: z.string(), text: z.string() })).catch([]),
  submission: z.number().nullable().catch(null),
  code: text,
  before: textOrNull,
  after: textOrNull,
  text,
  pdfHash: text,
})

/** The payload of an entry of the 操作日志, as far as the history says it. */
export const readHistoryPayload = (payload: unknown): HistoryPayload =>
  payloads.parse(typeof payload === 'object' && payload !== null ? payload : {})
