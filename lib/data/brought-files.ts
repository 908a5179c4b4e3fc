import 'server-only'
import { readFile } from 'node:fs/promises'
import { type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { cleanedLine } from '@/lib/domain/reading/typed'
import { mayDo } from '@/lib/domain/review/review'
import { readInThread, type ThreadReadings } from '@/lib/exchange/read-in-thread'
import { findEvaluation } from './evaluations'
import { discardFile, type IncomingFile, receiveFile } from './files/file-folder'
import { actedAt } from './participants'

/** A file as somebody brings it: what it is called, and its bytes. */
export type BroughtFile = { name: string; bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }
type Unread = Extract<ThreadReadings[keyof ThreadReadings], { ok: false }>['error']
/** `unread`: the file could not be read, and is not kept. */
export type BroughtAnswer = Decision<null> | { ok: false; unread: Unread }

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
  keep: (file: IncomingFile & { name: string }, reading: Extract<ThreadReadings[Kind], { ok: true }>) => Promise<Decision<null>>,
): Promise<BroughtAnswer> {
  // Asked before a byte is taken in, and again when it is kept
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null) return refused('not-permitted')
  const permitted = mayDo(viewer, evaluation, 'enter', await actedAt(viewer, evaluationId))
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
