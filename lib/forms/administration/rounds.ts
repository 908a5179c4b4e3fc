import { z } from 'zod'
import { readDay } from '@/lib/domain/reading/day-reading'
import { cleanedCode, cleanedLine } from '@/lib/domain/reading/typed'
import { REVIEW_NODES, type ReviewNode } from '@/lib/domain/review/review'
import { requiredLine } from '@/lib/forms/state/parse-form'
import { deadlineField } from './deadline-field'

const LONGEST_GROUP = 30

const id = z.string().regex(/^[a-z0-9]{1,40}$/, '所选项目无效。')

/** Ids as the department tree sends them: in one field, separated by spaces. */
const ids = z
  .string()
  .optional()
  .transform((text) => [...new Set((text ?? '').split(' ').filter((part) => part !== ''))])
const departments = {
  departmentIds: ids.pipe(z.array(id)),
  /** Nodes chosen with all that stands below them, and what of it is left out. */
  subtreeIds: ids.pipe(z.array(id)),
  exceptIds: ids.pipe(z.array(id)),
  /** Those of the chosen ones that are evaluated with the units below them. */
  consolidatedIds: ids.pipe(z.array(id)),
}

/** Also where other fields are wrong: what is wrong is said all at once. */
const chosen = <Form extends z.ZodType<{ departmentIds: string[]; subtreeIds: string[] }>>(form: Form) =>
  form.refine(({ departmentIds, subtreeIds }) => (departmentIds?.length ?? 0) + (subtreeIds?.length ?? 0) > 0, {
    error: '请至少选择一个部门。',
    path: ['departmentIds'],
    when: () => true,
  })

/** A day in any spelling as `2024-05-31`, or empty; one that the calendar does not have is refused. */
export const day = z
  .string()
  .optional()
  .transform((text, context) => {
    const typed = cleanedLine(text ?? '')
    const read = typed === '' ? '' : readDay(typed)
    if (read === null) context.addIssue({ code: 'custom', message: '请填写有效日期，例如 2024年5月31日。' })
    return read ?? ''
  })

const deadlines = {
  'deadline-entry': day,
  'deadline-unit': day,
  'deadline-supervisor': day,
  'deadline-finance': day,
  'deadline-disclosure': day,
}

/** The deadlines that were set, by node. */
export const deadlinesOf = (form: Readonly<Record<`deadline-${ReviewNode}`, string>>): Partial<Record<ReviewNode, string>> =>
  Object.fromEntries(REVIEW_NODES.map((node) => [node, form[deadlineField(node)]]).filter(([, date]) => date !== ''))

const schemeVersionId = z.string({ error: '请选择评价方案。' }).regex(/^[a-z0-9]{1,40}$/, '请选择评价方案。')

export const openRoundForm = chosen(
  z.object({
    year: z
      .string({ error: '请填写年度。' })
      .transform(cleanedCode)
      .pipe(z.string().regex(/^20\d\d$/, '年度为四位数字，例如 2024。'))
      .transform((text) => Number(text)),
    name: requiredLine('任务名称', 100),
    schemeVersionId,
    /** 沿用上年. */
    carry: z
      .literal('on')
      .optional()
      .transform((ticked) => ticked === 'on'),
    ...departments,
    ...deadlines,
  }),
)
/** `group`: the name of the group that they come into; empty where the round has one only. */
export const addDepartmentsForm = chosen(z.object({ roundId: id, group: z.string().max(LONGEST_GROUP).optional(), ...departments }))
export const addGroupForm = z.object({
  roundId: id,
  groupName: requiredLine('组名', LONGEST_GROUP),
  formerName: requiredLine('原有部门的组名', LONGEST_GROUP).optional(),
  schemeVersionId,
})
/** Of one department: its own dates, and taking it out. */
export const extendForm = z.object({ evaluationId: id, ...deadlines })
export const takeOutForm = z.object({ evaluationId: id })
export const voidForm = z.object({ roundId: id })
export const deadlinesForm = z.object({ roundId: id, ...deadlines })
