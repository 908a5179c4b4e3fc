import fs from 'node:fs'
import pg from 'pg'
import { disconnect } from '@/lib/data/database/database'
import { migrate, migrationsIn } from '@/scripts/migrate.mjs'

/**
 * Databases as earlier releases left them, with data in them: on each line a table's name and a row as JSON. `last` is
 * the newest migration that the release had.
 */
export const RELEASES = [
  { name: 'first', last: '20261123000000_first' },
  { name: 'second', last: '20261126000004_reviewed_total' },
  { name: 'third', last: '20261129035000_indicators_by_name' },
  { name: 'fourth', last: '20261130011500_explanation_drafts' },
] as const
export type Release = (typeof RELEASES)[number]

export type Row = Readonly<Record<string, unknown>>

/** A table's rows by the text of their primary key. */
export type Contents = ReadonlyMap<string, ReadonlyMap<string, Row>>

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the database at `url` one of that release, and gives the migrations that it lacks. */
export async function restoreRelease(url: string, { name, last }: Release): Promise<string[]> {
  const migrations = migrationsIn()
  const its = migrations.filter((migration) => migration.name <= last)
  // An open connection would remember the types of the tables that go.
  await disconnect()
  await connected(url, (client) => client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public').then(() => undefined))
  await migrate(url, its)
  await connected(url, async (client) => {
    // The rows are what triggers have made of them already
    await client.query('SET session_replication_role = replica')
    for (const line of fs.readFileSync(`tests/support/releases/${name}.tsv`, 'utf8').trimEnd().split('\n')) {
      const tab = line.indexOf('\t')
      const table = line.slice(0, tab)
      await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_record(NULL::"${table}", $1)`, [line.slice(tab + 1)])
    }
    await client.query(`SELECT setval('audit_entries_number_seq', (SELECT max(number) FROM audit_entries))`)
  })
  return migrations.slice(its.length).map((migration) => migration.name)
}

/** Every row of every table of the database, as JSON. */
export const contentsOf = (url: string): Promise<Contents> =>
  connected(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string; key: string[] }>(`
      SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS key
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      WHERE i.indisprimary AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
      GROUP BY c.relname ORDER BY c.relname`)
    const contents = new Map<string, Map<string, Row>>()
    for (const { name, key } of tables) {
      const { rows } = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM "${name}" t`)
      contents.set(name, new Map(rows.map(({ row }) => [key.map((column) => String(row[column])).join('/'), row])))
    }
    return contents
  })
