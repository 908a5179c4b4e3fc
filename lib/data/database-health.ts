import 'server-only'
import net from 'node:net'
import { Client } from 'pg'

/** How well the database works at this moment. */
export type DatabaseHealth = 'ok' | 'database-unreachable' | 'database-not-writable'

/** How long the database may take to connect, and to do each thing that is tried, in milliseconds. */
const PATIENCE = 3_000

/** How long an answer is good for, in milliseconds: whoever asks in between costs the database nothing. */
const FRESH = 2_000

/**
 * Everything that saving does (room in a file, the log, waiting for the disk) in one transaction that leaves nothing behind.
 * A disk that is full, or a database that may only be read, fails here.
 */
const TRIAL = `CREATE TEMP TABLE hengji_trial ON COMMIT DROP AS SELECT repeat(md5(random()::text), 2000) AS filler FROM generate_series(1, 8)`

async function tried(): Promise<DatabaseHealth> {
  const socket = new net.Socket()
  const client = new Client({
    connectionString: process.env.DATABASE_URL,
    stream: () => socket,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  })
  client.on('error', () => {})
  let health: DatabaseHealth = 'database-unreachable'
  try {
    await client.connect()
    await client.query('SELECT 1')
    health = 'database-not-writable'
    await client.query(TRIAL)
    health = 'ok'
    await client.end()
  } catch {
    // What was reached so far is the answer
  } finally {
    // A database that hangs would not answer a farewell.
    socket.destroy()
  }
  return health
}

let latest: { at: number; health: Promise<DatabaseHealth> } | undefined

/** Whether the database answers, and keeps what it is given. Known within 10 seconds, however badly it hangs; at most 2 seconds old. */
export function databaseHealth(): Promise<DatabaseHealth> {
  if (latest === undefined || performance.now() - latest.at > FRESH) {
    const begun = { at: Number.POSITIVE_INFINITY, health: tried() }
    latest = begun
    void begun.health.then(() => {
      begun.at = performance.now()
    })
  }
  return latest.health
}
