import 'server-only'
import { accepted, type Decision, refused } from '@/lib/domain/decision'
import { administers } from '@/lib/domain/people/administration'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Transaction } from './database'
import type { OpenPlace } from './open-evaluation'

/** Which departments a round is opened for; of these, `consolidatedIds` are evaluated with the units below them (汇总). */
export type RoundDepartments = { departmentIds: readonly string[]; consolidatedIds?: readonly string[] }

/** The chosen departments by code; refused where one is not the viewer's to open, closed, or 汇总 without units below it. */
export async function departmentsToOpen(
  tx: Transaction,
  viewer: Viewer,
  { departmentIds: ids, consolidatedIds = [] }: RoundDepartments,
): Promise<Decision<OpenPlace[]>> {
  if (ids.length === 0) return refused('round-without-departments')
  const rows = await tx.$queryRaw<{ id: string; name: string; code: string; path: string; closed: boolean; alone: boolean }[]>`
    SELECT id, name, code, path, closed_at IS NOT NULL AS closed,
      NOT EXISTS (SELECT FROM departments below WHERE below.parent_id = departments.id) AS alone
    FROM departments WHERE id = ANY (${ids}) ORDER BY code`
  const kept = rows.filter((row) => administers(viewer, row))
  const missing = new Set(ids).size - kept.length
  if (missing > 0) return refused('round-department-unavailable', { count: String(missing) })
  const closed = kept.find((row) => row.closed)
  if (closed) return refused('round-department-closed', { name: closed.name })
  const consolidated = new Set(consolidatedIds)
  const alone = kept.find((row) => row.alone && consolidated.has(row.id))
  if (alone) return refused('round-department-alone', { name: alone.name })
  return accepted(
    kept.map(({ id, name, code }) => ({ department: { id, name, code }, scope: consolidated.has(id) ? 'consolidated' : 'own' })),
  )
}
