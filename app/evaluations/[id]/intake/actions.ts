'use server'
import { revalidatePath } from 'next/cache'
import { formAction } from '@/app/acting'
import { acceptedConflict } from '@/app/evaluations/[id]/conflicts'
import { readTypedValue } from '@/app/evaluations/[id]/typed-value'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { type Acceptance, acceptOffers } from '@/lib/data/papers/accepted-offers'
import { findReadPaper } from '@/lib/data/papers/read-papers'
import { acceptForm } from '@/lib/forms/read-papers'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import type { FormState } from '@/lib/forms/state/form-state'
import { refusalSentence } from '@/lib/messages/refusals'

/** 采用 of one value, a form's or all, out of the paper that was read */
export const acceptFromPaper = formAction(acceptForm, async (viewer, { evaluationId, paper: hash, revision, seen, accepted }, formData) => {
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null) return refused('not-permitted', formData)
  const paper = await findReadPaper(viewer, evaluationId)
  if (paper === null || paper.hash !== hash) return refused('paper-replaced', formData)
  const written = await acceptOffers(viewer, { evaluation, paper, revision, seen, asked: accepted }, readTypedValue)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return written.ok ? answerOf(written.value) : refused(written.refusal, formData)
})

function answerOf({ written, refusals, conflicts }: Acceptance): FormState {
  const fields = Object.fromEntries([
    ...refusals.map(({ at, refusal }) => [at, refusalSentence(refusal)]),
    ...conflicts.map(({ at, conflict }) => [at, acceptedConflict(conflict)]),
  ])
  if (Object.keys(fields).length > 0) return { ...saved(), status: 'refused', fields }
  return saved(written === 0 ? '没有需要写入的内容。' : `已采用 ${written} 处。`)
}
