import { REVIEW_NODES, REVIEW_STATUSES, type ReviewNode, type ReviewStatus } from '@/lib/domain/review/review'
import type { Grade } from '@/lib/domain/schemes/scheme'
import type { Evaluation } from './evaluation'

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
  /** Words of the department's name, code, pinyin or initials, in any order. */
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
/** `doubt`: what is in review and doubtful first; it has one direction only. */
export type ListColumn = (typeof LIST_COLUMNS)[number]
export type ListOrder = { by: ListColumn; descending: boolean }

/** Score bands of equal width, independent of any scheme's grades; the first takes everything below 60, `none` no total yet. */
export const BAND_FLOORS = ['0', '60', '65', '70', '75', '80', '85', '90', '95'] as const
export type BandKey = (typeof BAND_FLOORS)[number] | 'none'
/** From the lowest; 95 and 100 are both in the last. */
export const BANDS: readonly BandKey[] = ['none', ...BAND_FLOORS]
/** Evaluations that are alike in all that is counted, and how many they are. */
export type ListGroup = {
  status: ReviewStatus
  node: ReviewNode
  grade: Grade | null
  /** As the evaluations' own scheme calls it. */
  gradeName: string | null
  band: BandKey
  withErrors: boolean
  withWarnings: boolean
  withExplained: boolean
  overdue: boolean
  count: number
}

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

const stageOf = ({ status, node }: ListGroup): number => REVIEW_STATUSES.indexOf(status) * 10 + REVIEW_NODES.indexOf(node)

export function tallyOf(groups: readonly ListGroup[]): ListTally {
  const states = new Map<string, { status: ReviewStatus; node: ReviewNode; count: number; stage: number }>()
  for (const group of groups) {
    const key = `${group.status}/${group.status === 'submitted' ? group.node : ''}`
    const seen = states.get(key)
    if (seen) seen.count += group.count
    else states.set(key, { status: group.status, node: group.node, count: group.count, stage: stageOf(group) })
  }
  const count = (matches: (group: ListGroup) => boolean): number =>
    groups.reduce((sum, group) => (matches(group) ? sum + group.count : sum), 0)
  return {
    count: count(() => true),
    byState: [...states.values()].sort((a, b) => a.stage - b.stage).map(({ stage: _, ...state }) => state),
    byGrade: (['excellent', 'good', 'fair', 'poor', 'none'] as const).map((grade) => ({
      grade,
      names: [...new Set(groups.flatMap((group) => (group.grade === grade && group.gradeName !== null ? [group.gradeName] : [])))],
      count: count((group) => (group.grade ?? 'none') === grade),
    })),
    byBand: BANDS.map((band) => ({ band, count: count((group) => group.band === band) })),
    withErrors: count((group) => group.withErrors),
    withWarnings: count((group) => group.withWarnings),
    withExplained: count((group) => group.withExplained),
    overdue: count((group) => group.overdue),
  }
}
