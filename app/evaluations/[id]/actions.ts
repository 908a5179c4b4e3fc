'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { acting, formAction, rowAction } from '@/app/acting'
import { explainFinding } from '@/lib/data/explanations'
import { settleNote } from '@/lib/data/notes'
import { submit } from '@/lib/data/review'
import { addRow, addRows, moveRow, type NewRow, removeRow } from '@/lib/data/rows'
import { type CellChange, saveCells } from '@/lib/data/save-cells'
import { isAddress } from '@/lib/domain/cells/addresses'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import { NARRATIVE_SECTIONS } from '@/lib/domain/cells/narrative'
import type { Decision } from '@/lib/domain/decision'
import { MOST_ROWS } from '@/lib/domain/evaluation/rows'
import { readCellValue } from '@/lib/forms/cells'
import { explanationForm } from '@/lib/forms/entry'
import { refused, rowRefused, SAVE_SIGNED_OUT, saved } from '@/lib/forms/form-answers'
import { stepForm } from '@/lib/forms/review'
import type { RowAnswer } from '@/lib/forms/row-actions'
import { nothingSaved, type SaveAnswer } from '@/lib/forms/save-form'
import type { Done } from '@/lib/messages/done'
import { refusalSentence } from '@/lib/messages/refusals'
import { conflictTexts } from './conflicts'

const id = z.string().regex(/^[a-z0-9]{1,40}$/)
const address = z.string().min(1).max(120)
const cellRevision = z.number().int().min(0)
const listName = z.enum(LIST_NAMES)
const typedCells = z.array(z.object({ address, seen: cellRevision, text: z.string().max(200_000) })).max(2000)

/** 保存填写的单元格. What cannot be saved comes back with its reason or the other value; the browser keeps what was typed. */
export const saveTyped = acting(
  async (viewer, evaluationId: string, typed: unknown): Promise<SaveAnswer> => {
    const form = z.object({ evaluationId: id, cells: typedCells }).safeParse({ evaluationId, cells: typed })
    if (!form.success) return nothingSaved(refusalSentence({ code: 'invalid-form' }))
    const refusals: { address: string; message: string }[] = []
    const changes: CellChange[] = []
    for (const cell of form.data.cells) {
      const value = readCellValue(cell.address, cell.text)
      if (value.ok && isAddress(cell.address)) changes.push({ address: cell.address, seen: cell.seen, value: value.value })
      else if (!value.ok) refusals.push({ address: cell.address, message: refusalSentence(value.refusal) })
    }
    const written = await saveCells(viewer, evaluationId, changes)
    if (!written.ok) return nothingSaved(refusalSentence(written.refusal))
    revalidatePath(`/evaluations/${evaluationId}`, 'layout')
    return {
      saved: written.value.saved,
      refusals: [...refusals, ...written.value.refusals.map((one) => ({ address: one.address, message: refusalSentence(one.refusal) }))],
      conflicts: written.value.conflicts.map(conflictTexts),
      message: null,
    }
  },
  (refusal) => (refusal.code === 'signed-out' ? SAVE_SIGNED_OUT : nothingSaved(refusalSentence(refusal))),
)

const newBlock = z.union([
  z.object({ list: z.literal('narrative'), section: z.enum(NARRATIVE_SECTIONS) }),
  z.object({ list: z.literal('narrative'), section: z.enum(['subItems', 'completion']), taskId: id }),
])
const newRow = z.union([z.object({ list: z.enum(LIST_NAMES).exclude(['narrative']) }), newBlock])
const shape = z.object({ kind: z.enum(['paragraph', 'item']), level: z.union([z.literal(1), z.literal(2)]) })

const INVALID = rowRefused({ code: 'invalid-form' })

/** What a change of rows or notes answered, with the pages of the evaluation brought up to date. */
function changed(evaluationId: string, decision: Decision<{ id: string } | null>): RowAnswer {
  if (!decision.ok) return rowRefused(decision.refusal)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return { ok: true, ...decision.value }
}

/** 添加一行 */
export const addTypedRow = rowAction(async (viewer, evaluationId: string, place: unknown, blockShape: unknown) => {
  const form = z
    .object({ evaluationId: id, place: newRow, shape: shape.optional() })
    .safeParse({ evaluationId, place, shape: blockShape ?? undefined })
  if (!form.success) return INVALID
  const row = { ...form.data.place, ...(form.data.shape ? { shape: form.data.shape } : {}) }
  return changed(evaluationId, await addRow(viewer, evaluationId, row))
})

/** 拆成多段: a block for each text, behind the block `after` */
export const addTypedTexts = rowAction(
  async (viewer, evaluationId: string, place: unknown, blockShape: unknown, after: unknown, texts: unknown) => {
    const form = z
      .object({ evaluationId: id, place: newBlock, shape, after: id, texts: z.array(z.string().max(20_000)).max(MOST_ROWS) })
      .safeParse({ evaluationId, place, shape: blockShape, after, texts })
    if (!form.success) return INVALID
    const rows: NewRow[] = []
    for (const typed of form.data.texts) {
      const text = readCellValue('narrative/new/text', typed)
      if (!text.ok) return rowRefused(text.refusal)
      rows.push({ ...form.data.place, shape: form.data.shape, after: form.data.after, values: { text: text.value } })
    }
    // Each stands right behind the block, so the last is put there first.
    const added = await addRows(viewer, evaluationId, rows.reverse())
    return changed(evaluationId, added.ok ? { ok: true, value: null } : added)
  },
)

/** 删除一行, as the person saw it */
export const removeTypedRow = rowAction(async (viewer, evaluationId: string, list: unknown, row: unknown, seen: unknown) => {
  const form = z
    .object({ evaluationId: id, list: listName, row: id, seen: z.record(address, cellRevision) })
    .safeParse({ evaluationId, list, row, seen })
  if (!form.success) return INVALID
  return changed(evaluationId, await removeRow(viewer, evaluationId, form.data.list, form.data.row, form.data.seen))
})

/** 上移、下移: behind the row `after`, null for the top */
export const moveTypedRow = rowAction(async (viewer, evaluationId: string, list: unknown, row: unknown, after: unknown) => {
  const form = z.object({ evaluationId: id, list: listName, row: id, after: id.nullable() }).safeParse({ evaluationId, list, row, after })
  if (!form.success) return INVALID
  return changed(evaluationId, await moveRow(viewer, evaluationId, form.data.list, form.data.row, form.data.after))
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
  const submitted = await submit(viewer, evaluationId, revision)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  if (!submitted.ok) return refused(submitted.refusal, formData)
  revalidatePath('/')
  redirect(`/evaluations/${evaluationId}/check?done=${'submitted' satisfies Done}`)
})

/** 标记一条批注已处理, or take that back */
export const settleReviewNote = rowAction(async (viewer, evaluationId: string, noteId: unknown, resolved: unknown) => {
  const form = z.object({ evaluationId: id, noteId: id, resolved: z.boolean() }).safeParse({ evaluationId, noteId, resolved })
  if (!form.success) return INVALID
  return changed(evaluationId, await settleNote(viewer, evaluationId, form.data.noteId, form.data.resolved))
})
