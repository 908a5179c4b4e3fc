'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { conflictTexts } from '@/app/evaluations/[id]/conflicts'
import { approveTargets } from '@/lib/data/approve-targets'
import { findEvaluation } from '@/lib/data/evaluations'
import { approve, forward, publish, returnForRevision } from '@/lib/data/review'
import { saveCells } from '@/lib/data/save-cells'
import { assess } from '@/lib/domain/assessment'
import { accepted, type Decision } from '@/lib/domain/decision'
import type { Evaluation } from '@/lib/domain/evaluation'
import type { Viewer } from '@/lib/domain/permissions'
import { readCellValue } from '@/lib/forms/cells'
import { conflicting, type FormState, idle, refused, saved } from '@/lib/forms/form-state'
import { returnForm, reviewScoreForm, stepForm } from '@/lib/forms/review'
import { refusalSentence } from '@/lib/messages/refusals'
import { finishedReport } from '@/lib/report/finished-report'

/** What a step answered, shown at its form. */
function answered(decision: Decision<null>, evaluationId: string, message: string, formData: FormData): FormState {
  if (!decision.ok) return refused(decision.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  revalidatePath('/dashboard', 'layout')
  return saved(message)
}

/** A step on the evaluation as the person saw it. */
const seenAction = (work: (viewer: Viewer, evaluation: Evaluation, formData: FormData) => Promise<FormState>) =>
  formAction(stepForm, async (viewer, { evaluationId, revision }, formData) => {
    const evaluation = await findEvaluation(viewer, evaluationId)
    if (!evaluation) return refused('not-permitted', formData)
    if (evaluation.revision !== revision) return refused('changed-meanwhile', formData)
    return work(viewer, evaluation, formData)
  })

/** 审核通过并上报 */
export const forwardEvaluation = seenAction(async (viewer, evaluation, formData) => {
  return answered(await forward(viewer, evaluation.id), evaluation.id, '已审核通过并上报。', formData)
})

/** 退回 with a reason, and notes at their places */
export const returnEvaluation = formAction(returnForm, async (viewer, { evaluationId, reason, notes }, formData) => {
  return answered(await returnForRevision(viewer, evaluationId, { reason, notes }), evaluationId, '已退回。', formData)
})

/** 复核通过: the report is made from what the reviewer saw, and frozen with its bytes */
export const approveEvaluation = seenAction(async (viewer, evaluation, formData) => {
  const report = await finishedReport(evaluation, assess(evaluation))
  if (!report.ok) return refused(report.refusal, formData)
  return answered(await approve(viewer, evaluation.id, report.value), evaluation.id, '已复核通过，报告已冻结。', formData)
})

/** 公开 of an approved evaluation */
export const publishEvaluation = formAction(stepForm, async (viewer, { evaluationId }, formData) => {
  return answered(await publish(viewer, evaluationId), evaluationId, '已公开。', formData)
})

/** 批复绩效目标: the targets and 分值 as the reviewer saw them */
export const approveEvaluationTargets = seenAction(async (viewer, evaluation, formData) => {
  const approved = await approveTargets(viewer, evaluation.id)
  if (!approved.ok) return refused(approved.refusal, formData)
  return answered(accepted(null), evaluation.id, `已批复 ${approved.value.approved} 项指标的指标值和分值。`, formData)
})

/** 复核分 of one indicator; a score needs its grounds */
export const saveReviewScore = formAction(
  reviewScoreForm,
  async (viewer, { evaluationId, indicator, score, scoreSeen, grounds, groundsSeen }, formData) => {
    const scoreAt = `indicators/${indicator}/reviewScore`
    const groundsAt = `indicators/${indicator}/reviewGrounds`
    const points = readCellValue(scoreAt, score)
    if (!points.ok) return refused(points.refusal, formData, 'score')
    const text = readCellValue(groundsAt, grounds)
    if (!text.ok) return refused(text.refusal, formData, 'grounds')
    if (score.trim() !== '' && grounds === '') return refused('reason-required', formData, 'grounds')

    const result = await saveCells(viewer, evaluationId, [
      { address: groundsAt, seen: groundsSeen, value: text.value },
      { address: scoreAt, seen: scoreSeen, value: points.value },
    ])
    if (!result.ok) return refused(result.refusal, formData)
    const { conflicts, refusals } = result.value
    revalidatePath(`/evaluations/${evaluationId}`, 'layout')
    if (refusals.length > 0) {
      const fields = refusals.map(({ address, refusal }) => [address === scoreAt ? 'score' : 'grounds', refusalSentence(refusal)])
      return { ...refused('invalid-form', formData), fields: Object.fromEntries(fields) }
    }
    if (conflicts.length === 0) return { ...idle, status: 'saved', message: '已保存。' }
    return conflicting(conflicts.map(conflictTexts), formData)
  },
)
