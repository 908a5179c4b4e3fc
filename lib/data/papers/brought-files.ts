import 'server-only'
import { readFile } from 'node:fs/promises'
import { type Held, holding, may } from '@/lib/data/change/change'
import { findWithActor } from '@/lib/data/evaluation/evaluations'
import { discardFile, type IncomingFile, receiveFile } from '@/lib/data/files/file-folder'
import { keepFile } from '@/lib/data/files/stored-files'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { cleanedLine } from '@/lib/domain/reading/typed'
import { mayDo } from '@/lib/domain/review/review'
import { readInThread, type ThreadReadings } from '@/lib/exchange/read-in-thread'

/** A file as somebody brings it: what it is called, and its bytes. */
export type BroughtFile = { name: string; bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }
type Unread = Extract<ThreadReadings[keyof ThreadReadings], { ok: false }>['error']
/** `unread`: the file could not be read, and is not kept. */
export type BroughtAnswer = Decision<null> | { ok: false; unread: Unread }

/** A file that is whole and on the disk, under the name that it is kept by. */
export type NamedFile = IncomingFile & { name: string }

/** Longest name of a file that is kept. */
const LONGEST_NAME = 120

/** Threads that read at once, and files that wait for one. */
const AT_ONCE = 2
const MOST_WAITING = 8
const LIMITS = { longestMs: 20_000, mostMemoryMb: 512 }

/**
 * Takes in a file that is brought for an evaluation and reads it as `kind`; `keep` keeps it with what was read, asking again whether it
 * may be. Refused: `not-permitted`, `locked`, `acted-elsewhere`, `file-not-kept`, `reading-busy`, and as `keep` refuses.
 */
export async function takeInFile<Kind extends keyof ThreadReadings>(
  viewer: Viewer,
  evaluationId: string,
  kind: Kind,
  { name, bytes }: BroughtFile,
  keep: (file: NamedFile, reading: Extract<ThreadReadings[Kind], { ok: true }>) => Promise<Decision<null>>,
): Promise<BroughtAnswer> {
  const permitted = await mayBring(viewer, evaluationId)
  if (!permitted.ok) return permitted
  const received = await receiveFile(bytes)
  if (!received.ok) return received
  try {
    const read = await inTurn(async () =>
      readInThread(program(), kind, await readFile(/* turbopackIgnore: true */ received.value.path), LIMITS),
    )
    if (read === null) return refused('reading-busy')
    if (!read.ok) return { ok: false, unread: read.error }
    const named = { ...received.value, name: [...cleanedLine(name)].slice(0, LONGEST_NAME).join('') }
    return await keep(named, read as Extract<ThreadReadings[Kind], { ok: true }>)
  } finally {
    await discardFile(received.value)
  }
}

/** Whether the viewer may bring files for an evaluation: asked before a byte is taken in, and again when one is kept. */
export async function mayBring(viewer: Viewer, evaluationId: string): Promise<Decision<Evaluation>> {
  const found = await findWithActor(viewer, evaluationId)
  if (found === null) return refused('not-permitted')
  const permitted = mayDo(viewer, found.evaluation, 'enter', found.actedAt)
  return permitted.ok ? accepted(found.evaluation) : permitted
}

/** What a row says of a file that was brought: which, how it is called, by whom and when. */
type BroughtBy = { fileHash: string; name: string; byId: string; byName: string; at: Date }

/**
 * Keeps a file that was brought for an evaluation which the viewer fills in; `refer` writes the row that refers to it and the entry of
 * the log, in the same transaction. Refused: `not-permitted`, `locked`, `acted-elsewhere`, `file-not-kept`, and as `refer` refuses.
 */
export const keepBrought = <T>(
  viewer: Viewer,
  evaluationId: string,
  file: NamedFile,
  refer: (held: Held, by: BroughtBy) => Promise<Decision<T>>,
): Promise<Decision<T>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    // Never served as what it says it is
    const kept = await keepFile(held.tx, file, 'application/octet-stream')
    if (!kept.ok) return kept
    return refer(held, { fileHash: file.hash, name: file.name, byId: held.viewer.userId, byName: held.viewer.name, at: new Date() })
  })

/** Where the thread's program stands, as whoever started the server says. */
function program(): string {
  const named = process.env.HENGJI_READER
  if (!named) throw new Error('HENGJI_READER is not set')
  return named
}

let reading = 0
const waiting: (() => void)[] = []

/** One after the other, a few at once; null where too many wait already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (reading >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return null
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else reading += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else reading -= 1
  }
}
