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
  paper: text,
  workbook: text,
  file: text,
  section: text,
  year: z.number().nullable().catch(null),
  name: text,
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

/** Saves of one person within this time are shown as one, in milliseconds. */
const TOGETHER = 10 * 60_000

type Line = { at: string; actorName: string; action: string; payload: HistoryPayload }

/**
 * Lines of the log, newest first, with what one person saved one after another as one line: forms save themselves at each pause, and
 * nobody reads every pause. Each cell says what stood there before the first of them and after the last; one that is back at what it
 * was is left out. `count`: how many entries a line stands for.
 */
export function savesTogether<T extends Line>(lines: readonly T[]): (T & { count: number })[] {
  const shown: (T & { count: number; first: string })[] = []
  for (const line of lines) {
    const later = shown.at(-1)
    const near = later !== undefined && Date.parse(later.first) - Date.parse(line.at) <= TOGETHER
    if (!near || line.action !== 'cells.save' || later.action !== 'cells.save' || line.actorName !== later.actorName) {
      shown.push({ ...line, count: 1, first: line.at })
      continue
    }
    const cells = new Map(later.payload.cells.map((cell) => [cell.address, cell]))
    for (const cell of line.payload.cells) cells.set(cell.address, { ...cell, after: cells.get(cell.address)?.after ?? cell.after })
    shown[shown.length - 1] = {
      ...later,
      payload: { ...later.payload, cells: [...cells.values()] },
      count: later.count + 1,
      first: line.at,
    }
  }
  return shown.map((line) => {
    const { cells } = line.payload
    const changed = line.count === 1 ? cells : cells.filter(({ before, after }) => before !== after)
    return { ...line, payload: { ...line.payload, cells: changed } }
  })
}
