// Brings a database to the program's schema: applies prisma/migrations in order, in Prisma's own table with its checksums.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const bundled = fileURLToPath(new URL('../prisma/migrations', import.meta.url))

/** The lock that Prisma itself takes: two programs never migrate one database at once. */
const prismaLock = 72707369

const migrationsTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

/** What the person at the terminal can act on; anything else is a bug or a broken database. */
export class MigrationRefused extends Error {}

const checksumOf = (sql) => crypto.createHash('sha256').update(sql).digest('hex')

/** The migrations in `folder`, in the order in which they are applied. Git may have ended their lines in another way: they are the same. */
export function migrationsIn(folder = bundled) {
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: checksumOf(sql) }
    })
}

function refuseUnlessOurs(applied, migrations) {
  for (const { migration_name: name, checksum, finished_at: finishedAt } of applied) {
    const ours = migrations.find((migration) => migration.name === name)
    if (!ours) throw new MigrationRefused(`数据库比程序新：其中的结构变更 ${name} 本程序没有。请改用建立该数据库的版本或更新的版本。`)
    if (!finishedAt) throw new MigrationRefused(`数据库的结构变更 ${name} 上次没有完成，请先修复数据库或恢复备份。`)
    // Earlier programs noted down the checksum of the lines as they were ended there.
    if (checksum !== ours.checksum && checksum !== checksumOf(ours.sql.replaceAll('\n', '\r\n'))) {
      throw new MigrationRefused(`数据库的结构变更 ${name} 与程序中的不一致，请使用未经修改的程序。`)
    }
  }
}

async function apply(client, { name, sql, checksum }) {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)`,
      [crypto.randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

/**
 * Applies what the database at `url` lacks and gives the names of what it applied. Each migration and its entry are one
 * transaction: a crash leaves nothing half-done. Refuses a database that knows migrations which the program does not.
 */
export async function migrate(url, migrations = migrationsIn()) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    // Whoever migrates at this moment is waited for, but not for ever: 55P03 then.
    await client.query(`SET lock_timeout = '60s'`)
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(migrationsTable)
    const { rows: applied } = await client.query(
      `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
    )
    refuseUnlessOurs(applied, migrations)
    const known = new Set(applied.map((row) => row.migration_name))
    const missing = migrations.filter(({ name }) => !known.has(name))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
