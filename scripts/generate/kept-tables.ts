import type { Client } from 'pg'

/** A table that holds rows of a department's evaluations, and which of its rows are one department's (`$1` is its id). */
export type KeptTable = { name: string; columns: string; where: string }

/** Rows of the tree and of people, what waits, and what jobs found are not what a department has filed. */
const LEFT_OUT = ['departments', 'memberships', 'pending_departments', 'tried_evaluations', 'deviations']

/**
 * The tables that hold what a department has filed, found by the database's own foreign keys, so that a new one is not
 * forgotten: what points at the department, at its evaluations, or at their rows. Each comes after those that it points at.
 * Only evaluations of the year `since` and later ones count.
 */
export async function keptTables(client: Client, since: number): Promise<KeptTable[]> {
  const { rows: links } = await client.query<{ from: string; column: string; to: string }>(`
    SELECT source.relname AS "from", a.attname AS "column", target.relname AS "to"
    FROM pg_constraint c
    JOIN pg_class source ON source.oid = c.conrelid JOIN pg_class target ON target.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] AND a.atttypid = 'text'::regtype
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace`)
  const evaluations = `department_id = $1 AND round_id IN (SELECT id FROM rounds WHERE year >= ${since})`
  const where = new Map([
    ['evaluations', evaluations],
    // No foreign key: the log outlives what it is about
    ['audit_entries', `evaluation_id IN (SELECT id FROM evaluations WHERE ${evaluations})`],
  ])
  for (let before = -1; before < where.size; ) {
    before = where.size
    for (const { from, column, to } of links) {
      if (where.has(from) || LEFT_OUT.includes(from)) continue
      if (to === 'departments') where.set(from, `${column} = $1`)
      else if (where.has(to)) where.set(from, `${column} IN (SELECT id FROM ${to} WHERE ${where.get(to)})`)
    }
  }
  const tables: KeptTable[] = []
  for (const name of inOrder([...where.keys()], links))
    tables.push({ name, columns: await columnsOf(client, name), where: where.get(name) ?? '' })
  return tables
}

/** Whatever points at another table comes after it. */
function inOrder(names: readonly string[], links: readonly { from: string; to: string }[]): string[] {
  const placed: string[] = []
  const place = (name: string): void => {
    if (placed.includes(name)) return
    for (const { from, to } of links) if (from === name && to !== name && names.includes(to)) place(to)
    placed.push(name)
  }
  for (const name of names) place(name)
  return placed
}

/** All columns but those that the database numbers or computes by itself. */
async function columnsOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(column_name) AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' AND coalesce(column_default, '') NOT LIKE 'nextval%'
     ORDER BY ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => name).join(', ')
}
