import { atLeast, compare, type Points, type Quantity, quantity, type Rate } from '@/lib/domain/quantities'
import { REVIEW_NODES, REVIEW_STATUSES, type ReviewNode, type ReviewStatus } from '@/lib/domain/review/review'
import type { Grade } from '@/lib/domain/schemes/scheme'
import type { Evaluation } from './evaluation'

/** What a list of evaluations selects, sorts and counts by: the projections stored beside each evaluation. */
export type ListedEvaluation = {
  departmentName: string
  departmentCode: string
  status: ReviewStatus
  node: ReviewNode
  /** As a share; null is 不适用 or not yet known. */
  executionRate: Rate | null
  total: Points | null
  grade: Grade | null
  /** As the evaluation's own scheme calls it. */
  gradeName: string | null
  openErrors: number
  openWarnings: number
  explained: number
  overdue: boolean
}

/**
 * E06 逾期: whether the node that has the evaluation in hand is past its date. Days as `2024-05-31`; `dueOn` null: none was
 * set. Finished ones are never late, and a case that may not be disclosed (示例倒推值) does not wait to be.
 */
export function isOverdue(
  { status, node, reconstructed, dueOn }: Pick<Evaluation, 'status' | 'node' | 'reconstructed'> & { dueOn: string | null },
  today: string,
): boolean {
  const finished = status === 'published' || (status === 'approved' && (node !== 'disclosure' || reconstructed))
  return dueOn !== null && dueOn < today && !finished
}

/** The round's name by the id of each evaluation that has another of its department and year beside it in `rows`. */
export function roundsToName(
  rows: readonly { id: string; departmentId: string; year: number; roundName: string }[],
): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  const keyOf = ({ departmentId, year }: (typeof rows)[number]): string => `${departmentId}/${year}`
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return new Map(rows.flatMap((row) => ((counts.get(keyOf(row)) ?? 0) > 1 ? [[row.id, row.roundName] as const] : [])))
}

/** Which evaluations a list shows; null means any. */
export type ListSelection = {
  /** A part of the department's name, or the beginning of its code. */
  query: string
  status: ReviewStatus | null
  node: ReviewNode | null
  /** `none`: no total yet. */
  grade: Grade | 'none' | null
  /** `errors` and `warnings`: at least one open; `explained`: at least one explained warning; `clear`: neither. */
  findings: FindingsState | null
  band: BandKey | null
  deadline: 'overdue' | null
}
export const FINDINGS_STATES = ['errors', 'warnings', 'explained', 'clear'] as const
export type FindingsState = (typeof FINDINGS_STATES)[number]

export const LIST_COLUMNS = ['doubt', 'department', 'rate', 'total', 'status', 'findings'] as const
/** `doubt`: the doubtful ones first; it has one direction only. */
export type ListColumn = (typeof LIST_COLUMNS)[number]
export type ListOrder = { by: ListColumn; descending: boolean }

/** Score bands of equal width, independent of any scheme's grades; the first takes everything below 60, `none` no total yet. */
const BAND_FLOORS = ['0', '60', '65', '70', '75', '80', '85', '90', '95'] as const
export type BandKey = (typeof BAND_FLOORS)[number] | 'none'
export const BANDS: readonly BandKey[] = ['none', ...BAND_FLOORS]
const FLOORS: readonly (readonly [BandKey, Points])[] = BAND_FLOORS.map((key): [BandKey, Points] => [key, quantity(key)]).reverse()

/** The band a total falls into: from its floor (included) to the next one; 95 and 100 are both in the last. */
export const bandOf = (total: Points | null): BandKey =>
  total === null ? 'none' : (FLOORS.find(([, floor]) => atLeast(total, floor))?.[0] ?? '0')

export function selected<T extends ListedEvaluation>(rows: readonly T[], selection: ListSelection): T[] {
  const query = selection.query.normalize('NFKC').trim()
  return rows.filter(
    (row) =>
      (query === '' || row.departmentName.normalize('NFKC').includes(query) || row.departmentCode.startsWith(query)) &&
      (selection.status === null || row.status === selection.status) &&
      (selection.node === null || row.node === selection.node) &&
      (selection.grade === null || (row.grade ?? 'none') === selection.grade) &&
      (selection.findings === null || hasFindings(row, selection.findings)) &&
      (selection.band === null || bandOf(row.total) === selection.band) &&
      (selection.deadline === null || row.overdue),
  )
}

function hasFindings(row: ListedEvaluation, state: FindingsState): boolean {
  if (state === 'errors') return row.openErrors > 0
  if (state === 'warnings') return row.openWarnings > 0
  if (state === 'explained') return row.explained > 0
  return row.openErrors + row.openWarnings + row.explained === 0
}

/** Sorted copy. What is missing stands last in both directions; ties stand by department code. */
export function ordered<T extends ListedEvaluation>(rows: readonly T[], { by, descending }: ListOrder): T[] {
  const direction = descending ? -1 : 1
  return [...rows].sort((a, b) => comparedBy(by, a, b, direction) || byCode(a, b))
}

const byCode = (a: ListedEvaluation, b: ListedEvaluation): number =>
  a.departmentCode < b.departmentCode ? -1 : a.departmentCode > b.departmentCode ? 1 : 0

function comparedBy(by: ListColumn, a: ListedEvaluation, b: ListedEvaluation, direction: 1 | -1): number {
  switch (by) {
    case 'doubt':
      return doubtOf(b) - doubtOf(a)
    case 'department':
      return byCode(a, b) * direction
    case 'rate':
      return missingLast(a.executionRate, b.executionRate, direction)
    case 'total':
      return missingLast(a.total, b.total, direction)
    case 'status':
      return (stageOf(a) - stageOf(b)) * direction
    case 'findings':
      return (findingsWeight(a) - findingsWeight(b)) * direction
  }
}

const missingLast = (a: Quantity | null, b: Quantity | null, direction: 1 | -1): number =>
  a === null || b === null ? (a === null ? 1 : 0) - (b === null ? 1 : 0) : compare(a, b) * direction

const stageOf = ({ status, node }: ListedEvaluation): number => REVIEW_STATUSES.indexOf(status) * 10 + REVIEW_NODES.indexOf(node)

const findingsWeight = (row: ListedEvaluation): number => row.openErrors * 10_000 + row.openWarnings * 100 + row.explained

/** How much an evaluation asks to be looked at: open errors and warnings weigh more than explained ones, those in review come first. */
const doubtOf = (row: ListedEvaluation): number => findingsWeight(row) * 2 + (row.status === 'submitted' ? 1 : 0)

/** Counts for the totals above a list and for its charts. */
export type ListTally = {
  count: number
  byState: readonly { status: ReviewStatus; node: ReviewNode; count: number }[]
  /** `names`: what the schemes of the rows call the grade. */
  byGrade: readonly { grade: Grade | 'none'; names: readonly string[]; count: number }[]
  byBand: readonly { band: BandKey; count: number }[]
  withErrors: number
  withWarnings: number
  withExplained: number
  overdue: number
}

export function tallyOf(rows: readonly ListedEvaluation[]): ListTally {
  const states = new Map<string, { status: ReviewStatus; node: ReviewNode; count: number; stage: number }>()
  for (const row of rows) {
    const key = `${row.status}/${row.status === 'submitted' ? row.node : ''}`
    const seen = states.get(key)
    if (seen) seen.count += 1
    else states.set(key, { status: row.status, node: row.node, count: 1, stage: stageOf(row) })
  }
  const count = (matches: (row: ListedEvaluation) => boolean) => rows.filter(matches).length
  return {
    count: rows.length,
    byState: [...states.values()].sort((a, b) => a.stage - b.stage).map(({ stage: _, ...state }) => state),
    byGrade: (['excellent', 'good', 'fair', 'poor', 'none'] as const).map((grade) => ({
      grade,
      names: [...new Set(rows.flatMap((row) => (row.grade === grade && row.gradeName !== null ? [row.gradeName] : [])))],
      count: count((row) => (row.grade ?? 'none') === grade),
    })),
    byBand: BANDS.map((band) => ({ band, count: count((row) => bandOf(row.total) === band) })),
    withErrors: count((row) => row.openErrors > 0),
    withWarnings: count((row) => row.openWarnings > 0),
    withExplained: count((row) => row.explained > 0),
    overdue: count((row) => row.overdue),
  }
}
