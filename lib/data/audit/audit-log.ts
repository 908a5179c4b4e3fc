import 'server-only'
import { database } from '@/lib/data/database/database'
import { matches } from '@/lib/data/database/search'
import { canonicalJson } from '@/lib/domain/json/canonical-json'
import { administersEverything } from '@/lib/domain/people/administration'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import type { AuditAction } from '@/lib/domain/record/audit-payloads'
import { Prisma } from '@/lib/generated/prisma/client'

/** An entry of the 操作日志; what it says happened stands in `payload`, as canonical JSON. */
export type AuditLine = {
  number: string
  at: string
  actorName: string
  /** Where the request came from; null: no request. */
  address: string | null
  action: string
  evaluationId: string | null
  subject: string
  payload: string
}

/**
 * Which entries a list shows; absent or empty means any. `actor` and `department` are words by which people and departments
 * are found; a department stands for what is below it too, as the tree stood when it happened. `object` is the id of an
 * evaluation, department, user, round or version of a scheme; `number` is an entry's own. `from` and `until` are moments, the second one excluded.
 */
export type AuditFilter = {
  number?: bigint
  action?: string
  actor?: string
  department?: string
  object?: string
  from?: Date
  until?: Date
}

/** People and departments that words may stand for: beyond these the words are too few. */
const MOST_MEANT = 200

/**
 * Entries newest first, `pageSize` of those before the one with the number `before` (null: from the newest). Who administers
 * the whole tree sees all, other administrators what happened at their departments, as the tree stood then. Empty for
 * everybody else.
 */
export async function listAuditEntries(
  viewer: Viewer,
  filter: AuditFilter,
  { before, pageSize }: { before: bigint | null; pageSize: number },
): Promise<{ entries: AuditLine[]; next: string | null }> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return { entries: [], next: null }
  const { people, others } = await meant(filter)
  const conditions = [
    within(viewer),
    ...others,
    ...(before === null ? [] : [Prisma.sql`(at, number) < (SELECT at, number FROM audit_entries WHERE number = ${before})`]),
  ]
  const rows = await database().$queryRaw<(Omit<AuditLine, 'number' | 'at'> & { number: bigint; at: Date; own: boolean })[]>`
    SELECT number, at, actor_name AS "actorName", client_address AS "address", action, evaluation_id AS "evaluationId", subject, payload,
      ${placedWithin(viewer, PLACE)} AS own
    FROM audit_entries WHERE ${people === null ? Prisma.join(conditions, ' AND ') : newestOf(people, conditions, pageSize + 1)}
    ORDER BY at DESC, number DESC LIMIT ${pageSize + 1}`
  const entries = rows.slice(0, pageSize).map(({ number, at, own, payload, ...row }) => ({
    ...row,
    number: String(number),
    at: at.toISOString(),
    payload: own ? payload : withoutLists(payload),
  }))
  return { entries, next: rows.length > pageSize ? (entries.at(-1)?.number ?? null) : null }
}

/**
 * Each person's newest entries are found at the end of their own index, and the newest of all are among these. Asked for all people at
 * once, one person's few would be looked for among everybody's, from the newest on.
 */
const newestOf = (people: readonly string[], conditions: readonly Prisma.Sql[], many: number): Prisma.Sql => Prisma.sql`
  number = ANY (ARRAY(SELECT newest.number FROM unnest(${people}::text[]) AS person (id), LATERAL (
    SELECT number FROM audit_entries WHERE actor_id = person.id AND ${Prisma.join([...conditions], ' AND ')}
    ORDER BY at DESC, number DESC LIMIT ${many}) AS newest))`

/** The nodes that the kept path of an entry, or of an evaluation that it opened, passes through: each by an index of its own. */
const PLACE = Prisma.sql`audit_entries.department_path`
const OPENED_PLACE = Prisma.sql`e.department_path`
const nodesOf = (place: Prisma.Sql): Prisma.Sql => Prisma.sql`string_to_array(${place}, '/')`

/** One entry opens many evaluations: it is found where they stood. There are few such entries, and they are gathered once. */
const opening = (condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`number = ANY (ARRAY(SELECT DISTINCT e.opening_entry FROM evaluations e WHERE e.opening_entry IS NOT NULL AND ${condition}))`

/** The entries that opened evaluations at many places, each looked up by itself: together, each evaluation that is found would be held against all of them. */
const openingsAt = (places: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT e.opening_entry FROM unnest(${places}::text[]) AS place (id)
    JOIN evaluations e ON e.opening_entry IS NOT NULL AND ${nodesOf(OPENED_PLACE)} @> ARRAY[place.id]`

const placedAt = (places: readonly string[]): Prisma.Sql =>
  Prisma.sql`(${nodesOf(PLACE)} && ${places}::text[] OR number = ANY (ARRAY(${openingsAt(places)})))`

/** So many entries are gathered sooner than looked for among all that people did. */
const FEW = 20_000

/** The same, to be asked of each person by themselves: where the places have few entries they are gathered once for all people. */
async function gatheredAt(places: readonly string[]): Promise<Prisma.Sql> {
  const there = Prisma.sql`SELECT number FROM audit_entries WHERE ${nodesOf(PLACE)} && ${places}::text[]`
  const [{ many } = { many: 0n }] = await database().$queryRaw<{ many: bigint }[]>`
    SELECT count(*) AS many FROM (${there} LIMIT ${FEW + 1}) AS found`
  return many > FEW ? placedAt(places) : Prisma.sql`number = ANY (ARRAY(${there} UNION ${openingsAt(places)}))`
}

const within = (viewer: Viewer): Prisma.Sql =>
  administersEverything(viewer)
    ? Prisma.sql`TRUE`
    : Prisma.sql`(${placedWithin(viewer, PLACE)} OR ${opening(placedWithin(viewer, OPENED_PLACE))})`

function placedWithin(viewer: Viewer, place: Prisma.Sql): Prisma.Sql {
  if (administersEverything(viewer)) return Prisma.sql`TRUE`
  const nodes = viewer.memberships
    .filter(({ role }) => role === 'administrator')
    .map(({ departmentId, withSubtree }) => {
      const through = Prisma.sql`${nodesOf(place)} @> ARRAY[${departmentId}]`
      return withSubtree ? through : Prisma.sql`(${through} AND ${place} LIKE ${`%/${departmentId}/`})`
    })
  return Prisma.sql`(${Prisma.join(nodes, ' OR ')})`
}

/** What was opened together with a department of theirs is not told to those who administer only that: how many, but not which. */
function withoutLists(payload: string): string {
  const { before, after } = JSON.parse(payload) as Record<'before' | 'after', unknown>
  const single = Object.entries(Object(after)).filter(([, value]) => typeof value !== 'object')
  return canonicalJson({ before: before ?? null, after: Object.fromEntries(single) })
}

/** The people whose entries are asked for, null: anybody's; and what else is asked of an entry. */
async function meant({ number, action, actor, department, object, from, until }: AuditFilter) {
  const [people, places] = await Promise.all([
    actor ? peopleOf(actor) : null,
    department ? idsOf(Prisma.sql`departments`, department) : null,
  ])
  const others = [
    ...(number === undefined ? [] : [Prisma.sql`number = ${number}`]),
    ...(action ? [Prisma.sql`action = ${action}`] : []),
    ...(places ? [people === null ? placedAt(places) : await gatheredAt(places)] : []),
    ...(object
      ? [
          Prisma.sql`(evaluation_id = ${object} OR (evaluation_id IS NULL AND subject = ${object})
            OR number = (SELECT opening_entry FROM evaluations WHERE id = ${object}))`,
        ]
      : []),
    ...(from ? [Prisma.sql`at >= ${from}`] : []),
    ...(until ? [Prisma.sql`at < ${until}`] : []),
  ]
  return { people, others }
}

/** Those whom words find today, and those who once were called exactly so. */
async function peopleOf(words: string): Promise<string[]> {
  const [now, once] = await Promise.all([
    idsOf(Prisma.sql`users`, words),
    database().$queryRaw<{ id: string }[]>`
      SELECT DISTINCT subject AS id FROM audit_entries
      WHERE action = ${'users.rename' satisfies AuditAction} AND payload::jsonb -> 'before' ->> 'name' = ${words} LIMIT ${MOST_MEANT}`,
  ])
  return [...now, ...once.map(({ id }) => id)]
}

async function idsOf(table: Prisma.Sql, words: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM ${table} WHERE ${matches(Prisma.sql`search`, words)} ORDER BY length(search), id LIMIT ${MOST_MEANT}`
  return rows.map(({ id }) => id)
}
