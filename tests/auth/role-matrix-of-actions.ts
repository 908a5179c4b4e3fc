import type { PlainRefusal, Refusal } from '@/lib/domain/decision/decision'
import type { Role } from '@/lib/domain/people/permissions'
import { administrator, type World } from './role-matrix'

/** Who may start which action: the second half of the matrix, under the same rule. */

export type ActionRule = {
  /** Roles that may, at this department; everybody else, and the same roles elsewhere, change nothing. */
  may: readonly Role[] | 'everyone' | 'themselves'
  /** Only for administrators of the whole tree: what is changed belongs to all departments. */
  whole?: true
  /** What is sent: valid, so that nothing but the want of the right can refuse it. */
  sent: (world: World) => readonly unknown[]
  /** The refusal that who may gets as the world stands; without one it is done. */
  refused?: PlainRefusal | Refusal
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

  'app/rounds/past-years/actions.ts#takePastYears': {
    may: administrator,
    sent: () => form({ list: '单位代码\t年度\t全年预算数\n101\t2023\t1', step: 'keep' }),
    // The only year there is, which is nobody's past
    refused: { code: 'past-years-faulty', facts: { count: '1' } },
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
  'app/evaluations/[id]/actions.ts#removeTypedRows': {
    may: ['editor'],
    sent: ({ evaluation, indicator }) => [evaluation, [{ list: 'indicators', row: indicator }], {}],
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

  'app/evaluations/[id]/carry/actions.ts#confirmAllCarriedForms': {
    may: ['editor'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation }),
  },

  'app/evaluations/[id]/evidence/actions.ts#removeEvidenceFile': {
    may: ['editor'],
    sent: ({ evaluation, evidence }) => form({ evaluationId: evaluation, evidence }),
  },

  'app/evaluations/[id]/intake/actions.ts#acceptFromPaper': {
    may: ['editor'],
    sent: ({ evaluation, paper }) => form({ evaluationId: evaluation, paper, revision: '0', seen: '{}', accepted: 'all' }),
  },

  'app/evaluations/[id]/projects/save-figures.ts#saveProjectFigures': {
    may: ['editor'],
    sent: ({ evaluation, project }) => [evaluation, [{ address: `projects/${project}/funds/total/initialBudget`, seen: 0, text: '1' }], []],
  },
  'app/evaluations/[id]/projects/actions.ts#addNewProject': {
    may: ['editor'],
    sent: ({ evaluation }) => form({ evaluationId: evaluation, name: '示例新项目', code: '' }),
  },
  'app/evaluations/[id]/projects/actions.ts#addEarlierProject': {
    may: ['editor'],
    sent: ({ evaluation, earlierProject }) => form({ evaluationId: evaluation, subjectId: earlierProject }),
  },
  'app/evaluations/[id]/projects/actions.ts#renameListedProject': {
    may: ['editor'],
    sent: ({ evaluation, project }) => form({ evaluationId: evaluation, projectId: project, name: '示例改后项目' }),
  },
  'app/evaluations/[id]/projects/actions.ts#removeListedProject': {
    may: ['editor'],
    sent: ({ evaluation, project }) => form({ evaluationId: evaluation, projectId: project }),
  },

  'app/evaluations/[id]/workbook/actions.ts#acceptFromBook': {
    may: ['editor'],
    sent: ({ evaluation, book }) => form({ evaluationId: evaluation, book, seen: '{}', accepted: 'all' }),
  },
  'app/evaluations/[id]/workbook/actions.ts#mapTable': {
    may: ['editor'],
    // What was brought is a workbook of ours
    sent: ({ evaluation, book }) =>
      form({
        evaluationId: evaluation,
        book,
        mapping: JSON.stringify({ shape: 'line', sheet: '', head: 0, unit: '元', columns: {}, line: 1 }),
      }),
    refused: 'workbook-replaced',
  },
  'app/evaluations/[id]/workbook/actions.ts#putAway': {
    may: ['editor'],
    sent: ({ evaluation, book }) => form({ evaluationId: evaluation, book }),
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
