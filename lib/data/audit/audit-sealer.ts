import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import { database, inTransaction, type Transaction } from '@/lib/data/database/database'
import { BEGINNING, SEALED_COLUMNS, type SealedEntry, sealHash } from './audit-chain'

/** Entries sealed in one transaction: what a day leaves is one of them, what a province was opened with some dozens. */
const BATCH = 2_000

/** How long an entry waits for its seal at most while the program runs, in milliseconds. */
const EVERY = 2_000

/** Whoever holds this lock is the one who seals: `hengji` as a number. */
const SEALING = 0x68656e676a69n

/**
 * Seals the entries that wait, `BATCH` at most, and gives how many. None where another process is at it.
 *
 * An entry is taken once no transaction older than its own can still write: only then can nothing come to stand before it
 * that is not sealed yet. Transactions end in another order than entries are numbered, and a number may never be used.
 * A transaction that the database has not begun yet is one of another server, from which the data was restored: long ended.
 */
export const sealWaiting = (): Promise<number> =>
  inTransaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ held: boolean }[]>`SELECT pg_try_advisory_xact_lock(${SEALING}) AS held`
    if (!lock?.held) return 0
    const entries = await tx.$queryRaw<SealedEntry[]>`
      WITH taken AS (
        DELETE FROM audit_unsealed WHERE number IN (
          SELECT number FROM audit_unsealed
          WHERE transaction < (SELECT pg_snapshot_xmin(pg_current_snapshot()))
             OR transaction >= (SELECT pg_snapshot_xmax(pg_current_snapshot()))
          ORDER BY transaction, number LIMIT ${BATCH}
        ) RETURNING transaction, number
      )
      SELECT ${SEALED_COLUMNS} FROM taken JOIN audit_entries e USING (number) ORDER BY taken.transaction, taken.number`
    if (entries.length > 0) await seal(tx, entries)
    return entries.length
  })

async function seal(tx: Transaction, entries: readonly SealedEntry[]): Promise<void> {
  const last = await tx.auditSeal.findFirst({ orderBy: { position: 'desc' }, select: { position: true, hash: true } })
  const sealedAt = new Date()
  const position = last?.position ?? 0n
  let previous = last?.hash ?? BEGINNING
  const first = position + 1n
  const links = entries.map((entry) => {
    const link = { number: entry.number, previous, hash: sealHash(previous, entry) }
    previous = link.hash
    return link
  })
  // As three columns: as rows of values a batch takes the database driver longer than everything else together
  await tx.$executeRaw`
    INSERT INTO audit_seals (position, number, previous, hash, sealed_at)
    SELECT ${first}::bigint + given.place - 1, given.number, decode(given.previous, 'hex'), decode(given.hash, 'hex'), ${sealedAt}::timestamptz
    FROM unnest(${links.map(({ number }) => BigInt(number))}::bigint[], ${links.map((link) => hex(link.previous))}::text[],
      ${links.map((link) => hex(link.hash))}::text[]) WITH ORDINALITY AS given (number, previous, hash, place)`
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Seals everything that can be sealed at this moment. Costs one look at an empty table where nothing waits. */
export async function sealAll(): Promise<void> {
  const [found] = await database().$queryRaw<{ waiting: boolean }[]>`SELECT EXISTS (SELECT FROM audit_unsealed) AS waiting`
  if (!found?.waiting) return
  // Requests that came meanwhile are answered between two batches
  while ((await sealWaiting()) === BATCH) await breathe()
}

const kept = globalThis as typeof globalThis & { hengjiSealer?: true }

/** Seals what is written from now on, within seconds, as long as the program runs; a database that is away is asked again. */
export function startSealer(): void {
  if (kept.hengjiSealer) return
  kept.hengjiSealer = true
  let failing = false
  const round = async () => {
    try {
      await sealAll()
      failing = false
    } catch (error) {
      if (!failing) console.error('audit seals', error)
      failing = true
    }
    setTimeout(round, EVERY).unref()
  }
  void round()
}
