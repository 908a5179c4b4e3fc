import 'server-only'
import { assess, openFindings } from '@/lib/domain/checks/assessment'
import { type Explanation, explanationFor } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { fixed, type Quantity } from '@/lib/domain/quantities'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { gradeOf } from '@/lib/domain/scoring/grade'
import { isReviewed, reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import type { Transaction } from './database'

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
export const explanationsOf = async (tx: Transaction, evaluationId: string): Promise<Explanation[]> =>
  (await explanationsOfAll(tx, [evaluationId])).get(evaluationId) ?? []

/** The same of several evaluations, by their ids; those without any are missing. */
export async function explanationsOfAll(tx: Transaction, evaluationIds: readonly string[]): Promise<Map<string, Explanation[]>> {
  const rows = await tx.explanation.findMany({
    where: { evaluationId: { in: [...evaluationIds] } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const all = new Map<string, Explanation[]>()
  for (const { evaluationId, code, address, figures, text, byName, at } of rows) {
    const own = all.get(evaluationId) ?? []
    own.push({ code, at: address, figures, text, byName, atTime: at.toISOString() })
    all.set(evaluationId, own)
  }
  return all
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

/** Holds the evaluation until the transaction ends: whoever else wants to change it waits. */
export async function lockEvaluation(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM evaluations WHERE id = ${id} FOR UPDATE`
}
