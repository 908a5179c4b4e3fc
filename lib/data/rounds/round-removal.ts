import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { dropProject } from '@/lib/data/change/projects'
import type { Transaction } from '@/lib/data/database/database'
import { loadEvaluation } from '@/lib/data/evaluation/evaluation-rows'
import { lockEvaluation } from '@/lib/data/evaluation/projections'
import { writingAs } from '@/lib/data/people/writing'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { filledCells } from '@/lib/domain/evaluation/evaluation-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import { findPlaceInRound } from './round-list'
import { keepsAll, lockRounds } from './rounds'

/** Ids that the entry of a voided round keeps: each of its evaluations was nothing but opened. */
const MOST_KEPT = 100

/**
 * 移出: takes a department's evaluation out of its round, with its projects and what was filled in in all of them, which the log keeps. Gives the round. Only for who
 * administers the department. Refused: `not-permitted`, and `round-department-begun` once anything was handed in: what was said in the
 * review stays for ever.
 */
export async function takeOut(viewer: Viewer, evaluationId: string): Promise<Decision<string>> {
  const hold = async (tx: Transaction) => {
    await lockRounds(tx)
    await lockEvaluation(tx, evaluationId)
  }
  return writingAs(viewer, hold, async (tx, viewer) => {
    const place = await findPlaceInRound(viewer, evaluationId, tx)
    const loaded = await loadEvaluation(tx, evaluationId)
    if (place === null || loaded === null) return refused('not-permitted')
    const { roundId, name: departmentName, department } = place
    if (place.handedIn) return refused('round-department-begun', { name: departmentName })
    const { evaluation } = loaded
    // Before it goes: the entries stand where the department stands
    for (const project of evaluation.projects) await audit(tx, viewer, { ...(await dropProject(tx, project)), evaluationId })
    const payload = { round: roundId, departmentName, cells: filledCells(evaluation) }
    await audit(tx, viewer, { action: 'evaluations.take-out', evaluationId, subject: department.id, payload })
    await tx.$executeRaw`DELETE FROM evaluations WHERE id = ${evaluationId}`
    return accepted(roundId)
  })
}

/**
 * 作废: removes a round of 自评 with its evaluations. Only for who administers every department in it. Refused: `round-not-found`, and
 * `round-begun` where anything was filled in or handed in: what people wrote is taken out department by department, if at all.
 */
export async function voidRound(viewer: Viewer, roundId: string): Promise<Decision<void>> {
  return writingAs(viewer, lockRounds, async (tx, viewer) => {
    const round = await tx.round.findUnique({ where: { id: roundId, stage: 'selfEvaluation' }, select: { year: true, name: true } })
    if (round === null || !(await keepsAll(tx, viewer, roundId))) return refused('round-not-found')
    const evaluations = await tx.$queryRaw<{ departmentId: string; begun: boolean }[]>`
      SELECT department_id AS "departmentId", revision > 0 OR status <> 'draft' AS begun FROM evaluations
      WHERE round_id = ${roundId} ORDER BY department_code, id FOR UPDATE`
    const begun = evaluations.filter((one) => one.begun).length
    if (begun > 0) return refused('round-begun', { count: String(begun) })
    const departmentIds = evaluations.slice(0, MOST_KEPT).map(({ departmentId }) => departmentId)
    const before = { ...round, count: evaluations.length, departmentIds }
    await audit(tx, viewer, { action: 'rounds.void', subject: roundId, payload: { before, after: null } })
    await tx.job.updateMany({
      where: { kind: 'open-round', input: { path: ['roundId'], equals: roundId }, state: { in: ['waiting', 'running'] } },
      data: { state: 'stopped', endedAt: new Date() },
    })
    for (const table of ['pending_departments', 'evaluations', 'round_groups'])
      await tx.$executeRawUnsafe(`DELETE FROM ${table} WHERE round_id = $1`, roundId)
    await tx.round.delete({ where: { id: roundId }, select: { id: true } })
    return accepted(undefined)
  })
}
