import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { profiles } from '@/prisma/seed/plan'
import { keptTables } from './kept-tables'
import { filled, type Model, type Pattern, patternOf } from './pattern'
import { lineOf, type Place, placesBelow } from './places'

/** The demo's last year. */
const LAST_YEAR = 2023

/** `years`: the last so many of the demo's. `seed` decides which department is filled in after which model. */
export type Province = { departments: number; years: number; seed: number }

/** What is told while it goes on: what is being written, and how much of it. */
export type Tell = (what: string, done: number, total: number) => void

/**
 * Fills a demo database up to a province: departments of invented places whose evaluations are copies of the demo's under
 * names, codes and ids of their own. So every stored result is what the rules give, and every state of the workflow occurs
 * as often as in the demo. The same seed gives the same province.
 */
export async function multiply(url: string, { departments, years, seed }: Province, tell: Tell): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { root, models } = await whatIsThere(client)
    const { regions, departments: places } = placesBelow(root, departments)
    await copy(client, 'departments', 'id, parent_id, kind, name, code, path, search', [...regions, ...places], lineOf, tell)
    const tables = await keptTables(client, LAST_YEAR - years + 1)
    const patterns: Pattern[] = []
    for (const model of models) patterns.push(await patternOf(client, tables, model))
    const patternFor = (index: number) => patterns[mixed(seed, index) % patterns.length]
    for (const { name, columns } of tables) {
      await copy(client, name, columns, places, (place, index) => filled(patternFor(index)?.get(name) ?? [], place), tell)
    }
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

async function whatIsThere(client: pg.Client): Promise<{ root: Model; models: Model[] }> {
  const { rows: roots } = await client.query<Model>('SELECT id, name, code, path FROM departments WHERE parent_id IS NULL')
  const codes = profiles.map(({ unit }) => unit.code)
  const { rows: models } = await client.query<Model>('SELECT id, name, code, path FROM departments WHERE code = ANY ($1) ORDER BY code', [
    codes,
  ])
  const [root] = roots
  if (root === undefined) throw new Error('no root')
  return { root, models }
}

/** One table by COPY: all of it, or nothing. */
async function copy(
  client: pg.Client,
  table: string,
  columns: string,
  places: readonly Place[],
  textOf: (place: Place, index: number) => string,
  tell: Tell,
): Promise<void> {
  const texts = function* () {
    for (const [index, place] of places.entries()) {
      if (index % 100 === 0) tell(table, index, places.length)
      yield textOf(place, index)
    }
  }
  await pipeline(Readable.from(texts()), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)))
  tell(table, places.length, places.length)
}

/** A number that looks thrown, and is the same each time. */
function mixed(seed: number, index: number): number {
  let bits = Math.imul(seed ^ (index + 0x9e3779b9), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
