import 'server-only'
import net from 'node:net'
import { Client, DatabaseError } from 'pg'

/** How well the database works at this moment. */
export type DatabaseHealth = 'ok' | 'database-unreachable' | 'database-not-writable'

/** How long the database may take to connect and to do all that is tried, in milliseconds: whoever watches is answered within two seconds. */
const PATIENCE = 1_600

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
  })
  client.on('error', () => {})
  // Whatever waits for an answer then gets an error.
  const late = setTimeout(() => socket.destroy(), PATIENCE)
  let connected = false
  let health: DatabaseHealth = 'database-unreachable'
  try {
    await client.connect()
    connected = true
    await client.query(TRIAL)
    health = 'ok'
  } catch (error) {
    // It answered that it cannot: no room, or a database that may only be read. Without an answer it is not reached.
    if (connected && error instanceof DatabaseError) health = 'database-not-writable'
  } finally {
    clearTimeout(late)
    // A database that hangs would not answer a farewell.
    socket.destroy()
  }
  return health
}

let latest: { at: number; health: Promise<DatabaseHealth> } | undefined

/** Whether the database answers, and keeps what it is given. Known within two seconds, however badly it hangs; at most two seconds old. */
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
