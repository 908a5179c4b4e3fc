import { z } from 'zod'
import type { SchemeDifference } from '@/lib/domain/schemes/scheme-difference'
import type { AdministrationPayload } from '@/lib/messages/administration-history'
import type { HistoryPayload } from '@/lib/messages/history'

/**
 * The payload of an entry of the 操作日志, as far as the history says it. Whatever an entry does not say, or says in another shape than
 * today's, counts as not said: an old log stays readable. Read by hand: a page reads thousands of cells.
 */
export function readHistoryPayload(payload: unknown): HistoryPayload {
  const said: Said = isRecord(payload) ? payload : {}
  const text = (name: keyof HistoryPayload): string => textOrNull(said[name]) ?? ''
  return {
    cells: listOf(said.cells, ({ address, before, after }) =>
      typeof address === 'string' ? { address, before: textOrNull(before), after: textOrNull(after) } : null,
    ),
    reason: text('reason'),
    due: text('due'),
    notes: listOf(said.notes, ({ at, text }) => (typeof at === 'string' && typeof text === 'string' ? { at, text } : null)),
    replies: listOf(said.replies, ({ text }) => (typeof text === 'string' ? { text } : null)),
    submission: numberOrNull(said.submission),
    code: text('code'),
    before: textOrNull(said.before),
    after: textOrNull(said.after),
    text: text('text'),
    pdfHash: text('pdfHash'),
    part: text('part'),
    paper: text('paper'),
    workbook: text('workbook'),
    file: text('file'),
    section: text('section'),
    year: numberOrNull(said.year),
    name: text('name'),
    opinion: text('opinion'),
  }
}

type Said = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Each as it is read; none at all where one of them cannot be. */
function listOf<T>(value: unknown, read: (one: Said) => T | null): T[] {
  if (!Array.isArray(value)) return []
  const all = value.map((one) => (isRecord(one) ? read(one) : null))
  return all.includes(null) ? [] : (all as T[])
}

const facts = z.record(z.string(), z.unknown()).catch({})
const administration = z.object({ before: z.unknown().optional(), after: z.unknown().optional(), address: z.string().catch('') })

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
