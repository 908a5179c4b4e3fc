'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/app/acting'
import { unprintableNames } from '@/app/printed-names'
import { addDepartment, moveDepartment, renameDepartment, setDepartmentClosed } from '@/lib/data/people/departments'
import type { Refusal, RefusalCode } from '@/lib/domain/decision/decision'
import { addDepartmentForm, closeDepartmentForm, moveDepartmentForm, renameDepartmentForm } from '@/lib/forms/administration/departments'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import type { FormState } from '@/lib/forms/state/form-state'
import type { Done } from '@/lib/messages/done'

/** The field at which a refusal is said; none: it concerns the whole form. */
const FIELDS: Readonly<Partial<Record<RefusalCode, string>>> = {
  'department-code-taken': 'code',
  'department-name-taken': 'name',
  'department-parent-kind': 'kind',
  'department-parent-closed': 'parentId',
  'department-cycle': 'parentId',
}
const refusedAt = (refusal: Refusal, formData: FormData): FormState => refused(refusal, formData, FIELDS[refusal.code])

/** 新增部门 */
export const add = formAction(addDepartmentForm, async (viewer, typed, formData) => {
  const unfit = unprintableNames({ name: typed.name }, formData)
  if (unfit) return unfit
  const added = await addDepartment(viewer, typed)
  if (!added.ok) return refusedAt(added.refusal, formData)
  revalidatePath('/departments', 'layout')
  redirect(`/departments/${added.value}?done=${'departmentAdded' satisfies Done}`)
})

/** 修改名称和代码 */
export const rename = formAction(renameDepartmentForm, async (viewer, { departmentId, name, code, seenName, seenCode }, formData) => {
  const unfit = unprintableNames({ name }, formData)
  if (unfit) return unfit
  const renamed = await renameDepartment(viewer, departmentId, { name, code, seen: { name: seenName, code: seenCode } })
  if (!renamed.ok) return refusedAt(renamed.refusal, formData)
  revalidatePath('/departments', 'layout')
  return saved('名称和代码已保存。', formData)
})

/** 移动到另一上级之下 */
export const move = formAction(moveDepartmentForm, async (viewer, typed, formData) => {
  const moved = await moveDepartment(viewer, typed.departmentId, typed.parentId)
  if (!moved.ok) return refused(moved.refusal, formData, 'parentId')
  revalidatePath('/departments', 'layout')
  return saved('部门已连同其下级一并移动。', formData)
})

/** 撤销或恢复部门 */
export const setClosed = formAction(closeDepartmentForm, async (viewer, { departmentId, closed }, formData) => {
  const done = await setDepartmentClosed(viewer, departmentId, closed)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/departments', 'layout')
  return saved(closed ? '部门已撤销。' : '部门已恢复。')
})
