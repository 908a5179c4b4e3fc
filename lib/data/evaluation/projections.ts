import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { STEADY } from '@/lib/data/database/steady'
import { assess, openFindings } from '@/lib/domain/checks/assessment'
import { type Explanation, explanationFor } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { fixed, type Quantity } from '@/lib/domain/quantities'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { gradeOf } from '@/lib/domain/scoring/grade'
import { isReviewed, reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import { Prisma } from '@/lib/generated/prisma/client'

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
  scores: Scores
}
export type Scores = ReadonlyMap<string, string | null>

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
    scores: new Map(score.indicators.map((row) => [row.id, digits(row.score, 2)])),
  }
}

const digits = (value: Quantity | null, places: number): string | null => (value === null ? null : fixed(value, places))

/** The columns of the evaluation's own row, where several are made at once. */
export const projectionColumns = ({ scores: _, ...columns }: Projection) => columns

/**
 * What is written with a projection: whatever `sets` says of the evaluation's own row, and what the statements `with` write elsewhere, such as
 * an entry of the log. `stored`: the scores as they are stored now, where the caller holds the evaluation; those that stay are not looked
 * at again.
 */
type Also = { sets?: Prisma.Sql; with?: readonly Prisma.Sql[]; stored?: Scores }

/**
 * Writes what is stored beside an evaluation and its indicators, and what is written with it, in one statement.
 * Gives the revision that the row has then.
 */
export async function storeProjection(
  tx: Transaction,
  id: string,
  projection: Projection,
  { sets, with: others = [], stored }: Also = {},
): Promise<number> {
  const { scores, ...own } = projection
  const changed = stored ? [...scores].filter(([row, score]) => score !== (stored.get(row) ?? null)) : [...scores]
  const withOthers = Prisma.join([Prisma.empty, ...others.map((one, place) => Prisma.sql`${Prisma.raw(`other${place}`)} AS (${one})`)], ',')
  const [row] = await tx.$queryRaw<{ revision: number }[]>`${STEADY}
    WITH scored AS (
      UPDATE indicators SET score = given.score
      FROM unnest(${changed.map(([row]) => row)}::text[], ${changed.map(([, score]) => score)}::numeric[]) AS given (id, score)
      WHERE indicators.id = given.id AND indicators.score IS DISTINCT FROM given.score)${withOthers}
    UPDATE evaluations SET execution_rate = ${own.executionRate}::numeric, execution_score = ${own.executionScore}::numeric,
      total = ${own.total}::numeric, grade = ${own.grade}::grade,
      reviewed_total = ${own.reviewedTotal}::numeric, reviewed_grade = ${own.reviewedGrade}::grade,
      open_errors = ${own.openErrors}, open_warnings = ${own.openWarnings}, explained = ${own.explained}${sets ? Prisma.sql`, ${sets}` : Prisma.empty}
    WHERE id = ${id} RETURNING revision`
  if (row === undefined) throw new Error(`no evaluation ${id}`)
  return row.revision
}

/**
 * Selects what holds the evaluation until the transaction ends: whoever else wants to change it waits. Of a project the department's
 * is held as well, and before it: what a project says counts there, and a step of the department's is one of all its projects.
 */
export const evaluationHeld = (id: string): Prisma.Sql => Prisma.sql`
  SELECT id FROM evaluations WHERE id = ${id} OR id = (SELECT parent_id FROM evaluations WHERE id = ${id})
  ORDER BY parent_id NULLS FIRST FOR UPDATE`

/** Holds it where nobody's rights are asked. */
export async function lockEvaluation(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`${STEADY} ${evaluationHeld(id)}`
}
