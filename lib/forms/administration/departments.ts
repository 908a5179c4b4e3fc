import { z } from 'zod'
import { DEPARTMENT_KINDS } from '@/lib/domain/people/department'
import { cleanedCode } from '@/lib/domain/reading/typed'
import { requiredLine } from '@/lib/forms/state/parse-form'

const idOf = (name: string) => z.string({ error: `请选择${name}。` }).regex(/^[a-z0-9]{1,40}$/, `请选择${name}。`)
const departmentId = idOf('部门')
const parentId = idOf('上级部门')
/** 单位代码, in plain letters and digits. */
export const code = z
  .string({ error: '请填写单位代码。' })
  .transform(cleanedCode)
  .pipe(z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,29}$/, '单位代码为 1 至 30 位英文字母、数字、点或连字符，以字母或数字开头。'))
export const departmentName = requiredLine('部门名称', 100)
const name = departmentName

/** In the order of the form, which is the order of what is wrong with it. */
export const addDepartmentForm = z.object({ name, code, kind: z.enum(DEPARTMENT_KINDS, '请选择类型。'), parentId })
export const renameDepartmentForm = z.object({ departmentId, name, code, seenName: z.string(), seenCode: z.string() })
export const moveDepartmentForm = z.object({ departmentId, parentId })
export const closeDepartmentForm = z.object({ departmentId, closed: z.enum(['true', 'false']).transform((value) => value === 'true') })
