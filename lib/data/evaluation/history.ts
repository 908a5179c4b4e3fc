import 'server-only'
import { database } from '@/lib/data/database/database'
import { visibleTo } from '@/lib/data/people/visibility'
import { isReviewCell } from '@/lib/domain/cells/addresses'
import type { Explanation } from '@/lib/domain/checks/findings'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AuditAction } from '@/lib/domain/record/audit-payloads'
import { type ReviewAction, type ReviewNode, seesReview } from '@/lib/domain/review/review'
import { cellsOfDocument, type RowIds } from '@/lib/exchange/document-cells'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import type { Prisma } from '@/lib/generated/prisma/client'

/** A handing-in, without its document. Times are ISO. */
export type SubmissionSummary = { number: number; revision: number; byName: string; at: string }

/** Every handing-in of an evaluation (of a project: with its department), the newest first; empty where not visible. */
export async function listSubmissions(viewer: Viewer, evaluationId: string): Promise<SubmissionSummary[]> {
  const select = { number: true, revision: true, byName: true, at: true } as const
  const evaluation = visibleTo(viewer)
  // Asked as one question with an "or" across the two tables, every handing-in there is would be read through
  const [own, withDepartment] = await Promise.all([
    database().submission.findMany({ where: { evaluationId, evaluation }, select }),
    database().submittedProject.findMany({
      where: { projectId: evaluationId, submission: { evaluation } },
      select: { submission: { select } },
    }),
  ])
  return [...own, ...withDepartment.map(({ submission }) => submission)]
    .toSorted((a, b) => b.number - a.number)
    .map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** A handing-in in full: the document as it was, every cell's address and text in printed order, and the explanations that held. */
export type SubmissionRecord = SubmissionSummary & {
  document: EvaluationDocument
  cells: [string, string][]
  explanations: Explanation[]
}

/** `null` when there is none or the viewer may not see it. */
export const findSubmission = (viewer: Viewer, evaluationId: string, number: number): Promise<SubmissionRecord | null> =>
  submissionWhere(viewer, { evaluationId, number })

/** The handing-in that was sent back last; `null` when there is none or the viewer may not see it. */
export async function findReturnedSubmission(viewer: Viewer, evaluationId: string): Promise<SubmissionRecord | null> {
  const before = await lastReturn(viewer, evaluationId)
  return before && submissionWhere(viewer, { evaluationId, at: { lt: before } })
}

/** When the evaluation was sent back last; `null` when it never was or the viewer may not see it. */
async function lastReturn(viewer: Viewer, evaluationId: string): Promise<Date | null> {
  const back = await database().reviewStep.findFirst({
    where: { evaluationId, action: 'return', evaluation: visibleTo(viewer) },
    orderBy: { number: 'desc' },
    select: { at: true },
  })
  return back?.at ?? null
}

/** A project as it was handed in: every cell's address and text in printed order. */
export type ReturnedProject = { projectId: string; name: string; code: string | null; cells: [string, string][] }

/**
 * The projects of the handing-in of a department's evaluation that was sent back last, or the one of them that is asked for, by their
 * codes and names. `null` when there is no such handing-in, an earlier release took it and kept none, or the viewer may not see it.
 */
export async function findReturnedProjects(
  viewer: Viewer,
  departmentEvaluationId: string,
  only?: string,
): Promise<ReturnedProject[] | null> {
  const before = await lastReturn(viewer, departmentEvaluationId)
  const found =
    before &&
    (await database().submission.findFirst({
      where: { evaluationId: departmentEvaluationId, at: { lt: before }, evaluation: visibleTo(viewer) },
      orderBy: { number: 'desc' },
      select: {
        projectCount: true,
        projects: {
          where: only === undefined ? {} : { projectId: only },
          orderBy: [{ code: 'asc' }, { name: 'asc' }, { projectId: 'asc' }],
          select: { projectId: true, name: true, code: true, document: true, rows: true, typed: true },
        },
      },
    }))
  if (found === null || found.projectCount === null) return null
  return found.projects.map(({ projectId, name, code, ...kept }) => ({ projectId, name, code, cells: cellsOf(kept) }))
}

/** Every cell of what was kept, with its address. */
const cellsOf = ({ document, rows, typed }: { document: Prisma.JsonValue; rows: Prisma.JsonValue; typed: Prisma.JsonValue }) =>
  cellsOfDocument(document as EvaluationDocument, rows as RowIds, typed as Record<string, string>)

async function submissionWhere(viewer: Viewer, where: Prisma.SubmissionWhereInput): Promise<SubmissionRecord | null> {
  const row = await database().submission.findFirst({ where: { ...where, evaluation: visibleTo(viewer) }, orderBy: { number: 'desc' } })
  if (row === null) return null
  const { number, revision, byName, at } = row
  const document = row.document as EvaluationDocument
  return { number, revision, byName, at: at.toISOString(), document, cells: cellsOf(row), explanations: row.explanations as Explanation[] }
}

/** A step of the review as it was taken. `reason` is empty unless something was sent back. */
export type StepRecord = { number: number; node: ReviewNode; action: ReviewAction; reason: string; byName: string; at: string }

/** Every step of an evaluation, the first first; empty where not visible. */
export async function listSteps(viewer: Viewer, evaluationId: string): Promise<StepRecord[]> {
  const rows = await database().reviewStep.findMany({
    where: { evaluationId, evaluation: visibleTo(viewer) },
    orderBy: { number: 'asc' },
    select: { number: true, node: true, action: true, reason: true, byName: true, at: true },
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** One entry of the 操作日志. `payload` is what changed, as plain JSON; `number` is its place in the log, as digits. */
export type ChangeRecord = { number: string; at: string; actorName: string; action: string; subject: string; payload: unknown }

/** What was given in review is not told before it is decided; that something was, is. */
function withoutReviewCells(payload: unknown): unknown {
  const { cells } = payload as { cells?: unknown }
  if (!Array.isArray(cells)) return payload
  return { ...(payload as object), cells: cells.filter(({ address }: { address?: unknown }) => !isReviewCell(String(address))) }
}

/** Lines of the log that a page shows at once. */
const PAGE = 50

/** Which lines are asked for: those before the number of the last one seen, or a single one. */
export type ChangesAsked = { before?: string | null; only?: string | null }

/**
 * What changed in an evaluation by the 操作日志, the newest first, a page at a time; `older` is the number from which the next
 * page goes on, null on the last. Empty where not visible.
 */
export async function listChanges(
  viewer: Viewer,
  evaluationId: string,
  { before = null, only = null }: ChangesAsked = {},
): Promise<{ lines: ChangeRecord[]; older: string | null }> {
  const evaluation = await database().evaluation.findFirst({
    where: { AND: [{ id: evaluationId }, visibleTo(viewer)] },
    select: { status: true, departmentId: true, openingEntry: true, department: { select: { path: true } } },
  })
  if (evaluation === null) return { lines: [], older: null }
  const { openingEntry, department, ...standing } = evaluation
  const sees = seesReview(viewer, { ...standing, departmentPath: department.path })
  const rows = await database().auditEntry.findMany({
    where: {
      OR: [{ evaluationId }, ...(openingEntry === null ? [] : [{ number: openingEntry }])],
      NOT: { action: 'papers.download' satisfies AuditAction },
      ...(only !== null ? { number: BigInt(only) } : before !== null ? { number: { lt: BigInt(before) } } : {}),
    },
    orderBy: { number: 'desc' },
    take: PAGE + 1,
    select: { number: true, at: true, actorName: true, action: true, subject: true, payload: true },
  })
  const lines = rows.slice(0, PAGE).map(({ number, at, payload, ...row }) => {
    // What else was opened by the same entry is not this evaluation's to tell
    const opens = number === openingEntry
    const kept: unknown = opens ? {} : JSON.parse(payload)
    return {
      ...row,
      ...(opens ? { action: 'evaluations.open' satisfies AuditAction, subject: '' } : {}),
      number: number.toString(),
      at: at.toISOString(),
      payload: sees ? kept : withoutReviewCells(kept),
    }
  })
  return { lines, older: rows.length > PAGE ? (lines.at(-1)?.number ?? null) : null }
}
