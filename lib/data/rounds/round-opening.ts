import 'server-only'
import { type AuditRecord, audit } from '@/lib/data/audit/audit'
import { database, type Transaction } from '@/lib/data/database/database'
import { addJob } from '@/lib/data/jobs/jobs'
import type { Chunk, JobInHand } from '@/lib/data/jobs/running-jobs'
import { schemeOf } from '@/lib/data/schemes/schemes'
import type { EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import { administers } from '@/lib/domain/people/administration'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { namedPlaces, type OpeningRules, type OpenPlace, openEvaluations, planned } from './open-evaluation'

/** So many evaluations are made while the person waits, or so many with what the year before has; for more they are listed, and a job makes them. */
const AT_ONCE = 60
const AT_ONCE_CARRYING = 20
/** So many a job makes in one transaction: some tenths of a second. */
const CHUNK = 100
/** Where each takes over what the year before has, two evaluations are read for it, and as many for each of its projects. */
const CHUNK_CARRYING = 5

type OpenedDepartments = ReturnType<typeof namedPlaces> & ReturnType<typeof planned>

type PendingPlace = { id: string; name: string; code: string; path: string; scope: EvaluationScope; groupId: string }
type OpenedRound = OpeningRules & { year: number; name: string }

/**
 * Makes the evaluations of the chosen departments, within the transaction in which they were chosen; many of them are
 * only listed there as pending, together with the job that makes them. Gives how many are pending. `record` is the entry of the
 * log, by what it says of the departments: made at once they are all named in it, else those of each lot are in an entry of its own.
 */
export async function openPlaces(
  tx: Transaction,
  viewer: Viewer,
  round: OpenedRound,
  places: readonly OpenPlace[],
  record: (departments: OpenedDepartments | null) => AuditRecord,
): Promise<number> {
  const { roundId, groupId, year, name } = round
  const ids = places.map(({ department }) => department.id)
  await tx.$executeRaw`DELETE FROM pending_departments WHERE round_id = ${roundId} AND department_id = ANY (${ids})`
  if (places.length <= (round.carry ? AT_ONCE_CARRYING : AT_ONCE)) {
    await openEvaluations(tx, viewer, round, places, (plans) => record({ ...namedPlaces(places), ...planned(plans) }))
    return 0
  }
  await tx.$executeRaw`
    INSERT INTO pending_departments (round_id, department_id, group_id, scope)
    SELECT ${roundId}, given.id, ${groupId}, given.scope::evaluation_scope
    FROM unnest(${ids}::text[], ${places.map(({ scope }) => scope)}::text[]) AS given (id, scope)`
  await audit(tx, viewer, record(null))
  await addJob(tx, viewer, 'open-round', { roundId, year, name, ...(round.carry ? { carry: true } : {}) }, places.length)
  return places.length
}

/**
 * The next evaluations of a round that were put off, by the departments' codes. A department stops being pending in the
 * transaction that makes its evaluation: it has a whole one or none, whatever ends the process.
 */
export async function nextToOpen({ input: { roundId, carry = false }, done, total }: JobInHand<'open-round'>): Promise<Chunk> {
  const chunk = carry ? CHUNK_CARRYING : CHUNK
  const groups = await database().roundGroup.findMany({ where: { roundId }, include: { schemeVersion: true } })
  return async (tx, viewer) => {
    const rows = await tx.$queryRaw<PendingPlace[]>`
      SELECT d.id, d.name, d.code, d.path, p.scope, p.group_id AS "groupId" FROM pending_departments p JOIN departments d ON d.id = p.department_id
      WHERE p.round_id = ${roundId} ORDER BY d.code LIMIT ${chunk} FOR UPDATE OF p SKIP LOCKED`
    if (!hasRoleAnywhere(viewer, 'administrator') || rows.some((row) => !administers(viewer, row))) return null
    for (const { id: groupId, schemeVersionId, schemeVersion } of groups) {
      const places = rows
        .filter((row) => row.groupId === groupId)
        .map(({ id, name, code, scope }) => ({ department: { id, name, code }, scope }))
      const rules = { roundId, groupId, schemeVersionId, scheme: schemeOf(schemeVersion), carry }
      if (places.length > 0) await openEvaluations(tx, viewer, rules, places)
    }
    const ids = rows.map(({ id }) => id)
    await tx.$executeRaw`DELETE FROM pending_departments WHERE round_id = ${roundId} AND department_id = ANY (${ids})`
    return { done: done + rows.length, total, finished: rows.length < chunk }
  }
}
