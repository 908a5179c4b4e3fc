import 'server-only'
import { database } from '@/lib/data/database/database'
import { matches } from '@/lib/data/database/search'
import type { DepartmentKind } from '@/lib/domain/people/department'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'
import { departmentsAre } from './visibility'

/** A node of the part of the tree that the viewer administers, as it is drawn. */
export type AdministeredNode = {
  id: string
  /** The ids of all nodes above it, from the root down. */
  above: string[]
  kind: DepartmentKind
  name: string
  code: string
  closed: boolean
  /** Nodes directly below it. */
  children: number
  /** Of itself and all below it: open ones that are no 行政区, which is what a round is opened for. */
  units: number
  /** Whether it has an evaluation in the round that was asked about. */
  taken: boolean
  /** The names of the nodes above it, for a node that stands by itself: what a search found. */
  place: string
}

/** A part of a level, by code; `more`: there are further ones behind it. */
export type TreeLevel = { nodes: AdministeredNode[]; more: boolean }

/** Nodes of a level, and finds of a search, that are given at once. */
const AT_ONCE = 100
const MOST_FOUND = 50

/** The nodes directly below one, behind the code `after`; '' from the first. `roundId`: whether they are in that round; '' for none. */
export async function listBelow(viewer: Viewer, parentId: string, after = '', roundId = ''): Promise<TreeLevel> {
  const rows = await nodesWhere(
    viewer,
    Prisma.sql`d.parent_id = ${parentId} AND d.code > ${after} ORDER BY d.code LIMIT ${AT_ONCE + 1}`,
    roundId,
  )
  return { nodes: rows.slice(0, AT_ONCE), more: rows.length > AT_ONCE }
}

/** Where the viewer's part of the tree begins: the nodes that they administer, but those that stand below another of them. */
export async function listTops(viewer: Viewer, roundId = ''): Promise<AdministeredNode[]> {
  const own = viewer.memberships.filter(({ role }) => role === 'administrator')
  const tops = own.filter(
    ({ departmentPath: path }) =>
      !own.some(({ withSubtree, departmentPath }) => withSubtree && path !== departmentPath && path.startsWith(departmentPath)),
  )
  return nodesWhere(viewer, Prisma.sql`d.id = ANY (${tops.map(({ departmentId }) => departmentId)}) ORDER BY d.code`, roundId)
}

/** The nodes that words stand for, the nearest match first. `more`: the words are too few to give all. */
export async function searchTree(viewer: Viewer, words: string, roundId = ''): Promise<TreeLevel> {
  const rows = await nodesWhere(
    viewer,
    Prisma.sql`${matches(Prisma.sql`d.search`, words)} ORDER BY length(d.name), d.code LIMIT ${MOST_FOUND + 1}`,
    roundId,
  )
  return { nodes: rows.slice(0, MOST_FOUND), more: rows.length > MOST_FOUND }
}

/** One node; null where there is none or the viewer does not administer it. */
export const findNode = async (viewer: Viewer, id: string): Promise<AdministeredNode | null> =>
  (await nodesWhere(viewer, Prisma.sql`d.id = ${id}`, ''))[0] ?? null

/** Departments in the part that the viewer administers. */
export async function countAdministered(viewer: Viewer): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM departments d WHERE ${departmentsAre(viewer, ['administrator'])}`
  return row?.count ?? 0
}

/**
 * Whether `u` is `d` or stands below it: its path begins with that of `d`. Said as a range (0 comes right after the /), which the
 * index of paths answers also where the path is not known beforehand. The ids out of a path sort as paths do: without being told
 * to sort as ids they would not be found by the index of ids.
 */
const BELOW = Prisma.sql`u.path >= d.path AND u.path < left(d.path, -1) || '0'`

async function nodesWhere(viewer: Viewer, condition: Prisma.Sql, roundId: string): Promise<AdministeredNode[]> {
  if (!hasRoleAnywhere(viewer, 'administrator')) return []
  const rows = await database().$queryRaw<(Omit<AdministeredNode, 'above'> & { path: string })[]>`
    WITH d AS (SELECT * FROM departments d WHERE ${departmentsAre(viewer, ['administrator'])} AND ${condition})
    SELECT d.id, d.path, d.kind, d.name, d.code, d.closed_at IS NOT NULL AS closed,
      (SELECT count(*) FROM departments b WHERE b.parent_id = d.id)::int AS children,
      (SELECT count(*) FROM departments u WHERE ${BELOW} AND u.closed_at IS NULL AND u.kind <> 'region')::int AS units,
      EXISTS (SELECT FROM evaluations e WHERE e.round_id = ${roundId} AND e.department_id = d.id AND e.kind = 'department') AS taken,
      coalesce((SELECT string_agg(a.name, ' › ' ORDER BY a.path) FROM unnest(string_to_array(d.path, '/')) AS node (id)
        JOIN departments a ON a.id = node.id COLLATE "default" WHERE a.id <> d.id), '') AS place
    FROM d`
  return rows.map(({ path, ...node }) => ({ ...node, above: path.split('/').filter((id) => id !== '' && id !== node.id) }))
}

/** Up to this many nodes come all at once, open from the start. */
const OPEN_UP_TO = 60

/** What a page with a tree comes with: what stands on top, and the levels that are open from the start by the id above them. */
export async function treeBeginning(
  viewer: Viewer,
  roundId = '',
): Promise<{ tops: AdministeredNode[]; levels: Record<string, TreeLevel> }> {
  const tops = await listTops(viewer, roundId)
  if ((await countAdministered(viewer)) > OPEN_UP_TO) {
    const opened = tops.slice(0, 1).map(async ({ id }): Promise<[string, TreeLevel]> => [id, await listBelow(viewer, id, '', roundId)])
    return { tops, levels: Object.fromEntries(await Promise.all(opened)) }
  }
  const levels: Record<string, TreeLevel> = {}
  for (const node of await nodesWhere(viewer, Prisma.sql`TRUE ORDER BY d.code`, roundId)) {
    const parent = node.above.at(-1)
    if (parent === undefined || tops.some(({ id }) => id === node.id)) continue
    levels[parent] ??= { nodes: [], more: false }
    levels[parent].nodes.push(node)
  }
  return { tops, levels }
}
