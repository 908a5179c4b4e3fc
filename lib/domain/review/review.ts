import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { hasRole, type Role, type Viewer } from '@/lib/domain/people/permissions'

/** Where an evaluation stands (status) is kept apart from who has it in hand (node). */

/** 填报中 · 待审核 · 已退回 · 已通过 · 已公开 */
export const REVIEW_STATUSES = ['draft', 'submitted', 'returned', 'approved', 'published'] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** Whether it was approved: what was said of it then is said for ever. */
export const isFrozen = (status: ReviewStatus): boolean => status === 'approved' || status === 'published'
export const FROZEN_STATUSES: readonly ReviewStatus[] = REVIEW_STATUSES.filter(isFrozen)

/** 填报 → 单位审核 → 主管部门审核 → 财政复核 → 公开; a scheme switches nodes on. */
export const REVIEW_NODES = ['entry', 'unit', 'supervisor', 'finance', 'disclosure'] as const
export type ReviewNode = (typeof REVIEW_NODES)[number]

export const REVIEW_ACTIONS = ['submit', 'recall', 'forward', 'return', 'approve', 'publish'] as const
export type ReviewAction = (typeof REVIEW_ACTIONS)[number]

/** What somebody may do with an evaluation: fill cells in, approve targets, give review scores, or take a step. */
export const ACTIVITIES = ['enter', 'approveTargets', 'score', ...REVIEW_ACTIONS] as const
export type Activity = (typeof ACTIVITIES)[number]

/** One line of the workflow: at this status and node, who has this role may do this, acting at `at`. */
export type WorkflowRule = { status: ReviewStatus; node: ReviewNode; role: Role; may: readonly Activity[]; at: ReviewNode }

/** The whole workflow. What does not stand here is not done. */
export const WORKFLOW: readonly WorkflowRule[] = [
  { status: 'draft', node: 'entry', role: 'editor', may: ['enter', 'submit'], at: 'entry' },
  { status: 'draft', node: 'entry', role: 'reviewer', may: ['approveTargets'], at: 'finance' },
  { status: 'returned', node: 'entry', role: 'editor', may: ['enter', 'submit'], at: 'entry' },
  { status: 'returned', node: 'entry', role: 'reviewer', may: ['approveTargets'], at: 'finance' },
  { status: 'submitted', node: 'unit', role: 'editor', may: ['recall'], at: 'entry' },
  { status: 'submitted', node: 'supervisor', role: 'editor', may: ['recall'], at: 'entry' },
  { status: 'submitted', node: 'finance', role: 'editor', may: ['recall'], at: 'entry' },
  { status: 'submitted', node: 'unit', role: 'approver', may: ['forward', 'return'], at: 'unit' },
  { status: 'submitted', node: 'supervisor', role: 'reviewer', may: ['forward', 'return'], at: 'supervisor' },
  { status: 'submitted', node: 'finance', role: 'reviewer', may: ['score', 'return', 'approve'], at: 'finance' },
  { status: 'approved', node: 'disclosure', role: 'reviewer', may: ['publish'], at: 'disclosure' },
  { status: 'approved', node: 'disclosure', role: 'administrator', may: ['publish'], at: 'disclosure' },
]

/**
 * The viewer with the memberships that count for a line of the workflow. 复核人 at a 主管部门 take its own step (主管部门审核)
 * and no other; 复核人 anywhere else are the finance bureau's: neither signs for the other.
 */
export const actingBy = (viewer: Viewer, { role, at }: WorkflowRule): Viewer => ({
  ...viewer,
  memberships: viewer.memberships.filter(
    (m) => m.role === role && (role !== 'reviewer' || (m.departmentKind === 'authority') === (at === 'supervisor')),
  ),
})

/** Where an evaluation is, and whose it is. */
export type Standing = {
  status: ReviewStatus
  node: ReviewNode
  departmentId: string
  departmentPath: string
  /** Absent: a department's. */
  kind?: 'department' | 'project'
}

/** A project stands where its department's evaluation does, and goes on with it: no step is its own. */
const isStepOfProject = ({ kind }: Standing, activity: Activity): boolean =>
  kind === 'project' && (REVIEW_ACTIONS as readonly Activity[]).includes(activity)

/** Who sees what the reviewers give before it is decided. */
export const REVIEW_SEEN_BY: readonly Role[] = ['reviewer', 'administrator']

/** Whether the viewer sees what the reviewers give: who reviews or administers the department at any time, everybody else once it is decided. */
export const seesReview = (viewer: Viewer, { status, departmentId: id, departmentPath: path }: Omit<Standing, 'node' | 'kind'>): boolean =>
  isFrozen(status) || REVIEW_SEEN_BY.some((role) => hasRole(viewer, role, { id, path }))

/** Whether the viewer has only the department's own step in its review. */
export const isApproverOnly = (
  viewer: Viewer,
  { departmentId: id, departmentPath: path }: Pick<Standing, 'departmentId' | 'departmentPath'>,
): boolean => hasRole(viewer, 'approver', { id, path }) && !hasRole(viewer, 'reviewer', { id, path })

/**
 * Whether the viewer may do it now, and at which node they act by it. `actedAt` is the node at which they have acted
 * in this evaluation before (null: at none): nobody acts at two.
 * Refused: `not-permitted` (no such role here, or a step of a project), `locked` (not at this status and node), `acted-elsewhere`.
 */
export function mayDo(viewer: Viewer, evaluation: Standing, activity: Activity, actedAt: ReviewNode | null): Decision<ReviewNode> {
  if (isStepOfProject(evaluation, activity)) return refused('not-permitted')
  const { status, node } = evaluation
  const department = { id: evaluation.departmentId, path: evaluation.departmentPath }
  const own = WORKFLOW.filter((rule) => rule.may.includes(activity) && hasRole(actingBy(viewer, rule), rule.role, department))
  if (own.length === 0) return refused('not-permitted')
  const rule = own.find((candidate) => candidate.status === status && candidate.node === node)
  if (!rule) return refused('locked')
  if (actedAt !== null && actedAt !== rule.at) return refused('acted-elsewhere', { node: actedAt })
  return accepted(rule.at)
}

/** Everything that the viewer may do now, for showing the right buttons; the write decides again. */
export const activitiesOf = (viewer: Viewer, evaluation: Standing, actedAt: ReviewNode | null): Activity[] =>
  ACTIVITIES.filter((activity) => mayDo(viewer, evaluation, activity, actedAt).ok)

/**
 * Where an evaluation stands after a step taken at `node`, with the nodes that its scheme switches on. 财政复核 is always on.
 * `returned`: whether it was ever sent back, which is where 撤回 takes it again.
 */
export function standingAfter(
  action: ReviewAction,
  node: ReviewNode,
  nodes: readonly ReviewNode[],
  returned = false,
): { status: ReviewStatus; node: ReviewNode } {
  switch (action) {
    case 'submit':
    case 'forward': {
      const reviewing = REVIEW_NODES.slice(REVIEW_NODES.indexOf(node) + 1, REVIEW_NODES.indexOf('finance'))
      return { status: 'submitted', node: reviewing.find((next) => nodes.includes(next)) ?? 'finance' }
    }
    case 'recall':
      return { status: returned ? 'returned' : 'draft', node: 'entry' }
    case 'return':
      return { status: 'returned', node: 'entry' }
    case 'approve':
      return { status: 'approved', node: nodes.includes('disclosure') ? 'disclosure' : 'finance' }
    case 'publish':
      return { status: 'published', node: 'disclosure' }
  }
}

/** 送审: refused as `open-findings` while an error stands or a warning has no explanation that holds. */
export const mayHandIn = (open: { openErrors: number; openWarnings: number }): Decision<null> =>
  open.openErrors > 0 || open.openWarnings > 0
    ? refused('open-findings', { errors: String(open.openErrors), warnings: String(open.openWarnings) })
    : accepted(null)

/** Who of the next node was the first to open what was handed in, and when (ISO time). */
export type Opening = { byName: string; at: string }

/**
 * 撤回: only right after the handing-in (`last` is the last step that was taken), and until somebody of the next node has opened it.
 * Refused: `opened-already`, `locked` where it has gone on.
 */
export function mayRecall(last: ReviewAction | null, opening: Opening | null): Decision<null> {
  if (opening !== null) return refused('opened-already', { byName: opening.byName })
  return last === 'submit' ? accepted(null) : refused('locked')
}

/** 公开: a case with reconstructed figures (示例倒推值) is refused for ever. */
export const mayPublish = (evaluation: { reconstructed: boolean }): Decision<null> =>
  evaluation.reconstructed ? refused('reconstructed-never-published') : accepted(null)
