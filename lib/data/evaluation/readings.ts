import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { parseQuantity, plain, type Quantity } from '@/lib/domain/quantities'
import { type CellContext, type CellReading, readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { isFrozen, type ReviewStatus } from '@/lib/domain/review/review'
import type { Prisma } from '@/lib/generated/prisma/client'

/** What was read from a cell, as JSON: numbers are decimal texts. */
export function readingToJson(reading: CellReading): Prisma.InputJsonObject {
  switch (reading.kind) {
    case 'number':
      return { ...reading, value: plain(reading.value) }
    case 'range':
      return { ...reading, from: plain(reading.from), to: plain(reading.to) }
    default:
      return { ...reading }
  }
}

const KINDS: Record<CellReading['kind'], true> = {
  blank: true,
  notApplicable: true,
  number: true,
  range: true,
  date: true,
  yesNo: true,
  words: true,
  unreadable: true,
}

/** Keeps what is read from the targets and actual values now: called at approval, for from then on the scores rest on it. */
export async function storeReadings(tx: Transaction, { indicators }: Evaluation): Promise<void> {
  const json = (reading: CellReading) => JSON.stringify(readingToJson(reading))
  await tx.$executeRaw`
    UPDATE indicators SET target_reading = given.target::jsonb, actual_reading = given.actual::jsonb
    FROM unnest(
      ${indicators.map(({ id }) => id)}::text[],
      ${indicators.map(({ target }) => json(target.reading))}::text[],
      ${indicators.map(({ actual }) => json(actual.reading))}::text[]
    ) AS given (id, target, actual)
    WHERE indicators.id = given.id`
}

type Read = (text: string, context: CellContext) => CellReading

/** Cells that are remembered, and the longest of them. */
const MOST_REMEMBERED = 5_000
const LONGEST_REMEMBERED = 100

/** The same reading, which knows what it read lately: an evaluation is loaded at every turn of it, and its cells seldom change. */
function remembering(read: Read): Read {
  const known = new Map<string, CellReading>()
  return (text, context) => {
    if (text.length > LONGEST_REMEMBERED) return read(text, context)
    const { dimension, group, name, unit, operator = '', nature = '', year = '' } = context
    const key = [text, dimension, group, name, unit, operator, nature, year].join('\n')
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= MOST_REMEMBERED) known.clear()
    const reading = read(text, context)
    known.set(key, reading)
    return reading
  }
}

/**
 * What was read from a cell. An approved evaluation rests for ever on what was read then; in every other one the text is
 * read anew (nothing is stored), so that a program that reads better helps there at once, on the server as in the browser.
 */
const readingBy =
  (read: Read) =>
  (stored: Prisma.JsonValue, status: ReviewStatus, text: string, context: CellContext): CellReading =>
    (isFrozen(status) ? readingFromJson(stored) : null) ?? read(text, context)

export const targetReadingOf = readingBy(remembering(readTarget))
export const actualReadingOf = readingBy(remembering(readActual))

/** The reading as it was stored; null where it cannot be made out. */
function readingFromJson(json: Prisma.JsonValue): CellReading | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null
  const { kind } = json
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) return null
  const numbers: Record<string, Quantity> = {}
  for (const name of kind === 'number' ? ['value'] : kind === 'range' ? ['from', 'to'] : []) {
    const digits = json[name]
    const number = typeof digits === 'string' ? parseQuantity(digits) : null
    if (number === null) return null
    numbers[name] = number
  }
  return { ...json, ...numbers } as CellReading
}
