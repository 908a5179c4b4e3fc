'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { acceptedConflict } from '@/app/evaluations/[id]/conflicts'
import { findProjects } from '@/lib/data/change/projects'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { acceptDifferences, type BookAcceptance } from '@/lib/data/papers/accepted-differences'
import { acceptInProjects } from '@/lib/data/papers/accepted-projects'
import { findBroughtBook, mapBook, putBookAway } from '@/lib/data/papers/read-workbooks'
import { parseTableMapping } from '@/lib/exchange/workbook/foreign/foreign-book'
import { acceptBookForm, mapBookForm, putAwayForm } from '@/lib/forms/read-workbooks'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import type { FormState } from '@/lib/forms/state/form-state'
import { bookReferences, projectReferences } from './references'

/** 采用 of one cell or row, a sheet's or all that may be, out of the workbook that was brought */
export const acceptFromBook = formAction(acceptBookForm, async (viewer, { evaluationId, book: hash, seen, accepted: asked }, formData) => {
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null) return refused('not-permitted', formData)
  const brought = await findBroughtBook(viewer, evaluationId)
  if (brought === null || brought.hash !== hash) return refused('workbook-replaced', formData)
  if (brought.book?.projects !== undefined) {
    const projects = await findProjects(viewer, evaluation)
    const inProjects = await acceptInProjects(viewer, { projects, brought, seen, asked }, (project) => projectReferences(project).read)
    revalidatePath(`/evaluations/${evaluationId}`, 'layout')
    if (!inProjects.ok) return refused(inProjects.refusal, formData)
    return answerOf(inProjects.value)
  }
  const { score } = await findAssessment(viewer, evaluation)
  const written = await acceptDifferences(viewer, { evaluation, brought, seen, asked }, bookReferences({ evaluation, score }).read)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  if (!written.ok) return refused(written.refusal, formData)
  const { conflicts } = written.value
  return answerOf({ ...written.value, conflicts: conflicts.map((conflict) => ({ address: conflict.address, conflict })) })
})

type Done = Omit<BookAcceptance, 'conflicts'> & { conflicts: readonly { address: string; conflict: BookAcceptance['conflicts'][number] }[] }

function answerOf({ written, removed, conflicts }: Done): FormState {
  if (conflicts.length > 0)
    return {
      ...saved(),
      status: 'refused',
      fields: Object.fromEntries(conflicts.map(({ address, conflict }) => [address, acceptedConflict(conflict)])),
    }
  if (removed > 0) return saved('已删除该行。')
  return saved(written === 0 ? '没有需要写入的内容。' : `已采用 ${written} 处。`)
}

/** 对应 of the columns and rows of another program's workbook */
export const mapTable = formAction(mapBookForm, async (viewer, { evaluationId, book, mapping: text }, formData) => {
  const mapping = mappingIn(text)
  if (mapping === null)
    return { ...saved(), status: 'refused', fields: { mapping: '请选择金额单位；一行是全部数据的，还须选择本单位所在的行。' } }
  const mapped = await mapBook(viewer, evaluationId, book, mapping)
  if (!mapped.ok) return refused(mapped.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}/workbook`)
  return saved(`已找到 ${mapped.value} 个数，请在下面逐格核对后采用。`)
})

function mappingIn(text: string): ReturnType<typeof parseTableMapping> {
  try {
    return parseTableMapping(JSON.parse(text))
  } catch {
    return null
  }
}

/** 不采用: puts the workbook away */
export const putAway = formAction(putAwayForm, async (viewer, { evaluationId, book }, formData) => {
  const away = await putBookAway(viewer, evaluationId, book)
  if (!away.ok) return refused(away.refusal, formData)
  revalidatePath(`/evaluations/${evaluationId}/workbook`)
  return saved('已收起，未采用的内容没有写入。')
})
