'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { acting, formAction, rowAction } from '@/app/acting'
import { askForChecks } from '@/lib/data/change/checking'
import { removeRows } from '@/lib/data/change/removed-rows'
import { type BrowserRow, moveRow } from '@/lib/data/change/rows'
import { type CellChange, saveCells } from '@/lib/data/change/save-cells'
import { libraryEntry } from '@/lib/data/library/library'
import { explainFinding } from '@/lib/data/review/explanations'
import { replyToNote, settleNote } from '@/lib/data/review/notes'
import { recall } from '@/lib/data/review/recall'
import { submit } from '@/lib/data/review/review'
import { saveDraft } from '@/lib/data/review/review-drafts'
import { isAddress } from '@/lib/domain/cells/addresses'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS } from '@/lib/domain/cells/narrative'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import { explanationForm } from '@/lib/forms/entry'
import { reviewDraft, spokenReply, stepForm } from '@/lib/forms/review'
import { refused, rowRefused, SAVE_SIGNED_OUT, saved } from '@/lib/forms/saving/form-answers'
import type { RowAnswer } from '@/lib/forms/saving/row-actions'
import { nothingSaved, type SaveAnswer } from '@/lib/forms/saving/save-form'
import type { Done } from '@/lib/messages/done'
import { refusalSentence } from '@/lib/messages/refusals'
import { conflictTexts } from './conflicts'
import { readTypedValue, unprintableIn } from './typed-value'

const id = z.string().regex(/^[a-z0-9]{1,40}$/)
const address = z.string().min(1).max(120)
const cellRevision = z.number().int().min(0)
const listName = z.enum(LIST_NAMES)
const newId = z.string().regex(/^[0-9a-f]{32}$/)
/** More than a form sends at once. */
const MOST_AT_ONCE = 2000
const shape = z.object({ kind: z.enum(['paragraph', 'item']), level: z.union([z.literal(1), z.literal(2)]) })
const added = z.object({ id: newId, after: id.nullable().optional(), shape: shape.optional() })
const newRow = z.union([
  added.extend({ list: z.literal('indicators'), libraryId: z.string().max(20).optional() }),
  added.extend({ list: z.enum(LIST_NAMES).exclude(['narrative', 'indicators']) }),
  added.extend({ list: z.literal('narrative'), section: z.enum(NARRATIVE_SECTIONS) }),
  added.extend({ list: z.literal('narrative'), section: z.enum(['subItems', 'completion']), taskId: id }),
])
const typedCells = z
  .array(z.object({ address, seen: cellRevision, text: z.string().max(200_000), anew: z.boolean().default(false) }))
  .max(MOST_AT_ONCE)
/** A row has at least one cell; more than a list has room for are refused where that can be said. */
const typedRows = z.array(newRow).max(MOST_AT_ONCE)

/**
 * 保存填写的单元格, with the rows that were added for them. What cannot be saved comes back with its reason or the other value; the
 * browser keeps what was typed. No page is drawn anew for it: it is sent at each pause, and the form asks for its page when it is done.
 */
export const saveTyped = acting(
  async (viewer, evaluationId: string, typed: unknown, addedRows: unknown): Promise<SaveAnswer> => {
    const form = z
      .object({ evaluationId: id, cells: typedCells, rows: typedRows })
      .safeParse({ evaluationId, cells: typed, rows: addedRows })
    if (!form.success) return nothingSaved(refusalSentence({ code: 'invalid-form' }))
    const refusals: { address: string; message: string }[] = []
    const changes: CellChange[] = []
    for (const cell of form.data.cells) {
      const value = readTypedValue(cell.address, cell.text)
      if (value.ok && isAddress(cell.address)) changes.push({ address: cell.address, seen: cell.seen, value: value.value, anew: cell.anew })
      else if (!value.ok) refusals.push({ address: cell.address, message: refusalSentence(value.refusal) })
    }
    const written = await saveCells(viewer, evaluationId, changes, { rows: form.data.rows.map(asRow) })
    if (!written.ok) return nothingSaved(refusalSentence(written.refusal))
    return {
      saved: written.value.saved,
      refusals: [...refusals, ...written.value.refusals.map((one) => ({ address: one.address, message: refusalSentence(one.refusal) }))],
      conflicts: written.value.conflicts.map((conflict) => conflictTexts(viewer, conflict)),
      message: null,
    }
  },
  (refusal) => (refusal.code === 'signed-out' ? SAVE_SIGNED_OUT : nothingSaved(refusalSentence(refusal))),
)

/** Absent is left out, as it is elsewhere. */
function asRow({ after, shape: block, ...row }: z.infer<typeof newRow>): BrowserRow {
  const { libraryId, ...rest } = 'libraryId' in row ? row : { ...row, libraryId: undefined }
  return {
    ...rest,
    ...(after === undefined ? {} : { after }),
    ...(block === undefined ? {} : { shape: block }),
    // An entry that this program does not know is none
    ...(libraryId === undefined || libraryEntry(libraryId) === null ? {} : { libraryId }),
  }
}

const INVALID = rowRefused({ code: 'invalid-form' })

/** What a change of rows or notes answered, with the pages of the evaluation brought up to date. */
function changed(evaluationId: string, decision: Decision<number | null>): RowAnswer {
  if (!decision.ok) return rowRefused(decision.refusal)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return decision.value === null ? { ok: true } : { ok: true, revision: decision.value }
}

/** 删除若干行, as the person saw them; those that are gone already are as they shall be */
export const removeTypedRows = rowAction(async (viewer, evaluationId: string, rows: unknown, seen: unknown): Promise<RowAnswer> => {
  const form = z
    .object({
      evaluationId: id,
      rows: z
        .array(z.object({ list: listName, row: id }))
        .min(1)
        .max(MOST_AT_ONCE),
      seen: z.record(address, cellRevision),
    })
    .safeParse({ evaluationId, rows, seen })
  if (!form.success) return INVALID
  const removed = await removeRows(viewer, evaluationId, form.data.rows, form.data.seen)
  if (!removed.ok) return changed(evaluationId, removed)
  const kept = removed.value.kept.filter(({ refusal }) => refusal.code !== 'no-such-row')
  return {
    ...changed(evaluationId, accepted(removed.value.revision)),
    ...(kept.length === 0 ? {} : { kept: kept.map(({ row, refusal }) => ({ row, message: refusalSentence(refusal) })) }),
  }
})

/** 上移、下移: behind the row `after`, null for the top */
export const moveTypedRow = rowAction(async (viewer, evaluationId: string, list: unknown, row: unknown, after: unknown) => {
  const form = z.object({ evaluationId: id, list: listName, row: id, after: id.nullable() }).safeParse({ evaluationId, list, row, after })
  if (!form.success) return INVALID
  return changed(evaluationId, await moveRow(viewer, evaluationId, form.data.list, form.data.row, form.data.after))
})

/** 校验 */
export const askForFindings = rowAction(async (viewer, evaluationId: string) => {
  const form = z.object({ evaluationId: id }).safeParse({ evaluationId })
  return form.success ? changed(evaluationId, await askForChecks(viewer, evaluationId)) : INVALID
})

/** 说明一条警告 */
export const explain = formAction(explanationForm, async (viewer, { evaluationId, code, at, figures, seen, text }, formData) => {
  const explained = await explainFinding(viewer, evaluationId, { code, at, figures }, { text, seen })
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  if (!explained.ok) return refused(explained.refusal, formData, 'text')
  return saved('说明已保存。', formData)
})

/** 送审 */
export const submitEvaluation = formAction(stepForm, async (viewer, { evaluationId, revision }, formData) => {
  const unfit = await unprintableIn(viewer, evaluationId)
  if (unfit !== null) return refused(unfit, formData)
  const submitted = await submit(viewer, evaluationId, revision)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  if (!submitted.ok) return refused(submitted.refusal, formData)
  revalidatePath('/')
  redirect(`/evaluations/${evaluationId}/check?done=${'submitted' satisfies Done}`)
})

/** 撤回 */
export const recallEvaluation = formAction(stepForm, async (viewer, { evaluationId, revision }, formData) => {
  const recalled = await recall(viewer, evaluationId, revision)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  if (!recalled.ok) return refused(recalled.refusal, formData)
  revalidatePath('/')
  redirect(`/evaluations/${evaluationId}/check?done=${'recalled' satisfies Done}`)
})

/** 标记一条批注已处理, or take that back */
export const settleReviewNote = rowAction(async (viewer, evaluationId: string, noteId: unknown, resolved: unknown) => {
  const form = z.object({ evaluationId: id, noteId: id, resolved: z.boolean() }).safeParse({ evaluationId, noteId, resolved })
  if (!form.success) return INVALID
  return changed(evaluationId, await settleNote(viewer, evaluationId, form.data.noteId, form.data.resolved))
})

/** Keeps what somebody is writing in a review; no page changes by it. */
export const keepReviewDraft = rowAction(async (viewer, evaluationId: string, written: unknown): Promise<RowAnswer> => {
  const form = z.object({ evaluationId: id, draft: reviewDraft }).safeParse({ evaluationId, draft: written })
  if (!form.success) return INVALID
  const kept = await saveDraft(viewer, evaluationId, form.data.draft)
  return kept.ok ? { ok: true } : rowRefused(kept.refusal)
})

/** 答复一条批注 */
export const replyToReviewNote = rowAction(async (viewer, evaluationId: string, noteId: unknown, text: unknown) => {
  const form = z.object({ evaluationId: id, noteId: id, text: spokenReply }).safeParse({ evaluationId, noteId, text })
  if (!form.success) return INVALID
  return changed(evaluationId, await replyToNote(viewer, evaluationId, form.data.noteId, form.data.text))
})
