'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { findViewer, requireViewer } from '@/lib/auth/viewer'
import { explainFinding } from '@/lib/data/explanations'
import { resolveNote } from '@/lib/data/notes'
import { submit } from '@/lib/data/review'
import { addRow, addRows, moveRow, type NewRow, removeRow } from '@/lib/data/rows'
import { type CellChange, saveCells } from '@/lib/data/save-cells'
import { LISTS, type ListName } from '@/lib/domain/cells'
import { NARRATIVE_SECTIONS } from '@/lib/domain/narrative'
import { MOST_ROWS } from '@/lib/domain/rows'
import { readCellValue } from '@/lib/forms/cells'
import { explanationForm } from '@/lib/forms/entry'
import { type FormState, parseForm, refused, saved } from '@/lib/forms/form-state'
import { stepForm } from '@/lib/forms/review'
import type { RowAnswer } from '@/lib/forms/row-actions'
import type { SaveAnswer } from '@/lib/forms/save-form'
import { refusalSentence } from '@/lib/messages/refusals'

const id = z.string().regex(/^[a-z0-9]{1,40}$/)
const address = z.string().min(1).max(120)
const cellRevision = z.number().int().min(0)
const listName = z.enum(Object.keys(LISTS) as [ListName, ...ListName[]])
const typedCells = z.array(z.object({ address, seen: cellRevision, text: z.string().max(200_000) })).max(2000)

const nothingSaved = (message: string): SaveAnswer => ({ saved: [], refusals: [], conflicts: [], message })

/** 保存填写的单元格. What cannot be saved comes back with its reason or the other value; the browser keeps what was typed. */
export async function saveTyped(evaluationId: string, typed: unknown): Promise<SaveAnswer> {
  // No redirect: the page would be left with what was typed in it.
  const viewer = await findViewer()
  if (viewer === null) return nothingSaved('登录已失效，填写的内容仍在本页。请在新窗口重新登录后回到本页保存。')
  const form = z.object({ evaluationId: id, cells: typedCells }).safeParse({ evaluationId, cells: typed })
  if (!form.success) return nothingSaved(refusalSentence({ code: 'invalid-form' }))
  const refusals: { address: string; message: string }[] = []
  const changes: CellChange[] = []
  for (const cell of form.data.cells) {
    const value = readCellValue(cell.address, cell.text)
    if (value.ok) changes.push({ address: cell.address, seen: cell.seen, value: value.value })
    else refusals.push({ address: cell.address, message: refusalSentence(value.refusal) })
  }
  const written = await saveCells(viewer, evaluationId, changes)
  if (!written.ok) return nothingSaved(refusalSentence(written.refusal))
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return {
    saved: written.value.saved,
    refusals: [...refusals, ...written.value.refusals.map((one) => ({ address: one.address, message: refusalSentence(one.refusal) }))],
    conflicts: written.value.conflicts.map((conflict) =>
      conflict.kind === 'changed'
        ? { ...conflict, typed: conflict.yours, current: conflict.theirs, revision: conflict.number }
        : { ...conflict, typed: conflict.yours, current: null, revision: 0, byName: conflict.byName ?? '', at: conflict.at ?? '' },
    ),
    message: null,
  }
}

const newBlock = z.union([
  z.object({ list: z.literal('narrative'), section: z.enum(NARRATIVE_SECTIONS) }),
  z.object({ list: z.literal('narrative'), section: z.enum(['subItems', 'completion']), taskId: id }),
])
const newRow = z.union([z.object({ list: z.enum(['goals', 'tasks', 'indicators', 'problems', 'measures']) }), newBlock])
const shape = z.object({ kind: z.enum(['paragraph', 'item']), level: z.union([z.literal(1), z.literal(2)]) })

/** 添加一行 */
export async function addTypedRow(evaluationId: string, place: unknown, blockShape: unknown): Promise<RowAnswer> {
  const viewer = await requireViewer()
  const form = z
    .object({ evaluationId: id, place: newRow, shape: shape.optional() })
    .safeParse({ evaluationId, place, shape: blockShape ?? undefined })
  if (!form.success) return { ok: false, message: refusalSentence({ code: 'invalid-form' }) }
  const added = await addRow(viewer, evaluationId, { ...form.data.place, ...(form.data.shape ? { shape: form.data.shape } : {}) })
  if (!added.ok) return { ok: false, message: refusalSentence(added.refusal) }
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return { ok: true, id: added.value.id }
}

/** 拆成多段: a block for each text, behind the block `after` */
export async function addTypedTexts(
  evaluationId: string,
  place: unknown,
  blockShape: unknown,
  after: unknown,
  texts: unknown,
): Promise<RowAnswer> {
  const viewer = await requireViewer()
  const form = z
    .object({ evaluationId: id, place: newBlock, shape, after: id, texts: z.array(z.string().max(20_000)).max(MOST_ROWS) })
    .safeParse({ evaluationId, place, shape: blockShape, after, texts })
  if (!form.success) return { ok: false, message: refusalSentence({ code: 'invalid-form' }) }
  const rows: NewRow[] = []
  for (const typed of form.data.texts) {
    const text = readCellValue('narrative/new/text', typed)
    if (!text.ok) return { ok: false, message: refusalSentence(text.refusal) }
    rows.push({ ...form.data.place, shape: form.data.shape, after: form.data.after, values: { text: text.value } })
  }
  // Each stands right behind the block, so the last is put there first.
  const added = await addRows(viewer, evaluationId, rows.reverse())
  if (!added.ok) return { ok: false, message: refusalSentence(added.refusal) }
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return { ok: true }
}

/** 删除一行, as the person saw it */
export async function removeTypedRow(evaluationId: string, list: unknown, row: unknown, seen: unknown): Promise<RowAnswer> {
  const viewer = await requireViewer()
  const form = z
    .object({ evaluationId: id, list: listName, row: id, seen: z.record(address, cellRevision) })
    .safeParse({ evaluationId, list, row, seen })
  if (!form.success) return { ok: false, message: refusalSentence({ code: 'invalid-form' }) }
  const removed = await removeRow(viewer, evaluationId, form.data.list, form.data.row, form.data.seen)
  if (!removed.ok) return { ok: false, message: refusalSentence(removed.refusal) }
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return { ok: true }
}

/** 上移、下移: behind the row `after`, null for the top */
export async function moveTypedRow(evaluationId: string, list: unknown, row: unknown, after: unknown): Promise<RowAnswer> {
  const viewer = await requireViewer()
  const form = z.object({ evaluationId: id, list: listName, row: id, after: id.nullable() }).safeParse({ evaluationId, list, row, after })
  if (!form.success) return { ok: false, message: refusalSentence({ code: 'invalid-form' }) }
  const moved = await moveRow(viewer, evaluationId, form.data.list, form.data.row, form.data.after)
  if (!moved.ok) return { ok: false, message: refusalSentence(moved.refusal) }
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return { ok: true }
}

/** 说明一条警告 */
export async function explain(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(explanationForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, code, at, figures, seen, text } = form.value
  const explained = await explainFinding(viewer, evaluationId, { code, at, figures }, { text, seen })
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  if (!explained.ok) return refused(explained.refusal, formData, 'text')
  return saved('说明已保存。', formData)
}

/** 送审 */
export async function submitEvaluation(_previous: FormState, formData: FormData): Promise<FormState> {
  const viewer = await requireViewer()
  const form = parseForm(stepForm, formData)
  if (!form.ok) return form.state
  const { evaluationId, revision } = form.value
  const submitted = await submit(viewer, evaluationId, revision)
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  if (!submitted.ok) return refused(submitted.refusal, formData)
  revalidatePath('/')
  return saved('已送审。')
}

/** 标记一条退回意见已处理 */
export async function markNoteResolved(evaluationId: string, noteId: string): Promise<RowAnswer> {
  const viewer = await requireViewer()
  const form = z.object({ evaluationId: id, noteId: id }).safeParse({ evaluationId, noteId })
  if (!form.success) return { ok: false, message: refusalSentence({ code: 'invalid-form' }) }
  const resolved = await resolveNote(viewer, evaluationId, noteId)
  if (!resolved.ok) return { ok: false, message: refusalSentence(resolved.refusal) }
  revalidatePath(`/evaluations/${evaluationId}`, 'layout')
  return { ok: true }
}
