import 'server-only'
import { assess, openFindings } from '@/lib/domain/checks/assessment'
import { type Explanation, explanationFor } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { fixed, type Quantity } from '@/lib/domain/quantities'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { gradeOf } from '@/lib/domain/scoring/grade'
import { isReviewed, reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import { database, inTransaction, type Transaction } from './database'
import { loadEvaluation } from './evaluation-rows'
import type { StoredEvaluation } from './stored-evaluation'

/** What is stored beside an evaluation so that lists can sort and filter by it, as decimal texts; always what `assess` says. */
export type Projection = {
  /** As a share with six decimals; null is 不适用 or not known. */
  executionRate: string | null
  executionScore: string | null
  total: string | null
  grade: Grade | null
  /** 复核后总分; null while no row has a review score. */
  reviewedTotal: string | null
  /** Of the reviewed total. */
  reviewedGrade: Grade | null
  openErrors: number
  openWarnings: number
  explained: number
  /** 得分 of each indicator by its id. */
  scores: Readonly<Record<string, string | null>>
}

export function projectionOf(evaluation: Evaluation, explanations: readonly Explanation[]): Projection {
  const { score, findings } = assess(evaluation)
  const open = openFindings(findings, explanations)
  const reviewed = isReviewed(evaluation) ? reviewedTotal(evaluation, score) : null
  return {
    executionRate: digits(score.executionRate, 6),
    executionScore: digits(score.executionScore, 2),
    total: digits(score.total, 2),
    grade: score.grade,
    reviewedTotal: digits(reviewed, 2),
    reviewedGrade: gradeOf(reviewed, evaluation.scheme),
    openErrors: open.filter(({ severity }) => severity === 'error').length,
    openWarnings: open.filter(({ severity }) => severity === 'warning').length,
    explained: findings.filter((finding) => finding.severity === 'warning' && explanationFor(finding, explanations) !== null).length,
    scores: Object.fromEntries(score.indicators.map((row) => [row.id, digits(row.score, 2)])),
  }
}

const digits = (value: Quantity | null, places: number): string | null => (value === null ? null : fixed(value, places))

/** The explanations of an evaluation, oldest first. */
export async function explanationsOf(tx: Transaction, evaluationId: string): Promise<Explanation[]> {
  const rows = await tx.explanation.findMany({ where: { evaluationId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map(({ code, address, figures, text, byName, at }) => ({
    code,
    at: address,
    figures,
    text,
    byName,
    atTime: at.toISOString(),
  }))
}

/** The columns of the evaluation's own row. */
export const projectionColumns = ({ scores: _, ...columns }: Projection) => columns

/** Writes the indicators' scores that differ from what is stored. */
export async function storeScores(tx: Transaction, { scores }: Projection): Promise<void> {
  const ids = Object.keys(scores)
  if (ids.length === 0) return
  await tx.$executeRaw`
    UPDATE indicators SET score = given.score
    FROM unnest(${ids}::text[], ${Object.values(scores)}::numeric[]) AS given (id, score)
    WHERE indicators.id = given.id AND indicators.score IS DISTINCT FROM given.score`
}

/** What is stored now, in the same form. */
const storedProjection = (stored: StoredEvaluation): Projection => ({
  executionRate: stored.executionRate,
  executionScore: stored.executionScore,
  total: stored.total,
  grade: stored.grade,
  reviewedTotal: stored.reviewedTotal,
  reviewedGrade: stored.reviewedGrade,
  openErrors: stored.openErrors,
  openWarnings: stored.openWarnings,
  explained: stored.explained,
  scores: Object.fromEntries(stored.indicators.map(({ id, score }) => [id, score])),
})

/** A stored value that is not what the evaluation's cells give. */
export type Deviation = { evaluationId: string; field: string; stored: string | null; recomputed: string | null }

/**
 * Computes every projection anew from the cells, each evaluation by its own scheme version, and names what differs.
 * With `write` the stored values are put right. Evaluations are taken one after another: memory stays flat.
 */
export async function recompute({ write }: { write: boolean }): Promise<{ evaluations: number; deviations: Deviation[] }> {
  const ids = await database().evaluation.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
  const deviations: Deviation[] = []
  for (const { id } of ids) deviations.push(...(await recomputeOne(id, write)))
  return { evaluations: ids.length, deviations }
}

const recomputeOne = (id: string, write: boolean): Promise<Deviation[]> =>
  inTransaction(async (tx) => {
    await lockEvaluation(tx, id)
    const loaded = await loadEvaluation(tx, id)
    if (loaded === null) return []
    const stored = storedProjection(loaded.stored)
    const now = projectionOf(loaded.evaluation, await explanationsOf(tx, id))
    const { scores: storedScores, ...storedColumns } = stored
    const { scores, ...columns } = now
    const deviations = [...differences(id, storedColumns, columns, ''), ...differences(id, storedScores, scores, 'indicators/')]
    if (write && deviations.length > 0) {
      await tx.evaluation.update({ where: { id }, data: columns, select: { id: true } })
      await storeScores(tx, now)
    }
    return deviations
  })

function differences(
  evaluationId: string,
  stored: Readonly<Record<string, string | number | null>>,
  now: Readonly<Record<string, string | number | null>>,
  prefix: string,
): Deviation[] {
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value))
  return Object.keys(now)
    .map((name) => ({ evaluationId, field: `${prefix}${name}`, stored: text(stored[name]), recomputed: text(now[name]) }))
    .filter(({ stored: before, recomputed }) => before !== recomputed)
}

/** Holds the evaluation until the transaction ends: whoever else wants to change it waits. */
export async function lockEvaluation(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM evaluations WHERE id = ${id} FOR UPDATE`
}
