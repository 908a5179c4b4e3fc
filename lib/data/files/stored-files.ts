import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { database, type Transaction } from '@/lib/data/database/database'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { Prisma } from '@/lib/generated/prisma/client'
import { type FileState, type IncomingFile, pathOf, placeFile, stateOfFile } from './file-folder'

/**
 * Which files are kept. A file has a row as long as it counts, and whoever refers to it does so by a foreign key to that row:
 * those keys are the count of its references.
 */

/** The first half of the locks that files are held by; the second is the beginning of the hash. */
const FILES = 0x66696c65

/**
 * Holds a file until the transaction ends. Keeping and removing both hold it, so that a file is never removed between the
 * moment in which it is found to be there and the one in which somebody refers to it.
 */
export async function holdFile(tx: Transaction, hash: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FILES}::int, ${Buffer.from(hash.slice(0, 8), 'hex').readInt32BE()}::int)`
}

/**
 * Keeps a received file: afterwards it is in its place and has a row, to which the same transaction may refer. Done first in a
 * transaction, because it may be refused as `file-not-kept`. The same bytes are kept once.
 */
export async function keepFile(tx: Transaction, file: IncomingFile, mediaType: string): Promise<Decision<null>> {
  await holdFile(tx, file.hash)
  const placed = await placeFile(file)
  if (!placed.ok) return placed
  const { hash, size } = file
  await tx.storedFile.upsert({
    where: { hash },
    create: { hash, size, mediaType },
    update: { unreferencedSince: null },
    select: { hash: true },
  })
  return accepted(null)
}

/** A file as it is given out: checked a moment before against its hash. */
export type FileContent = { size: number; mediaType: string; stream: ReadableStream<Uint8Array> }

const REFUSALS = { missing: 'file-missing', altered: 'file-altered', unreadable: 'file-unreadable' } as const

/** How a kept file is. Refused, and written to the log: `file-missing`, `file-altered`, `file-unreadable`. */
export async function checkFile(hash: string): Promise<Decision<{ size: number; mediaType: string; bytes: Uint8Array | null }>> {
  const row = await database().storedFile.findUnique({ where: { hash } })
  const state = row === null ? 'missing' : await stateOf(row)
  if (row !== null && state === 'sound') return accepted({ size: Number(row.size), mediaType: row.mediaType, bytes: row.bytes })
  console.error(`file ${hash} is ${state}`)
  return refused(state === 'sound' ? 'file-missing' : REFUSALS[state])
}

/** What is kept, to be read once. Refused as `checkFile`. */
export async function openFile(hash: string): Promise<Decision<FileContent>> {
  const checked = await checkFile(hash)
  if (!checked.ok) return checked
  const { size, mediaType, bytes } = checked.value
  const source = bytes === null ? createReadStream(/* turbopackIgnore: true */ pathOf(hash)) : Readable.from([bytes])
  return accepted({ size, mediaType, stream: Readable.toWeb(source) as ReadableStream<Uint8Array> })
}

/** Bytes that an older release kept in the row count until they have been moved. */
export async function stateOf({ hash, size, bytes }: { hash: string; size: bigint; bytes: Uint8Array | null }): Promise<FileState> {
  if (bytes === null) return stateOfFile(hash, Number(size))
  return createHash('sha256').update(bytes).digest('hex') === hash ? 'sound' : 'altered'
}

/** Whether something refers to row `f` of stored_files: by whatever foreign key there is to it. */
export async function referenced(db: Transaction): Promise<Prisma.Sql> {
  const keys = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", quote_ident(a.attname) AS "column"
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'stored_files'::regclass`
  const found = keys.map(({ table, column }) => `EXISTS (SELECT FROM ${table} WHERE ${table}.${column} = f.hash)`)
  return Prisma.raw(`(${['false', ...found].join(' OR ')})`)
}
