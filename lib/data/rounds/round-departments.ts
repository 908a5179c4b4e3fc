import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { administers } from '@/lib/domain/people/administration'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { OpenPlace } from './open-evaluation'

/**
 * Which departments a round is opened for: single ones, and every open one in the `subtreeIds` (本级及下级) that is no 行政区,
 * not in the round yet and not among `exceptIds`. Of these, `consolidatedIds` are evaluated with the units below them (汇总).
 */
export type RoundDepartments = {
  departmentIds: readonly string[]
  subtreeIds?: readonly string[]
  exceptIds?: readonly string[]
  consolidatedIds?: readonly string[]
}

type Row = { id: string; name: string; code: string; path: string; closed: boolean; alone: boolean }

/**
 * The chosen departments by code, for the round `roundId` (null: one that is not there yet); refused where one is not the
 * viewer's to open, a subtree not wholly so, one closed, or 汇总 without units below it.
 */
export async function departmentsToOpen(
  tx: Transaction,
  viewer: Viewer,
  roundId: string | null,
  { departmentIds: ids, subtreeIds = [], exceptIds = [], consolidatedIds = [] }: RoundDepartments,
): Promise<Decision<OpenPlace[]>> {
  const rows = await tx.$queryRaw<(Row & { named: boolean })[]>`
    SELECT d.id, d.name, d.code, d.path, d.closed_at IS NOT NULL AS closed, d.id = ANY (${ids}) AS named,
      NOT EXISTS (SELECT FROM departments below WHERE below.parent_id = d.id) AS alone
    FROM departments d
    WHERE d.id = ANY (${ids}) OR (
      d.closed_at IS NULL AND d.kind <> 'region' AND d.id <> ALL (${exceptIds})
      AND string_to_array(d.path, '/') && ${subtreeIds}::text[]
      AND NOT EXISTS (SELECT FROM evaluations e WHERE e.round_id = ${roundId} AND e.department_id = d.id AND e.kind = 'department'))
    ORDER BY d.code`
  const subtrees = await tx.department.findMany({ where: { id: { in: [...subtreeIds] } }, select: { id: true, path: true } })
  const outside = new Set(subtreeIds).size - subtrees.filter((node) => administers(viewer, node, true)).length
  if (outside > 0) return refused('round-department-unavailable', { count: String(outside) })
  const kept = rows.filter((row) => administers(viewer, row))
  const missing = new Set(ids).size - kept.filter(({ named }) => named).length
  if (missing > 0) return refused('round-department-unavailable', { count: String(missing) })
  if (kept.length === 0) return refused('round-without-departments')
  const closed = kept.find((row) => row.closed)
  if (closed) return refused('round-department-closed', { name: closed.name })
  const consolidated = new Set(consolidatedIds)
  const alone = kept.find((row) => row.alone && consolidated.has(row.id))
  if (alone) return refused('round-department-alone', { name: alone.name })
  return accepted(
    kept.map(({ id, name, code }) => ({ department: { id, name, code }, scope: consolidated.has(id) ? 'consolidated' : 'own' })),
  )
}

/** Ids that an entry of the log keeps of each list: where a job opens many, an entry for each lot names its departments. */
const MOST_KEPT = 20

/** What the log keeps of the choice of departments for which a job opens a round. */
export function keptChoice(chosen: RoundDepartments, places: readonly OpenPlace[]) {
  const { departmentIds, subtreeIds = [], exceptIds = [], consolidatedIds = [] } = chosen
  const lists = { departmentIds, subtreeIds, exceptIds, consolidatedIds }
  const first = Object.entries(lists).map(([name, ids]) => [name, ids.slice(0, MOST_KEPT)])
  return { count: places.length, ...(Object.fromEntries(first) as typeof lists) }
}
