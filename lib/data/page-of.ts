import 'server-only'
import type { Prisma } from '@/lib/generated/prisma/client'
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

/** The ids of a part of what `listed` selects: a query that gives `id`, and `place` as `row_number()` over the whole order. */
export async function pageOf(listed: Prisma.Sql, { after, size }: PageAsked): Promise<PageOf<string>> {
  const found = await database().$queryRaw<{ id: string; step: number; skipped: number; count: number }[]>`
    WITH listed AS MATERIALIZED (${listed}),
      begun AS (SELECT coalesce(max(place), 0) AS skipped FROM listed WHERE id = ${after})
    SELECT id, (place - skipped)::int AS step, skipped::int, (SELECT count(*) FROM listed)::int AS count
    FROM listed, begun
    WHERE place > skipped - ${size} - 1 AND place <= skipped + ${size}
    ORDER BY place`
  const rows = found.filter(({ step }) => step > 0)
  const { skipped = 0, count = 0 } = found[0] ?? {}
  return {
    rows: rows.map(({ id }) => id),
    count,
    skipped,
    previous: skipped === 0 ? null : (found.find(({ step }) => step === -size)?.id ?? ''),
    next: skipped + rows.length < count ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** The rows of a part in its order, loaded by their ids. */
export const pageWith = <Row>({ rows, ...page }: PageOf<string>, loaded: ReadonlyMap<string, Row>): PageOf<Row> => ({
  ...page,
  rows: rows.flatMap((id) => loaded.get(id) ?? []),
})
