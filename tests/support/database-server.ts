import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openEmbedded } from '@/scripts/embedded.mjs'
import { migrate } from '@/scripts/migrate.mjs'

/**
 * One PostgreSQL for the test run, in a folder that goes with it; `hengji_template` in it is migrated and empty.
 * Nothing in it must outlive the run, so it need not be durable.
 */
export default async function startDatabaseServer() {
  // Another kind of tests has started it already, and ends it.
  if (process.env.HENGJI_TEST_SERVER) return
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-tests-'))
  fs.chmodSync(folder, 0o755)
  const server = await openEmbedded(path.join(folder, 'postgres'), {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })

  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  await client.query('CREATE DATABASE hengji_template')
  await client.end()
  await migrate(server.url.replace(/postgres$/, 'hengji_template'))
  // The test files' processes inherit it.
  process.env.HENGJI_TEST_SERVER = server.url

  return async () => {
    await server.release()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
