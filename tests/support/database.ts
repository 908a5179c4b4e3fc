import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { disconnect } from '@/lib/data/database/database'
import { migrate } from '@/scripts/migrate.mjs'

/** The server that tests/support/database-server.ts started, by the address of this database on it. */
function addressOf(database: string): string {
  const server = process.env.HENGJI_TEST_SERVER
  if (!server) throw new Error('Only tests in tests/data and tests/auth have a database')
  return server.replace(/postgres$/, database)
}

async function onServer(work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: addressOf('postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** PostgreSQL refuses to copy a template that another file is copying at this moment (55006). */
async function cloneTemplate(client: pg.Client, name: string) {
  for (let tries = 1; ; tries++) {
    try {
      await client.query(`CREATE DATABASE "${name}" TEMPLATE hengji_template`)
      return
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === '55006') || tries === 100) throw error
      await wait(50)
    }
  }
}

/** As a bureau's own server may be set up: texts sort by the rules of a language, not by their characters. */
const makeCollated = async (client: pg.Client, name: string) => {
  await client.query(`CREATE DATABASE "${name}" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN'`)
}

/**
 * Called once at the top of a test file: gives the file a database of its own, migrated and empty, on real PostgreSQL, and an empty folder for files.
 * With `icu` it collates otherwise than the embedded one. Everything in lib/data then works on it; `url` (known once the tests run) is for a connection beside it.
 */
export function testDatabase({ collation = 'embedded' }: { collation?: 'embedded' | 'icu' } = {}): { readonly url: string } {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const files = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-files-'))

  beforeAll(async () => {
    await onServer((client) => (collation === 'icu' ? makeCollated(client, name) : cloneTemplate(client, name)))
    if (collation === 'icu') await migrate(addressOf(name))
    process.env.DATABASE_URL = addressOf(name)
    process.env.HENGJI_FILES_DIR = files
  })

  afterAll(async () => {
    await disconnect()
    fs.rmSync(files, { recursive: true, force: true })
    await onServer(async (client) => {
      await client.query(`DROP DATABASE "${name}" WITH (FORCE)`)
    })
  })

  return {
    get url() {
      return addressOf(name)
    },
  }
}
