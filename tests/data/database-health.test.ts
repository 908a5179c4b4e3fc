import net from 'node:net'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'

const database = testDatabase()

// An answer is kept for a moment; each test asks anew.
beforeEach(() => vi.resetModules())

afterEach(() => {
  process.env.DATABASE_URL = database.url
})

async function health() {
  const { databaseHealth } = await import('@/lib/data/database/database-health')
  return databaseHealth()
}

async function run(...statements: string[]) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

test('a database that keeps what it is given is well, and asking leaves nothing behind', async () => {
  expect(await health()).toBe('ok')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query(`SELECT relname FROM pg_class WHERE relname LIKE 'hengji_trial%'`)
  await client.end()
  expect(rows).toEqual([])
})

test('a database that may only be read is told from a good one, until it may be written again', async () => {
  const name = new URL(database.url).pathname.slice(1)
  await run(`ALTER DATABASE "${name}" SET default_transaction_read_only = on`)
  expect(await health()).toBe('database-not-writable')
  await run('SET default_transaction_read_only = off', `ALTER DATABASE "${name}" RESET default_transaction_read_only`)
  vi.resetModules()
  expect(await health()).toBe('ok')
})

test('without a database it is unreachable', async () => {
  process.env.DATABASE_URL = 'postgresql://app@127.0.0.1:1/hengji'
  expect(await health()).toBe('database-unreachable')
})

test('a database that takes the connection and says nothing is given up within two seconds, asked once however many ask', async () => {
  let connections = 0
  const silent = net.createServer((socket) => {
    connections++
    socket.on('error', () => {})
  })
  const port = await new Promise<number>((resolve) => {
    silent.listen(0, '127.0.0.1', () => resolve((silent.address() as net.AddressInfo).port))
  })
  process.env.DATABASE_URL = `postgresql://app@127.0.0.1:${port}/hengji`
  const begun = performance.now()
  expect(await Promise.all([health(), health(), health()])).toEqual(Array(3).fill('database-unreachable'))
  expect(performance.now() - begun).toBeLessThan(2_000)
  expect(connections).toBe(1)
  silent.close()
})
