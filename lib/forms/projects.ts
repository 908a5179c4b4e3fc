import { z } from 'zod'
import { cleanedCode } from '@/lib/domain/reading/typed'
import { requiredLine } from '@/lib/forms/state/parse-form'

const LONGEST_NAME = 200
const LONGEST_CODE = 60

const id = z.string().regex(/^[a-z0-9]{1,40}$/, '所选项目无效。')

/** 新增项目: what it is called, and its 项目编码 where it has one. */
export const newProjectForm = z.object({
  evaluationId: id,
  name: requiredLine('项目名称', LONGEST_NAME),
  code: z
    .string()
    .transform(cleanedCode)
    .pipe(z.string().max(LONGEST_CODE, `项目编码最多 ${LONGEST_CODE} 个字符。`)),
})

/** 列入往年项目 */
export const earlierProjectForm = z.object({ evaluationId: id, subjectId: id })

/** 项目改名 */
export const renameProjectForm = z.object({ evaluationId: id, projectId: id, name: requiredLine('新名称', LONGEST_NAME) })

/** 移除项目 */
export const removeProjectForm = z.object({ evaluationId: id, projectId: id })
