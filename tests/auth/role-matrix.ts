import type { PlainRefusal } from '@/lib/domain/decision'
import type { Role } from '@/lib/domain/people/permissions'

/**
 * Who may see which page and start which action. The test compares this with the app folder: a page or an action
 * without a line here fails it. Write the line when you add the page.
 */

/** The rows of the world that the test builds: those of the department where the person has a role. */
export type World = {
  evaluation: string
  department: string
  /** Below the department, and in no round. */
  unit: string
  user: string
  membership: string
  round: string
  schemeVersion: string
  indicator: string
  note: string
  /** SHA-256 of a paper that was read for the evaluation. */
  paper: string
  /** Started by the department's administrator, and stopped. */
  job: string
}

export type PageRule = {
  /** `everyone`: also without signing in. */
  shownTo: readonly Role[] | 'everyone'
  /** Parameters of the address; the page must not exist for those whose role is at another department, unless `shared`. */
  params?: (world: World) => Record<string, string>
  search?: (world: World) => Record<string, string>
  /** Shown to the role wherever it is held: a list that holds only what the person may see. */
  shared?: boolean
  /** Shown to administrators of the whole tree only. */
  whole?: true
}

const all: readonly Role[] = ['editor', 'approver', 'reviewer', 'administrator']
const administrator: readonly Role[] = ['administrator']
const overview: readonly Role[] = ['reviewer', 'administrator']

const ofEvaluation = (shownTo: readonly Role[]): PageRule => ({ shownTo, params: ({ evaluation }) => ({ id: evaluation }) })

export const pages: Readonly<Record<string, PageRule>> = {
  '/login': { shownTo: 'everyone' },
  '/': { shownTo: all, shared: true },
  '/account': { shownTo: all, shared: true },
  '/audit': { shownTo: administrator, shared: true },
  // Leads on to the newest year, which decides
  '/dashboard': { shownTo: all, shared: true },
  '/dashboard/[year]': { shownTo: overview, shared: true, params: () => ({ year: '2023' }) },
  '/departments': { shownTo: administrator, shared: true },
  '/departments/new': { shownTo: administrator, shared: true },
  '/departments/[id]': { shownTo: all, params: ({ department }) => ({ id: department }) },
  '/users': { shownTo: administrator, shared: true },
  '/users/new': { shownTo: administrator, shared: true },
  '/users/roster': { shownTo: administrator, shared: true },
  '/users/[id]': { shownTo: administrator, params: ({ user }) => ({ id: user }) },
  '/jobs': { shownTo: all, shared: true },
  '/jobs/[id]': { shownTo: administrator, params: ({ job }) => ({ id: job }) },
  '/rounds': { shownTo: administrator, shared: true },
  '/rounds/new': { shownTo: administrator, shared: true },
  '/rounds/[id]': { shownTo: administrator, shared: true, params: ({ round }) => ({ id: round }) },
  '/rounds/[id]/departments/[evaluation]': { shownTo: administrator, params: ({ round, evaluation }) => ({ id: round, evaluation }) },
  '/schemes': { shownTo: administrator, shared: true },
  '/schemes/compare': {
    shownTo: administrator,
    shared: true,
    search: ({ schemeVersion }) => ({ left: schemeVersion, right: schemeVersion }),
  },
  '/schemes/[id]': { shownTo: administrator, shared: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/schemes/[id]/copy': { shownTo: administrator, whole: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/schemes/[id]/edit': { shownTo: administrator, whole: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/schemes/[id]/trial': { shownTo: administrator, shared: true, params: ({ schemeVersion }) => ({ id: schemeVersion }) },
  '/help': { shownTo: 'everyone' },
  '/help/checks': { shownTo: 'everyone' },
  '/help/schemes': { shownTo: 'everyone' },
  '/help/workflow': { shownTo: 'everyone' },
  '/help/[topic]': { shownTo: 'everyone', params: () => ({ topic: 'funds' }) },
  '/evaluations/[id]': ofEvaluation(all),
  '/evaluations/[id]/analysis': ofEvaluation(all),
  '/evaluations/[id]/carry/[section]': { shownTo: ['editor'], params: ({ evaluation }) => ({ id: evaluation, section: 'duties' }) },
  '/evaluations/[id]/check': ofEvaluation(all),
  '/evaluations/[id]/cover': ofEvaluation(all),
  '/evaluations/[id]/duties': ofEvaluation(all),
  '/evaluations/[id]/figures': ofEvaluation(all),
  '/evaluations/[id]/funds': ofEvaluation(all),
  '/evaluations/[id]/goals': ofEvaluation(all),
  '/evaluations/[id]/history': ofEvaluation(all),
  '/evaluations/[id]/indicators': ofEvaluation(all),
  '/evaluations/[id]/intake': ofEvaluation(['editor']),
  '/evaluations/[id]/problems': ofEvaluation(all),
  '/evaluations/[id]/report': ofEvaluation(all),
  '/evaluations/[id]/review': ofEvaluation(all),
  '/evaluations/[id]/tasks': ofEvaluation(all),
}

export type ActionRule = {
  /** Roles that may, at this department; everybody else, and the same roles elsewhere, change nothing. */
  may: readonly Role[] | 'everyone' | 'themselves'
  /** Only for administrators of the whole tree: what is changed belongs to all departments. */
  whole?: true
  /** What is sent: valid, so that nothing but the want of the right can refuse it. */
  sent: (world: World) => readonly unknown[]
  /** The refusal that who may gets as the world stands; without one it is done. */
  refused?: PlainRefusal
}

const form = (fields: Readonly<Record<string, string>>): readonly unknown[] => {
  const data = new FormData()
  for (const [name, text] of Object.entries(fields)) data.append(name, text)
  return [{ status: 'idle', message: null, fields: {}, typed: {}, conflicts: [] }, data]
}

/** What is done with a draft, sent for a version that is published. */
const ofPublished = (fields: Readonly<Record<string, string>> = {}): ActionRule => ({
  may: administrator,
  whole: true,
  sent: ({ schemeVersion }) => form({ versionId: schemeVersion, seen: '0', ...fields }),
  refused: 'scheme-published',
})

export const actions: Readonly<Record<string, ActionRule>> = {
  'app/login/actions.ts#signOut': { may: 'everyone', sent: () => [] },
  'app/account/actions.ts#changePassword': {
    may: 'themselves',
    sent: () => form({ currentPassword: 'not-the-password', newPassword: 'another-calm-river', repeatedPassword: 'another-calm-river' }),
    refused: 'password-wrong',
  },

  'app/users/actions.ts#create': {
    may: administrator,
    sent: ({ department }) => form({ loginName: 'matrix', name: '示例', role: 'editor', departmentId: department }),
  },
  'app/users/roster/actions.ts#takeRoster': {
    may: administrator,
    sent: () => form({ list: '单位代码\t用户名\t姓名\t角色\n101\troster\t示例名册\t填报人', step: 'keep' }),
  },
  'app/users/actions.ts#rename': { may: administrator, sent: ({ user }) => form({ userId: user, name: '示例改名' }) },
  'app/users/actions.ts#setDisabled': { may: administrator, sent: ({ user }) => form({ userId: user, disabled: 'true' }) },
  'app/users/actions.ts#reset': { may: administrator, sent: ({ user }) => form({ userId: user }) },
  'app/users/actions.ts#grantRole': {
    may: administrator,
    sent: ({ user, department }) => form({ userId: user, role: 'reviewer', departmentId: department }),
  },
  'app/users/actions.ts#revokeRole': {
    may: administrator,
    sent: ({ user, membership }) => form({ userId: user, membershipId: membership }),
  },

  'app/rounds/actions.ts#open': {
    may: administrator,
    sent: ({ department, schemeVersion }) =>
      form({ year: '2030', name: '示例任务', schemeVersionId: schemeVersion, departmentIds: department, 'deadline-entry': '' }),
  },
  'app/rounds/actions.ts#addDepartments': {
    may: administrator,
    sent: ({ round, unit }) => form({ roundId: round, departmentIds: unit }),
  },
  'app/rounds/actions.ts#addGroup': {
    may: administrator,
    sent: ({ round, schemeVersion }) =>
      form({ roundId: round, groupName: '示例镇街', formerName: '其他部门', schemeVersionId: schemeVersion }),
  },
  'app/rounds/actions.ts#saveDeadlines': {
    may: administrator,
    sent: ({ round }) => form({ roundId: round, 'deadline-entry': '2024-05-31' }),
  },
  'app/rounds/actions.ts#extendDeadlines': {
    may: administrator,
    sent: ({ evaluation }) => form({ evaluationId: evaluation, 'deadline-entry': '2024-06-30' }),
  },

  'app/jobs/actions.ts#stop': { may: administrator, sent: ({ job }) => form({ jobId: job }), refused: 'job-over' },
  'app/jobs/actions.ts#goOn': { may: administrator, sent: ({ job }) => form({ jobId: job }) },
  'app/jobs/actions.ts#recomputeYear': { may: administrator, whole: true, sent: () => form({ year: '2023' }) },

  'app/departments/actions.ts#add': {
    may: administrator,
    sent: ({ department }) => form({ parentId: department, kind: 'unit', name: '示例新单位', code: 'matrix' }),
  },
  'app/departments/actions.ts#rename': {
    may: administrator,
    sent: ({ department }) => form({ departmentId: department, name: '示例改名局', code: '101', seenName: '示例甲局', seenCode: '101' }),
  },
  'app/departments/actions.ts#move': {
    may: administrator,
    sent: ({ unit, department }) => form({ departmentId: unit, parentId: department }),
  },
  'app/departments/actions.ts#setClosed': {
    may: administrator,
    sent: ({ unit }) => form({ departmentId: unit, closed: 'true' }),
  },

  'app/schemes/[id]/trial/actions.ts#tryOn': {
    may: administrator,
    sent: ({ schemeVersion }) => form({ versionId: schemeVersion, year: '2023' }),
  },
  'app/schemes/actions.ts#copy': {
    may: administrator,
    whole: true,
    sent: ({ schemeVersion }) => form({ fromId: schemeVersion, as: 'version', id: '', name: '' }),
  },
  'app/schemes/actions.ts#saveScheme': ofPublished({ draft: '{}' }),
  'app/schemes/actions.ts#publish': ofPublished(),
  'app/schemes/actions.ts#discard': ofPublished(),

  'app/evaluations/[id]/actions.ts#saveTyped': {
    may: ['editor'],
    sent: ({ evaluation }) => [evaluation, [{ address: 'cover/preparer', seen: 0, text: '示例' }], []],
  },
  'app/evaluations/[id]/actions.ts#moveTypedRow': {
    may: ['editor'],
    sent: ({ evaluation, indicator }) => [evaluation, 'indicators', indicator, null],
  },
  'app/evaluations/[id]/actions.ts#removeTypedRow': {
    may: ['editor'],
    sent: ({ evaluation, indicator }) => [evaluation, 'indicators', indicator, {}],
  },
  'app/evaluations/[id]/actions.ts#explain': {
    may: ['editor'],
    sent: ({ evaluation }) =>
      form({ evaluationId: evaluation, code: 'F05', at: 'funds/total/adjustedBudget', figures: '', seen: '', text: '示例说明' }),
    refused: 'finding-changed',
  },
  'app/evaluations/[id]/actions.ts#askForFindings': { may: ['editor'], sent: ({ evaluation }) => [evaluation] },
  'app/evaluations/[id]/actions.ts#submitEvaluation': {
    may: ['editor'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, revision: '0' }),
    refused: 'changed-meanwhile',
  },
  'app/evaluations/[id]/actions.ts#recallEvaluation': {
    may: ['editor'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, revision: '0' }),
    refused: 'locked',
  },
  'app/evaluations/[id]/actions.ts#settleReviewNote': { may: ['editor'], sent: ({ evaluation, note }) => [evaluation, note, true] },
  'app/evaluations/[id]/actions.ts#keepReviewDraft': {
    may: ['approver', 'reviewer'],
    sent: ({ evaluation }) => [evaluation, { kind: 'reason', place: '', text: '示例理由' }],
    refused: 'locked',
  },
  'app/evaluations/[id]/actions.ts#replyToReviewNote': { may: ['editor'], sent: ({ evaluation, note }) => [evaluation, note, '示例答复'] },

  'app/evaluations/[id]/carry/actions.ts#carryOver': {
    may: ['editor'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, section: 'duties' }),
    refused: 'nothing-to-carry',
  },
  'app/evaluations/[id]/carry/actions.ts#confirmCarriedForm': {
    may: ['editor'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, section: 'duties' }),
  },

  'app/evaluations/[id]/intake/actions.ts#acceptFromPaper': {
    may: ['editor'],
    sent: ({ evaluation, paper }) => form({ evaluationId: evaluation, paper, revision: '0', seen: '{}', accepted: 'all' }),
  },

  'app/evaluations/[id]/review/actions.ts#forwardEvaluation': {
    may: ['approver'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, revision: '0' }),
    refused: 'locked',
  },
  'app/evaluations/[id]/review/actions.ts#returnEvaluation': {
    may: ['approver', 'reviewer'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, revision: '0', reason: '示例理由' }),
    refused: 'locked',
  },
  'app/evaluations/[id]/review/actions.ts#approveEvaluation': {
    may: ['reviewer'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, revision: '0' }),
    refused: 'locked',
  },
  'app/evaluations/[id]/review/actions.ts#publishEvaluation': {
    may: ['reviewer', 'administrator'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, revision: '0' }),
    refused: 'locked',
  },
  'app/evaluations/[id]/review/actions.ts#approveEvaluationTargets': {
    may: ['reviewer'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, revision: '0' }),
  },
  'app/evaluations/[id]/review/actions.ts#saveReviewScore': {
    may: ['reviewer'],
    sent: ({ evaluation, indicator }) =>
      form({ evaluationId: evaluation, indicator, score: '1', scoreSeen: '0', grounds: '示例依据', groundsSeen: '0' }),
    refused: 'locked',
  },

  // Last: what the others are about goes with it
  'app/rounds/actions.ts#takeOutDepartment': { may: administrator, sent: ({ evaluation }) => form({ evaluationId: evaluation }) },
  'app/rounds/actions.ts#voidWholeRound': { may: administrator, sent: ({ round }) => form({ roundId: round }) },
}

/** Addresses that are not pages. `everyone`: also without signing in; otherwise 401 without, and 404 for those from elsewhere. */
export const routes: Readonly<Record<string, PageRule>> = {
  '/api/auth/[...nextauth]': { shownTo: 'everyone' },
  '/departments/tree': { shownTo: administrator, search: ({ department }) => ({ below: department }) },
  '/evaluations/[id]/changes': ofEvaluation(all),
  '/evaluations/[id]/intake/paper': ofEvaluation(all),
  '/evaluations/[id]/library': ofEvaluation(all),
  '/evaluations/[id]/live': ofEvaluation(all),
  '/evaluations/[id]/report/pdf': ofEvaluation(all),
  '/health': { shownTo: 'everyone' },
  '/display': { shownTo: 'everyone' },
}
