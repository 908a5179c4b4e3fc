import 'server-only'
import type { NarrativeBlock, Run } from '@/lib/domain/cells/narrative'
import type { RoundStage } from '@/lib/domain/evaluation/cycle'
import type { EvaluationKind, EvaluationScope } from '@/lib/domain/evaluation/evaluation'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import type { Grade } from '@/lib/domain/schemes/scheme'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Transaction } from './database'

/** Digits of a stored decimal, exactly as the database writes them. */
export type Digits = string

/** The revisions of a row's cells, or of an evaluation's single cells: by writer, so that nobody is named twice. Times are ISO. */
export type StoredRevisions = { byId: string; byName: string; cells: Record<string, [number: number, at: string]> }[]

/** A row of a list with the revisions of its cells; lists stand in printed order. */
type Row<Columns> = Columns & { id: string; revisions: StoredRevisions }

/** Everything of one evaluation as it is stored at one moment. */
export type StoredEvaluation = {
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
  amounts: { item: string; column: string; value: Digits | null; reason: string | null }[]
  narrative: Row<{ section: string; taskId: string | null; kind: NarrativeBlock['kind']; level: number; runs: Run[] }>[]
  goals: Row<{ runs: Run[]; completion: Run[] }>[]
  tasks: Row<{ name: string; budget: Digits | null; expenditure: Digits | null }>[]
  indicators: Row<StoredIndicator>[]
  problems: Row<{ runs: Run[] }>[]
  measures: Row<{ runs: Run[] }>[]
  ties: { problemId: string; measureId: string }[]
  /** Of the cells that stand in no list; null while none was written. */
  singleRevisions: StoredRevisions | null
  participants: { userId: string; node: ReviewNode }[]
}

export type StoredIndicator = {
  lineId: string
  libraryId: string | null
  dimension: string
  group: string
  name: string
  taskId: string | null
  fixedId: string | null
  unit: string
  approvedTarget: string | null
  approvedMaxScore: Digits | null
  approvedAs: string | null
  planIndicatorId: string | null
  target: string
  targetReading: Prisma.JsonValue
  actual: string
  actualReading: Prisma.JsonValue
  maxScore: Digits | null
  changeReason: string
  deviationReason: string
  coefficient: Digits | null
  selfScore: Digits | null
  selfScoreGrounds: string
  reviewScore: Digits | null
  reviewGrounds: string
  score: Digits | null
}

/** Rows of `table` that belong to the evaluation, as JSON objects of `columns`. */
const rows = (table: string, columns: string, order?: string) =>
  Prisma.raw(`(SELECT coalesce(json_agg(json_build_object(${columns})${order ? ` ORDER BY ${order}` : ''}), '[]')
    FROM ${table} WHERE evaluation_id = e.id)`)

const IN_ORDER = 'position, id'

/**
 * Those that there are, in any order. In one statement, because every page and every change begins with it, and so that cells
 * and their revisions are of one moment. Decimals travel as text: a JSON number would lose digits.
 */
export const storedEvaluations = (db: Transaction, ids: readonly string[]): Promise<StoredEvaluation[]> =>
  db.$queryRaw<StoredEvaluation[]>`
    SELECT e.id, e.kind, e.scope, r.stage, e.subject_id "subjectId", e.parent_id "parentId", e.round_id "roundId", r.year, e.department_id "departmentId",
      e.department_name "departmentName", e.department_code "departmentCode", d.path "departmentPath", e.project_name "projectName",
      e.scheme_version_id "schemeVersionId", v.body_hash "schemeHash", e.status, e.node, e.revision, e.reconstructed,
      e.annex_number "annexNumber", e.signature, to_char(e.signed_on, 'YYYY-MM-DD') "signedOn", e.preparer, e.principal, e.phone,
      e.execution_rate::text "executionRate", e.execution_score::text "executionScore", e.total::text, e.grade, e.reviewed_total::text "reviewedTotal", e.reviewed_grade "reviewedGrade",
      e.open_errors "openErrors", e.open_warnings "openWarnings", e.explained,
      ${rows('amounts', `'item', item, 'column', "column", 'value', value::text, 'reason', not_applicable_reason`)} AS amounts,
      ${rows('narrative_blocks', `'id', id, 'section', section, 'taskId', task_id, 'kind', kind, 'level', level, 'runs', runs, 'revisions', revisions`, IN_ORDER)} AS narrative,
      ${rows('goals', `'id', id, 'runs', runs, 'completion', completion, 'revisions', revisions`, IN_ORDER)} AS goals,
      ${rows('key_tasks', `'id', id, 'name', name, 'budget', budget::text, 'expenditure', expenditure::text, 'revisions', revisions`, IN_ORDER)} AS tasks,
      ${rows('indicators', INDICATOR_COLUMNS, IN_ORDER)} AS indicators,
      ${rows('problems', `'id', id, 'runs', runs, 'revisions', revisions`, IN_ORDER)} AS problems,
      ${rows('measures', `'id', id, 'runs', runs, 'revisions', revisions`, IN_ORDER)} AS measures,
      (SELECT coalesce(json_agg(json_build_object('problemId', t.problem_id, 'measureId', t.measure_id)), '[]')
        FROM problem_measures t JOIN problems p ON p.id = t.problem_id WHERE p.evaluation_id = e.id) AS ties,
      (SELECT revisions FROM single_cell_revisions WHERE evaluation_id = e.id) AS "singleRevisions",
      ${rows('participants', `'userId', user_id, 'node', node`)} AS participants
    FROM evaluations e
    JOIN rounds r ON r.id = e.round_id
    JOIN departments d ON d.id = e.department_id
    JOIN scheme_versions v ON v.id = e.scheme_version_id
    WHERE e.id = ANY (${ids})`

const INDICATOR_COLUMNS = `'id', id, 'lineId', line_id, 'libraryId', library_id, 'dimension', dimension, 'group', "group", 'name', name, 'taskId', task_id, 'fixedId', fixed_id,
  'unit', unit, 'approvedTarget', approved_target, 'approvedMaxScore', approved_max_score::text, 'approvedAs', approved_as,
  'planIndicatorId', plan_indicator_id,
  'target', target, 'targetReading', target_reading, 'actual', actual, 'actualReading', actual_reading, 'maxScore', max_score::text,
  'changeReason', change_reason, 'deviationReason', deviation_reason, 'coefficient', coefficient::text, 'selfScore', self_score::text,
  'selfScoreGrounds', self_score_grounds, 'reviewScore', review_score::text, 'reviewGrounds', review_grounds, 'score', score::text,
  'revisions', revisions`
