import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { loadEvaluation } from '@/lib/data/evaluation/evaluation-rows'
import { indicatorColumns } from '@/lib/data/evaluation/kept-rows'
import { projectionOf, storeProjection } from '@/lib/data/evaluation/projections'
import { rowsOfPlan } from '@/lib/domain/evaluation/plan'
import { FROZEN_STATUSES } from '@/lib/domain/review/review'

/**
 * Gives newly opened evaluations the targets, 分值 and lines of the approved 目标申报 of their subject, scope and year, within the
 * transaction that opens them; the last approved round of targets counts. Gives the plan's id by the evaluation's; those
 * without an approved plan stay as they are.
 */
export async function takeOverPlans(tx: Transaction, evaluationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await tx.$queryRaw<{ id: string; planId: string }[]>`
    SELECT DISTINCT ON (e.id) e.id, p.id AS "planId"
    FROM evaluations e JOIN rounds r ON r.id = e.round_id
      JOIN evaluations p ON p.subject_id = e.subject_id AND p.scope = e.scope AND p.status = ANY (${FROZEN_STATUSES}::review_status[])
      JOIN rounds t ON t.id = p.round_id AND t.year = r.year AND t.stage = 'targets'
    WHERE e.id = ANY (${[...evaluationIds]}) AND r.stage <> 'targets'
    ORDER BY e.id, t.opened_at DESC, p.id`
  for (const { id, planId } of found) await takeOver(tx, id, planId)
  return new Map(found.map(({ id, planId }) => [id, planId]))
}

async function takeOver(tx: Transaction, id: string, planId: string): Promise<void> {
  const [opened, plan] = [await loadEvaluation(tx, id), await loadEvaluation(tx, planId)]
  if (opened === null || plan === null) throw new Error(`no evaluation ${id} or ${planId}`)
  const { indicators } = opened.evaluation
  const rows = rowsOfPlan(plan.evaluation.indicators, indicators, newId)
  await tx.indicator.createMany({
    data: rows.map((row, index) => ({ ...indicatorColumns(row), id: row.id, evaluationId: id, position: indicators.length + index + 1 })),
  })
  const projection = projectionOf({ ...opened.evaluation, indicators: [...indicators, ...rows] }, [])
  await storeProjection(tx, id, projection)
}
