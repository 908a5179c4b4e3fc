'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/app/acting'
import { conflictTexts } from '@/app/evaluations/[id]/conflicts'
import { readTypedValue } from '@/app/evaluations/[id]/typed-value'
import { approveTargets } from '@/lib/data/change/approve-targets'
import { findProjects } from '@/lib/data/change/projects'
import { type CellChange, saveCells } from '@/lib/data/change/save-cells'
import { timed } from '@/lib/data/database/request'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { approve, forward, publish, returnForRevision } from '@/lib/data/review/review'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { assess } from '@/lib/domain/checks/assessment'
import type { Decision, Refusal } from '@/lib/domain/decision/decision'
import { mayStandIn } from '@/lib/domain/evaluation/cell-change'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { passForm, returnForm, reviewScoreForm, stepForm } from '@/lib/forms/review'
import { conflicting, refused } from '@/lib/forms/saving/form-answers'
import { type FormState, idle } from '@/lib/forms/state/form-state'
import type { Done } from '@/lib/messages/done'
import { refusalSentence } from '@/lib/messages/refusals'
import { finishedReport } from '@/lib/report/finished-report'

const assessed = (evaluation: Evaluation) => ({ evaluation, score: assess(evaluation).score })

/** What a step answered: why not, at its form; that it was taken, on the page that has no form for it any more. Where somebody changed something meanwhile, the page shows it, to be read and confirmed anew. */
function answered(decision: Decision<unknown>, evaluationId: string, done: Done, formData: FormData): FormState {
  if (!decision.ok) {
    if (decision.refusal.code === 'deadline-past') return refused(decision.refusal, formData, 'due')
    if (decision.refusal.code === 'changed-meanwhile') revalidatePath(`/evaluations/${evaluationId}`, 'layout')
    return refused(decision.refusal, formData)
  }
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  revalidatePath('/dashboard', 'layout')
  redirect(`/evaluations/${evaluationId}/review?done=${done}`)
}

/** 审核通过并上报 */
export const forwardEvaluation = formAction(passForm, async (viewer, { evaluationId, revision, ...said }, formData) =>
  answered(await forward(viewer, evaluationId, revision, said), evaluationId, 'forwarded', formData),
)

/** 退回 with a reason, and notes at their places */
export const returnEvaluation = formAction(returnForm, async (viewer, { evaluationId, revision, ...reasons }, formData) =>
  answered(await returnForRevision(viewer, evaluationId, revision, reasons), evaluationId, 'returned', formData),
)

/** 复核通过: the report is made from what the reviewer saw, and frozen with its bytes */
export const approveEvaluation = formAction(passForm, async (viewer, { evaluationId, revision, ...said }, formData) => {
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (!evaluation) return refused('not-permitted', formData)
  const projects = (await findProjects(viewer, evaluation)).map(assessed)
  const report = await timed('pressMs', () => finishedReport(evaluation, assess(evaluation), projects))
  if (!report.ok) return refused(report.refusal, formData)
  return answered(await approve(viewer, evaluationId, { ...report.value, revision }, said), evaluationId, 'approved', formData)
})

/** 公开 of an approved evaluation */
export const publishEvaluation = formAction(stepForm, async (viewer, { evaluationId, revision }, formData) =>
  answered(await publish(viewer, evaluationId, revision), evaluationId, 'published', formData),
)

/** 批复绩效目标: the targets and 分值 as the reviewer saw them */
export const approveEvaluationTargets = formAction(stepForm, async (viewer, { evaluationId, revision }, formData) => {
  return answered(await approveTargets(viewer, evaluationId, revision), evaluationId, 'targetsApproved', formData)
})

/** What is wrong with each field, where anything is. */
const atFields = (formData: FormData, refusals: Readonly<Record<string, Refusal | null>>): FormState => ({
  ...refused('invalid-form', formData),
  fields: Object.fromEntries(Object.entries(refusals).flatMap(([name, refusal]) => (refusal ? [[name, refusalSentence(refusal)]] : []))),
})

/** 复核分 of one indicator; a score needs its grounds */
export const saveReviewScore = formAction(
  reviewScoreForm,
  async (viewer, { evaluationId, indicator, score, scoreSeen, grounds, groundsSeen }, formData) => {
    const scoreAt: AddressText = `indicators/${indicator}/reviewScore`
    const groundsAt: AddressText = `indicators/${indicator}/reviewGrounds`
    const points = readTypedValue(scoreAt, score)
    const text = readTypedValue(groundsAt, grounds)
    const lacking = score.trim() !== '' && grounds === ''
    if (!points.ok || !text.ok || lacking) {
      // Whatever is wrong is said at once, at both fields
      const evaluation = await findEvaluation(viewer, evaluationId)
      if (!evaluation) return refused('not-permitted', formData)
      const mayStand = points.ok ? mayStandIn(evaluation, scoreAt, points.value) : points
      const mayBeGrounds = text.ok ? mayStandIn(evaluation, groundsAt, text.value) : text
      return atFields(formData, {
        score: mayStand.ok ? null : mayStand.refusal,
        grounds: lacking ? { code: 'grounds-required' } : mayBeGrounds.ok ? null : mayBeGrounds.refusal,
      })
    }

    const pair: CellChange[] = [
      { address: scoreAt, seen: scoreSeen, value: points.value },
      { address: groundsAt, seen: groundsSeen, value: text.value },
    ]
    const result = await saveCells(viewer, evaluationId, pair, { together: true })
    if (!result.ok) return refused(result.refusal, formData)
    const { conflicts, refusals } = result.value
    revalidatePath(`/evaluations/${evaluationId}`, 'layout')
    if (refusals.length > 0) {
      const fields = refusals.map(({ address, refusal }) => [address === scoreAt ? 'score' : 'grounds', refusal])
      return atFields(formData, Object.fromEntries(fields))
    }
    if (conflicts.length === 0) return { ...idle, status: 'saved', message: '已保存。' }
    return conflicting(
      conflicts.map((conflict) => conflictTexts(viewer, conflict)),
      formData,
    )
  },
)
