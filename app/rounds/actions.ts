'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/app/acting'
import { unprintableNames } from '@/app/printed-names'
import { extend } from '@/lib/data/rounds/own-deadlines'
import { addRoundGroup } from '@/lib/data/rounds/round-groups'
import { takeOut, voidRound } from '@/lib/data/rounds/round-removal'
import { addDepartmentsToRound, openRound, setDeadlines } from '@/lib/data/rounds/rounds'
import type { Refusal } from '@/lib/domain/decision/decision'
import {
  addDepartmentsForm,
  addGroupForm,
  deadlinesForm,
  deadlinesOf,
  extendForm,
  openRoundForm,
  takeOutForm,
  voidForm,
} from '@/lib/forms/administration/rounds'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import type { FormState } from '@/lib/forms/state/form-state'
import { wakeJobs } from '@/lib/jobs/queue'
import type { Done } from '@/lib/messages/done'

/** The field at which a refusal is said; none: it concerns the whole form. */
function fieldOf(refusal: Refusal): string | undefined {
  const { code } = refusal
  if (code === 'round-name-taken') return 'name'
  if (code === 'round-group-name-taken') return 'groupName'
  if (code === 'scheme-not-published') return 'schemeVersionId'
  if (refusal.code === 'deadline-node' || refusal.code === 'deadline-order') return `deadline-${refusal.facts.node}`
  if (code === 'round-group-not-found') return 'group'
  return code.startsWith('round-department') || code === 'round-without-departments' ? 'departmentIds' : undefined
}
const refusedAt = (refusal: Refusal, formData: FormData): FormState => refused(refusal, formData, fieldOf(refusal))

/** 开启年度自评任务 */
export const open = formAction(openRoundForm, async (viewer, typed, formData) => {
  const { year, name, schemeVersionId, carry, departmentIds, subtreeIds, exceptIds, consolidatedIds } = typed
  const unfit = unprintableNames({ name }, formData)
  if (unfit) return unfit
  const deadlines = deadlinesOf(typed)
  const departments = { departmentIds, subtreeIds, exceptIds, consolidatedIds }
  const opened = await openRound(viewer, { year, name, schemeVersionId, deadlines, carry, ...departments })
  if (!opened.ok) return refusedAt(opened.refusal, formData)
  await wakeJobs()
  revalidatePath('/', 'layout')
  redirect(`/rounds/${opened.value}`)
})

/** 补充部门 */
export const addDepartments = formAction(addDepartmentsForm, async (viewer, { roundId, group = '', ...departments }, formData) => {
  const added = await addDepartmentsToRound(viewer, roundId, { ...departments, group })
  if (!added.ok) return refusedAt(added.refusal, formData)
  await wakeJobs()
  revalidatePath('/', 'layout')
  const { count, pending } = added.value
  return saved(pending === 0 ? `已为 ${count} 个部门建立自评表。` : `已列入 ${count} 个部门，自评表正在后台建立。`)
})

/** 增加部门组 */
export const addGroup = formAction(addGroupForm, async (viewer, { roundId, groupName, ...group }, formData) => {
  const unfit = unprintableNames({ groupName, formerName: group.formerName ?? '' }, formData)
  if (unfit) return unfit
  const added = await addRoundGroup(viewer, roundId, { name: groupName, ...group })
  if (!added.ok) return refusedAt(added.refusal, formData)
  revalidatePath('/', 'layout')
  return saved(`已增加“${groupName}”，可在下方为这一组补充部门。`)
})

/** 设定期限 */
export const saveDeadlines = formAction(deadlinesForm, async (viewer, typed, formData) => {
  const done = await setDeadlines(viewer, typed.roundId, deadlinesOf(typed))
  if (!done.ok) return refusedAt(done.refusal, formData)
  revalidatePath('/', 'layout')
  return saved('期限已保存。', formData)
})

/** 延期 of one department */
export const extendDeadlines = formAction(extendForm, async (viewer, typed, formData) => {
  const done = await extend(viewer, typed.evaluationId, deadlinesOf(typed))
  if (!done.ok) return refusedAt(done.refusal, formData)
  revalidatePath('/', 'layout')
  return saved('期限已保存。', formData)
})

/** 移出本任务 */
export const takeOutDepartment = formAction(takeOutForm, async (viewer, { evaluationId }, formData) => {
  const done = await takeOut(viewer, evaluationId)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/', 'layout')
  redirect(`/rounds/${done.value}?done=${'takenOut' satisfies Done}`)
})

/** 作废任务 */
export const voidWholeRound = formAction(voidForm, async (viewer, { roundId }, formData) => {
  const done = await voidRound(viewer, roundId)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/', 'layout')
  redirect(`/rounds?done=${'roundVoided' satisfies Done}`)
})
