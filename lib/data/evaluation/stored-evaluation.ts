import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { allOf } from '@/lib/data/database/json-rows'
import { STEADY } from '@/lib/data/database/steady'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import type { Explanation } from '@/lib/domain/checks/findings'
import type { CarriedSections } from '@/lib/domain/evaluation/carrying'
import type { RoundStage } from '@/lib/domain/evaluation/cycle'
import { type EvaluationKind, type EvaluationScope, PROJECT_COLUMNS, type ProjectColumn } from '@/lib/domain/evaluation/evaluation'
import type { EvidenceMark } from '@/lib/domain/evaluation/evidence-file'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { Prisma } from '@/lib/generated/prisma/client'
import { type Digits, type PackedRows, packedRows, type StoredRevisions, type StoredRows, unpackedRows } from './stored-rows'

/** Everything of one evaluation as it is stored at one moment. */
export type StoredEvaluation = StoredRows & {
  id: string
  kind: EvaluationKind
  scope: EvaluationScope
  stage: RoundStage
  subjectId: string
  parentId: string | null
  roundId: string
  year: number
  departmentId: string
  departmentName: string
  departmentCode: string
  departmentPath: string
  authorityName: string | null
  projectName: string | null
  schemeVersionId: string
  schemeHash: string
  status: ReviewStatus
  node: ReviewNode
  revision: number
  reconstructed: boolean
  annexNumber: string
  signature: string
  /** YYYY-MM-DD */
  signedOn: string | null
  preparer: string
  principal: string
  financePrincipal: string
  phone: string
  executionRate: Digits | null
  executionScore: Digits | null
  total: Digits | null
  grade: Grade | null
  reviewedTotal: Digits | null
  reviewedGrade: Grade | null
  openErrors: number
  openWarnings: number
  explained: number
  /** Whether 校验 was asked for. */
  checked: boolean
  /** Forms that were taken over and are still to be confirmed, with the year that they came from. */
  carried: CarriedSections
  /** Whether it has review notes. */
  noted: boolean
  /** Who of the next node opened what was handed in, and when (ISO); null while nobody has. */
  opening: { byName: string; at: string } | null
  amounts: { item: string; column: string; value: Digits | null; reason: string | null }[]
  ties: { problemId: string; measureId: string }[]
  /** The projects whose evaluations belong to this one, each with its totals. */
  projects: ({ id: string; code: string | null; name: string } & Record<ProjectColumn, Digits | null>)[]
  /** Every answer to a warning, oldest first. */
  explanations: Explanation[]
  /** 佐证材料, the oldest first. */
  evidence: EvidenceMark[]
  /** Of the cells that stand in no list; null while none was written. */
  singleRevisions: StoredRevisions | null
  /** Who acted, and at which node: of a project those of its department's evaluation, in which whoever acts in the project acts. */
  participants: { userId: string; node: ReviewNode }[]
}

/**
 * How much of an evaluation is loaded. `whole`: what a page or a change needs. `content`: without the revisions of cells and
 * who acted, more than half of it. `figures`: its figures and indicators alone, which is all that is scored; its texts are missing.
 */
export type Extent = 'whole' | 'content' | 'figures'

/** A time as ISO text. */
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const only = (wanted: boolean, query: string) => (wanted ? query : `'[]'::json`)

/** An amount of a project's 年度资金总额. */
const totalOf = (column: ProjectColumn) =>
  `(SELECT value::text FROM amounts WHERE evaluation_id = p.id AND item = 'total' AND "column" = '${column}') "${column}"`

/** The projects of `e`, those with a code first. */
const PROJECTS = allOf(`SELECT p.id, s.code, p.project_name name, ${PROJECT_COLUMNS.map(totalOf).join(', ')}
  FROM evaluations p JOIN subjects s ON s.id = p.subject_id WHERE p.parent_id = e.id ORDER BY s.code, p.project_name, p.id`)

/**
 * The nearest 主管部门 of a department's path: its ids are known, and few. Ids out of a path sort as paths do: without being told
 * to sort as ids they would be looked for in every department.
 */
const AUTHORITY = `(SELECT a.name FROM departments a
  WHERE a.id = ANY (string_to_array(trim(both '/' from d.path COLLATE "default"), '/')) AND a.kind = 'authority' ORDER BY length(a.path) DESC LIMIT 1)`

/** Everything of `StoredEvaluation`, from the evaluations `e`, their rounds `r`, departments `d` and versions `v`. */
const selected = (extent: Extent) => `
  e.id, e.kind, e.scope, r.stage, e.subject_id "subjectId", e.parent_id "parentId", e.round_id "roundId", r.year, e.department_id "departmentId",
  e.department_name "departmentName", e.department_code "departmentCode", d.path "departmentPath", ${AUTHORITY} "authorityName", e.project_name "projectName",
  e.scheme_version_id "schemeVersionId", v.body_hash "schemeHash", e.status, e.node, e.revision, e.reconstructed,
  e.annex_number "annexNumber", e.signature, to_char(e.signed_on, 'YYYY-MM-DD') "signedOn", e.preparer, e.principal,
  e.finance_principal "financePrincipal", e.phone,
  e.execution_rate::text "executionRate", e.execution_score::text "executionScore", e.total::text, e.grade,
  e.reviewed_total::text "reviewedTotal", e.reviewed_grade "reviewedGrade",
  e.open_errors "openErrors", e.open_warnings "openWarnings", e.explained, e.checked_at IS NOT NULL AS checked, e.carried,
  EXISTS (SELECT FROM note_threads WHERE evaluation_id = e.id) AS noted,
  CASE WHEN e.opened_at IS NOT NULL THEN json_build_object('byName', e.opened_by_name, 'at', ${iso('e.opened_at')}) END AS opening,
  ${allOf(`SELECT item, "column", value::text, not_applicable_reason reason FROM amounts WHERE evaluation_id = e.id`)} AS amounts,
  ${LIST_NAMES.map((list) => `${only(extent !== 'figures' || list === 'indicators', packedRows(list, extent === 'whole'))} AS ${list}`).join(',\n  ')},
  ${only(
    extent !== 'figures',
    allOf(`SELECT t.problem_id "problemId", t.measure_id "measureId"
      FROM problem_measures t JOIN problems p ON p.id = t.problem_id WHERE p.evaluation_id = e.id`),
  )} AS ties,
  ${only(extent !== 'figures', PROJECTS)} AS projects,
  ${only(
    extent !== 'figures',
    allOf(`SELECT code, address "at", figures, text, by_name "byName", ${iso('at')} "atTime"
      FROM explanations WHERE evaluation_id = e.id ORDER BY explanations.at, id`),
  )} AS explanations,
  ${only(
    extent !== 'figures',
    allOf(`SELECT place, name, file_hash "hash" FROM evidence_files WHERE evaluation_id = e.id ORDER BY at, id`),
  )} AS evidence,
  ${only(extent === 'whole', `(SELECT revisions FROM single_cell_revisions WHERE evaluation_id = e.id)`)} AS "singleRevisions",
  ${only(extent === 'whole', allOf(`SELECT user_id "userId", node FROM participants WHERE evaluation_id = coalesce(e.parent_id, e.id)`))} AS participants`

const SELECTED: Readonly<Record<Extent, Prisma.Sql>> = {
  whole: Prisma.raw(selected('whole')),
  content: Prisma.raw(selected('content')),
  figures: Prisma.raw(selected('figures')),
}

const FROM = Prisma.sql`
  FROM evaluations e
  JOIN rounds r ON r.id = e.round_id
  JOIN departments d ON d.id = e.department_id
  JOIN scheme_versions v ON v.id = e.scheme_version_id`

type PackedEvaluation = Omit<StoredEvaluation, keyof StoredRows> & PackedRows
const unpackedEvaluation = (row: PackedEvaluation): StoredEvaluation => ({ ...row, ...unpackedRows(row) })

/**
 * Those that there are, in any order. In one statement, because every page and every change begins with it, and so that cells
 * and their revisions are of one moment. One alone is asked for by itself: only then the database sees that its plan holds for any
 * other, and does not plan anew what takes it longer to plan than to answer.
 */
export async function storedEvaluations(db: Transaction, ids: readonly string[], extent: Extent): Promise<StoredEvaluation[]> {
  const [id, ...others] = ids
  if (id === undefined) return []
  const rows = await db.$queryRaw<PackedEvaluation[]>`${STEADY}
    SELECT ${SELECTED[extent]} ${FROM} WHERE ${others.length === 0 ? Prisma.sql`e.id = ${id}` : Prisma.sql`e.id = ANY (${ids})`}`
  return rows.map(unpackedEvaluation)
}

/** Selects one as a single value for `storedFromJson`, within a statement that reads something else at the same moment. */
export const evaluationAsJson = (id: string): Prisma.Sql =>
  Prisma.sql`SELECT row_to_json(one) FROM (SELECT ${SELECTED.whole} ${FROM} WHERE e.id = ${id}) one`

/** `null` where there is none. */
export const storedFromJson = (json: unknown): StoredEvaluation | null =>
  json === null ? null : unpackedEvaluation(json as PackedEvaluation)
