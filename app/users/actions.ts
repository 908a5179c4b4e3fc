'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { unprintableNames } from '@/app/printed-names'
import { hashPassword, makePassword } from '@/lib/auth/passwords'
import { isDemoMode } from '@/lib/auth/settings'
import { addMembership, createUser, removeMembership, renameUser, resetPassword, setUserDisabled } from '@/lib/data/people/users'
import { createUserForm, disableUserForm, grantForm, renameUserForm, revokeForm, userForm } from '@/lib/forms/administration/users'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import type { FormState, Issued } from '@/lib/forms/state/form-state'

/** The one time that a password made here is seen: it is kept nowhere. */
const shownOnce = (done: string, password: Issued): FormState => ({ ...saved(done), issued: [password] })

/** 新建用户 */
export const create = formAction(createUserForm, async (viewer, { loginName, name, ...grant }, formData) => {
  const unfit = unprintableNames({ name }, formData)
  if (unfit) return unfit
  const password = makePassword()
  const created = await createUser(viewer, { loginName, name, grant, passwordHash: await hashPassword(password), demo: isDemoMode() })
  if (!created.ok) return refused(created.refusal, formData, created.refusal.code === 'login-name-taken' ? 'loginName' : 'departmentId')
  revalidatePath('/users', 'layout')
  return shownOnce(`用户“${loginName}”已建立。`, { loginName, name, password })
})

/** 修改姓名 */
export const rename = formAction(renameUserForm, async (viewer, typed, formData) => {
  const unfit = unprintableNames({ name: typed.name }, formData)
  if (unfit) return unfit
  const renamed = await renameUser(viewer, typed.userId, typed.name)
  if (!renamed.ok) return refused(renamed.refusal, formData)
  revalidatePath('/users', 'layout')
  return saved('姓名已修改。', formData)
})

/** 停用或启用账号 */
export const setDisabled = formAction(disableUserForm, async (viewer, { userId, disabled }, formData) => {
  const done = await setUserDisabled(viewer, userId, disabled)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/users', 'layout')
  return saved(disabled ? '账号已停用，其所有登录均已失效。' : '账号已启用。')
})

/** 重置密码 */
export const reset = formAction(userForm, async (viewer, typed, formData) => {
  const password = makePassword()
  const done = await resetPassword(viewer, typed.userId, await hashPassword(password))
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/users', 'layout')
  return shownOnce('密码已重置，其所有登录均已失效。', { loginName: done.value.loginName, name: done.value.name, password })
})

/** 授予角色 */
export const grantRole = formAction(grantForm, async (viewer, { userId, ...grant }, formData) => {
  const done = await addMembership(viewer, userId, grant)
  if (!done.ok) return refused(done.refusal, formData, /^membership/.test(done.refusal.code) ? 'departmentId' : undefined)
  revalidatePath('/users', 'layout')
  return saved('角色已授予。该用户须重新登录。')
})

/** 撤销角色 */
export const revokeRole = formAction(revokeForm, async (viewer, typed, formData) => {
  const done = await removeMembership(viewer, typed.userId, typed.membershipId)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/users', 'layout')
  return saved('角色已撤销，即时生效。')
})
