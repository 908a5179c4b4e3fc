'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireViewer } from '@/lib/auth/viewer'
import { copyScheme, discardDraft, publishScheme, saveDraft } from '@/lib/data/scheme-drafts'
import { type FormState, idle, parseForm, refused, saved } from '@/lib/forms/form-state'
import { copySchemeForm, draftForm, editSchemeForm, problemFields, schemeTyped } from '@/lib/forms/scheme-form'
import { refusalSentence } from '@/lib/messages/refusals'

/** 复制评价方案 */
export async function copy(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(copySchemeForm, formData)
  if (!form.ok) return form.state
  const { fromId, as, id, name } = form.value
  const copied = await copyScheme(viewer, fromId, as === 'version' ? null : { id, name })
  if (!copied.ok) return refused(copied.refusal, formData, copied.refusal.code.startsWith('scheme-id') ? 'id' : undefined)
  revalidatePath('/schemes', 'layout')
  redirect(`/schemes/${copied.value}/edit`)
}

/** 保存草稿 */
export async function saveScheme(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(editSchemeForm, formData)
  if (!form.ok) return form.state
  const { versionId, seen, draft } = form.value
  const written = await saveDraft(viewer, versionId, seen, schemeTyped(draft))
  if (!written.ok && 'problems' in written) {
    const fields = problemFields(written.problems)
    return {
      ...idle,
      status: 'refused',
      message: refusalSentence({ code: 'scheme-problems', facts: { count: `${Object.keys(fields).length}` } }),
      fields,
    }
  }
  if (!written.ok) return { ...idle, status: 'refused', message: refusalSentence(written.refusal) }
  revalidatePath('/schemes', 'layout')
  return saved('草稿已保存。')
}

/** 发布 */
export async function publish(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(draftForm, formData)
  if (!form.ok) return form.state
  const done = await publishScheme(viewer, form.value.versionId, form.value.seen)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/schemes', 'layout')
  return saved('已发布。此后该版本不能修改，可用于开启自评任务。')
}

/** 删除草稿 */
export async function discard(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(draftForm, formData)
  if (!form.ok) return form.state
  const done = await discardDraft(viewer, form.value.versionId, form.value.seen)
  if (!done.ok) return refused(done.refusal, formData)
  revalidatePath('/schemes', 'layout')
  redirect('/schemes')
}
