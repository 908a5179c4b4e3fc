'use server'
import { revalidatePath } from 'next/cache'
import { requireViewer } from '@/lib/auth/viewer'
import { approveTargets } from '@/lib/data/approve-targets'
import { findEvaluation } from '@/lib/data/evaluations'
import { approve, forward, publish, returnForRevision } from '@/lib/data/review'
import { saveCells } from '@/lib/data/save-cells'
import { assess } from '@/lib/domain/assessment'
import type { Decision } from '@/lib/domain/decision'
import { readCellValue } from '@/lib/forms/cells'
import { conflicting, type FormState, idle, parseForm, refused, saved } from '@/lib/forms/form-state'
import { returnForm, reviewScoreForm, stepForm } from '@/lib/forms/review'
import { refusalSentence } from '@/lib/messages/refusals'
import { finishedReport } from '@/lib/report/finished-report'

/** What a step answered, shown at its form. Where somebody changed something meanwhile, the page shows it, to be read and confirmed anew. */
function answered(decision: Decision<unknown>, evaluationId: string, message: string, formData: FormData): FormState {
  if (!decision.ok) {
    if (decision.refusal.code === 'changed-meanwhile') revalidatePath(`/evaluations/${evaluationId}`, 'layout')
    return refused(decision.refusal, formData)
  }
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  revalidatePath('/dashboard', 'layout')
  return saved(message)
}

/** 审核通过并上报 */
export async function forwardEvaluation(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(stepForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, revision } = form.value
  return answered(await forward(viewer, evaluationId, revision), evaluationId, '已审核通过并上报。', formData)
}

/** 退回 with a reason, and notes at their places */
export async function returnEvaluation(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(returnForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, revision, reason, notes } = form.value
  return answered(await returnForRevision(viewer, evaluationId, revision, { reason, notes }), evaluationId, '已退回。', formData)
}

/** 复核通过: the report is made from what the reviewer saw, and frozen with its bytes */
export async function approveEvaluation(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(stepForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, revision } = form.value
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (!evaluation) return refused('not-permitted', formData)
  const report = await finishedReport(evaluation, assess(evaluation))
  if (!report.ok) return refused(report.refusal, formData)
  return answered(await approve(viewer, evaluationId, { ...report.value, revision }), evaluationId, '已复核通过，报告已冻结。', formData)
}

/** 公开 of an approved evaluation */
export async function publishEvaluation(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(stepForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, revision } = form.value
  return answered(await publish(viewer, evaluationId, revision), evaluationId, '已公开。', formData)
}

/** 批复绩效目标: the targets and 分值 as the reviewer saw them */
export async function approveEvaluationTargets(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(stepForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, revision } = form.value
  const approved = await approveTargets(viewer, evaluationId, revision)
  const count = approved.ok ? approved.value.approved : 0
  return answered(approved, evaluationId, `已批复 ${count} 项指标的指标值和分值。`, formData)
}

/** 复核分 of one indicator; a score needs its grounds */
export async function saveReviewScore(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(reviewScoreForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, indicator, score, scoreSeen, grounds, groundsSeen } = form.value
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
  return conflicting(
    conflicts.map((conflict) => ({
      address: conflict.address,
      typed: conflict.yours,
      current: conflict.kind === 'changed' ? conflict.theirs : '',
      revision: conflict.kind === 'changed' ? conflict.number : 0,
      byName: conflict.byName ?? '',
      at: conflict.at ?? '',
    })),
    formData,
  )
}
