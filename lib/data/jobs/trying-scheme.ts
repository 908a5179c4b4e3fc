import 'server-only'
import { database, type Transaction } from '@/lib/data/database/database'
import { loadEvaluations } from '@/lib/data/evaluation/evaluation-rows'
import { schemeOf } from '@/lib/data/schemes/schemes'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { fixed, type Quantity } from '@/lib/domain/quantities'
import { isFrozen } from '@/lib/domain/review/review'
import { type TrialResult, tryScheme } from '@/lib/domain/scoring/scheme-trial'
import type { Chunk, JobInHand } from './running-jobs'

/** So many a job scores at a time: some tenths of a second. */
const CHUNK = 100

/** The next evaluations of a trial, scored by their own scheme and by the one on trial. Where the trial has gone, nothing is left to do. */
export async function nextToTry({ input: { trialId }, done, total }: JobInHand<'try-scheme'>): Promise<Chunk> {
  const trial = await database().schemeTrial.findUnique({ where: { id: trialId } })
  const rows = await database().triedEvaluation.findMany({
    where: { trialId, tried: false },
    select: { evaluationId: true },
    orderBy: { place: 'asc' },
    take: CHUNK,
  })
  const ids = rows.map(({ evaluationId }) => evaluationId)
  const results =
    trial === null
      ? []
      : (await loadEvaluations(database(), ids, 'figures')).map(({ evaluation }) => ({
          id: evaluation.id,
          result: tryScheme(evaluation, schemeOf(trial), isFrozen(evaluation.status)),
        }))
  return async (tx, viewer) => {
    if (!hasRoleAnywhere(viewer, 'administrator')) return null
    await keepResults(tx, trialId, results)
    return { done: done + ids.length, total, finished: ids.length < CHUNK }
  }
}

async function keepResults(tx: Transaction, trialId: string, results: readonly { id: string; result: TrialResult }[]): Promise<void> {
  const digits = (total: Quantity | null) => (total === null ? null : fixed(total, 2))
  const rows = results.map(({ id, result: { before, after, missing, estimated } }) => ({
    evaluation_id: id,
    total_before: digits(before.total),
    grade_before: before.grade,
    total_after: digits(after.total),
    grade_after: after.grade,
    missing,
    estimated,
  }))
  await tx.$executeRaw`
    UPDATE tried_evaluations AS t SET tried = TRUE, total_before = given.total_before, grade_before = given.grade_before,
      total_after = given.total_after, grade_after = given.grade_after, missing = given.missing, estimated = given.estimated
    FROM jsonb_populate_recordset(NULL::tried_evaluations, ${JSON.stringify(rows)}::jsonb) AS given
    WHERE t.trial_id = ${trialId} AND t.evaluation_id = given.evaluation_id`
}
