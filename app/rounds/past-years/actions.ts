'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { keepPastYears, previewPastYears } from '@/lib/data/change/past-years'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { pastYearRows, pastYearsForm, readPastYears } from '@/lib/forms/administration/past-years'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import { idle } from '@/lib/forms/state/form-state'
import { typedIn } from '@/lib/forms/state/form-texts'

/** 检查往年数据, or 采用 */
export const takePastYears = formAction(pastYearsForm, async (viewer, { list, step }, formData) => {
  if (!hasRoleAnywhere(viewer, 'administrator')) return refused('not-permitted', formData)
  const read = readPastYears(list)
  if (!read.ok) return refused(read.refusal, formData, 'list')
  const plan = await previewPastYears(viewer, read.value.lines)
  if (plan === null) return refused('not-permitted', formData)
  const pastYears = pastYearRows(read.value, plan)
  const wrong = pastYears.filter(({ comes }) => comes === null).length
  if (wrong > 0) return { ...refused({ code: 'past-years-faulty', facts: { count: `${wrong}` } }, formData), pastYears }
  if (step === 'check') return { ...idle, typed: typedIn(formData), pastYears }
  const kept = await keepPastYears(viewer, read.value.lines)
  if (!kept.ok) return { ...refused(kept.refusal, formData), pastYears }
  revalidatePath('/', 'layout')
  const { years, cells } = kept.value
  return saved(cells === 0 ? '表中的数都已填好，没有需要写入的。' : `已为 ${years} 个部门年度填入 ${cells} 个数。`)
})
