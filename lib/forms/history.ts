import { z } from 'zod'
import type { SchemeDifference } from '@/lib/domain/schemes/scheme-difference'
import type { AdministrationPayload } from '@/lib/messages/administration-history'
import type { HistoryPayload } from '@/lib/messages/history'

const text = z.string().catch('')
const textOrNull = z.string().nullable().catch(null)

/** Whatever an entry does not say, or says in another shape than today's, counts as not said: an old log stays readable. */
const payloads = z.object({
  cells: z.array(z.object({ address: z.string(), before: textOrNull, after: textOrNull })).catch([]),
  reason: text,
  due: text,
  notes: z.array(z.object({ at: z.string(), text: z.string() })).catch([]),
  replies: z.array(z.object({ text: z.string() })).catch([]),
  submission: z.number().nullable().catch(null),
  code: text,
  before: textOrNull,
  after: textOrNull,
  text,
  pdfHash: text,
  part: text,
  section: text,
  year: z.number().nullable().catch(null),
  opinion: text,
})

/** The payload of an entry of the 操作日志, as far as the history says it. */
export const readHistoryPayload = (payload: unknown): HistoryPayload =>
  payloads.parse(typeof payload === 'object' && payload !== null ? payload : {})

const facts = z.record(z.string(), z.unknown()).catch({})
const administration = z.object({ before: z.unknown().optional(), after: z.unknown().optional(), address: text })

/** The payload of an entry about users, departments, rounds or schemes. Deadlines stand beside the other facts of a round. */
export function readAdministrationPayload(payload: unknown, differences: readonly SchemeDifference[]): AdministrationPayload {
  const { before, after, address } = administration.catch({ before: null, after: null, address: '' }).parse(payload)
  return {
    before: factsOf(before),
    after: factsOf(after),
    differences,
    copiedFrom: typeof before === 'string' ? before : '',
    address,
  }
}

function factsOf(value: unknown): Record<string, unknown> {
  const { deadlines, ...rest } = facts.parse(value)
  return { ...rest, ...facts.parse(deadlines) }
}
