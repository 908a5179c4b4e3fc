import 'server-only'
import type { EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { database, type Transaction } from './database'
import { addJob } from './jobs'
import { type OpeningRules, type OpenPlace, openEvaluations } from './open-evaluation'
import type { Chunk, JobInHand } from './running-jobs'
import { schemeOf } from './schemes'

/** So many evaluations are made while the person waits; for more they are listed, and a job makes them. */
const AT_ONCE = 60
/** So many a job makes in one transaction: some tenths of a second. */
const CHUNK = 100

type PendingPlace = { id: string; name: string; code: string; scope: EvaluationScope; groupId: string }
type OpenedRound = OpeningRules & { year: number; name: string }

/**
 * Makes the evaluations of the chosen departments, within the transaction in which they were chosen; many of them are
 * only listed there as pending, together with the job that makes them. Gives how many are pending.
 */
export async function openPlaces(tx: Transaction, viewer: Viewer, round: OpenedRound, places: readonly OpenPlace[]): Promise<number> {
  const { roundId, groupId, year, name } = round
  const ids = places.map(({ department }) => department.id)
  await tx.$executeRaw`DELETE FROM pending_departments WHERE round_id = ${roundId} AND department_id = ANY (${ids})`
  if (places.length <= AT_ONCE) {
    await openEvaluations(tx, viewer, round, places)
    return 0
  }
  await tx.$executeRaw`
    INSERT INTO pending_departments (round_id, department_id, group_id, scope)
    SELECT ${roundId}, given.id, ${groupId}, given.scope::evaluation_scope
    FROM unnest(${ids}::text[], ${places.map(({ scope }) => scope)}::text[]) AS given (id, scope)`
  await addJob(tx, viewer, 'open-round', { roundId, year, name }, places.length)
  return places.length
}

/**
 * The next evaluations of a round that were put off, by the departments' codes. A department stops being pending in the
 * transaction that makes its evaluation: it has a whole one or none, whatever ends the process.
 */
export async function nextToOpen({ input: { roundId }, startedBy, done, total }: JobInHand<'open-round'>): Promise<Chunk> {
  const groups = await database().roundGroup.findMany({ where: { roundId }, include: { schemeVersion: true } })
  return async (tx) => {
    const rows = await tx.$queryRaw<PendingPlace[]>`
      SELECT d.id, d.name, d.code, p.scope, p.group_id AS "groupId" FROM pending_departments p JOIN departments d ON d.id = p.department_id
      WHERE p.round_id = ${roundId} ORDER BY d.code LIMIT ${CHUNK} FOR UPDATE OF p SKIP LOCKED`
    for (const { id: groupId, schemeVersionId, schemeVersion } of groups) {
      const places = rows
        .filter((row) => row.groupId === groupId)
        .map(({ id, name, code, scope }) => ({ department: { id, name, code }, scope }))
      const rules = { roundId, groupId, schemeVersionId, scheme: schemeOf(schemeVersion) }
      if (places.length > 0) await openEvaluations(tx, startedBy, rules, places)
    }
    const ids = rows.map(({ id }) => id)
    await tx.$executeRaw`DELETE FROM pending_departments WHERE round_id = ${roundId} AND department_id = ANY (${ids})`
    return { done: done + rows.length, total, finished: rows.length < CHUNK }
  }
}
