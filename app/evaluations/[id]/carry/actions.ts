'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/app/acting'
import { carrySection, confirmAllCarried, confirmCarried } from '@/lib/data/change/carrying'
import { carryForm, confirmAllForm } from '@/lib/forms/carrying'
import { refused, saved } from '@/lib/forms/saving/form-answers'

/** 沿用上年 of one form; what came is looked through there */
export const carryOver = formAction(carryForm, async (viewer, { evaluationId, section }, formData) => {
  const carried = await carrySection(viewer, evaluationId, section)
  if (!carried.ok) return refused(carried.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  redirect(`/evaluations/${evaluationId}/${section}`)
})

/** 确认沿用内容 */
export const confirmCarriedForm = formAction(carryForm, async (viewer, { evaluationId, section }, formData) => {
  const confirmed = await confirmCarried(viewer, evaluationId, section)
  if (!confirmed.ok) return refused(confirmed.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return saved('已确认。')
})

/** 确认全部沿用内容 */
export const confirmAllCarriedForms = formAction(confirmAllForm, async (viewer, { evaluationId }, formData) => {
  const confirmed = await confirmAllCarried(viewer, evaluationId)
  if (!confirmed.ok) return refused(confirmed.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return saved('已确认。')
})
