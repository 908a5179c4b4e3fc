import 'server-only'
import { type Prisma, PrismaClient } from '@/lib/generated/prisma/client'
import { CountedDriver } from './counted-driver'
import { statementName } from './steady'

/** What happens inside one transaction goes through this; never mix it with `database()`. */
export type Transaction = Prisma.TransactionClient

const kept = globalThis as typeof globalThis & { hengjiDatabase?: { url: string; client: PrismaClient } }

/**
 * How long things may take, in milliseconds: nothing waits for ever for a database that hangs, nor for somebody else's
 * lock. Waiting for a connection is long on purpose: a hundred people handing in at noon queue up, none is turned away.
 */
const LIMITS = {
  statement_timeout: 30_000,
  lock_timeout: 20_000,
  idle_in_transaction_session_timeout: 60_000,
  // The database itself may have stopped counting.
  query_timeout: 35_000,
  connectionTimeoutMillis: 30_000,
}

/**
 * The database at `DATABASE_URL`, connected when first asked for. Kept across reloads of the development server,
 * so that its connections do not pile up. Throws where the address is missing: nothing is ever remembered elsewhere.
 */
export function database(): PrismaClient {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set')
  if (kept.hengjiDatabase?.url !== url) {
    kept.hengjiDatabase = {
      url,
      client: new PrismaClient({
        adapter: new CountedDriver(
          { connectionString: url, max: 10, keepAlive: true, ...LIMITS },
          { statementNameGenerator: statementName },
        ),
      }),
    }
  }
  return kept.hengjiDatabase.client
}

/** Runs `work` in one transaction: everything it writes is kept together, or nothing when it throws. */
export const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database().$transaction(work, { maxWait: 30_000, timeout: 60_000 })

/** Closes the connections: for commands and tests, which otherwise would not end. */
export async function disconnect(): Promise<void> {
  const client = kept.hengjiDatabase?.client
  delete kept.hengjiDatabase
  await client?.$disconnect()
}
