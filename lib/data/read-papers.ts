import 'server-only'
import { readFile } from 'node:fs/promises'
import { accepted, type Decision, refused } from '@/lib/domain/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { cleanedLine } from '@/lib/domain/reading/typed'
import { mayDo } from '@/lib/domain/review/review'
import { type EvaluationDocument, parseDocument } from '@/lib/exchange/document-format'
import { readInThread } from '@/lib/exchange/read-in-thread'
import type { ReportRead } from '@/lib/exchange/report-file'
import type { Prisma } from '@/lib/generated/prisma/client'
import { audit } from './audit'
import { holding, may } from './change'
import { database } from './database'
import { findEvaluation } from './evaluations'
import { discardFile, type IncomingFile, receiveFile } from './files/file-folder'
import { type FileContent, keepFile, openFile } from './files/stored-files'
import { actedAt } from './participants'
import { visibleTo } from './visibility'

/** A finished report that was read for an evaluation. `hash`: SHA-256 of its file; `at`: when (ISO). */
export type ReadPaper = { hash: string; name: string; byName: string; at: string; document: EvaluationDocument }

/** Longest name of a file that is kept. */
const LONGEST_NAME = 120

/** Threads that read at once, and files that wait for one. */
const AT_ONCE = 2
const MOST_WAITING = 8
const LIMITS = { longestMs: 20_000, mostMemoryMb: 512 }

const where = (viewer: Viewer, evaluationId: string) => ({ evaluationId, evaluation: visibleTo(viewer) })

/** The paper that was read last; null where there is none, the viewer may not see the evaluation, or another release read it otherwise. */
export async function findReadPaper(viewer: Viewer, evaluationId: string): Promise<ReadPaper | null> {
  const row = await database().readPaper.findFirst({ where: where(viewer, evaluationId) })
  if (row === null) return null
  const parsed = parseDocument(row.document)
  if (!parsed.ok) return null
  return { hash: row.fileHash, name: row.name, byName: row.byName, at: row.at.toISOString(), document: parsed.document }
}

/** The file of the paper that was read last. `null` as above; refused as `file-missing`, `file-altered`, `file-unreadable`. */
export async function openReadPaper(viewer: Viewer, evaluationId: string): Promise<{ name: string; file: Decision<FileContent> } | null> {
  const row = await database().readPaper.findFirst({ where: where(viewer, evaluationId), select: { fileHash: true, name: true } })
  return row && { name: row.name, file: await openFile(row.fileHash) }
}

/** A file as somebody brings it: what it is called, and its bytes. */
export type BroughtFile = { name: string; bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }
type Unread = Extract<ReportRead, { ok: false }>['error']
export type PaperAnswer = Decision<null> | { ok: false; unread: Unread }

/**
 * Reads a finished report for an evaluation, and keeps the file with what was understood of it in place of an earlier one. Nothing of
 * it stands in the form before somebody accepts it. `unread`: the file could not be read, and is not kept. Refused: `not-permitted`,
 * `locked`, `acted-elsewhere`, `file-not-kept`, `reading-busy`.
 */
export async function takeInPaper(viewer: Viewer, evaluationId: string, { name, bytes }: BroughtFile): Promise<PaperAnswer> {
  // Asked before a byte is taken in, and again when it is kept
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null) return refused('not-permitted')
  const permitted = mayDo(viewer, evaluation, 'enter', await actedAt(viewer, evaluationId))
  if (!permitted.ok) return permitted
  const received = await receiveFile(bytes)
  if (!received.ok) return received
  try {
    const read = await inTurn(async () => readInThread(program(), await readFile(/* turbopackIgnore: true */ received.value.path), LIMITS))
    if (read === null) return refused('reading-busy')
    if (!read.ok) return { ok: false, unread: read.error }
    return await keepPaper(viewer, evaluationId, received.value, [...cleanedLine(name)].slice(0, LONGEST_NAME).join(''), read.document)
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

const keepPaper = (
  viewer: Viewer,
  evaluationId: string,
  file: IncomingFile,
  name: string,
  document: EvaluationDocument,
): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    const { tx } = held
    // Never served as what it says it is
    const kept = await keepFile(tx, file, 'application/octet-stream')
    if (!kept.ok) return kept
    const now = { fileHash: file.hash, name, byId: held.viewer.userId, byName: held.viewer.name, at: new Date() }
    const row = { ...now, document: document as Prisma.InputJsonObject }
    await tx.readPaper.upsert({ where: { evaluationId }, create: { evaluationId, ...row }, update: row, select: { evaluationId: true } })
    await audit(tx, held.viewer, { action: 'papers.read', evaluationId, payload: { paper: name, hash: file.hash } })
    return accepted(null)
  })

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
