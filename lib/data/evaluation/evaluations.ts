import 'server-only'
import { cache } from 'react'
import { database } from '@/lib/data/database/database'
import { STEADY } from '@/lib/data/database/steady'
import { ARE_SELF_EVALUATIONS, departmentsAre, maySee, selfEvaluations, visibleTo } from '@/lib/data/people/visibility'
import { schemeOfHash } from '@/lib/data/schemes/schemes'
import type { Explanation } from '@/lib/domain/checks/findings'
import type { CarriedSections } from '@/lib/domain/evaluation/carrying'
import type { RoundStage } from '@/lib/domain/evaluation/cycle'
import type { Evaluation, EvaluationKind, EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Points, type Quantity, quantity, type Rate } from '@/lib/domain/quantities'
import { type Deadlines, dueOn } from '@/lib/domain/review/deadlines'
import { type Opening, type ReviewNode, type ReviewStatus, seesReview } from '@/lib/domain/review/review'
import type { Grade, Scheme } from '@/lib/domain/schemes/scheme'
import { gradeName } from '@/lib/domain/scoring/grade'
import type { Prisma } from '@/lib/generated/prisma/client'
import { readEvaluation } from './evaluation-rows'
import { type CellRevision, revisionsFrom } from './revisions'
import { asSeenBy } from './seen-by'

export type { CellRevision }

/**
 * An evaluation and the revisions of its cells as of one moment, once a request: a form that showed an old value beside
 * a newer revision would overwrite what nobody has seen.
 */
const snapshot = cache(async (viewer: Viewer, id: string) => {
  const loaded = await readEvaluation(database(), id)
  if (loaded === null || !maySee(viewer, loaded.evaluation)) return null
  const evaluation = asSeenBy(viewer, loaded.evaluation)
  return evaluation === loaded.evaluation ? loaded : { ...loaded, evaluation }
})

/** `null` when there is none or the viewer may not see it; the two are not told apart. Review scores are left out until the viewer may see them. */
export const findEvaluation = async (viewer: Viewer, id: string): Promise<Evaluation | null> =>
  (await snapshot(viewer, id))?.evaluation ?? null

/** Whether 校验 was asked for, by the button or by handing in; false where not visible. */
export async function isChecked(viewer: Viewer, id: string): Promise<boolean> {
  const loaded = await snapshot(viewer, id)
  return loaded !== null && (loaded.stored.checked || loaded.evaluation.status !== 'draft')
}

/** Who of the next node has opened what was handed in; null while nobody has, and where not visible. */
export const findOpening = async (viewer: Viewer, id: string): Promise<Opening | null> =>
  (await snapshot(viewer, id))?.stored.opening ?? null

/** The node at which the viewer has acted in this evaluation; null: at none, or not visible. */
export const actedAt = async (viewer: Viewer, id: string): Promise<ReviewNode | null> => (await findWithActor(viewer, id))?.actedAt ?? null

/** Both in one: outside a page nothing is remembered, and each question loads the whole evaluation. */
export async function findWithActor(viewer: Viewer, id: string): Promise<{ evaluation: Evaluation; actedAt: ReviewNode | null } | null> {
  const loaded = await snapshot(viewer, id)
  if (loaded === null) return null
  const { evaluation, stored } = loaded
  return { evaluation, actedAt: stored.participants.find(({ userId }) => userId === viewer.userId)?.node ?? null }
}

/** Whether anything was ever said in a review note of it; false where not visible. */
export const hasNotes = async (viewer: Viewer, id: string): Promise<boolean> => (await snapshot(viewer, id))?.stored.noted ?? false

/** The forms that were taken over and are still to be confirmed, with the year that they came from; nothing where not visible. */
export const findCarried = async (viewer: Viewer, id: string): Promise<CarriedSections> =>
  (await snapshot(viewer, id))?.stored.carried ?? {}

/** The revisions of all cells that were ever written, by address; a cell that is missing has revision 0. Empty where not visible. */
export async function findCellRevisions(viewer: Viewer, id: string): Promise<Record<string, CellRevision>> {
  const loaded = await snapshot(viewer, id)
  return loaded === null ? {} : Object.fromEntries(revisionsFrom(loaded.stored))
}

/** One of a subject's self-evaluations. */
export type YearOfSubject = { id: string; departmentId: string; scope: EvaluationScope; year: number; roundName: string }

/** The subject's self-evaluations that the viewer may see, newest year first: asked by every page of one of them, and read once a request. */
export const yearsOfSubject = cache(
  (viewer: Viewer, subjectId: string): Promise<YearOfSubject[]> =>
    database().$queryRaw<YearOfSubject[]>`${STEADY}
      SELECT e.id, e.department_id AS "departmentId", e.scope, r.year, r.name AS "roundName"
      FROM evaluations e JOIN rounds r ON r.id = e.round_id JOIN departments d ON d.id = e.department_id
      WHERE e.subject_id = ${subjectId} AND ${ARE_SELF_EVALUATIONS} AND ${departmentsAre(viewer)}
      ORDER BY r.year DESC, e.department_code, e.id`,
)

/**
 * The subject's self-evaluation of the year before, where the viewer may see one. Only its figures and indicators are loaded: what
 * stands beside this year's. null where there is none.
 */
export async function findLastYear(viewer: Viewer, { subjectId, year }: Evaluation): Promise<Evaluation | null> {
  const before = (await yearsOfSubject(viewer, subjectId)).find((other) => other.year === year - 1)
  const loaded = before && (await readEvaluation(database(), before.id, 'figures'))
  return loaded ? asSeenBy(viewer, loaded.evaluation) : null
}

/** Every explanation that was given, oldest first, also those whose figures have changed since; empty where not visible. */
export const listExplanations = async (viewer: Viewer, id: string): Promise<Explanation[]> =>
  (await snapshot(viewer, id))?.stored.explanations ?? []

/** One line of a list: what is stored beside the evaluation, without its cells. */
export type EvaluationSummary = {
  id: string
  kind: EvaluationKind
  year: number
  stage: RoundStage
  roundId: string
  roundName: string
  subjectId: string
  departmentId: string
  /** Name and code as they were in that year. */
  departmentName: string
  departmentCode: string
  projectName: string | null
  status: ReviewStatus
  node: ReviewNode
  reconstructed: boolean
  /** As a share; null is 不适用 or not yet known. */
  executionRate: Rate | null
  executionScore: Points | null
  /** 自评总分 */
  total: Points | null
  /** 复核后总分; null while no row has a review score, or the viewer may not see it yet. */
  reviewedTotal: Points | null
  /** Of the reviewed total where there is one, else of the self-evaluation's. */
  grade: Grade | null
  /** As its scheme calls it. */
  gradeName: string | null
  openErrors: number
  openWarnings: number
  /** Warnings whose explanation still holds. */
  explained: number
  /** YYYY-MM-DD by which the node that has it in hand should be done; null where none was set. */
  dueOn: string | null
  /** ISO time of the last change. */
  changedAt: string
}

const summaryColumns = {
  id: true,
  kind: true,
  roundId: true,
  subjectId: true,
  departmentId: true,
  departmentName: true,
  departmentCode: true,
  projectName: true,
  status: true,
  node: true,
  reconstructed: true,
  executionRate: true,
  executionScore: true,
  total: true,
  grade: true,
  reviewedTotal: true,
  reviewedGrade: true,
  openErrors: true,
  openWarnings: true,
  explained: true,
  changedAt: true,
  deadlines: true,
  round: { select: { year: true, stage: true, name: true, deadlines: true } },
  schemeVersion: { select: { id: true, bodyHash: true } },
  department: { select: { path: true } },
} satisfies Prisma.EvaluationSelect

type StoredSummary = Prisma.EvaluationGetPayload<{ select: typeof summaryColumns }>

function summaryFrom(viewer: Viewer, { schemeVersion: _, department, ...stored }: StoredSummary, scheme: Scheme): EvaluationSummary {
  const { round, deadlines, changedAt, executionRate, executionScore, total, reviewedGrade, ...row } = stored
  const reviewedTotal = seesReview(viewer, { ...row, departmentPath: department.path }) ? row.reviewedTotal : null
  const grade = reviewedTotal === null ? row.grade : reviewedGrade
  return {
    ...row,
    reviewedTotal: exact(reviewedTotal),
    grade,
    gradeName: grade && gradeName(grade, scheme),
    year: round.year,
    stage: round.stage,
    roundName: round.name,
    executionRate: exact(executionRate),
    executionScore: exact(executionScore),
    total: exact(total),
    dueOn: dueOn(row.node, deadlines as Deadlines, round.deadlines as Deadlines),
    changedAt: changedAt.toISOString(),
  }
}

const exact = (stored: Prisma.Decimal | null): Quantity | null => (stored === null ? null : quantity(stored.toFixed()))

/** Which self-evaluations a list shows; absent means any. */
export type EvaluationFilter = {
  subjectId?: string
  year?: number
  status?: ReviewStatus
  kind?: EvaluationKind
  departmentId?: string
  parentId?: string
}

/** The self-evaluations (自评) a viewer may see, newest year first, then by the departments' codes of that year. */
export async function listEvaluations(viewer: Viewer, { year, ...equal }: EvaluationFilter = {}): Promise<EvaluationSummary[]> {
  return summariesWhere(viewer, { AND: [visibleTo(viewer), equal, selfEvaluations(year)] })
}

/** The line of a subject: its evaluations that the viewer may see, in all years and stages, newest year first. */
export const listSubjectEvaluations = (viewer: Viewer, subjectId: string): Promise<EvaluationSummary[]> =>
  summariesWhere(viewer, { AND: [visibleTo(viewer), { subjectId }] })

async function summariesWhere(viewer: Viewer, where: Prisma.EvaluationWhereInput): Promise<EvaluationSummary[]> {
  const rows = await database().evaluation.findMany({
    where,
    select: summaryColumns,
    orderBy: [{ round: { year: 'desc' } }, { departmentCode: 'asc' }, { id: 'asc' }],
  })
  const summaries: EvaluationSummary[] = []
  // Read from the database once for each scheme version that was not met before.
  for (const row of rows) {
    const { id, bodyHash } = row.schemeVersion
    summaries.push(summaryFrom(viewer, row, await schemeOfHash(database(), id, bodyHash)))
  }
  return summaries
}

/** A line of a list with what tells it apart: the round's name, where the department has several evaluations in the year. */
export type ListedSummary = EvaluationSummary & { roundToName: string | null }

/** The lines of a page of a list, by id. Callers within lib/data have put the viewer's visibility into the list. */
export async function listedByIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ListedSummary>> {
  const [summaries, several] = await Promise.all([
    summariesWhere(viewer, { id: { in: [...ids] } }),
    database().$queryRaw<{ id: string }[]>`
      SELECT e.id FROM evaluations e JOIN rounds r ON r.id = e.round_id
      WHERE e.id = ANY (${ids}) AND EXISTS (
        SELECT FROM evaluations o JOIN rounds other ON other.id = o.round_id
        WHERE o.department_id = e.department_id AND o.id <> e.id AND o.kind = 'department' AND other.year = r.year AND other.stage = r.stage)`,
  ])
  const named = new Set(several.map(({ id }) => id))
  return new Map(summaries.map((summary) => [summary.id, { ...summary, roundToName: named.has(summary.id) ? summary.roundName : null }]))
}
