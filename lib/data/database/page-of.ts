import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import { database } from './database'

/** Which part of a list is asked for: `size` rows after the one with the id `after`; '' or an id that is not in the list: from its beginning. */
export type PageAsked = { after: string; size: number }

/** A part of a list. It hangs on a row and not on a number: what is added or leaves before it moves nothing. */
export type PageOf<Row> = {
  rows: Row[]
  /** Rows of the whole list. */
  count: number
  /** Rows before this part. */
  skipped: number
  /** `after` of the part before; '' for the first one, null: this is the first. */
  previous: string | null
  /** `after` of the part behind; null: this is the last. */
  next: string | null
}

/** What a list is ordered by: never null; upwards unless `descending`. */
export type OrderKey = { by: Prisma.Sql; descending?: boolean }

/** A list: the `id` of a row, `from` where the rows come (FROM and WHERE), and keys that together tell any two of them apart. */
export type Listed = { id: Prisma.Sql; from: Prisma.Sql; keys: readonly OrderKey[] }

/** Of evaluations `e`: by the departments' codes of then. */
export const BY_CODE: readonly OrderKey[] = [{ by: Prisma.sql`e.department_code` }, { by: Prisma.sql`e.id` }]

/** What may be missing as a key: last in both directions. */
export const missingLast = (by: Prisma.Sql, descending: boolean): OrderKey[] => [
  { by: Prisma.sql`(${by} IS NULL)` },
  { by: Prisma.sql`coalesce(${by}, 0)`, descending },
]

/**
 * The ids of a part of a list. The rows are counted, and only those shown are put in order: what is far behind costs what the
 * beginning does.
 */
export async function pageOf({ id, from, keys }: Listed, { after, size }: PageAsked): Promise<PageOf<string>> {
  const asked = Prisma.sql`begun AS MATERIALIZED (SELECT ${Prisma.join(keys.map(({ by }, place) => Prisma.sql`${by} AS ${name(place)}`))} ${from} AND ${id} = ${after})`
  const begun = Prisma.sql`EXISTS (SELECT FROM begun)`
  const behind = beyond(keys)
  const before = beyond(keys.map(turned))
  const [found] =
    after === ''
      ? await database().$queryRaw<Found[]>`
          SELECT ARRAY(SELECT ${id} ${from} ORDER BY ${order(keys)} LIMIT ${size}) AS rows,
            (SELECT count(*) ${from})::int AS count, 0 AS skipped, NULL AS previous`
      : await database().$queryRaw<Found[]>`
          WITH ${asked}
          SELECT ARRAY(SELECT ${id} ${from} AND (NOT ${begun} OR ${behind}) ORDER BY ${order(keys)} LIMIT ${size}) AS rows,
            (SELECT count(*) ${from})::int AS count,
            (SELECT count(*) ${from} AND ${begun} AND NOT ${behind})::int AS skipped,
            (SELECT ${id} ${from} AND ${begun} AND ${before} ORDER BY ${order(keys.map(turned))} OFFSET ${size - 1} LIMIT 1) AS previous`
  const { rows = [], count = 0, skipped = 0, previous = null } = found ?? {}
  return {
    rows,
    count,
    skipped,
    previous: skipped === 0 ? null : (previous ?? ''),
    next: skipped + rows.length < count ? (rows.at(-1) ?? null) : null,
  }
}

type Found = { rows: string[]; count: number; skipped: number; previous: string | null }

const name = (place: number): Prisma.Sql => Prisma.raw(`k${place}`)
const turned = ({ by, descending = false }: OrderKey): OrderKey => ({ by, descending: !descending })
const order = (keys: readonly OrderKey[]): Prisma.Sql =>
  Prisma.join(keys.map(({ by, descending }) => (descending ? Prisma.sql`${by} DESC` : by)))

/** Whether a row comes after the one in `begun`, by the first key that tells them apart. */
function beyond(keys: readonly OrderKey[]): Prisma.Sql {
  return keys.reduceRight((rest, { by, descending }, place) => {
    const there = Prisma.sql`(SELECT ${name(place)} FROM begun)`
    const further = descending ? Prisma.sql`${by} < ${there}` : Prisma.sql`${by} > ${there}`
    return Prisma.sql`(${further} OR (${by} = ${there} AND ${rest}))`
  }, Prisma.sql`FALSE`)
}

/** The rows of a part in its order, loaded by their ids. */
export const pageWith = <Row>({ rows, ...page }: PageOf<string>, loaded: ReadonlyMap<string, Row>): PageOf<Row> => ({
  ...page,
  rows: rows.flatMap((id) => loaded.get(id) ?? []),
})
