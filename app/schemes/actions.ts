'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formAction } from '@/app/acting'
import { textsWithin, unprintableNames } from '@/app/printed-names'
import { copyScheme, discardDraft, publishScheme, saveDraft } from '@/lib/data/schemes/scheme-drafts'
import type { Refusal } from '@/lib/domain/decision/decision'
import { administersEverything } from '@/lib/domain/people/administration'
import { copySchemeForm, draftForm, editSchemeForm, problemFields, schemeTyped } from '@/lib/forms/administration/scheme-form'
import { refused, saved } from '@/lib/forms/saving/form-answers'
import { type FormState, idle } from '@/lib/forms/state/form-state'
import { refusalSentence } from '@/lib/messages/refusals'

/** 复制评价方案 */
export const copy = formAction(copySchemeForm, async (viewer, { fromId, as, id, name }, formData) => {
  const unfit = as === 'version' ? null : unprintableNames({ name }, formData)
  if (unfit) return unfit
  const copied = await copyScheme(viewer, fromId, as === 'version' ? null : { id, name })
  if (!copied.ok) return refused(copied.refusal, formData, copied.refusal.code.startsWith('scheme-id') ? 'id' : undefined)
  revalidatePath('/schemes', 'layout')
  redirect(`/schemes/${copied.value}/edit`)
})

/** The editor keeps what was typed by itself: it is not sent back. */
const notSaved = (refusal: Refusal): FormState => ({ ...idle, status: 'refused', message: refusalSentence(refusal) })

/** 保存草稿 */
export const saveScheme = formAction(editSchemeForm, async (viewer, { versionId, seen, draft }) => {
  // Who may not save it has nothing read for them; the write decides again.
  if (!administersEverything(viewer)) return notSaved({ code: 'schemes-whole' })
  const typed = schemeTyped(draft)
  if (!typed.ok) return notSaved(typed.refusal)
  const unfit = unprintableNames(textsWithin(typed.value))
  if (unfit) return unfit
  const written = await saveDraft(viewer, versionId, seen, typed.value)
  if (!written.ok && 'problems' in written) {
    const fields = problemFields(written.problems)
    return {
      ...idle,
      status: 'refused',
      message: refusalSentence({ code: 'scheme-problems', facts: { count: `${Object.keys(fields).length}` } }),
      fields,
    }
  }
  if (!written.ok) return notSaved(written.refusal)
  revalidatePath('/schemes', 'layout')
  return saved('草稿已保存。')
})

/** 发布 */
export const publish = formAction(draftForm, async (viewer, typed, formData) => {
  const done = await publishScheme(viewer, typed.versionId, typed.seen)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/schemes', 'layout')
  return saved('已发布。此后该版本不能修改，可用于开启自评任务。')
})

/** 删除草稿 */
export const discard = formAction(draftForm, async (viewer, typed, formData) => {
  const done = await discardDraft(viewer, typed.versionId, typed.seen)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/schemes', 'layout')
  redirect('/schemes')
})
