'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { unprintableNames } from '@/app/printed-names'
import { addProject, removeProject, renameProject } from '@/lib/data/change/projects'
import type { Refusal } from '@/lib/domain/decision/decision'
import { earlierProjectForm, newProjectForm, removeProjectForm, renameProjectForm } from '@/lib/forms/projects'
import { refused, saved } from '@/lib/forms/saving/form-answers'

const refusedAt = (refusal: Refusal, formData: FormData) => {
  const field = refusal.code === 'project-name-taken' ? 'name' : refusal.code === 'project-code-taken' ? 'code' : undefined
  return refused(refusal, formData, field)
}

/** 新增项目 */
export const addNewProject = formAction(newProjectForm, async (viewer, { evaluationId, name, code }, formData) => {
  const unfit = unprintableNames({ name }, formData)
  if (unfit) return unfit
  const added = await addProject(viewer, evaluationId, { name, code: code === '' ? null : code })
  if (!added.ok) return refusedAt(added.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return saved(`已新增项目“${name}”。`)
})

/** 列入往年项目 */
export const addEarlierProject = formAction(earlierProjectForm, async (viewer, { evaluationId, subjectId }, formData) => {
  const added = await addProject(viewer, evaluationId, { subjectId })
  if (!added.ok) return refused(added.refusal, formData, 'subjectId')
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return saved('已列入该项目。')
})

/** 项目改名 */
export const renameListedProject = formAction(renameProjectForm, async (viewer, { evaluationId, projectId, name }, formData) => {
  const unfit = unprintableNames({ name }, formData)
  if (unfit) return unfit
  const renamed = await renameProject(viewer, evaluationId, projectId, name)
  if (!renamed.ok) return refusedAt(renamed.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return saved(`已改名为“${name}”。`)
})

/** 移除项目 */
export const removeListedProject = formAction(removeProjectForm, async (viewer, { evaluationId, projectId }, formData) => {
  const removed = await removeProject(viewer, evaluationId, projectId)
  if (!removed.ok) return refused(removed.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return saved('项目已移除。')
})
