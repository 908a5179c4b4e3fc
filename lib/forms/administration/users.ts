import { z } from 'zod'
import { ROLES } from '@/lib/domain/people/permissions'
import { cleanedLoginName } from '@/lib/domain/reading/typed'
import { requiredLine } from '@/lib/forms/state/parse-form'

/** Login names are kept in lower case, so that `Li` and `li` are one person. */
export const loginName = z
  .string({ error: '请填写用户名。' })
  .transform(cleanedLoginName)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{1,49}$/, '用户名为 2 至 50 个字符，只能用英文字母、数字和 . _ -，以字母或数字开头。'))

const rowId = (message: string) => z.string({ error: message }).regex(/^[a-z0-9]{1,40}$/, message)

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

const grant = {
  role: z.enum(ROLES, '请选择角色。'),
  departmentId: rowId('请选择部门。'),
  withSubtree: ticked,
}

export const personName = requiredLine('姓名', 50)

export const createUserForm = z.object({ loginName, name: personName, ...grant })
export const renameUserForm = z.object({ userId: rowId('用户不存在。'), name: personName })
export const userForm = z.object({ userId: rowId('用户不存在。') })
export const disableUserForm = z.object({
  userId: rowId('用户不存在。'),
  disabled: z.enum(['true', 'false']).transform((value) => value === 'true'),
})
export const grantForm = z.object({ userId: rowId('用户不存在。'), ...grant })
export const revokeForm = z.object({ userId: rowId('用户不存在。'), membershipId: rowId('任职不存在。') })
