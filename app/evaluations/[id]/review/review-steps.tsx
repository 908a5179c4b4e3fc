import { ReturnForm } from '@/components/review/return-form'
import { StepForm } from '@/components/review/step-form'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import type { Decision, RefusalCode } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { hasRole, type Viewer } from '@/lib/domain/people/permissions'
import { mayDo, mayPublish, type ReviewNode } from '@/lib/domain/review/review'
import { actionLabels, stateLabel } from '@/lib/messages/labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { approveEvaluation, approveEvaluationTargets, forwardEvaluation, publishEvaluation, returnEvaluation } from './actions'

type Props = { viewer: Viewer; evaluation: Evaluation; actedAt: ReviewNode | null; openFindings: number; result: string }

/** What the reader may do with the evaluation now; who may not sees why. */
export function ReviewSteps({ viewer, evaluation, actedAt, openFindings, result }: Props) {
  const { id, revision } = evaluation
  const may = (activity: 'forward' | 'approve' | 'return' | 'publish' | 'approveTargets') => mayDo(viewer, evaluation, activity, actedAt)
  const forward = may('forward')
  const approve = may('approve')
  const back = may('return')
  const publishing = mayBePublished(evaluation, may('publish'))
  const targets = may('approveTargets')
  const unapproved = evaluation.indicators.some(({ approvedTarget }) => approvedTarget === null)
  const asked = [forward, approve, back, publishing, ...(unapproved ? [targets] : [])]
  if (asked.some(({ ok }) => ok)) {
    const open = openFindings === 0 ? '' : `仍有 ${openFindings} 项错误或未说明的警告。`
    return (
      <Section id="steps" title="审核意见" className="scroll-mt-24 print:hidden">
        <div className="grid gap-6 lg:grid-cols-2">
          {forward.ok && (
            <StepForm
              evaluationId={id}
              revision={revision}
              action={forwardEvaluation}
              label={actionLabels.forward}
              meaning={`${open}上报后由下一环节审核，本单位不能再修改。`}
              opinion="审核意见"
            />
          )}
          {approve.ok && (
            <StepForm
              evaluationId={id}
              revision={revision}
              action={approveEvaluation}
              label={actionLabels.approve}
              meaning={`${result}${open}通过后自评报告即行冻结，内容和得分不再改变。`}
              opinion="复核意见"
            />
          )}
          {publishing.ok && (
            <StepForm
              evaluationId={id}
              revision={revision}
              action={publishEvaluation}
              label={actionLabels.publish}
              meaning="公开后状态改为“已公开”，报告按定稿内容对外提供。"
            />
          )}
          {targets.ok && unapproved && (
            <StepForm
              evaluationId={id}
              revision={revision}
              action={approveEvaluationTargets}
              label="批复指标值和分值"
              meaning="将现有的年度指标值和分值作为批复值；此后部门再作调整须说明理由。"
            />
          )}
          {back.ok && <ReturnForm evaluationId={id} revision={revision} action={returnEvaluation} />}
        </div>
      </Section>
    )
  }
  const reason = whyNot(viewer, evaluation, asked)
  return reason === null ? null : (
    <div id="steps" className="mb-6 scroll-mt-24">
      <Notice tone="info" title="您不能办理本自评">
        {reason}
      </Notice>
    </div>
  )
}

/** Who might publish it now, or might had they not acted elsewhere, learns first whether it can be published at all. */
function mayBePublished(evaluation: Evaluation, permitted: Decision<unknown>): Decision<unknown> {
  const never = mayPublish(evaluation)
  return !never.ok && (permitted.ok || permitted.refusal.code === 'acted-elsewhere') ? never : permitted
}

/** From the most telling refusal on. */
const TELLING = ['reconstructed-never-published', 'acted-elsewhere', 'locked'] as const satisfies readonly RefusalCode[]

/** The most telling refusal; null for who has no part in the review of this department. */
function whyNot(viewer: Viewer, evaluation: Evaluation, decisions: readonly Decision<unknown>[]): string | null {
  const department = { id: evaluation.departmentId, path: evaluation.departmentPath }
  const refusals = decisions.flatMap((decision) => (decision.ok ? [] : [decision.refusal]))
  const telling = TELLING.flatMap((code) => refusals.find((refusal) => refusal.code === code) ?? [])[0] ?? refusals[0]
  const hasPart = hasRole(viewer, 'approver', department) || hasRole(viewer, 'reviewer', department)
  if (!hasPart && telling?.code !== 'reconstructed-never-published') return null
  if (telling?.code === 'locked') return `当前状态为“${stateLabel(evaluation.status, evaluation.node)}”，不在您办理的环节。`
  return telling === undefined ? null : refusalSentence(telling)
}
