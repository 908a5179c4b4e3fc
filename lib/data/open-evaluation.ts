import 'server-only'
import type { EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import { readAgain } from '@/lib/domain/evaluation/evaluation-cells'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { emptyIndicator } from '@/lib/domain/evaluation/rows'
import { quantity } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { type Actor, audit } from './audit'
import { indicatorColumns } from './cells'
import type { Transaction } from './database'
import { loadEvaluation } from './evaluation-rows'
import { projectionColumns, projectionOf, storeScores } from './projections'

/** Whose evaluation is opened, in which round and by which rules. `reconstructed`: a case with 示例倒推值, which is never disclosed. */
export type Opening = {
  roundId: string
  department: { id: string; name: string; code: string }
  schemeVersionId: string
  scheme: Scheme
  scope?: EvaluationScope
  reconstructed?: boolean
}

/**
 * Opens a department's evaluation within the caller's transaction: with the scheme's fixed indicators and bonus and
 * deduction items, the department's present name and code, and that name as 落款单位. Gives its id.
 * Whether the actor may open it is the caller's to decide. Throws where it is open already (一年一评).
 */
export async function openEvaluation(tx: Transaction, actor: Actor, opening: Opening): Promise<string> {
  const { roundId, department, schemeVersionId, scheme, scope = 'own', reconstructed = false } = opening
  const rows = fixedRows(scheme).map((row, index) => ({ ...indicatorColumns(row), position: index + 1 }))
  const { id } = await tx.evaluation.create({
    data: {
      roundId,
      departmentId: department.id,
      scope,
      reconstructed,
      departmentName: department.name,
      departmentCode: department.code,
      schemeVersionId,
      signature: department.name,
      indicators: { createMany: { data: rows.map(({ taskId: _, ...row }) => row) } },
    },
    select: { id: true },
  })
  await storeFirstProjection(tx, id)
  await audit(tx, actor, {
    action: 'evaluations.open',
    evaluationId: id,
    subject: department.id,
    payload: { round: roundId, departmentName: department.name, scheme: `${scheme.id}/${scheme.version}`, scope, reconstructed },
  })
  return id
}

async function storeFirstProjection(tx: Transaction, id: string): Promise<void> {
  const loaded = await loadEvaluation(tx, id)
  if (loaded === null) throw new Error(`no evaluation ${id}`)
  const projection = projectionOf(loaded.evaluation, [])
  await tx.evaluation.update({ where: { id }, data: projectionColumns(projection), select: { id: true } })
  await storeScores(tx, projection)
}

/** The rows that the scheme gives: its fixed indicators, approved with it, then its bonus and deduction items. */
const fixedRows = (scheme: Scheme): Indicator[] => [
  ...scheme.fixedIndicators.map(({ id, dimension, group, name, unit, maxScore, target }) =>
    readAgain({
      ...emptyIndicator(''),
      fixedId: id,
      dimension,
      group,
      name,
      unit,
      maxScore: quantity(maxScore),
      approvedMaxScore: quantity(maxScore),
      approvedTarget: target,
      target: { text: target, reading: { kind: 'blank' } },
    }),
  ),
  ...scheme.adjustments.map(({ id, name, kind }) => ({
    ...emptyIndicator(''),
    fixedId: id,
    dimension: kind === 'bonus' ? '加分项' : '减分项',
    name,
  })),
]
