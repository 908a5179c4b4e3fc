'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { removeEvidence } from '@/lib/data/papers/evidence'
import { removeEvidenceForm } from '@/lib/forms/evidence'
import { refused, saved } from '@/lib/forms/saving/form-answers'

/** 删除 of a file of 佐证材料 */
export const removeEvidenceFile = formAction(removeEvidenceForm, async (viewer, { evaluationId, evidence }, formData) => {
  const removed = await removeEvidence(viewer, evaluationId, evidence)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return removed.ok ? saved('已删除。操作日志中留有记录。') : refused(removed.refusal, formData)
})
