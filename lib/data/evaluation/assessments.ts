import 'server-only'
import { database, inTransaction, type Transaction } from '@/lib/data/database/database'
import { visibleTo } from '@/lib/data/people/visibility'
import { type Assessment, assess } from '@/lib/domain/checks/assessment'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { fromJson, toJson } from '@/lib/domain/json/quantities-json'
import type { Viewer } from '@/lib/domain/people/permissions'
import { fixed, type Points, type Quantity, quantity } from '@/lib/domain/quantities'
import { FROZEN_STATUSES, isFrozen } from '@/lib/domain/review/review'
import { reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import type { EvaluationScore } from '@/lib/domain/scoring/scoring'
import type { Prisma } from '@/lib/generated/prisma/client'
import { loadEvaluation } from './evaluation-rows'
import { lockEvaluation } from './projections'
import type { StoredEvaluation } from './stored-evaluation'
import type { Digits } from './stored-rows'

/** What is said of an evaluation, with 复核后总分: the review scores where there are any, the self-evaluation's elsewhere. */
export type FullAssessment = Assessment & { reviewedTotal: Points | null }

const assessFully = (evaluation: Evaluation): FullAssessment => {
  const assessment = assess(evaluation)
  return { ...assessment, reviewedTotal: reviewedTotal(evaluation, assessment.score) }
}

/**
 * What is said of an evaluation that the viewer has found: of an approved one, for ever, what was said at its approval, by
 * whatever program that was.
 */
export async function findAssessment(viewer: Viewer, evaluation: Evaluation): Promise<FullAssessment> {
  if (!isFrozen(evaluation.status)) return assessFully(evaluation)
  const row = await database().approvedAssessment.findFirst({ where: { evaluationId: evaluation.id, evaluation: visibleTo(viewer) } })
  if (row === null) return assessFully(evaluation)
  return fromJson({ score: row.score, findings: row.findings, reviewedTotal: row.reviewedTotal }) as FullAssessment
}

/** Keeps what is said of an evaluation at its approval. */
export const settleAssessment = (tx: Transaction, evaluation: Evaluation): Promise<void> => store(tx, evaluation, assessFully(evaluation))

async function store(tx: Transaction, { id, revision }: Evaluation, said: FullAssessment): Promise<void> {
  const { score, findings, reviewedTotal: reviewed } = toJson(said) as Record<keyof FullAssessment, Prisma.InputJsonObject>
  await tx.approvedAssessment.create({
    data: { evaluationId: id, revision, score, findings, ...(said.reviewedTotal === null ? {} : { reviewedTotal: reviewed }) },
    select: { evaluationId: true },
  })
}

/**
 * Keeps what is said of those whose papers an older program froze, once: as it is computed now, but every score, total and grade
 * as it was stored then, so that the screen says what the paper does. Whenever this ends, the next start goes on.
 */
export async function settleOlder(): Promise<void> {
  const older = await database().evaluation.findMany({
    where: { status: { in: [...FROZEN_STATUSES] }, approvedAssessment: null, frozenReport: { isNot: null } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of older) await inTransaction((tx) => settleOne(tx, id))
}

async function settleOne(tx: Transaction, id: string): Promise<void> {
  await lockEvaluation(tx, id)
  const loaded = await loadEvaluation(tx, id)
  if (loaded === null || !isFrozen(loaded.evaluation.status)) return
  if ((await tx.approvedAssessment.count({ where: { evaluationId: id } })) > 0) return
  await store(tx, loaded.evaluation, asStored(assessFully(loaded.evaluation), loaded.stored))
}

function asStored({ score, reviewedTotal: reviewed, findings }: FullAssessment, stored: StoredEvaluation): FullAssessment {
  const scores = new Map(stored.indicators.map((row) => [row.id, row.score]))
  const total = kept(score.total, stored.total, 2)
  const asThen: EvaluationScore = {
    ...score,
    executionRate: kept(score.executionRate, stored.executionRate, 6),
    executionScore: kept(score.executionScore, stored.executionScore, 2),
    indicators: score.indicators.map((row) => ({ ...row, score: kept(row.score, scores.get(row.id) ?? null, 2) })),
    summary: { ...score.summary, total },
    total,
    grade: stored.grade,
  }
  // Releases that kept no reviewed total had none to be held to.
  return { score: asThen, findings, reviewedTotal: stored.reviewedTotal === null ? reviewed : quantity(stored.reviewedTotal) }
}

/** The computed number, exact, where it rounds to the stored one; else the stored one. */
function kept(computed: Quantity | null, stored: Digits | null, places: number): Quantity | null {
  const same = (computed === null ? null : fixed(computed, places)) === stored
  return same ? computed : stored === null ? null : quantity(stored)
}
